import { perLocale } from './per-locale.js';

const whole = perLocale((locale) => new Intl.NumberFormat(locale, { style: 'percent' }));
const fine = perLocale(
  (locale) => new Intl.NumberFormat(locale, { style: 'percent', maximumSignificantDigits: 1 }),
);

/** A part of one as per cent: 31%, 0.4%, <0.01%. It is 0% of nothing and 100% of all, but never of nearly all. */
export function formatShare(share: number, locale: string): string {
  if (share > 0 && share < 0.0001) return `<${fine(locale).format(0.0001)}`;
  if (share > 0 && share < 0.01) return fine(locale).format(share);
  return whole(locale).format(share < 1 ? Math.min(share, 0.99) : share || 0);
}
