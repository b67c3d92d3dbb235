import { html, svg, type TemplateResult } from 'lit';

/**
 * A bar of a row; its number stands beside it.
 *
 * @param share - of the longest, 0 to 1
 */
export function bar(share: number): TemplateResult {
  return html`<svg class="track" aria-hidden="true">
    ${svg`<rect part="bar" class="bar" width="${(share * 100).toFixed(2)}%" height="100%" rx="1" />`}
  </svg>`;
}

/** Before the answer, a bar of the length that many have. @param rank - from 0 on */
export function ghostBar(rank: number): TemplateResult {
  return bar(0.75 ** rank);
}
