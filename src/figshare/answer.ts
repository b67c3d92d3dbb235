import { FigshareError } from './error.js';
import type { Metric } from './metric.js';

/** Totals by metric; `null` where there is none: no event in the period, or a source that does not tell. */
export type Totals = Partial<Record<Metric, number | null>>;

/** The service's word for a metric in combined totals. */
const combinedKeys = {
  views: 'views',
  downloads: 'downloads',
  shares: 'shares',
  citations: 'cites',
} as const;

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

function field(body: unknown, key: string): unknown {
  if (isRecord(body) && Object.hasOwn(body, key)) return body[key];
  throw new FigshareError('bad-data', `the answer should be an object with "${key}", got ${shown(body)}`);
}

function readCount(value: unknown, key: string): number {
  if (Number.isSafeInteger(value) && (value as number) >= 0) return value as number;
  throw new FigshareError('bad-data', `"${key}" in the answer should be a count, got ${shown(value)}`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  return JSON.stringify(value).slice(0, 80);
}
