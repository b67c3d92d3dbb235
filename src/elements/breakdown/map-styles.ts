import { css, unsafeCSS } from 'lit';
import { color } from '../styles.js';

/** One colour, from pale to full: the steps differ in lightness, which every reader can tell apart. */
const levels = [20, 38, 57, 78, 100].map((share, level) => ({ level: `.level${level}`, share: `${share}%` }));

const fills = (ink: string, paper: string) =>
  unsafeCSS(
    levels
      .map(({ level, share }) => `${level} { fill: color-mix(in oklab, ${ink} ${share}, ${paper}) }`)
      .join('\n'),
  );

/** A map is as wide as the element; what stands around it keeps its lines, whatever they hold. */
export const mapStyles = css`
  .map {
    display: block;
    inline-size: 100%;
  }
  .map:focus-visible {
    outline: 2px solid ${color.accent};
    outline-offset: 2px;
  }
  .land,
  .swatch rect {
    stroke: ${color.muted};
    stroke-width: 0.5;
  }
  .outline {
    fill: none;
    stroke: ${color.text};
    stroke-width: 1.5;
    pointer-events: none;
  }
  .zero {
    fill: ${color.surface};
  }
  .unknown {
    fill: url('#hatching');
  }
  .hatch {
    stroke: ${color.muted};
  }
  ${fills(color.accent.cssText, color.surface.cssText)}
  .read {
    overflow: hidden;
    block-size: 1.75em;
    font-size: 0.875em;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .foot {
    min-block-size: 28px;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2em 0.7em;
    margin: 0.4em 0 0;
    padding: 0;
    font-size: 0.8125em;
    color: ${color.muted};
    list-style: none;
  }
  .legend li {
    display: flex;
    align-items: center;
    gap: 0.3em;
    block-size: auto;
  }
  .swatch {
    inline-size: 1em;
    block-size: 0.8em;
  }
  .elsewhere {
    block-size: 2.7em;
    overflow: auto;
    font-size: 0.8125em;
    line-height: 1.35;
    color: ${color.muted};
  }
  @media (forced-colors: active) {
    .land,
    .hatch,
    .swatch rect {
      stroke: CanvasText;
    }
    ${fills('CanvasText', 'Canvas')}
    .outline {
      stroke: Highlight;
    }
  }
`;
