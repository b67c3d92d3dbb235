import { css } from 'lit';
import { color, small } from './styles.js';

/**
 * Rows of a name, a bar and a number, each of one height: so many rows are so high before the answer as after. Where
 * there is no room beside its name, a bar lies under it.
 */
export const rowsStyles = css`
  figure {
    container-type: inline-size;
    margin: 0;
  }
  table {
    inline-size: 100%;
    border-spacing: 0;
    line-height: 1.3;
  }
  caption {
    text-align: start;
  }
  th,
  td {
    box-sizing: border-box;
    block-size: 2em;
    padding: 0;
    font-size: 0.9375em;
    font-weight: 400;
    text-align: start;
    white-space: nowrap;
  }
  tbody th {
    padding-inline-end: 1em;
  }
  /* A long name takes several lines; it is never cut. */
  .place {
    display: inline-block;
    inline-size: max-content;
    max-inline-size: 14em;
    max-inline-size: min(14em, 40cqi);
    padding-block: 0.25em;
    white-space: normal;
    overflow-wrap: anywhere;
    vertical-align: middle;
  }
  .plain .place {
    inline-size: auto;
    max-inline-size: none;
  }
  /* Names of cities, with their countries, may take two lines. */
  .city th,
  .city td {
    block-size: 2.6em;
  }
  .city .place {
    padding: 0;
    line-height: 1.2;
  }
  .bars,
  .plain th:first-child {
    inline-size: 100%;
  }
  .number,
  .share {
    padding-inline-start: 0.9em;
    text-align: end;
  }
  .share,
  .rest > * {
    color: ${color.muted};
  }
  .plain thead span {
    display: inline-block;
  }
  .plain .number span {
    min-inline-size: 4.5em;
  }
  .plain .share span {
    min-inline-size: 3.2em;
  }
  .plain thead th {
    font-size: ${small};
    color: ${color.muted};
    border-block-end: 1px solid ${color.border};
  }
  .barred thead > tr > * {
    block-size: 0;
    line-height: 0;
  }
  .track {
    display: block;
    inline-size: 100%;
    min-inline-size: 3em;
    block-size: 0.6em;
  }
  [dir='rtl'] .track {
    transform: scaleX(-1);
  }
  .bar {
    fill: ${color.accent};
  }
  ol {
    margin: 0 0 0.4em;
    padding: 0;
    line-height: 1.4;
  }
  li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-content: end;
    align-items: end;
    gap: 0.25em 1em;
    block-size: 2.25em;
    font-size: 0.9375em;
  }
  .titled li {
    block-size: 3.65em;
  }
  li .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .titled .name {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  li a {
    color: ${color.accentText};
    text-decoration: none;
  }
  li a:hover {
    text-decoration: underline;
  }
  li .track {
    grid-column: 1 / -1;
    block-size: 4px;
  }
  li .bar {
    opacity: 0.35;
  }
  /* Before the answer, the rows to come. */
  :is(th, li) .skeleton:first-child {
    inline-size: 7em;
  }
  tr:nth-child(3n + 2) th .skeleton,
  li:nth-child(3n + 2) .skeleton:first-child {
    inline-size: 9em;
  }
  li .skeleton {
    margin-block-end: 0.35em;
  }
  :is(tr, li)[aria-hidden] .bar {
    fill: ${color.faint};
    opacity: 1;
  }
  @container (max-width: 22em) {
    .barred,
    .barred > * {
      display: block;
    }
    .barred tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      align-content: start;
      gap: 0.2em 0;
    }
    .barred tbody > tr {
      min-block-size: 1.8em;
      padding-block-end: 0.3em; /* of a name of two lines, too, or its bar would lie on the next */
    }
    .barred .place {
      display: block;
      inline-size: auto;
      max-inline-size: none;
      padding-block: 0;
    }
    .barred tr > * {
      max-inline-size: none;
      block-size: auto;
    }
    .barred .bars {
      grid-area: 2 / 1 / auto / -1;
    }
    .barred .track {
      block-size: 4px;
    }
    .share {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .bar {
      fill: CanvasText;
    }
    li .bar {
      opacity: 1;
    }
  }
`;
