import { itemName } from '../../figshare/item.js';
import { formatCount } from '../../format/count.js';
import { perLocale } from '../../format/per-locale.js';
import { dash, nounOf } from '../../format/figure.js';
import { formatPart } from '../../format/timeline-text.js';
import type { ShownTimeline } from '../../format/timeline-drawing.js';
import { capitalized, headingOf } from '../../format/words/grammar.js';

const units = perLocale((language) => new Intl.DisplayNames(language, { type: 'dateTimeField' }));

/**
 * The numbers of a timeline as a table. It is made at once, without a template: a hundred sparklines on a page have
 * thousands of rows, and nothing in them changes.
 */
export function tableOf({ question, reader, series, dates }: ShownTimeline): HTMLTableElement {
  const { metrics, granularity } = question;
  const table = document.createElement('table');
  table.lang = reader.language;
  table.dir = 'auto';
  table.setAttribute('part', 'table');
  table.setAttribute('aria-labelledby', 'summary');
  const unit = units(reader.locale).of(granularity) ?? '';
  const heads = [unit, ...metrics.map((metric) => headingOf(nounOf(metric, reader)))];
  addRow(
    table.createTHead(),
    heads.map((head) => capitalized(head, reader.locale)),
    'col',
  );
  const body = table.createTBody();
  dates.forEach((date, index) => {
    const values = series.map((points) => points[index]?.value);
    const texts = values.map((value) => (value === undefined ? dash : formatCount(value, reader.locale)));
    addRow(body, [formatPart(date, question, reader), ...texts], 'row');
  });
  return table;
}

/** @param scope - of the headings: of the whole row in the table's head, of the first cell in its body */
function addRow(section: HTMLTableSectionElement, texts: string[], scope: 'col' | 'row'): void {
  const row = section.insertRow();
  texts.forEach((text, index) => {
    const isHeading = scope === 'col' || index === 0;
    const cell = document.createElement(isHeading ? 'th' : 'td');
    if (isHeading) cell.scope = scope;
    cell.textContent = text;
    row.append(cell);
  });
}

/**
 * The same for a spreadsheet, as comma-separated values (RFC 4180): dates and numbers as they are, whoever reads them. None
 * of these has to be quoted, and none can be taken for a formula.
 */
export function csvOf({ question, series, dates, isCumulative }: ShownTimeline): string {
  const heads = question.metrics.map((metric) => (isCumulative ? `${metric} (running total)` : metric));
  const rows = dates.map((date, index) => [date, ...series.map((points) => points[index]?.value ?? '')]);
  return [['date', ...heads], ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}

/** What is in it, for when it lies among others: item, metrics, period. */
export function csvName({ items, metrics, period }: ShownTimeline['question']): string {
  const words = ['figshare', ...items.map(itemName), ...metrics, period.start, period.end];
  return `${words
    .join('-')
    .replace(/[^\w.-]+/g, '-')
    .slice(0, 120)}.csv`;
}
