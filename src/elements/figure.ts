import { html, type TemplateResult } from 'lit';
import type { Figure } from '../format/figure.js';

/** How it is drawn. */
export interface Manner {
  /**
   * Takes up room for numbers to come, unseen. Its words are drawn by CSS: what is read, copied or searched as
   * text must not hold them.
   */
  isReserve: boolean;
}

/**
 * What is heard is in one piece, so that it is a phrase in every language: "views: not known".
 *
 * The space stands in the template, between two tags: beside the comments that Lit leaves around its values,
 * Chromium's accessibility tree drops it, and "46,088views" is heard.
 */
export function numberAndName({ seen, heard, label }: Figure, { isReserve }: Manner): TemplateResult {
  if (isReserve) {
    return html`<span class="value" data-text=${seen}></span> <span class="label" data-text=${label}></span>`;
  }
  if (seen === undefined || heard === `${seen} ${label}`) {
    return html`<span part="value" class="value ${seen ? '' : 'skeleton'}">${seen}</span>
      <span part="label" class="label">${label}</span>`;
  }
  return html`<span part="value" class="value" aria-hidden="true">${seen}</span>
    <span part="label" class="label" aria-hidden="true">${label}</span><span class="unseen">${heard}</span>`;
}

export function word(part: string, content = '', { isReserve }: Manner): TemplateResult {
  return isReserve
    ? html`<span class=${part} data-text=${content}></span>`
    : html`<span part=${part} class=${part}>${content}</span>`;
}
