import type { Period } from '../figshare/period.js';

const medium = { dateStyle: 'medium' } as const;
/** Days of a period are UTC days, wherever the reader is. */
const utc = { ...medium, timeZone: 'UTC' } as const;

/** The day of a moment where the reader is. */
export function formatDay(moment: Date, locale: string): string {
  return new Intl.DateTimeFormat(locale, medium).format(moment);
}

/** First and last day of a period, without repeating what they share. */
export function formatPeriod({ start, end }: Period, locale: string): string {
  return new Intl.DateTimeFormat(locale, utc).formatRange(new Date(start), new Date(end));
}
