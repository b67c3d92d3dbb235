import { css } from 'lit';
import { color, small } from '../styles.js';

/**
 * A sparkline sits on the baseline and never makes its line higher. A chart is 40 em wide, or as wide as the element is
 * made.
 */
export const timelineStyles = css`
  figure {
    margin: 0;
  }
  .base {
    color: inherit;
    text-decoration: none;
  }
  .plot {
    direction: ltr;
    overflow: visible;
    touch-action: pan-y;
  }
  .one ~ .one {
    margin-inline-start: 0.4em;
  }
  .reading .label,
  .reading .meta {
    font-size: ${small};
  }
  a.base:hover .value {
    color: ${color.accentText};
  }

  .area {
    fill: ${color.accent};
    fill-opacity: 0.12;
  }
  .line,
  .zero,
  .cursor {
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
    margin-inline-end: 0.3em;
    vertical-align: 0.1em;
  }

  .sparkline .plot {
    inline-size: 6em;
    block-size: 1em;
    vertical-align: -0.15em;
  }
  /* Beside a card's numbers: the card says them, so the line alone stands there, as wide as there is room. */
  :host([slot='trend']) .sparkline,
  :host([slot='trend']) .sparkline :is(.base, .plot) {
    display: block;
    inline-size: 100%;
  }
  :host([slot='trend']) .sparkline .plot {
    block-size: auto;
  }
  :host([slot='trend']) :is(.line, .zero, .mark) {
    vector-effect: non-scaling-stroke;
  }
  :host([slot='trend']) .mark {
    transform: scale(0.6);
    transform-box: fill-box;
    transform-origin: center;
  }
  :host([slot='trend']) .sparkline .reading {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .sparkline .reading {
    margin-inline-start: 0.4em;
  }
  .sparkline .base {
    white-space: normal;
  }
  .sparkline :is(.one, .meta) {
    white-space: nowrap;
  }
  .sparkline .long {
    white-space: normal;
  }
  /* Letters beside them are smaller. */
  .room1 {
    min-inline-size: 5.2ch;
  }
  .room2 {
    min-inline-size: 5.8ch;
  }
  .room3 {
    min-inline-size: 6.4ch;
  }
  .sparkline .value {
    line-height: 0; /* a font's bold face may be higher */
  }
  .reading .room {
    line-height: 1;
  }

  .bars {
    display: inline-block;
    max-inline-size: 100%;
    white-space: normal;
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

  .block {
    --f-inline-size: 40em;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25em;
  }
  .switch {
    min-block-size: 24px;
    padding: 0;
    font: inherit;
    font-size: ${small};
    color: inherit;
    background: none;
    border: 0;
    cursor: pointer;
  }
  .plane {
    position: relative;
    block-size: 13em;
  }
  .plane canvas {
    position: absolute;
    inset: 0;
    touch-action: pan-y;
  }
  .plane .plot {
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
    outline: 0 solid CanvasText;
    column-rule-color: Canvas;
    text-decoration-color: transparent;
    text-decoration-color: color-mix(in srgb, ${color.accent} 12%, transparent);
    transition: all 1ms step-start;
  }
  .summary {
    margin: 0.6em 0 0.4em;
    font-size: ${small};
    line-height: 1.5;
    color: ${color.muted};
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
  .read {
    font-weight: 600;
  }
  table {
    border-collapse: collapse;
    font-size: ${small};
  }
  .popover table {
    font-size: inherit;
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
