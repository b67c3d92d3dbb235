import { FigshareError } from './error.js';

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
  if (end < start)
    throw new FigshareError('invalid', `end must not be before start, got start "${start}" and end "${end}"`);
  if (start > today)
    throw new FigshareError('invalid', `start must not be after today, ${today}, got "${start}"`);
  if (end < firstDay)
    throw new FigshareError('invalid', `end must not be before figshare opened, ${firstDay}, got "${end}"`);
  return { start: start < firstDay ? firstDay : start, end: end > today ? today : end };
}

/**
 * Cuts a period into windows of a year that together cover it exactly once, oldest first. A longer question
 * is cut silently at its new end by the service (FIGSHARE.md 3).
 */
export function yearlyWindows({ start, end }: Period): Period[] {
  const windows: Period[] = [];
  for (let first = start; first <= end; first = sameDayNextYear(first)) {
    const last = addDays(sameDayNextYear(first), -1);
    windows.push({ start: first, end: last < end ? last : end });
  }
  return windows;
}

function parseDay(name: string, text: string): string {
  const moment = new Date(`${text}T00:00:00Z`);
  // Date takes 2023-02-29 for 1 March: only a day that comes back as it went in exists.
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(moment.getTime()) || dayOf(moment) !== text) {
    throw new FigshareError('invalid', `${name} must be a date as YYYY-MM-DD, got "${text}"`);
  }
  return text;
}

/** 29 February is followed by 1 March, which Date's overflow gives. */
function sameDayNextYear(day: string): string {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCFullYear(moment.getUTCFullYear() + 1);
  return dayOf(moment);
}

function addDays(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return dayOf(moment);
}
