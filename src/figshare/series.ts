import { sum } from './json.js';
import { dateOf, datesOf, dayAfter, daysOf, type Granularity, type Period } from './period.js';

/** How often something happened on a day `2025-12-31`, in a month `2025-12`, in a year `2025`. */
export interface Point {
  date: string;
  value: number;
}

/** Oldest first, without gaps; empty when the service says that there is none. */
export type Series = Point[];

/** Events by date, as the service tells them: dates without events are missing. `null`: it has none to tell. */
export type Events = ReadonlyMap<string, number> | null;

/**
 * One series over a period: answers are added, and what is missing is 0, unless every answer says "none".
 *
 * @param answers - of several windows, of several items; dates outside the period were not asked for
 * @throws FigshareError `bad-data`: a sum that is too large to be exact
 */
export function seriesOf(answers: readonly Events[], period: Period, granularity: Granularity): Series {
  const known = answers.filter((events) => events !== null);
  if (known.length === 0) return [];
  const valueAt = (date: string) => known.reduce((all, events) => all + (events.get(date) ?? 0), 0);
  const series = datesOf(period, granularity).map((date) => ({ date, value: valueAt(date) }));
  sum(series.map(({ value }) => value)); // what is shown of all of it has to be exact, too
  return series;
}

/**
 * The part of a window that the service may have cut off, when its answer ends before the window does. The series
 * may as well end there: asking for the rest tells.
 */
export function restOf(window: Period, events: Events, granularity: Granularity): Period | undefined {
  const last = [...(events?.keys() ?? [])].reduce((one, other) => (one > other ? one : other), '');
  if (!last || last >= dateOf(window.end, granularity)) return undefined;
  // A cut may be in the middle of a month or year: that one is asked for anew.
  const from = granularity === 'day' ? dayAfter(last) : daysOf(last).start;
  return { start: from < window.start ? window.start : from, end: window.end };
}

/** Running totals; they begin with the series, not with the item. */
export function cumulated(series: Series): Series {
  let sum = 0;
  return series.map(({ date, value }) => ({ date, value: (sum += value) }));
}

export function sumOf(counts: readonly { value: number }[]): number {
  return counts.reduce((sum, { value }) => sum + value, 0);
}

/** The first of the largest. */
export function peakOf(series: Series): Point | undefined {
  return series.reduce<Point | undefined>(
    (peak, point) => (peak && peak.value >= point.value ? peak : point),
    undefined,
  );
}

/** What a period and today leave of a day, month or year. */
export interface Extent {
  period: Period;
  /** The period ends today, so its last day, month or year goes on. */
  isOpen: boolean;
}

/** Whether a date's days all lie in the period, and today is not among them. */
export function isWhole(date: string, { period, isOpen }: Extent): boolean {
  const isInside = date > period.start.slice(0, date.length) && date < period.end.slice(0, date.length);
  if (isInside) return true; // most are, and reckoning with days takes time
  const { start, end } = daysOf(date);
  return start >= period.start && (isOpen ? end < period.end : end <= period.end);
}

/**
 * Whether the later half of a series holds more than the earlier, by a tenth. It begins with the first event, since an
 * item may be younger than the period; what is not whole does not count; and what a single date makes is no trend.
 *
 * @returns undefined for fewer than four dates, and where there is no trend
 */
export function trendOf(series: Series, extent: Extent): 'rising' | 'falling' | undefined {
  const values = series.filter(({ date }) => isWhole(date, extent)).map(({ value }) => value);
  const first = values.findIndex((value) => value > 0);
  const since = first < 0 ? [] : values.slice(first);
  const [, second = 0] = [...since].sort((one, other) => other - one);
  const trend = comparedHalves(since);
  return trend === comparedHalves(since.map((value) => Math.min(value, second))) ? trend : undefined;
}

function comparedHalves(values: readonly number[]): 'rising' | 'falling' | undefined {
  const half = Math.floor(values.length / 2);
  if (half < 2) return undefined;
  const [earlier, later] = [sum(values.slice(0, half)), sum(values.slice(values.length - half))];
  if (later > earlier * 1.1) return 'rising';
  return later < earlier * 0.9 ? 'falling' : undefined;
}
