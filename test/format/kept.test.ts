import { expect } from '@open-wc/testing';
import { kept } from '../../src/format/kept.js';

interface Options {
  style?: string;
  digits?: number;
}

/** A factory of formats that can be told apart, and what it was asked to make. */
function making() {
  const made: [locale: string, options: Options][] = [];
  const format = kept((locale, options: Options) => {
    made.push([locale, options]);
    return { number: made.length };
  });
  return { made, format };
}

describe('kept', () => {
  it('makes a format of a locale and its options', () => {
    const { made, format } = making();
    expect(format('de', { style: 'a' })).to.deep.equal({ number: 1 });
    expect(made).to.deep.equal([['de', { style: 'a' }]]);
  });

  it('makes it once for equal options', () => {
    const { made, format } = making();
    const first = format('de', { style: 'a', digits: 2 });
    expect(format('de', { style: 'a', digits: 2 })).to.equal(first);
    expect(made).to.have.length(1);
  });

  it('makes another for each other locale and other options', () => {
    const { made, format } = making();
    const different: [string, Options][] = [
      ['de', {}],
      ['de-AT', {}],
      ['DE', {}],
      ['__proto__', {}],
      ['toString', {}],
      ['de', { style: 'a' }],
      ['de', { style: '' }],
      ['de', { digits: 2 }],
      ['de,{"digits":2}', {}],
    ];
    for (const one of different) format(...one);
    for (const [index, one] of different.entries())
      expect(format(...one)).to.deep.equal({ number: index + 1 });
    expect(made).to.deep.equal(different);
  });

  it('keeps the formats of each kind apart', () => {
    const [first, second] = [making(), making()];
    expect(first.format('de', {})).not.to.equal(second.format('de', {}));
    expect(second.made).to.have.length(1);
  });

  it('keeps nothing where making fails, and tries again', () => {
    let isBroken = true;
    const format = kept((locale) => {
      if (isBroken) throw new RangeError(locale);
      return { locale };
    });
    expect(() => format('xx', {})).to.throw(RangeError);
    isBroken = false;
    expect(format('xx', {})).to.deep.equal({ locale: 'xx' });
  });
});
