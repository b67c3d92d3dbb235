import { css } from 'lit';
import { color } from '../styles.js';

/** What totals need beyond a badge. */
export const statsStyles = css`
  .badge .separator {
    padding-block: 0.2em;
    border-inline-start: 1px solid ${color.border};
  }
  .icon {
    inline-size: 1em;
    block-size: 1em;
    margin-inline-end: 0.4em;
    vertical-align: -0.125em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linejoin: round;
    stroke-linecap: round;
  }
  .card .value {
    font-weight: 600;
    color: ${color.text};
  }
  a.card:hover {
    border-color: ${color.accent};
  }

  .text {
    color: var(--figshare-color-text, inherit);
    text-underline-offset: 0.2em;
    text-decoration-thickness: 1px;
  }
  .light .text,
  .dark .text {
    color: ${color.text};
  }

  .card {
    display: block;
    box-sizing: border-box;
    max-inline-size: 100%;
    padding: 1em 1.25em;
    line-height: 1.4;
    color: ${color.muted};
    background: ${color.surface};
    border: 1px solid ${color.border};
    border-radius: var(--figshare-radius, 8px);
    text-decoration: none;
  }
  .figures {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em var(--figshare-gap, 2em);
    min-block-size: 3.2em;
  }
  .figure {
    display: grid;
    grid-template-rows: auto auto;
    max-inline-size: 100%;
    font-size: 0.8125em;
  }
  .card .value {
    display: block;
    min-block-size: 1.1em;
    min-inline-size: 6ch;
    overflow-wrap: anywhere;
    font-size: 2.15em;
    line-height: 1.1;
  }
  .card .skeleton {
    min-block-size: 0.7em;
    margin-block: 0.2em;
  }
  .card .meta {
    display: block;
    padding-block-start: 0.8em;
    font-size: 0.75em;
    inline-size: 0;
    min-inline-size: 100%;
  }
`;
