import { marker, sparkline, sparklineBox } from '../../../src/charts/sparkline.js';
import type { Series } from '../../../src/figshare/series.js';
import { summaryOf, tableOf } from './plain-reading.js';
import { color, commonCss, formatMonth, formatPeriod, html, link, numberAndName, svg } from './plain.js';

/** The same as `<figshare-timeline>` shows, and says, of finished months: by code that knows nothing but this. */
export function plainSparkline(series: Series): HTMLElement {
  const { date, value } = series.at(-1)!;
  const reading = html(
    'span',
    { class: 'reading' },
    html('span', {}, ...numberAndName(value, 'view')),
    ' ',
    html('span', { part: 'meta', class: 'meta' }, formatMonth(date)),
  );
  const summary = { id: 'summary', part: 'summary', class: 'unseen', dir: 'auto', 'aria-hidden': 'true' };
  return html(
    'figure',
    { class: 'sparkline' },
    link('base', `figshare raw counts, all versions · ${formatPeriod()}`, plot(series), reading),
    html('figcaption', summary, summaryOf(series)),
    html('div', { class: 'unseen' }, tableOf(series)),
  );
}

function plot(series: Series): SVGElement {
  const { line, rest, area, placeOf } = sparkline([series.map(({ value }) => value)], false)[0]!;
  const viewBox = `0 0 ${sparklineBox.width} ${sparklineBox.height}`;
  return svg(
    'svg',
    { part: 'chart', class: 'plot', viewBox, role: 'img', 'aria-labelledby': 'summary' },
    svg('path', { part: 'area', class: 'area', d: area }),
    svg('path', { part: 'line', class: 'line', d: line }),
    svg('path', { part: 'line', class: 'line rest', d: rest }),
    svg('path', { class: 'mark', d: marker(0, placeOf(series.length - 1)!) }),
  );
}

export const plainSparklineCss = `${commonCss}
  figure {
    display: inline;
    margin: 0;
  }
  .plot {
    inline-size: 6em;
    block-size: 1.125em;
    vertical-align: -0.2em;
    direction: ltr;
    overflow: visible;
    touch-action: pan-y;
  }
  .reading {
    margin-inline-start: 0.4em;
  }
  .reading > :first-child {
    margin-inline-end: 0.4em;
  }
  .label,
  .meta {
    font-size: 0.8125em;
  }
  a:hover .value {
    color: ${color.accent};
  }
  .line,
  .area {
    fill: none;
    stroke-width: 1.5;
    stroke-linejoin: round;
    stroke-linecap: round;
  }
  .line,
  .mark {
    stroke: ${color.accent};
  }
  .mark {
    fill: ${color.accent};
    stroke-width: 1.5;
  }
  .rest {
    stroke-dasharray: 0.5 2.5;
  }
  table {
    border-collapse: collapse;
    font-size: 0.8125em;
    color: ${color.text};
    user-select: none;
  }
  th {
    font-weight: 400;
    text-align: start;
    color: ${color.muted};
  }
  td,
  thead th:not(:first-child) {
    padding-inline-start: 1.5em;
    text-align: end;
  }
  th,
  td {
    padding-block: 0.2em;
    border-block-end: 1px solid ${color.border};
  }
`;
