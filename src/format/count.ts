import { perLocale } from './per-locale.js';

const exact = perLocale((locale) => new Intl.NumberFormat(locale));
const compact = perLocale((locale) => new Intl.NumberFormat(locale, { notation: 'compact' }));

/**
 * A count in a language's digits and separators.
 *
 * @param isCompact - 46K for 46,088. It truncates: 1,999 is 1.9K, never the 2K that has not been reached
 */
export function formatCount(count: number, locale: string, isCompact = false): string {
  return isCompact ? truncated(count, compact(locale)) : exact(locale).format(count);
}

/**
 * `roundingMode: 'trunc'`, which browsers know since 2023: ever larger parts are left off, until what is left would read
 * otherwise with one part more.
 */
function truncated(count: number, formatter: Intl.NumberFormat): string {
  for (let part = 1; ; part *= 10) {
    const least = count - (count % part);
    const text = formatter.format(least);
    if (text !== formatter.format(least + part)) return text;
  }
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
