import { css } from 'lit';
import { color, small } from './styles.js';

/** It floats over the page, so it has a surface: the system's, light or dark as the page says. */
export const popoverStyles = css`
  .popover {
    position: fixed;
    z-index: 2147483647;
    inset: auto;
    box-sizing: border-box;
    inline-size: max-content;
    max-inline-size: min(24rem, 100vw - 8px);
    max-block-size: 60vh;
    overflow: auto;
    margin: 0;
    padding: 0.6em 0.9em;
    font-size: ${small};
    font-weight: 400;
    line-height: 1.5;
    text-align: start;
    white-space: normal;
    color: CanvasText;
    background: Canvas;
    border: 1px solid ${color.border};
    border-radius: var(--figshare-radius, 4px);
  }
  .popover > * {
    display: block;
  }
  .popover a {
    color: ${color.accentText};
  }
`;
