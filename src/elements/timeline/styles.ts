import { css } from 'lit';
import { color, small } from '../styles.js';

/** What all drawings share, and those in a line: a sparkline sits on the baseline and never makes its line higher. */
export const timelineStyles = css`
  .base {
    color: inherit;
    text-decoration: none;
  }
  .plot,
  .plot svg {
    overflow: visible;
  }
  .plot {
    direction: ltr;
    touch-action: pan-y;
  }
  /* A number stands by its key and by what it counts, and what is left of its room before them. */
  .one:not(.long) {
    display: inline-block;
    white-space: nowrap;
    text-align: end;
  }
  .one:first-child:has(.key) {
    text-align: start;
  }
  .one:not(.long) .room {
    max-inline-size: 0%;
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
  path.line,
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
  path.line,
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
  path.line.metric1,
  .mark.metric1,
  .bar.rest.metric1 {
    stroke: ${color.accent2};
  }
  .mark.metric1,
  .bar.metric1 {
    fill: ${color.accent2};
  }
  path.line.metric2,
  .mark.metric2,
  .bar.rest.metric2 {
    stroke: ${color.text};
  }
  .mark.metric2,
  .bar.metric2 {
    fill: ${color.text};
  }
  path.line.metric1 {
    stroke-dasharray: 5 3;
  }
  path.line.metric2 {
    stroke-dasharray: 1.5 3;
  }
  path.line.rest {
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
  .key.square {
    inline-size: 0.6em;
    block-size: 0.6em;
    vertical-align: baseline;
  }

  .sparkline .plot {
    inline-size: 6em;
    block-size: 1em;
    vertical-align: -0.15em;
  }
  /* Beside a card's numbers: the card says them, so the line alone stands there, as wide as there is room. */
  .trend,
  .trend :is(.base, .plot) {
    display: block;
  }
  :host([slot='trend']) .root::before {
    display: none;
  }
  /* Its area begins where the numbers do. */
  .trend .plot {
    inline-size: 101.3%;
    block-size: 2.5em;
    margin-left: -1.3%;
  }
  .trend :is(.line, .zero, .cursor) {
    vector-effect: non-scaling-stroke;
  }
  .sparkline .reading > :first-child {
    margin-inline-start: 0.4em;
  }
  .sparkline .base {
    white-space: normal;
  }
  .reading .meta {
    white-space: nowrap;
  }
  /* Letters beside them are smaller. */
  .room1 {
    inline-size: 5.2ch;
  }
  .room2 {
    inline-size: 5.8ch;
  }
  .room3 {
    inline-size: 6.4ch;
  }
  .sparkline .value {
    line-height: 0; /* a font's bold face may be higher */
  }
  .reading .room {
    line-height: 1;
    text-align: end;
  }
  /* Where it is not known, the flat line goes on until the dash. */
  :host(:state(error)) .sparkline .room {
    display: inline-flex;
    align-items: baseline;
    max-inline-size: none;
  }
  :host(:state(error)) .sparkline .room::before {
    content: '';
    flex: 1;
    margin: 0 0.3em 1px;
    border-block-end: 1px solid ${color.border};
  }
  :host(:state(error)) .sparkline .room:first-child::before {
    margin-inline-start: -0.6em;
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
    block-size: 4.625em;
    max-inline-size: 100%;
    margin-block-end: 0.25em;
  }
  .bars .plot:has(.read) .bar:not(.read) {
    opacity: 0.5;
  }

  .popover .numbers {
    margin-block-start: 0.6em;
  }
  .popover table {
    font-size: inherit;
  }
  .read {
    font-weight: 600;
  }
  @media (forced-colors: active) {
    svg :is(path.line, .mark, .zero, .cursor, .bar.rest) {
      stroke: CanvasText;
    }
    svg :is(.bar:not(.rest), .mark:not(.hollow), .tick) {
      fill: CanvasText;
    }
    svg .mark.hollow,
    svg .bar.metric1 {
      fill: Canvas;
    }
    svg .bar.metric1 {
      stroke: CanvasText;
    }
  }
`;
