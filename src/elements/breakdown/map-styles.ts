import type { CSSResult } from 'lit';
import type { LazyTools } from '../lazy-tools.js';

let styles: CSSResult | undefined;

/**
 * A map is as wide as the element; what stands around it keeps its lines, whatever they hold. Land is pale, and its
 * borders are as the page: where nobody names the page's colour, white under dark text, black under light text.
 */
export const stylesOf = ({ css, color, small }: LazyTools): CSSResult =>
  (styles ??= css`
    .map {
      --f-page: Canvas;
      display: block;
      inline-size: 100%;
      touch-action: manipulation;
    }
    @supports (color: oklch(from currentColor l c h)) {
      .map {
        --f-page: oklch(from currentColor clamp(0, (0.65 - l) * 99, 1) 0 0);
      }
    }
    .land,
    .halo {
      fill: var(--figshare-color-surface, var(--f-surface, var(--f-page)));
      stroke: var(--figshare-color-surface, var(--f-surface, var(--f-page)));
      stroke-width: 0.5;
    }
    /* Around a dot: its ring is told from the darkest land, too. */
    .halo {
      stroke-width: 3;
      pointer-events: none;
    }
    .dot {
      stroke: ${color.accent};
    }
    .outline {
      fill: none;
      stroke: ${color.text};
      stroke-width: 1.5;
      pointer-events: none;
    }
    .zero {
      fill: ${color.faint};
    }
    .unknown {
      fill: url('#hatching');
    }
    .hatch {
      stroke: ${color.border};
    }
    /* One colour, from pale to full: the steps differ in lightness, which every reader can tell apart. */
    [class*='level'] {
      fill: ${color.accent};
    }
    .level0 {
      fill-opacity: 0.3;
    }
    .level1 {
      fill-opacity: 0.53;
    }
    .level2 {
      fill-opacity: 0.76;
    }
    .read {
      overflow: hidden;
      block-size: 1.75em;
      font-size: ${small};
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .legend {
      display: flex;
      block-size: 3em;
      margin: 0.6em 0 0;
      padding: 0;
      font-size: ${small};
      line-height: 1.4;
      list-style: none;
    }
    .legend li {
      display: block;
      flex: 0 1 3.5em;
      block-size: auto;
      font-size: 1em;
      white-space: nowrap;
    }
    /* Not on the whole: swatches mix their colours from the text's. */
    .legend span {
      color: ${color.muted};
    }
    .legend .apart {
      flex: none;
      margin-inline-start: 1.5em;
    }
    .legend .more {
      color: inherit;
      margin-inline-start: 0.35em;
    }
    .swatch {
      display: block;
      inline-size: 100%;
      block-size: 0.65em;
    }
    .apart .swatch {
      inline-size: 3.5em;
    }
    .elsewhere {
      min-block-size: 2.8em;
      font-size: ${small};
      line-height: 1.4;
    }
    .elsewhere span {
      display: block;
      color: ${color.muted};
    }
    @media (forced-colors: active) {
      .land,
      .dot,
      .hatch {
        stroke: CanvasText;
      }
      .swatch {
        outline: 1px solid CanvasText;
      }
      [class*='level'] {
        fill: CanvasText;
      }
      .outline {
        stroke: Highlight;
      }
    }
  `);
