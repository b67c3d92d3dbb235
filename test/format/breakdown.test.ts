import { expect } from '@open-wc/testing';
import type { Breakdown, City } from '../../../src/figshare/breakdown.js';
import { rowsOf, type RowOptions } from '../../../src/elements/breakdown/rows.js';
import fc from '../../support/fast-check.js';

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
    ['countries', {}, 'Spain 10, France 6, Malta 1', { other: 0, unknown: 3, whole: 20 }],
    ['the largest', { limit: 1 }, 'Spain 10', { other: 7, unknown: 3, whole: 20 }],
    ['no small ones', { minCount: 6 }, 'Spain 10, France 6', { other: 1, unknown: 3, whole: 20 }],
    ['cities', { by: 'city' }, 'Paris, France 6, Seville, Spain 5', { other: 4, unknown: 5, whole: 20 }],
    ['cities of one', { by: 'city', country: 'spain ' }, 'Seville 5', { other: 3, unknown: 2, whole: 10 }],
    ['a country without cities', { by: 'city', country: 'Malta' }, '', { other: 1, unknown: 0, whole: 1 }],
    ['a country without events', { by: 'city', country: 'Chad' }, '', { other: 0, unknown: 0, whole: 0 }],
  ];
  for (const [what, options, places, rest] of rows) {
    it(`gives ${what}`, () => {
      const { places: found, ...others } = rowsOf(europe, { ...all, ...options });
      expect(found.map(({ name, value }) => `${name} ${value}`).join(', ')).to.equal(places);
      expect(others).to.deep.equal(rest);
    });
  }

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
