import { kept } from './kept.js';

const formats = kept((locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options));

/**
 * A count in a language's digits and separators.
 *
 * @param compact - 46K for 46,088. It truncates: 1,999 is 1.9K, never the 2K that has not been reached
 */
export function formatCount(count: number, locale: string, compact = false): string {
  return formats(locale, compact ? { notation: 'compact', roundingMode: 'trunc' } : {}).format(count);
}
