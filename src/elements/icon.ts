import { html, type TemplateResult } from 'lit';
import { outlines } from '../charts/icons.js';
import type { Metric } from '../figshare/metric.js';

/**
 * The sign of a metric; the label beside it says the same in words.
 *
 * @param part - its CSS part; none where it only takes up room
 */
export function iconOf(metric: Metric, part = ''): TemplateResult {
  return html`<svg part=${part} class="icon" viewBox="0 0 16 16" aria-hidden="true">
    <path d=${outlines[metric]} />
  </svg>`;
}
