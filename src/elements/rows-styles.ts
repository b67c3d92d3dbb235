import { css } from 'lit';
import { color } from './styles.js';

/**
 * Rows of a name, a bar and a number, each one line high: so many rows are so high before the answer as after. A list is
 * 30 em wide, or as wide as the element is made.
 */
export const rowsStyles = css`
  figure {
    inline-size: 30em;
    min-inline-size: 100%;
    max-inline-size: 100%;
    margin: 0;
    color: ${color.text};
  }
  table {
    inline-size: 100%;
    border-spacing: 0;
    table-layout: fixed;
  }
  caption {
    caption-side: bottom;
    text-align: start;
  }
  tr {
    block-size: 1.75em;
  }
  th,
  td {
    overflow: hidden;
    padding: 0;
    font-size: 0.875em;
    font-weight: 400;
    text-align: start;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  th {
    inline-size: 40%;
    padding-inline-end: 0.75em;
  }
  th:has(+ .number) {
    inline-size: auto; /* no bar stands between them */
  }
  .number {
    inline-size: 6.5em;
    text-align: end;
  }
  .share {
    inline-size: 3.5em;
    text-align: end;
    color: ${color.muted};
  }
  .rest th,
  .rest td {
    color: ${color.muted};
  }
  .track {
    display: block;
    inline-size: 100%;
    block-size: 0.5em;
  }
  [dir='rtl'] .track {
    transform: scaleX(-1);
  }
  .bar {
    fill: ${color.accent};
  }
  .meta {
    display: block;
    margin-block-start: 0.4em;
    font-size: 0.8125em;
    color: ${color.muted};
  }
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: grid;
    grid-template-columns: 1.5em minmax(0, 1fr) auto;
    align-content: end;
    block-size: 2.25em;
  }
  li {
    column-gap: 0.75em;
  }
  li > * {
    font-size: 0.875em;
  }
  .rank {
    color: ${color.muted};
  }
  .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .name a {
    color: ${color.accent};
    text-decoration: none;
  }
  .name a:hover {
    text-decoration: underline;
  }
  li .track {
    grid-column: 2 / -1;
    block-size: 0.2em;
    margin-block-start: 0.2em;
  }
  @media (forced-colors: active) {
    .bar {
      fill: CanvasText;
    }
  }
`;
