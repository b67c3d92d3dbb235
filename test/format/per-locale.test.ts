import { expect } from '@open-wc/testing';
import { perLocale } from '../../src/format/per-locale.js';

describe('perLocale', () => {
  const counting = () => {
    let made = 0;
    return perLocale((locale) => ({ locale, number: ++made }));
  };

  it('makes a formatter once for each locale', () => {
    const format = counting();
    expect(format('de')).to.deep.equal({ locale: 'de', number: 1 });
    expect(format('fr')).to.deep.equal({ locale: 'fr', number: 2 });
    expect(format('de').number).to.equal(1);
  });

  it('keeps those of different makers apart', () => {
    const [one, other] = [counting(), counting()];
    expect(one('de')).not.to.equal(other('de'));
  });

  it('takes any text for a locale', () => {
    const format = counting();
    expect(format('__proto__').number).to.equal(1);
    expect(format('constructor').number).to.equal(2);
  });

  it('tries again where making failed', () => {
    let isBroken = true;
    const format = perLocale((locale) => {
      if (isBroken) throw new RangeError(locale);
      return locale;
    });
    expect(() => format('de')).to.throw(RangeError);
    isBroken = false;
    expect(format('de')).to.equal('de');
  });

  it('makes a formatter anew rather than keep those of any number of locales', () => {
    const format = counting();
    for (let number = 0; number < 1_000; number++) format(`en-x-${number}`);
    expect(format('en-x-999').number).to.equal(1_000);
    expect(format('en-x-0').number).to.equal(1_001);
  });
});
