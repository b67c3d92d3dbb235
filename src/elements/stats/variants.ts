import { html, nothing, type TemplateResult } from 'lit';
import type { Metric } from '../../figshare/metric.js';
import type { Figure } from '../../format/figure.js';
import { numberAndName, unseen, word } from '../figure.js';

/** What a variant draws. */
export interface Drawing {
  metrics: readonly Metric[];
  /** Of each metric. */
  figures: Figure[];
  /** In place of the figures, when there is nothing to count. */
  none: string | undefined;
  /** When the numbers are from, where they could not be renewed. */
  asOf: string | undefined;
  locale: string;
  /** The names before the answer, where their places keep the width that they had. */
  before: string[] | undefined;
  /** Between figures, for those who hear them. */
  comma: string;
}

/** A pill in the line: number and name of each metric. */
export function badge({ figures, none, asOf, before, comma }: Drawing): TemplateResult[] {
  const contents = none
    ? [word('label', none)]
    : figures.map((figure, index) => numberAndName(figure, before?.[index]));
  if (asOf) contents.push(word('meta', asOf));
  return contents.map((content, index) =>
    index > 0
      ? html`<span part="separator" class="unseen" .textContent=${comma}></span>
          <span class="cell">${content}</span>`
      : html`<span class="cell">${content}</span>`,
  );
}

/** A phrase that fits into a sentence: "46,088 views and 5,210 downloads". */
export function text({ figures, none, asOf, locale }: Drawing): TemplateResult {
  const phrase = listOf(figures, locale).map((part) =>
    typeof part === 'string'
      ? html`<span part="separator" .textContent=${part}></span>`
      : html`<span class="whole">${numberAndName(part)}</span>`,
  );
  return html`${none ? word('label', none) : phrase}${asOf ? html` ${word('meta', `(${asOf})`)}` : nothing}`;
}

/** Large numbers over their names. */
export function columns({ metrics, figures, comma }: Drawing): TemplateResult[] {
  return figures.map(
    (figure, index) =>
      html`${index > 0 ? html`${unseen(comma)} ` : nothing}<span class="column ${metrics[index]}"
          >${numberAndName(figure)}</span
        >`,
  );
}

function listOf(figures: Figure[], locale: string): (Figure | string)[] {
  const indexes = figures.map((_, index) => String(index));
  return new Intl.ListFormat(locale)
    .formatToParts(indexes)
    .map(({ type, value }) => (type === 'element' ? (figures[Number(value)] ?? '') : value));
}
