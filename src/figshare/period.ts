import { invalid } from './error.js';

/** Calendar days in UTC, `YYYY-MM-DD`, both included. */
export interface Period {
  start: string;
  end: string;
}

/** figshare opened in January 2012; nothing was counted before. */
export const firstDay = '2012-01-01';

/** The calendar day of a moment, in UTC: the zone of the service's days is not documented (FIGSHARE.md 3). */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/**
 * Reads a period. It reaches from figshare's first day to today where it does not say, and is cut to these:
 * a label that promises the rest of the year would promise too much.
 *
 * @throws FigshareError `invalid`: no date, a date that does not exist, or no day between start and end
 */
export function parsePeriod(
  options: { start?: string | undefined; end?: string | undefined },
  today: string,
): Period {
  const start = parseDay('start', options.start ?? firstDay);
  const end = parseDay('end', options.end ?? today);
  if (start > today) throw invalid('start', `a day until today, ${today}`, start);
  const period = { start: start < firstDay ? firstDay : start, end: end > today ? today : end };
  if (end < start || period.end < period.start) {
    throw invalid(
      'end',
      `on or after start, both between ${firstDay} and today`,
      `${end}" with start "${start}`,
    );
  }
  return period;
}

/**
 * Cuts a period into windows of a year that together cover it exactly once, oldest first. A longer question
 * is cut silently at its new end by the service (FIGSHARE.md 3).
 */
export function yearlyWindows({ start, end }: Period): Period[] {
  const windows: Period[] = [];
  for (let first = start; first <= end; first = moved(first, 1, 0)) {
    const last = moved(first, 1, -1);
    windows.push({ start: first, end: last < end ? last : end });
  }
  return windows;
}

function parseDay(name: string, text: string): string {
  // Date takes 2023-02-29 for 1 March: only a day that comes back as it went in exists.
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || moved(text, 0, 0) !== text)
    throw invalid(name, 'a date as YYYY-MM-DD', text);
  return text;
}

/** The day some years and days later; a year after 29 February is 1 March. */
function moved(day: string, years: number, days: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const moment = new Date(0);
  moment.setUTCFullYear(year + years, month - 1, date + days); // Date.UTC takes the year 1 for 1901
  return dayOf(moment);
}
