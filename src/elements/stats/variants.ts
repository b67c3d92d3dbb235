import { html, nothing, type TemplateResult } from 'lit';
import type { Metric } from '../../figshare/metric.js';
import type { Figure } from '../../format/figure.js';
import { numberAndName, word } from '../figure.js';
import { iconOf } from '../icon.js';

/** What is drawn of one metric. */
export interface MetricFigure extends Figure {
  metric: Metric;
}

/** What a variant draws. */
export interface Drawing {
  figures: MetricFigure[];
  /** In place of the figures, when there is nothing to count. */
  none: string | undefined;
  /** When the numbers are from; undefined before the answer. */
  asOf: string | undefined;
  /** They could not be renewed, so their date stands beside them. */
  isStale: boolean;
  /** What is counted, for which period. */
  counted: string;
  locale: string;
  /** Between figures, for those who hear them. */
  comma: string;
  isReserve: boolean;
}

/** A pill in the line: icon, number and name of each metric. */
export function badge(drawing: Drawing): TemplateResult {
  const { figures, asOf, isStale, isReserve } = drawing;
  const cells: TemplateResult[] = figures.map(
    (figure) => html`${iconOf(figure.metric, isReserve ? '' : 'icon')}${numberAndName(figure, drawing)}`,
  );
  if (isStale) cells.push(word('meta', asOf, drawing));
  return html`${(noneOf(drawing) ?? cells).map(
    (cell, index) =>
      html`${index > 0 ? unseenComma(drawing) : nothing}<wbr /><span class="cell">${cell}</span>`,
  )}`;
}

/** A phrase that fits into a sentence: "46,088 views and 5,210 downloads". */
export function text(drawing: Drawing): TemplateResult {
  const { figures, asOf, isStale, locale } = drawing;
  const phrase = listOf(figures, locale).map((part) =>
    typeof part === 'string' ? word('separator', part, drawing) : numberAndName(part, drawing),
  );
  return html`${noneOf(drawing) ?? phrase}${isStale ? html` ${word('meta', `(${asOf})`, drawing)}` : nothing}`;
}

/** Large numbers over their names, and a line that says what they count. */
export function card(drawing: Drawing): TemplateResult {
  const { figures, asOf, counted } = drawing;
  const columns = figures.map(
    (figure, index) =>
      html`${index > 0 ? unseenComma(drawing) : nothing}<span class="figure"
          >${numberAndName(figure, drawing)}</span
        >`,
  );
  const meta = asOf ? `${counted} · ${asOf}` : counted;
  return html`<span class="figures">${noneOf(drawing) ?? columns}</span
    ><span class="unseen">. </span>${word('meta', meta, drawing)}`;
}

/** The figures in plain words, exact: "46,088 views and 5,210 downloads". */
export function phraseOf(figures: MetricFigure[], locale: string): string {
  return listOf(figures, locale)
    .map((part) => (typeof part === 'string' ? part : part.heard))
    .join('');
}

function listOf(figures: MetricFigure[], locale: string): (MetricFigure | string)[] {
  const indexes = figures.map((_, index) => String(index));
  return new Intl.ListFormat(locale)
    .formatToParts(indexes)
    .map(({ type, value }) => (type === 'element' ? (figures[Number(value)] ?? '') : value));
}

/** Between what is seen side by side, for those who hear it one after the other. */
function unseenComma({ comma }: Drawing): TemplateResult {
  return html`<span part="separator" class="separator"><span class="unseen">${comma}</span></span>`;
}

function noneOf(drawing: Drawing): TemplateResult[] | undefined {
  return drawing.none ? [word('label', drawing.none, drawing)] : undefined;
}
