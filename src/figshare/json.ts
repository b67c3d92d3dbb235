import { FigshareError } from './error.js';
import type { Counter, Metric } from './metric.js';
import type { Granularity } from './period.js';
import type { Events, Point, Timeline } from './series.js';

/** Totals by metric; `null` where there is none: no event in the period, or a source that does not tell. */
export type Totals = Partial<Record<Metric, number | null>>;

/** The service's word for a metric in combined totals. */
const combinedKeys = {
  views: 'views',
  downloads: 'downloads',
  shares: 'shares',
  citations: 'cites',
} as const;

const dateForms = {
  day: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  month: /^\d{4}-(0[1-9]|1[0-2])$/,
  year: /^\d{4}$/,
};

/**
 * Reads `{"totals": 231}`.
 *
 * @throws FigshareError `bad-data`
 */
export function readTotal(body: unknown): number {
  return readCount(field(body, 'totals'), 'totals');
}

/**
 * Reads combined totals, `{"views": 231, "downloads": 5, "shares": 0, "cites": 2}`. They are undocumented and
 * may lack some or all of it: what is missing is left out, for the documented requests to fill in.
 *
 * @throws FigshareError `bad-data`: a number that cannot be a count
 */
export function readCombinedTotals(body: unknown): Totals {
  const totals: Totals = {};
  for (const [metric, key] of Object.entries(combinedKeys)) {
    const value = isRecord(body) && Object.hasOwn(body, key) ? body[key] : undefined;
    if (value !== undefined && value !== null) totals[metric as Metric] = readCount(value, key);
  }
  return totals;
}

/**
 * Reads `{"timeline": {"total": 10}}`; a timeline that is `null` or empty holds no event.
 *
 * @throws FigshareError `bad-data`
 */
export function readTimelineTotal(body: unknown): number | null {
  const timeline = field(body, 'timeline');
  if (timeline === null || (isRecord(timeline) && Object.keys(timeline).length === 0)) return null;
  return readCount(field(timeline, 'total'), 'total');
}

/**
 * Reads `{"timeline": {"2015-07": 7, "2015-05": 2}}`; a timeline that is `null` or empty holds no event.
 *
 * @throws FigshareError `bad-data`: a date of another granularity, a number that cannot be a count
 */
export function readTimeline(body: unknown, granularity: Granularity): Events {
  const timeline = field(body, 'timeline') ?? {};
  if (!isRecord(timeline)) throw badData('"timeline" in the answer should be an object', timeline);
  const events = Object.entries(timeline).map(([date, value]) => {
    if (!isDate(date, granularity)) throw badData(`the answer should be by ${granularity}`, date);
    return [date, readCount(value, date)] as const;
  });
  return events.length > 0 ? new Map(events) : null;
}

/**
 * Reads totals that were kept from an earlier answer.
 *
 * @throws FigshareError `bad-data`
 */
export function readTotals(kept: unknown, metrics: readonly Metric[]): Totals {
  const read = (metric: Metric) => {
    const value = field(kept, metric);
    return [metric, value === null ? null : readCount(value, metric)] as const;
  };
  return Object.fromEntries(metrics.map(read));
}

/**
 * Reads a timeline that was kept from an earlier answer.
 *
 * @throws FigshareError `bad-data`
 */
export function readTimelines(
  kept: unknown,
  metrics: readonly Counter[],
  granularity: Granularity,
): Timeline {
  const readPoint = (point: unknown): Point => {
    const date = field(point, 'date');
    if (!isDate(date, granularity)) throw badData(`the answer should be by ${granularity}`, date);
    return { date, value: readCount(field(point, 'value'), date) };
  };
  const read = (metric: Counter) => {
    const series = field(kept, metric);
    if (!Array.isArray(series)) throw badData(`"${metric}" in the answer should be a list`, series);
    return [metric, series.map(readPoint)] as const;
  };
  return Object.fromEntries(metrics.map(read));
}

export function field(body: unknown, key: string): unknown {
  if (isRecord(body) && Object.hasOwn(body, key)) return body[key];
  throw badData(`the answer should be an object with "${key}"`, body);
}

export function readCount(value: unknown, key: string): number {
  if (Number.isSafeInteger(value) && (value as number) >= 0) return value as number;
  throw badData(`"${key}" in the answer should be a count`, value);
}

export function readText(value: unknown, key: string): string {
  if (typeof value === 'string') return value;
  throw badData(`"${key}" in the answer should be a text`, value);
}

function isDate(text: unknown, granularity: Granularity): text is string {
  return typeof text === 'string' && dateForms[granularity].test(text);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function badData(message: string, value: unknown): FigshareError {
  return new FigshareError(
    'bad-data',
    `${message}, got ${(JSON.stringify(value) as string | undefined)?.slice(0, 80)}`,
  );
}
