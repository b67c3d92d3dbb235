/** What a sparkline says to those who do not see it: a sentence, and a table of its months. */
import type { Series } from '../../../src/figshare/series.js';
import { formatMonth, formatNumber, formatPeriod, nounOf } from './plain.js';

/** "Jan 1, 2019 – Dec 31, 2023: 42,130 views, most: Aug 2023 (1,123), rising" */
export function summaryOf(series: Series): string {
  let earlier = 0;
  let later = 0;
  let most = series[0]!;
  series.forEach((point, index) => {
    if (index < series.length / 2) earlier += point.value;
    else later += point.value;
    if (point.value > most.value) most = point;
  });
  const total = earlier + later;
  const trend = later > earlier * 1.1 ? 'rising' : later < earlier * 0.9 ? 'falling' : 'steady';
  const peak = `most: ${formatMonth(most.date)} (${formatNumber(most.value)})`;
  return `${formatPeriod()}: ${formatNumber(total)} ${nounOf('view', total)}, ${peak}, ${trend}`;
}

export function tableOf(series: Series): HTMLTableElement {
  const table = document.createElement('table');
  table.lang = 'en';
  table.dir = 'auto';
  table.setAttribute('part', 'table');
  table.setAttribute('aria-labelledby', 'summary');
  const head = table.createTHead().insertRow();
  head.append(heading('month', 'col'), heading('views', 'col'));
  const body = table.createTBody();
  for (const { date, value } of series) {
    const row = body.insertRow();
    row.append(heading(formatMonth(date), 'row'));
    row.insertCell().textContent = formatNumber(value);
  }
  return table;
}

function heading(text: string, scope: string): HTMLTableCellElement {
  const cell = document.createElement('th');
  cell.scope = scope;
  cell.textContent = text;
  return cell;
}
