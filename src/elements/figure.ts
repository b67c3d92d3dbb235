import { html, nothing, type TemplateResult } from 'lit';
import type { Figure } from '../format/figure.js';

/**
 * A number and its name. Values are set as properties: a child part of Lit's would add a comment to each. The space
 * stands between two tags, where Chromium's accessibility tree keeps it.
 *
 * @param hasRoom - the number's box keeps the width that it had before the answer
 */
export function numberAndName({ seen, heard, label }: Figure, hasRoom = false): TemplateResult {
  const room = hasRoom ? 'value room' : 'value';
  if (seen === undefined) {
    return html`<span part="value" class="value skeleton"></span>
      <span part="label" class="label" .textContent=${label}></span>`;
  }
  if (seen === heard) {
    return html`<span part="value" class=${room} .textContent=${seen}></span>
      <span part="label" class="label" .textContent=${label}></span>`;
  }
  return html`<span part="value" class=${room} aria-hidden="true" .textContent=${seen}></span
    ><span class="unseen" .textContent=${heard}></span>
    <span part="label" class="label" .textContent=${label}></span>`;
}

export function word(part: string, content = ''): TemplateResult {
  return html`<span part=${part} class=${part} .textContent=${content}></span>`;
}

/** What stands between two things that are seen side by side, for those who hear one after the other. */
export const unseenComma = html`<span part="separator" class="unseen">, </span>`;

/** A comma before all but the first. */
export function withCommas(parts: readonly TemplateResult[]): (TemplateResult | typeof nothing)[] {
  return parts.flatMap((part, index) => (index > 0 ? [unseenComma, part] : [part]));
}
