import type { Period } from '../figshare/period.js';
import { kept } from './per-locale.js';

/** Days of figshare's are UTC days, wherever the reader is. */
const inUtc = (options: Intl.DateTimeFormatOptions) =>
  kept((locale) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }));

const here = kept((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }));
const days = inUtc({ dateStyle: 'medium' });
const months = inUtc({ year: 'numeric', month: 'short' });
const years = inUtc({ year: 'numeric' });

/** The day of a moment where the reader is. */
export function formatDay(moment: Date, locale: string): string {
  return here(locale).format(moment);
}

/** A date of a series: a day `2025-12-31`, a month `2025-12` or a year `2025`. */
export function formatDate(date: string, locale: string): string {
  const formats = { 4: years, 7: months }[date.length] ?? days;
  return formats(locale).format(new Date(date));
}

/** First and last day of a period, without repeating what they share. */
export function formatPeriod({ start, end }: Period, locale: string): string {
  return days(locale).formatRange(new Date(start), new Date(end));
}
