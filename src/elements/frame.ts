import { html, nothing, type TemplateResult } from 'lit';

/** What stands above something that stands alone: what it shows, and the period. */
export interface Title {
  text: string;
  /** Behind it, in second rank: "last 12 months". */
  more?: string | undefined;
}

/** What can be done. */
export interface Action {
  text: string;
  /** What those hear who do not see what stands around the button: the hosts that are asked. */
  unseen?: string;
  press: () => void;
}

/** What is counted, and of when that is. */
export type Counted = readonly [what: string, when: string];

/** In place of numbers: a sentence that says why, and what can be done. */
export interface Message {
  sentence: string;
  button?: Action | undefined;
  /** Under it, in second rank. */
  meta?: Counted | undefined;
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
    ${button ? buttonFor(button) : nothing}
    ${meta ? html`<p part="meta" class="meta">${meta[0]} <br />${meta[1]}</p>` : nothing}
  </div>`;
}

export function buttonFor({ text, unseen, press }: Action): TemplateResult {
  return html`<button part="button" class="button" type="button" @click=${press}>
    ${text}${unseen ? html`<span class="unseen">: ${unseen}</span>` : nothing}
  </button>`;
}

/**
 * The last line of what stands alone: what is counted, as of when; actions; where the numbers come from. The dot before
 * the date hangs over the edge, and is cut off there, where the date begins a line.
 *
 * @param isWaiting - it takes its room, and is not seen
 */
export function footOf(
  [what, when]: Counted,
  actions: unknown,
  link: { href: string; text: string } | undefined,
  isWaiting: boolean,
): TemplateResult {
  return html`<div class="foot ${isWaiting ? 'waiting' : ''}">
    <span part="meta" class="meta">${what}   <span class="when" .textContent=${when}></span></span>
    <span class="actions"
      >${actions}${link ? html`<a class="action" href=${link.href} rel="noopener">${link.text}</a>` : nothing}</span
    >
  </div>`;
}
