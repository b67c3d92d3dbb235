import type { CSSResult } from 'lit';
import type { LazyTools } from '../lazy-tools.js';

let styles: CSSResult | undefined;

/** A canvas fills the place of the drawing; its probe is not seen. */
export const stylesOf = ({ css, color }: LazyTools): CSSResult =>
  (styles ??= css`
    .drawing canvas {
      position: absolute;
      inset: 0;
      touch-action: pan-y;
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
      text-decoration-color: ${color.faint};
      transition: all 1ms step-start;
    }
    @supports (color: color-mix(in oklab, red, red)) {
      .probe {
        text-decoration-color: color-mix(in srgb, ${color.accent} 12%, transparent);
      }
    }
    .probe.light {
      color: var(--figshare-color-text, CanvasText);
    }
  `);
