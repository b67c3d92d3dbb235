import { css } from 'lit';
import { color, small } from './styles.js';

/**
 * A badge sits on the baseline like a word and never makes its line higher. Each cell draws the hairline before and
 * above itself, and the badge cuts off those at its own edge: however its cells wrap, no line is double.
 */
export const badgeStyles = css`
  .badge {
    display: inline-flex;
    flex-wrap: wrap;
    box-sizing: border-box;
    max-inline-size: 100%;
    margin-block: -0.25em;
    overflow: hidden;
    overflow: clip;
    font-size: ${small};
    line-height: 1.3;
    vertical-align: baseline;
    color: inherit;
    background: ${color.surface};
    border: 1px solid ${color.border};
    border-radius: var(--figshare-radius, 4px);
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
    display: inline-grid;
    max-inline-size: 100%;
  }
  .covered::before {
    display: none;
  }
  .covered > * {
    grid-area: 1 / 1;
  }
  .covered slot {
    display: block;
    margin-block: -0.25em;
    padding: calc(0.06em + 1px) var(--figshare-gap, 0.6em);
    font-size: ${small};
    line-height: 1.3;
    text-align: center;
    white-space: normal;
  }
  .covered .cell {
    visibility: hidden;
  }
  .covered .label::before {
    content: attr(data-words);
  }
  a.badge:hover {
    border-color: ${color.accent};
  }
`;
