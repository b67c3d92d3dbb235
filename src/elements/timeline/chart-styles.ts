import { css } from 'lit';
import { color, small } from '../styles.js';

/**
 * A chart is 40 em wide, or as wide as the element is made. The names of its lines stand at their ends; where there is no
 * room beside them, above.
 */
export const chartStyles = css`
  .block {
    --f-inline-size: 40em;
  }
  figure {
    container-type: inline-size;
    margin: 0;
  }
  /* From left to right in every language, as time goes on the canvas. */
  .plane {
    display: flex;
    direction: ltr;
    block-size: 15em;
  }
  .drawing {
    position: relative;
    flex: 1;
    min-inline-size: 0;
    min-block-size: 0;
  }
  /* Before the answer, the grid of an axis. */
  .drawing.ghost {
    margin-block-end: 2.5em;
    background: repeating-linear-gradient(to top, ${color.border} 0 1px, transparent 1px 25%);
  }
  /* And the lines of text around it. */
  .figures:not([inert]) .waiting::before {
    content: '';
    position: absolute;
    visibility: visible;
    inline-size: 50%;
    block-size: 0.7em;
    margin-block-start: 0.4em;
    background: ${color.faint};
  }
  .drawing .bars .plot {
    inline-size: 24em;
    block-size: 7.4em;
  }
  .ends {
    display: grid;
    align-content: start;
    justify-items: start;
  }
  .end {
    position: relative;
    padding: 0 0 0 0.4em;
    font: inherit;
    font-size: ${small};
    line-height: 24px;
    text-align: start;
    white-space: nowrap;
    unicode-bidi: plaintext;
    color: inherit;
    background: none;
    border: 0;
  }
  .switch {
    cursor: pointer;
  }
  .switch:hover .label {
    text-decoration: underline;
  }
  .end :is(.value, .label) {
    color: ${color.accentText};
  }
  .end.metric1 :is(.value, .label) {
    color: ${color.accent2Text};
  }
  .end.metric2 :is(.value, .label) {
    color: ${color.text};
  }
  .unfinished {
    display: block;
    margin-block-start: -4px;
    line-height: 1.2;
    color: ${color.muted};
  }
  .end .key {
    display: none;
  }
  [dir='rtl'] .end .key {
    margin-inline: 0.3em 0;
  }
  .switch[aria-pressed='false'] {
    opacity: 0.6;
    text-decoration: line-through;
  }
  @container (max-width: 26em) {
    .plane {
      flex-direction: column-reverse;
    }
    .ends {
      display: flex;
      flex-wrap: wrap;
      gap: 0 1.25em;
    }
    .ends.alone,
    .end .beside {
      display: none;
    }
    .end {
      position: static;
      padding: 0;
    }
    .end .key {
      display: inline-block;
    }
    .above {
      position: static;
      margin: 0;
      clip-path: none;
    }
  }
  .summary {
    margin: 0.6em 0 0.4em;
    font-size: ${small};
    line-height: 1.5;
    color: ${color.muted};
  }
  .numbers {
    margin-block-start: 0.6em;
  }
  .numbers.long {
    max-block-size: 24em;
    overflow: auto;
  }
  table {
    border-collapse: collapse;
    font-size: ${small};
  }
  th {
    font-weight: 400;
    text-align: start;
    color: ${color.muted};
  }
  td,
  thead th:not(:first-child) {
    padding-inline-start: 1.5em;
    text-align: end;
  }
  th,
  td {
    padding-block: 0.2em;
    border-block-end: 1px solid ${color.border};
  }
  /* On paper they are the lines' names all the same. */
  @media print {
    .root .switch {
      display: block;
    }
  }
  @media (forced-colors: active) {
    .ghost {
      outline: 1px solid;
    }
  }
`;
