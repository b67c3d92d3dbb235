import { css } from 'lit';
import { color, small } from './styles.js';

/**
 * A badge sits on the baseline like a word and never makes its line higher. Each cell draws the hairline before and
 * above itself, and the badge cuts off those at its own edge: however its cells wrap, no line is double.
 */
export const badgeStyles = css`
  .badge,
  .covered {
    box-sizing: border-box;
    max-inline-size: 100%;
    margin-block: -0.25em;
    font-size: ${small};
    line-height: 1.3;
    vertical-align: baseline;
    background: ${color.surface};
    border: 1px solid ${color.border};
    border-radius: var(--figshare-radius, 4px);
  }
  .badge {
    display: inline-flex;
    flex-wrap: wrap;
    overflow: hidden;
    overflow: clip;
    color: inherit;
    text-decoration: none;
  }
  .cell {
    flex: 1 1 auto;
    box-sizing: border-box;
    margin: -1px 0 0 -1px;
    margin-inline: -1px 0;
    padding: 0.06em var(--figshare-gap, 0.6em);
    text-align: center;
    border: 0 solid ${color.border};
    border-block-start-width: 1px;
    border-inline-start-width: 1px;
  }
  /* Its room counts when the pill's width is reckoned; then number and name stand together in the middle of that. */
  .cell .room {
    max-inline-size: 0%;
  }
  /* A number that is longer than its room takes some of the pill's padding, or the words behind would move. */
  .cell:has(.tight) {
    padding-inline: calc(var(--figshare-gap, 0.6em) - 0.2em);
  }
  .cell:has(.tighter) {
    padding-inline: calc(var(--figshare-gap, 0.6em) - 0.35em);
    letter-spacing: -0.015em;
  }
  /* What stands between the tags, in the pill of the numbers to come. */
  .covered {
    display: inline-block;
    baseline-source: first;
  }
  .covered::before {
    display: none;
  }
  .covered slot {
    display: block;
    padding: 0.06em calc(var(--figshare-gap, 0.6em) - 1px);
    text-align: center;
    white-space: normal;
  }
  /* The pill is as wide and high as its cells to come. Their names are the words of one text, before each the room of a
     number: boxes would take twice the memory. Where something stands over them, they take no room from it. */
  .cells,
  .bare {
    line-height: 1.42;
    white-space: normal;
    word-break: keep-all;
    word-spacing: calc(2 * var(--figshare-gap, 0.6em) + 4.6ch);
  }
  .cells {
    float: left;
    max-inline-size: 100%;
    margin-right: -100%;
    font-weight: 600;
    visibility: hidden;
  }
  .cells::before {
    font-weight: 400;
    content: attr(data-words);
  }
  /* In the flow: of what is positioned, a page lays out and paints all at each answer. */
  .badge .unseen {
    all: unset;
    font-size: 0;
    line-height: 0;
    -webkit-user-select: none;
    user-select: none;
  }
  a.badge:hover {
    border-color: ${color.accent};
  }
`;
