import { invalid } from './error.js';

/** Calendar days in UTC, `YYYY-MM-DD`, both included. */
export interface Period {
  start: string;
  end: string;
}

/** The steps of a series. */
export const granularities = ['day', 'month', 'year'] as const;
export type Granularity = (typeof granularities)[number];

/** figshare opened in January 2012; nothing was counted before. */
export const firstDay = '2012-01-01';

/** Years that one question may cover before the service cuts it silently at its new end (FIGSHARE.md 3). */
const yearsPerQuestion = { day: 1, month: 2, year: 5, total: 1 };

/** The calendar day of a moment, in UTC: the zone of the service's days is not documented (FIGSHARE.md 3). */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/**
 * Reads a period. It is cut to what can have been counted, figshare's first day to today: a label that promises the
 * rest of the year would promise too much.
 *
 * @param startBefore - the first day where none is told, given the last
 * @throws FigshareError `invalid`: no date, a date that does not exist, or no day between start and end
 */
export function parsePeriod(
  options: { start?: string | undefined; end?: string | undefined },
  today: string,
  startBefore: (end: string) => string = () => firstDay,
): Period {
  const asked = parseDay('end', options.end ?? today);
  const last = asked > today ? today : asked;
  const start =
    options.start === undefined ? notBefore(firstDay, startBefore(last)) : parseDay('start', options.start);
  if (start > today) {
    // Where the reader is, tomorrow in UTC may have begun: it counts nothing yet.
    const isTomorrow = start === dayAfter(today) && (options.end === undefined || asked >= start);
    if (!isTomorrow) throw invalid('start', `a day until today, ${today}`, start);
    return { start, end: start };
  }
  const period = { start: notBefore(firstDay, start), end: last };
  if (asked < start || last < period.start) {
    throw invalid(
      'end',
      `on or after start, both between ${firstDay} and today`,
      `${asked}" with start "${start}`,
    );
  }
  return period;
}

/** The first of the twelve months of which a day's is the last: the same for all that is said to be of these. */
export function yearUntil(end: string): string {
  return moved(daysOf(dateOf(end, 'month')).start, 0, -11);
}

/** Where a series starts that does not say: 30 days, 12 months, all years. */
export function usualStart(granularity: Granularity, end: string): string {
  if (granularity === 'day') return moved(end, 0, 0, -29);
  return granularity === 'month' ? yearUntil(end) : firstDay;
}

/** Cuts a period into windows that the service answers whole; together they cover it exactly once, oldest first. */
export function windowsOf({ start, end }: Period, granularity: Granularity | 'total'): Period[] {
  const years = yearsPerQuestion[granularity];
  const windows: Period[] = [];
  let first = start;
  while (first <= end) {
    const next = moved(first, years);
    windows.push({ start: first, end: next > end ? end : moved(next, 0, 0, -1) });
    first = next;
  }
  return windows;
}

/** The date in a series under which a day counts: `2025-12-31`, `2025-12` or `2025`. */
export function dateOf(day: string, granularity: Granularity): string {
  return day.slice(0, { day: 10, month: 7, year: 4 }[granularity]);
}

/** All the days that count under a date of a series. */
export function daysOf(date: string): Period {
  const start = date + '-01-01'.slice(date.length - 4);
  const [years, months, days] = { 4: [1, 0, 0], 7: [0, 1, 0] }[date.length] ?? [0, 0, 1];
  return { start, end: moved(start, years, months, days! - 1) };
}

/** Of the period that was asked for last: most series of a page cover the same. */
let latest: { key: string; dates: readonly string[] } | undefined;

/** The dates of the series that covers a period, oldest first. */
export function datesOf({ start, end }: Period, granularity: Granularity): readonly string[] {
  const key = `${start} ${end} ${granularity}`;
  if (latest?.key === key) return latest.dates;
  const dates: string[] = [];
  for (let day = daysOf(dateOf(start, granularity)).start; day <= end; day = next(day, granularity)) {
    dates.push(dateOf(day, granularity));
  }
  latest = { key, dates };
  return dates;
}

/** The latest zone on earth, in milliseconds before UTC. */
const latestZone = 14 * 60 * 60 * 1000;

/** An answer cannot cover days that had begun nowhere on earth when it was retrieved, whatever the reader's clock says. */
export function untilRetrieved({ start, end }: Period, retrieved: Date | undefined): Period {
  const last = retrieved ? dayOf(new Date(Number(retrieved) + latestZone)) : end;
  return { start, end: start <= last && last < end ? last : end };
}

function next(day: string, granularity: Granularity): string {
  if (granularity === 'day') return dayAfter(day);
  return granularity === 'month' ? moved(day, 0, 1) : moved(day, 1);
}

export function dayAfter(day: string): string {
  return moved(day, 0, 0, 1);
}

function notBefore(earliest: string, day: string): string {
  return day < earliest ? earliest : day;
}

function parseDay(name: string, text: string): string {
  // Date takes 2023-02-29 for 1 March: only a day that comes back as it went in exists.
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || moved(text) !== text)
    throw invalid(name, 'a date as YYYY-MM-DD', text);
  return text;
}

/** The day some years, months and days later; a year after 29 February is 1 March. */
function moved(day: string, years = 0, months = 0, days = 0): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const moment = new Date(0);
  moment.setUTCFullYear(year + years, month - 1 + months, date + days); // Date.UTC takes the year 1 for 1901
  return dayOf(moment);
}
