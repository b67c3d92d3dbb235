import { css } from 'lit';
import { color, small } from '../styles.js';

/** What all drawings share, and those in a line: a sparkline sits on the baseline and never makes its line higher. */
export const timelineStyles = css`
  /* Of the second metric, as those of the first. */
  .root {
    --f-accent-2: currentColor;
    --f-accent-2-text: var(--f-accent-2);
  }
  @supports (color: light-dark(red, red)) {
    .root {
      --f-accent-2: light-dark(#a3521b, #f0a56b);
    }
  }
  @supports (color: oklch(from currentColor l c h)) {
    .root {
      --f-accent-2: oklch(from currentColor calc(0.38 + 0.42 * l) calc(0.09 + 0.04 * l) 52);
      --f-accent-2-text: oklch(from currentColor calc(0.24 + 0.6 * l) calc(0.06 + 0.07 * l) 52);
    }
  }
  @media (forced-colors: active) {
    .root {
      --f-accent-2: CanvasText;
      --f-accent-2-text: LinkText;
    }
  }
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
  .one {
    display: inline-block;
    white-space: nowrap;
    text-align: end;
  }
  .one .room {
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
  /* In the flow, empty or not: a region that was laid out anew as it speaks might not be heard, and one that is positioned
     has a layer of its own. */
  .spoken {
    font-size: 0;
    line-height: 0;
    letter-spacing: 0;
    word-spacing: 0;
    -webkit-user-select: none;
    user-select: none;
  }
  .metric1 {
    --f-metric: ${color.accent2};
  }
  .metric2 {
    --f-metric: ${color.text};
  }
  path.line,
  .mark,
  .bar.rest {
    stroke: var(--f-metric, ${color.accent});
  }
  .mark,
  .bar {
    fill: var(--f-metric, ${color.accent});
  }
  .mark {
    stroke-width: 1.5;
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
  :host(:state(error)) .sparkline .room:first-child {
    display: inline-flex;
    align-items: baseline;
    max-inline-size: none;
  }
  :host(:state(error)) .sparkline .room:first-child::before {
    content: '';
    flex: 1;
    margin: 0 0.3em 1px;
    margin-inline-start: -0.6em;
    border-block-end: 1px solid ${color.border};
  }

  /* The last word stands at its edge, with room for a comma behind it, however its words wrap. */
  .bars {
    display: inline-block;
    max-inline-size: calc(100% - 0.5em);
    white-space: normal;
    text-align-last: end;
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

  .popover table {
    font-size: inherit;
  }
  .read {
    font-weight: 600;
  }
  @media (forced-colors: active) {
    svg [class] {
      --f-metric: CanvasText;
    }
    svg :is(.zero, .cursor) {
      stroke: CanvasText;
    }
    .tick {
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
