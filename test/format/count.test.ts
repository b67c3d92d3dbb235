import { expect } from '@open-wc/testing';
import { formatCount } from '../../src/format/count.js';
import { languages } from '../../src/format/words/words.js';
import fc from '../support/fast-check.js';

/** Browsers differ in which of the white spaces they put between. */
const plain = (text: string) => text.replace(/\s/g, ' ');

describe('formatCount', () => {
  const exact: [count: number, locale: string, text: string][] = [
    [0, 'en', '0'],
    [1, 'en', '1'],
    [999, 'en', '999'],
    [1000, 'en', '1,000'],
    [46088, 'en', '46,088'],
    [46088, 'de', '46.088'],
    [46088, 'fr', '46 088'],
    [46088, 'es', '46.088'],
    [46088, 'ja', '46,088'],
    [46088, 'ar-EG', '٤٦٬٠٨٨'],
    [1234567, 'en-IN', '12,34,567'],
    [9007199254740991, 'en', '9,007,199,254,740,991'],
  ];
  for (const [count, locale, text] of exact) {
    it(`writes ${count} exactly in ${locale}: ${text}`, () =>
      expect(plain(formatCount(count, locale))).to.equal(text));
  }

  const compact: [count: number, locale: string, text: string][] = [
    [0, 'en', '0'],
    [999, 'en', '999'],
    [1000, 'en', '1K'],
    [1999, 'en', '1.9K'],
    [46088, 'en', '46K'],
    [99999, 'en', '99K'],
    [999999, 'en', '999K'],
    [1000000, 'en', '1M'],
    [1999999, 'en', '1.9M'],
    [9007199254740991, 'en', '9007T'],
    [46088, 'fr', '46 k'],
    [46088, 'ja', '4.6万'],
    [99999, 'zh', '9.9万'],
    [99999, 'ja', '9.9万'],
    [1949, 'en', '1.9K'],
    [1950, 'en', '1.9K'],
    [9999, 'en', '9.9K'],
    [10999, 'en', '10K'],
    [199999, 'en-IN', '1.9L'],
    [999999, 'de', '999.999'],
    [1999999, 'de', '1,9 Mio.'],
  ];
  for (const [count, locale, text] of compact) {
    it(`shortens ${count} in ${locale}: ${text}`, () =>
      expect(plain(formatCount(count, locale, true))).to.equal(text));
  }

  it('loses no digit, in any of our languages', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.constantFrom(...languages), (count, language) => {
        const digits = formatCount(count, `${language}-u-nu-latn`).replace(/\D/g, '');
        expect(digits).to.equal(String(count));
      }),
    );
  });

  it('never shortens to more than there is, nor to much less', () => {
    const factors: Record<string, number> = { K: 1e3, M: 1e6, B: 1e9, T: 1e12 };
    // Nearly round numbers are those that would be rounded up.
    const count = fc.oneof(
      fc.maxSafeNat(),
      fc
        .tuple(fc.integer({ min: 1, max: 999 }), fc.constantFrom(1e2, 1e3, 1e4, 1e6, 1e9))
        .map(([n, factor]) => n * factor - 1),
    );
    fc.assert(
      fc.property(count, (value) => {
        const [, number, letter = ''] = /^([\d.]+)([KMBT]?)$/.exec(formatCount(value, 'en', true)) ?? [];
        const shown = Math.round(Number(number) * (factors[letter] ?? 1));
        expect(shown).to.be.at.most(value);
        expect(shown).to.be.at.least(value * 0.9);
      }),
    );
  });
});
