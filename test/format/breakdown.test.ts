import { expect } from '@open-wc/testing';
import type { Breakdown, City } from '../../src/figshare/breakdown.js';
import {
  breakdownSummary,
  breakdownTitle,
  formatOthers,
  formatPlace,
  readRows,
  rowsOf,
  type RowOptions,
} from '../../src/format/breakdown.js';
import { failureOf } from '../support/failure.js';
import fc from '../support/fast-check.js';

const all: RowOptions = { by: 'country', country: undefined, limit: 10, minCount: 0 };
const city = (name: string, value: number) => ({ name, value });
const europe: Breakdown = [
  { name: 'Spain', value: 10, cities: [city('Seville', 5), city('Unknown', 2)] },
  { name: 'France', value: 6, cities: [city('Paris', 6)] },
  { name: 'Malta', value: 1, cities: [] },
  { name: 'Unknown', value: 3, cities: [city('Unknown', 3)] },
];

describe('rowsOf', () => {
  const rows: [what: string, Partial<RowOptions>, places: string, rest: object][] = [
    ['countries', {}, 'Spain 10, France 6, Malta 1', { other: 0, others: 0, unknown: 3, whole: 20 }],
    ['the largest', { limit: 1 }, 'Spain 10', { other: 7, others: 2, unknown: 3, whole: 20 }],
    ['no small ones', { minCount: 6 }, 'Spain 10, France 6', { other: 1, others: 1, unknown: 3, whole: 20 }],
    [
      'cities',
      { by: 'city' },
      'Paris (France) 6, Seville (Spain) 5',
      { other: 4, others: undefined, unknown: 5, whole: 20 },
    ],
    [
      'cities of one',
      { by: 'city', country: 'spain ' },
      'Seville 5',
      { other: 3, others: undefined, unknown: 2, whole: 10 },
    ],
    [
      'a country without cities',
      { by: 'city', country: 'Malta' },
      '',
      { other: 1, others: undefined, unknown: 0, whole: 1 },
    ],
    [
      'a country without events',
      { by: 'city', country: 'Chad' },
      '',
      { other: 0, others: undefined, unknown: 0, whole: 0 },
    ],
  ];
  for (const [what, options, places, rest] of rows) {
    it(`gives ${what}`, () => {
      const { places: found, ...others } = rowsOf(europe, { ...all, ...options });
      const texts = found.map(
        ({ name, country, value }) => `${name}${country ? ` (${country})` : ''} ${value}`,
      );
      expect(texts.join(', ')).to.equal(places);
      expect(others).to.deep.equal(rest);
    });
  }

  it('counts events of an unknown country as unknown by city as by country, though it has no cities', () => {
    const breakdown: Breakdown = [
      { name: 'Spain', value: 10, cities: [city('Seville', 7)] },
      { name: 'Unknown', value: 4, cities: [] },
    ];
    for (const by of ['country', 'city'] as const)
      expect(rowsOf(breakdown, { ...all, by }).unknown).to.equal(4);
  });

  it('sums to the whole, whatever is listed', () => {
    const countries = fc.uniqueArray(
      fc.record({ name: fc.string(), value: fc.nat(1000), cities: fc.constant<City[]>([]) }),
      { selector: ({ name }) => name },
    );
    fc.assert(
      fc.property(countries, fc.integer({ min: 1, max: 9 }), fc.nat(1000), (breakdown, limit, minCount) => {
        const { places, other, unknown, whole } = rowsOf(breakdown, { ...all, limit, minCount });
        const sum = places.reduce((before, { value }) => before + value, 0);
        expect(sum + other + unknown).to.equal(whole);
      }),
    );
  });
});

describe('readRows', () => {
  it('has a default for what is not given', () => {
    const none = { by: undefined, country: undefined, limit: undefined, minCount: undefined };
    for (const attributes of [{}, none]) expect(readRows(attributes)).to.deep.equal(all);
  });

  it('reads what is given', () => {
    expect(readRows({ by: 'city', country: 'Spain', limit: '3', minCount: '5' })).to.deep.equal({
      by: 'city',
      country: 'Spain',
      limit: 3,
      minCount: 5,
    });
  });

  const wrong: [Parameters<typeof readRows>[0], message: string][] = [
    [{ by: 'town' }, 'by must be one of country, city, got "town"'],
    [{ country: 'Spain' }, 'country must be absent, unless by is city, got "Spain"'],
    [{ limit: '0' }, 'limit must be a number from 1 to 100, got "0"'],
    [{ minCount: 'few' }, 'min-count must be a number, got "few"'],
  ];
  for (const [attributes, message] of wrong) {
    it(`refuses ${JSON.stringify(attributes)}`, async () => {
      expect(await failureOf(() => readRows(attributes))).to.include({ kind: 'invalid', message });
    });
  }
});

describe("a breakdown's words", () => {
  const en = { locale: 'en', language: 'en' } as const;
  const de = { locale: 'de', language: 'de' } as const;

  it('name a country in the language of its reader, by city, too', () => {
    expect(formatPlace({ name: 'Germany', value: 1 }, 'country', de)).to.equal('Deutschland');
    expect(formatPlace({ name: 'Berlin', country: 'Germany', value: 1 }, 'city', de)).to.equal(
      'Berlin, Deutschland',
    );
    expect(formatPlace({ name: 'Berlin', value: 1 }, 'city', de)).to.equal('Berlin');
  });

  it('count the other countries, where it is known how many they are', () => {
    expect(formatOthers(rowsOf(europe, { ...all, limit: 1 }), en)).to.equal('2 other countries');
    expect(formatOthers(rowsOf(europe, { ...all, limit: 2 }), en)).to.equal('1 other country');
    expect(formatOthers(rowsOf(europe, { ...all, by: 'city' }), en)).to.equal('Other places');
  });

  it('make a title', () => {
    expect(breakdownTitle('views', 'country', en)).to.equal('Views by country');
    expect(breakdownTitle('downloads', 'city', de)).to.equal(
      'Downloads nach Stadt, die 10 größten jedes Landes',
    );
  });

  it('make a sentence', () => {
    expect(breakdownSummary(europe, 'views', en)).to.equal('20 views from 3 countries, most: Spain (50%)');
    expect(breakdownSummary([], 'views', en)).to.equal('0 views');
    expect(breakdownSummary([{ name: 'Unknown', value: 3, cities: [] }], 'views', en)).to.equal('3 views');
  });
});
