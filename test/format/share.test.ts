import { expect } from '@open-wc/testing';
import { formatShare } from '../../src/format/share.js';
import { languages } from '../../src/format/words/words.js';
import fc from '../support/fast-check.js';

/** Browsers differ in the white space and the invisible marks they put around the sign. */
const plain = (text: string) => text.replace(/\s/g, ' ').replace(/\p{Cf}/gu, '');

describe('formatShare', () => {
  const rows: [share: number, locale: string, text: string][] = [
    [0, 'en', '0%'],
    [1, 'en', '100%'],
    [0.314, 'en', '31%'],
    [0.5, 'en', '50%'],
    [0.984, 'en', '98%'],
    [0.985, 'en', '99%'],
    [0.01, 'en', '1%'],
    [0.0149, 'en', '1%'],
    [0.0099, 'en', '1%'],
    [0.0094, 'en', '0.9%'],
    [0.004, 'en', '0.4%'],
    [0.00012, 'en', '0.01%'],
    [0.0001, 'en', '0.01%'],
    [0.00009, 'en', '<0.01%'],
    [1e-9, 'en', '<0.01%'],
    [1 / Number.MAX_SAFE_INTEGER, 'en', '<0.01%'],
    [Number.MIN_VALUE, 'en', '<0.01%'],
    [0.99, 'en', '99%'],
    [0.995, 'en', '99%'],
    [0.9999, 'en', '99%'],
    [1 - Number.EPSILON, 'en', '99%'],
    [0.314, 'de', '31 %'],
    [0.004, 'de', '0,4 %'],
    [1e-9, 'de', '<0,01 %'],
    [0.9999, 'de', '99 %'],
    [0.314, 'fr', '31 %'],
    [0.004, 'fr', '0,4 %'],
    [0.314, 'ja', '31%'],
    [0.314, 'ar-EG', '٣١٪'],
    [0.004, 'ar-EG', '٠٫٤٪'],
    [1, 'ar-EG', '١٠٠٪'],
    [0.314, 'ar-u-nu-latn', '31%'],
  ];
  for (const [share, locale, text] of rows) {
    it(`writes ${share} in ${locale}: ${text}`, () =>
      expect(plain(formatShare(share, locale))).to.equal(text));
  }

  it('writes a part of nothing as none', () => expect(formatShare(0 / 0, 'en')).to.equal('0%'));

  it('writes more than all as it is: a city may have more events than the service counts for its country', () =>
    expect(formatShare(5 / 3, 'en')).to.equal('167%'));

  it('says 0% of nothing alone and 100% of all alone, in any of our languages', () => {
    const part = fc.maxSafeNat().chain((whole) => fc.tuple(fc.nat(whole), fc.constant(whole)));
    const near = fc.tuple(fc.constantFrom(1, 2, 49, 51), fc.constantFrom(100, 10_000, 1e9));
    const parts = fc.oneof(
      part,
      near,
      near.map(([few, whole]) => [whole - few, whole] as [number, number]),
    );
    fc.assert(
      fc.property(parts, fc.constantFrom(...languages), ([value, whole], language) => {
        const share = value / whole;
        const digits = plain(formatShare(share, `${language}-u-nu-latn`)).replace(/[%٪ ]/g, '');
        expect(digits === '0').to.equal(!value);
        expect(digits === '100').to.equal(share === 1);
      }),
    );
  });

  it('is never wider than its column', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        expect(formatShare(share, 'en').length).to.be.at.most('<0.01%'.length);
      }),
    );
  });

  it('never falls as the part grows', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const read = (value: number) => Number.parseFloat(formatShare(value, 'en').replace('<', '0'));
    fc.assert(
      fc.property(share, share, (one, other) => {
        const [less, more] = one < other ? [one, other] : [other, one];
        expect(read(less)).to.be.at.most(read(more));
      }),
    );
  });
});
