import { css } from 'lit';
import { color } from '../styles.js';

/**
 * A sparkline sits on the baseline and never makes its line higher. A chart is 40 em wide, or as wide as the element is
 * made.
 */
export const timelineStyles = css`
  figure {
    display: inline;
    margin: 0;
  }
  .base {
    color: ${color.muted};
    text-decoration: none;
  }
  .plot {
    direction: ltr;
    overflow: visible;
    touch-action: pan-y;
  }
  .base .value {
    font-weight: 600;
    color: ${color.text};
  }
  .reading > :not(:last-child) {
    margin-inline-end: 0.4em;
  }
  .reading .label,
  .reading .meta {
    font-size: 0.8125em;
  }
  a.base:hover .value,
  a.meta:hover {
    color: ${color.accent};
  }

  .line,
  .zero,
  .cursor,
  .area {
    fill: none;
    stroke-width: 1.5;
    stroke-linejoin: round;
    stroke-linecap: round;
  }
  .zero,
  .cursor {
    stroke: ${color.border};
    stroke-width: 1;
  }
  .cursor {
    stroke: ${color.muted};
  }
  .line,
  .mark,
  .bar.rest {
    stroke: ${color.accent};
  }
  .mark,
  .bar {
    fill: ${color.accent};
  }
  .mark {
    stroke-width: 1.5;
  }
  .line.metric1,
  .mark.metric1,
  .bar.rest.metric1 {
    stroke: ${color.accent2};
  }
  .mark.metric1,
  .bar.metric1 {
    fill: ${color.accent2};
  }
  .line.metric2,
  .mark.metric2,
  .bar.rest.metric2 {
    stroke: ${color.text};
  }
  .mark.metric2,
  .bar.metric2 {
    fill: ${color.text};
  }
  .line.metric1 {
    stroke-dasharray: 5 3;
  }
  .line.metric2 {
    stroke-dasharray: 1.5 3;
  }
  .line.rest {
    stroke-dasharray: 0.5 2.5;
  }
  .mark.hollow {
    fill: ${color.surface};
  }
  .bar.rest {
    fill: none;
    stroke-dasharray: 2 2;
  }
  .tick {
    fill: ${color.muted};
    font-size: 11px;
    unicode-bidi: plaintext;
  }
  .key {
    inline-size: 1.5em;
    block-size: 0.5em;
    margin-inline-start: 0.3em;
    vertical-align: 0.1em;
  }

  .sparkline .plot {
    inline-size: 6em;
    block-size: 1em;
    vertical-align: -0.15em;
  }
  .sparkline .reading {
    margin-inline-start: 0.4em;
  }
  .sparkline .value {
    line-height: 0; /* a font's bold face may be higher */
  }

  figure.bars {
    display: block;
    min-inline-size: min(15em, 100%);
  }
  .bars .base,
  .bars .plot,
  .bars .reading {
    display: block;
  }
  .bars .plot {
    inline-size: 15em;
    max-inline-size: 100%;
    margin-block-end: 0.25em;
  }
  .bars .plot:has(.read) .bar:not(.read) {
    opacity: 0.5;
  }

  figure.chart {
    display: block;
    inline-size: 40em;
    min-inline-size: 100%;
    max-inline-size: 100%;
  }
  .chart .reading {
    display: block;
    margin-block-end: 0.4em;
  }
  .room {
    position: relative;
    block-size: 12em;
  }
  .room canvas {
    position: absolute;
    inset: 0;
    touch-action: pan-y;
  }
  .room .plot {
    inline-size: 24em;
    max-inline-size: 100%;
  }
  .probe {
    position: absolute;
    visibility: hidden;
    font-size: 0.75em;
    color: ${color.text};
    background-color: ${color.surface};
    border: 0 solid;
    border-color: ${color.accent} ${color.accent2} ${color.border} ${color.muted};
    transition: all 1ms step-start;
  }
  .summary {
    display: block;
    margin-block: 0.4em;
    font-size: 0.8125em;
    color: ${color.muted};
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4em 0.6em;
    min-block-size: 1.75em;
  }
  .foot .meta {
    font-size: 0.75em;
    color: ${color.muted};
  }
  .chart .button {
    display: inline-block;
    min-inline-size: 24px;
    margin: 0;
  }
  .switch[aria-pressed='false'] {
    opacity: 0.6;
    text-decoration: line-through;
  }
  .numbers {
    max-block-size: 20em;
    margin-block-start: 0.6em;
    overflow: auto;
  }
  table {
    border-collapse: collapse;
    font-size: 0.8125em;
    color: ${color.text};
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
  .unseen table {
    user-select: none;
  }
  .plot:focus-visible,
  canvas:focus-visible {
    outline: 2px solid ${color.accent};
    outline-offset: 2px;
  }
  @media (forced-colors: active) {
    svg :is(.line, .mark, .zero, .cursor, .bar.rest) {
      stroke: CanvasText;
    }
    svg :is(.bar:not(.rest), .mark:not(.hollow), .tick) {
      fill: CanvasText;
    }
    svg .hollow {
      fill: Canvas;
    }
  }
`;
