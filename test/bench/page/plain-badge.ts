import type { totals } from '../numbers.js';
import { color, commonCss, html, link, numberAndName, svg } from './plain.js';

const eye = 'M1 8c3.5-5.5 10.5-5.5 14 0c-3.5 5.5-10.5 5.5-14 0zM8 6a2 2 0 1 0 0 4a2 2 0 1 0 0-4z';
const arrow = 'M8 2v8M4.5 7L8 10.5L11.5 7M2.5 13.5h11';

/** The same badge as `<figshare-stats>` shows, by code that knows nothing but this one. */
export function plainBadge({ views, downloads }: typeof totals): HTMLElement {
  return link(
    'badge',
    'figshare raw counts, all versions',
    html('wbr', {}),
    cell(eye, views, 'view'),
    html('span', { part: 'separator', class: 'separator' }, html('span', { class: 'unseen' }, ', ')),
    html('wbr', {}),
    cell(arrow, downloads, 'download'),
  );
}

function cell(outline: string, count: number, noun: string): HTMLElement {
  const icon = { part: 'icon', class: 'icon', viewBox: '0 0 16 16', 'aria-hidden': 'true' };
  return html(
    'span',
    { class: 'cell' },
    svg('svg', icon, svg('path', { d: outline })),
    ...numberAndName(count, noun),
  );
}

export const plainBadgeCss = `${commonCss}
  .badge {
    font-size: 0.8125em;
    padding-block: 0.2em;
    background: ${color.surface};
    border: 1px solid ${color.border};
    border-radius: var(--figshare-radius, 4px);
  }
  .badge:hover {
    border-color: ${color.accent};
  }
  .badge,
  .cell {
    -webkit-box-decoration-break: clone;
    box-decoration-break: clone;
  }
  .cell {
    white-space: nowrap;
    padding-inline: var(--figshare-gap, 0.6em);
  }
  .cell .label {
    white-space: normal;
  }
  .separator {
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
`;
