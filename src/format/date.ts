import type { Period } from '../figshare/period.js';
import { perLocale } from './per-locale.js';

/** Days of figshare's are UTC days, wherever the reader is, and counted by the Gregorian calendar. */
const inUtc = (options: (locale: string) => Intl.DateTimeFormatOptions) =>
  perLocale(
    (locale) => new Intl.DateTimeFormat(locale, { ...options(locale), calendar: 'gregory', timeZone: 'UTC' }),
  );

/** In Japanese the form of medium length, 2026/11/27, does not go with words: 2026年11月27日現在. */
const mediumDay = (locale: string): Intl.DateTimeFormatOptions => ({
  dateStyle: /^ja\b/.test(locale) ? 'long' : 'medium',
});

const here = perLocale(
  (locale) => new Intl.DateTimeFormat(locale, { ...mediumDay(locale), calendar: 'gregory' }),
);
const days = inUtc(mediumDay);
const months = inUtc(() => ({ year: 'numeric', month: 'short' }));
const longMonths = inUtc(() => ({ year: 'numeric', month: 'long' }));
const years = inUtc(() => ({ year: 'numeric' }));
const ticks = {
  day: inUtc(() => ({ month: 'short', day: 'numeric' })),
  month: inUtc(() => ({ month: 'short' })),
  year: years,
};

/** The day of a moment where the reader is. */
export function formatDay(moment: Date, locale: string): string {
  return here(locale).format(moment);
}

/**
 * A date of a series: a day `2025-12-31`, a month `2025-12` or a year `2025`.
 *
 * @param isInSentence - with the whole name of its month
 */
export function formatDate(date: string, locale: string, isInSentence = false): string {
  const formats = { 4: years, 7: isInSentence ? longMonths : months }[date.length] ?? days;
  return formats(locale).format(new Date(date));
}

/** A mark on an axis of time, without its year: "May 8", "May"; or that alone. */
export function formatTick(day: string, unit: 'day' | 'month' | 'year', locale: string): string {
  return ticks[unit](locale).format(new Date(day));
}

/** First and last day of a period, without repeating what they share. */
export function formatPeriod({ start, end }: Period, locale: string): string {
  return days(locale).formatRange(new Date(start), new Date(end));
}
