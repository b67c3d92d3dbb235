import { html, nothing, type TemplateResult } from 'lit';
import type { Metric } from '../figshare/metric.js';
import { iconOf } from './icons.js';

/** What is drawn of one metric. */
export interface Figure {
  metric: Metric;
  label: string;
  /** The number as it is seen; undefined before the answer. */
  seen: string | undefined;
  /** The number as it is heard: exact, or in words that it is not known. */
  heard: string;
}

/** What a variant draws. */
export interface Drawing {
  figures: Figure[];
  /** In place of the figures, when there is nothing to count. */
  none: string | undefined;
  /** When the numbers are from; undefined before the answer. */
  asOf: string | undefined;
  /** They could not be renewed, so their date stands beside them. */
  isStale: boolean;
  /** What is counted, for which period. */
  counted: string;
  language: string;
}

/** A pill in the line: icon, number and name of each metric. */
export function badge({ figures, none, asOf, isStale }: Drawing): TemplateResult {
  const cells: unknown[] = none
    ? [html`<span part="label">${none}</span>`]
    : figures.map((figure) => html`${iconOf(figure.metric, 'icon')}${numberAndName(figure)}`);
  if (isStale) cells.push(html`<span part="meta">${asOf}</span>`);
  return html`${cells.map(
    (cell, index) => html`${index > 0 ? unseenComma : nothing}<span class="cell">${cell}</span>`,
  )}`;
}

/** A phrase that fits into a sentence: "46,088 views and 5,210 downloads". */
export function text({ figures, none, asOf, isStale, language }: Drawing): TemplateResult {
  const phrase = none
    ? html`<span part="label">${none}</span>`
    : listOf(figures, language).map((part) =>
        typeof part === 'string' ? html`<span part="separator">${part}</span>` : numberAndName(part),
      );
  return html`${phrase}${isStale ? html` <span part="meta">(${asOf})</span>` : nothing}`;
}

/** Large numbers over their names, and a line that says what they count. */
export function card({ figures, none, asOf, counted, language: _ }: Drawing): TemplateResult {
  const columns = figures.map(
    (figure, index) =>
      html`${index > 0 ? unseenComma : nothing}<span class="figure">${numberAndName(figure)}</span>`,
  );
  return html`<span class="figures">${none ? html`<span part="label">${none}</span>` : columns}</span
    ><span class="unseen">. </span><span part="meta">${counted}${asOf ? ` · ${asOf}` : nothing}</span>`;
}

/** The room that a badge takes with numbers as they commonly are. */
export function badgeReserve(figures: Figure[]): TemplateResult {
  return html`<span class="badge"
    >${figures.map(
      ({ metric, heard, label }) =>
        html`<span class="cell">${iconOf(metric)}<span data-text="${heard} ${label}"></span></span>`,
    )}</span
  >`;
}

export function textReserve(figures: Figure[], language: string): TemplateResult {
  return html`<span data-text=${phraseOf(figures, language)}></span>`;
}

/** The figures in plain words: "46,088 views and 5,210 downloads". */
export function phraseOf(figures: Figure[], language: string): string {
  return listOf(figures, language)
    .map((part) => (typeof part === 'string' ? part : `${part.heard} ${part.label}`))
    .join('');
}

function listOf(figures: Figure[], language: string): (Figure | string)[] {
  const indexes = figures.map((_, index) => String(index));
  return new Intl.ListFormat(language)
    .formatToParts(indexes)
    .map(({ type, value }) => (type === 'element' ? (figures[Number(value)] ?? '') : value));
}

/** Between what is seen side by side, for those who hear it one after the other. */
const unseenComma = html`<span part="separator"><span class="unseen">, </span></span>`;

function numberAndName({ seen, heard, label }: Figure): TemplateResult {
  return html`${numberOf(seen, heard)} <span part="label">${label}</span>`;
}

function numberOf(seen: string | undefined, heard: string): TemplateResult {
  if (seen === undefined) return html`<span part="value" class="skeleton"></span>`;
  if (seen === heard) return html`<span part="value">${seen}</span>`;
  return html`<span part="value" aria-hidden="true">${seen}</span><span class="unseen">${heard}</span>`;
}
