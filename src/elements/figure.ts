import { html, type TemplateResult } from 'lit';
import { lettersOf, type Figure } from '../format/figure.js';

/**
 * A number and its name. What is heard is in one piece, so that it is a phrase in every language: "views: not known".
 * Values are set as properties: a child part of Lit's would add a comment to each. The space
 * stands between two tags, where Chromium's accessibility tree keeps it.
 *
 * @param before - the name that stood there before the answer, where the place is to keep the width that it had
 */
export function numberAndName({ seen, heard, label }: Figure, before?: string): TemplateResult {
  const room =
    before === undefined
      ? 'value'
      : `value ${roomOf(lettersOf(before) - lettersOf(label))} ${squeezes[Math.min((seen?.length ?? 0) - roomy, 2)] ?? ''}`;
  const name = nameClass(label);
  if (seen === undefined) {
    return html`<span part="value" class="value skeleton"></span>
      <span part="label" class=${name} .textContent=${label}></span>`;
  }
  if (heard === `${seen} ${label}`) {
    return html`<span part="value" class=${room} .textContent=${seen}></span>
      <span part="label" class=${name} .textContent=${label}></span>`;
  }
  return html`<span part="value" class=${room} aria-hidden="true" .textContent=${seen}></span>
    <span part="label" class=${name} aria-hidden="true" .textContent=${label}></span
    ><span class="unseen" .textContent=${heard}></span>`;
}

/**
 * Names as the words of one text, each behind a space and on a line that it may begin; the spaces of their own do not part
 * them, unless they are long.
 */
export function asWords(figures: readonly Figure[]): string {
  const words = figures.map(({ label }) => {
    const space = label.length > longest ? '\u2005' : '\u2060\u2005\u2060';
    return `\u00a0${label.replace(/\s+/g, space)}`;
  });
  return words.join('\u200b');
}

/** Digits and their comma that have room. */
const roomy = 5;
/** By how many more there are: a number that is longer than its room takes of what is around it. */
const squeezes = ['', 'tight', 'tighter'];

/** Letters of a name that stays in one line. */
const longest = 24;

const nameClass = (label: string) => (label.length > longest ? 'label long' : 'label');

/** The box of a number makes up for the letters that its name lacks: 1 view, not views. */
function roomOf(lacking: number): string {
  return `room room${Math.max(0, Math.min(lacking, 3))}`;
}

export function word(part: string, content = ''): TemplateResult {
  return html`<span part=${part} class=${part} .textContent=${content}></span>`;
}

/** What stands between two things that are seen side by side, for those who hear one after the other. */
export function unseen(comma: string): TemplateResult {
  return html`<span part="separator" class="unseen" .textContent=${comma}></span>`;
}
