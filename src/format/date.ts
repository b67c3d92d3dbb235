import type { Period } from '../figshare/period.js';
import { kept } from './kept.js';

const medium = { dateStyle: 'medium' } as const;

/** By the length of a series' date, `2025`, `2025-12` or `2025-12-31`. */
const styles: Record<number, Intl.DateTimeFormatOptions> = {
  4: { year: 'numeric' },
  7: { year: 'numeric', month: 'short' },
  10: medium,
};

const formats = kept(
  (locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
);

/** Days of figshare's are UTC days, wherever the reader is. */
const inUtc = (locale: string, options: Intl.DateTimeFormatOptions) =>
  formats(locale, { ...options, timeZone: 'UTC' });

/** The day of a moment where the reader is. */
export function formatDay(moment: Date, locale: string): string {
  return formats(locale, medium).format(moment);
}

/** A date of a series: a day, a month or a year. */
export function formatDate(date: string, locale: string): string {
  return inUtc(locale, styles[date.length] ?? medium).format(new Date(date));
}

/** First and last day of a period, without repeating what they share. */
export function formatPeriod({ start, end }: Period, locale: string): string {
  return inUtc(locale, medium).formatRange(new Date(start), new Date(end));
}
