import { perLocale } from './per-locale.js';

const exact = perLocale((locale) => new Intl.NumberFormat(locale));
const compact = perLocale(
  (locale) => new Intl.NumberFormat(locale, { notation: 'compact', roundingMode: 'trunc' }),
);

/**
 * A count in a language's digits and separators.
 *
 * @param isCompact - 46K for 46,088. It truncates: 1,999 is 1.9K, never the 2K that has not been reached
 */
export function formatCount(count: number, locale: string, isCompact = false): string {
  return (isCompact ? compact : exact)(locale).format(count);
}

/** Whether a locale writes a count shorter in its compact form: German has no short form of 46.088. */
export function isAbbreviated(count: number, locale: string): boolean {
  return compact(locale)
    .formatToParts(count)
    .some(({ type }) => type === 'compact');
}

/** As long as a text will be, with no digit before there is a number: a figure space is as wide as one. */
export function withoutDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, '\u2007');
}
