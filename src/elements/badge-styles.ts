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
  /* A number that is longer than its room takes some of the pill's padding, or the words behind would move. */
  .cell .tight {
    margin-inline-start: -0.2em;
  }
  .cell .tight + .label {
    margin-inline-end: -0.2em;
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
