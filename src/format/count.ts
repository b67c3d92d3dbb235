import { kept } from './per-locale.js';

const exact = kept((locale) => new Intl.NumberFormat(locale));
const compact = kept(
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
