import { html, nothing, type TemplateResult } from 'lit';

/** What stands above something that stands alone: what it shows, and the period. */
export interface Title {
  text: string;
  /** Behind it, in second rank: "last 12 months". */
  more?: string | undefined;
}

/** In place of numbers: a sentence that says why, and what can be done. */
export interface Message {
  sentence: string;
  button?: { text: string; press: () => void } | undefined;
  /** Under it, in second rank: what is counted. */
  meta?: string | undefined;
}

/**
 * A title in two ranks.
 *
 * @param heading - the page's own words; empty ones hide it from the eye alone
 */
export function titleOf({ text, more }: Title, heading: string | undefined): TemplateResult {
  const isHidden = heading?.trim() === '';
  return html`<span class="title ${isHidden ? 'unseen' : ''}"
    ><span class="name" .textContent=${heading?.trim() || text}></span
    >${more ? html` <span class="more" .textContent=${more}></span>` : nothing}</span
  >`;
}

/** A frame for whatever stands alone without numbers; what stands between the tags has its place under the sentence. */
export function framed(
  title: TemplateResult | typeof nothing,
  { sentence, button, meta }: Message,
): TemplateResult {
  return html`<div class="frame">
    ${title}
    <p class="sentence" .textContent=${sentence}></p>
    <slot></slot>
    ${
      button
        ? html`<button part="button" class="button" type="button" @click=${button.press}>
            ${button.text}
          </button>`
        : nothing
    }
    ${meta ? html`<p part="meta" class="meta" .textContent=${meta}></p>` : nothing}
  </div>`;
}

/**
 * The last line of what stands alone: what is counted, as of when; actions; where the numbers come from.
 *
 * @param isWaiting - it takes its room, and is not seen
 */
export function footOf(
  counted: string,
  actions: unknown,
  link: { href: string; text: string } | undefined,
  isWaiting: boolean,
): TemplateResult {
  return html`<div class="foot ${isWaiting ? 'waiting' : ''}">
    <span part="meta" class="meta" .textContent=${counted}></span> ${actions}
    ${link ? html`<a class="action" href=${link.href} rel="noopener">${link.text}</a>` : nothing}
  </div>`;
}
