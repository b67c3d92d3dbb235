import { kept } from './kept.js';

const whole = kept((locale) => new Intl.NumberFormat(locale, { style: 'percent' }));
const fine = kept(
  (locale) => new Intl.NumberFormat(locale, { style: 'percent', maximumSignificantDigits: 1 }),
);

/** A part of one as per cent: 31%, 0.4%. */
export function formatShare(share: number, locale: string): string {
  return (share > 0 && share < 0.01 ? fine : whole)(locale).format(share);
}
