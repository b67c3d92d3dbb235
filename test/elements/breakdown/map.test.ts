import { expect } from '@open-wc/testing';
import { countriesOf as countriesWith } from '../../../src/elements/breakdown/map-countries.js';
import { unknownPlace } from '../../../src/figshare/breakdown.js';
import { codeOf, formatCountry } from '../../../src/format/country.js';

type Given = Parameters<typeof countriesWith>;
const countriesOf = (...[breakdown, lands, minCount, locale]: [Given[0], Given[1], Given[2], Given[3]]) =>
  countriesWith(breakdown, lands, minCount, locale, { codeOf, formatCountry, unknownPlace });

const lands = ['Spain', 'South Korea', 'Chad', 'Germany', 'Northern Cyprus'].map((name) => ({
  name,
  path: 'M0,0L1,0L1,1Z',
}));
const country = (name: string, value: number) => ({ name, value, cities: [] });
const valuesOf = (breakdown: ReturnType<typeof country>[], minCount = 0, locale = 'en') => {
  const { countries, elsewhere } = countriesOf(breakdown, lands, minCount, locale);
  return {
    countries: countries.map(({ name, value }) => [name, value]),
    elsewhere: elsewhere.map(({ name, value }) => [name, value]),
  };
};

describe('countries on a map', () => {
  it('are found by any spelling and keep it, the largest first, those without a code last', () => {
    const breakdown = [country('Korea, Republic of', 5), country('Spain', 8)];
    expect(valuesOf(breakdown).countries).to.deep.equal([
      ['Spain', 8],
      ['Korea, Republic of', 5],
      ['Chad', 0],
      ['Germany', 0],
      ['Northern Cyprus', undefined],
    ]);
  });

  it('that the map lacks are elsewhere; what is not known is no country', () => {
    const breakdown = [country('Malta', 3), country('Atlantis', 2), country('Unknown', 9)];
    expect(valuesOf(breakdown).elsewhere).to.deep.equal([
      ['Malta', 3],
      ['Atlantis', 2],
    ]);
  });

  it('that are dots are there only with events, and not told apart where these are few', () => {
    const malta = { name: 'Malta', path: 'M0,0L1,0L1,1Z', isDot: true };
    const names = (value: number) =>
      countriesOf([country('Malta', value)], [malta, ...lands.slice(0, 1)], 2, 'en').countries.map(
        ({ name }) => name,
      );
    expect(names(3)).to.deep.equal(['Malta', 'Spain']);
    for (const few of [0, 1]) expect(names(few)).to.deep.equal(['Spain']);
  });

  it('spelled in two ways are one', () => {
    expect(
      valuesOf([country('Korea, Republic of', 2), country('South Korea', 5)]).countries[0],
    ).to.deep.equal(['South Korea', 7]);
  });

  it('are not told apart where they are too small, nor are those the service had no room for', () => {
    expect(valuesOf([country('Spain', 8), country('Chad', 2), country('Malta', 1)], 5)).to.deep.equal({
      countries: [
        ['Spain', 8],
        ['South Korea', 0],
        ['Germany', 0],
        ['Chad', undefined],
        ['Northern Cyprus', undefined],
      ],
      elsewhere: [],
    });
    const many = Array.from({ length: 199 }, (_, index) => country(`Land ${index}`, 1));
    expect(valuesOf([country('Spain', 8), ...many]).countries.slice(0, 2)).to.deep.equal([
      ['Spain', 8],
      ['South Korea', undefined],
    ]);
  });

  it('have names in the language of the page', () => {
    expect(valuesOf([country('Spain', 8), country('Malta', 1)], 0, 'ja')).to.deep.equal({
      countries: [
        ['スペイン', 8],
        ['韓国', 0],
        ['チャド', 0],
        ['ドイツ', 0],
        ['Northern Cyprus', undefined],
      ],
      elsewhere: [['マルタ', 1]],
    });
  });
});
