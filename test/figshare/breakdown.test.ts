import { expect } from '@open-wc/testing';
import {
  addedUp,
  breakdownQuestion,
  readBreakdown,
  readKeptBreakdown,
  unknownPlace,
  type Breakdown,
  type BreakdownOptions,
  type City,
} from '../../src/figshare/breakdown.js';
import { FigshareError } from '../../src/figshare/error.js';
import { counters } from '../../src/figshare/metric.js';
import { failureOf } from '../support/failure.js';
import fc, { cases } from '../support/fast-check.js';

const today = '2025-11-21';
const article = (id: number) => ({ kind: 'article', id });

describe('breakdownQuestion', () => {
  const question = (options: Partial<BreakdownOptions> = {}) =>
    breakdownQuestion({ item: 1, ...options }, today);
  const lastYear = { start: '2024-12-01', end: today };

  it('asks for views, over the last 12 months, when nobody says more', () => {
    expect(question({ item: '766364 project/13' })).to.deep.equal({
      items: [article(766364), { kind: 'project', id: 13 }],
      metric: 'views',
      period: lastYear,
    });
  });

  for (const metric of counters) {
    it(`asks for ${metric}`, () => expect(question({ metric }).metric).to.equal(metric));
  }

  const periods: [Partial<BreakdownOptions>, period: object][] = [
    [{ end: '2014-03-04' }, { start: '2013-04-01', end: '2014-03-04' }],
    [{ end: '2012-03-04' }, { start: '2012-01-01', end: '2012-03-04' }],
    [{ end: '9999-12-31' }, lastYear],
    [{ start: '2014-01-02' }, { start: '2014-01-02', end: today }],
    [{ start: '0001-01-01' }, { start: '2012-01-01', end: today }],
  ];
  for (const [dates, period] of periods) {
    it(`reads the dates ${JSON.stringify(dates)}`, () =>
      expect(question(dates).period).to.deep.equal(period));
  }

  it('takes what it is told', () => {
    const period = { start: '2014-01-02', end: '2014-03-04' };
    const told = { metric: 'downloads', institution: 'monash' } as const;
    expect(question({ ...told, itemType: 'dataset', ...period })).to.deep.equal({
      ...{ ...told, items: [article(1)], period, subItem: { type: 'item_type', id: 'dataset' } },
    });
    expect(question({ category: 2 }).subItem).to.deep.equal({ type: 'category', id: '2' });
  });

  it('takes null, which attributes that were taken away become, for not given', () => {
    const names = ['metric', 'start', 'end', 'institution', 'category', 'itemType'];
    expect(question(Object.fromEntries(names.map((name) => [name, null])))).to.deep.equal(question());
  });

  describe('names the option and the value that it refuses', () => {
    type Row = [option: string, value: string, Partial<BreakdownOptions>];
    const each = (option: keyof BreakdownOptions, values: string[]) =>
      values.map((value): Row => [option, value, { [option]: value }]);
    const rows: Row[] = [
      ...each('item', ['', ' ', 'wrong', '0', '1.5', '-1']),
      ['item', 'undefined', { item: undefined }],
      ...each('metric', ['citations', 'cites', 'hugs', '', 'Views', 'views downloads', '__proto__']),
      ...each('start', ['', 'yesterday', '2023-02-29', '2025-11-23']),
      ...each('end', ['', 'today', '2011-12-31']),
      ...each('institution', ['..', 'monash/x']),
      ...each('category', ['', '0', '1.5', '2&x=1']),
      ['item-type', 'data set', { itemType: 'data set' }],
    ];
    for (const [option, value, options] of rows) {
      it(`${option} "${value}"`, async () => {
        const { kind, message } = await failureOf(() => question(options));
        expect(kind).to.equal('invalid');
        expect(message)
          .to.match(new RegExp(`^${option} must `))
          .and.to.contain(`"${value}"`);
      });
    }

    it('a category and an item type at once', async () => {
      const { message } = await failureOf(() => question({ category: 29203, itemType: 'dataset' }));
      expect(message).to.contain('category').and.to.contain('"29203"');
      expect(message).to.contain('item-type').and.to.contain('"dataset"');
    });
  });
});

describe('readBreakdown', () => {
  const readable: [what: string, breakdown: string, shown: string][] = [
    ['none, of null', 'null', ''],
    ['none, of nothing', '{}', ''],
    ['none, of a period without events', '{"total":{}}', ''],
    [
      'the largest country and city first',
      '{"total":{"China":{"Fuzhou":4,"Chengdu":7,"total":11},"Spain":{"total":16,"Seville":6,"Madrid":10}}}',
      'Spain 16 (Madrid 10, Seville 6); China 11 (Chengdu 7, Fuzhou 4)',
    ],
    [
      'the sum of several periods',
      '{"2015":{"Spain":{"Seville":5,"total":8},"Italy":{"total":1}},"2014":{"Spain":{"Madrid":9,"Seville":1,"total":20}}}',
      'Spain 28 (Madrid 9, Seville 6); Italy 1',
    ],
    [
      'cities that do not sum to their country',
      '{"total":{"Spain":{"Seville":5,"total":8}}}',
      'Spain 8 (Seville 5)',
    ],
    ['cities that sum to more', '{"total":{"Spain":{"Seville":5,"total":3}}}', 'Spain 3 (Seville 5)'],
    ['a country without cities', '{"total":{"Spain":{"total":8}}}', 'Spain 8'],
    ['a country of 0', '{"total":{"Spain":{"Seville":0,"total":0}}}', 'Spain 0 (Seville 0)'],
    ['a huge country', '{"total":{"Spain":{"total":9007199254740991}}}', 'Spain 9007199254740991'],
    [
      'the cities’ sum, where the total is missing',
      '{"total":{"Spain":{"Seville":5,"Madrid":7}}}',
      'Spain 12 (Madrid 7, Seville 5)',
    ],
    ['0, where there are no cities either', '{"total":{"Spain":{}}}', 'Spain 0'],
    [
      'the sum of a country that lacks its total in one period',
      '{"2014":{"Spain":{"Seville":5}},"2015":{"Spain":{"total":8}}}',
      'Spain 13 (Seville 5)',
    ],
    [
      'one unknown country, at the end',
      '{"total":{"Unknown":{"total":50,"Cork":1},"Unkown":{"total":5},"":{"total":2},"null":{"total":1},"Spain":{"total":3}}}',
      'Spain 3; Unknown 58 (Cork 1)',
    ],
    [
      'one unknown city, at the end',
      '{"total":{"Spain":{"Unknown":20,"Unkown":24,"":1,"null":2,"Seville":5,"total":60}}}',
      'Spain 60 (Seville 5, Unknown 47)',
    ],
    [
      'the unknown of several periods as one',
      '{"2014":{"Unkown":{"Unkown":3,"total":4}},"2015":{"Unknown":{"Unknown":1,"total":2},"Spain":{"total":1}}}',
      'Spain 1; Unknown 6 (Unknown 4)',
    ],
    [
      'the unknown in any case, and within blanks',
      '{"total":{"UNKNOWN":{"total":1},"unkown ":{"total":2}," ":{"total":4},"NULL":{"total":8},"undefined":{"total":16}}}',
      'Unknown 31',
    ],
    [
      'no name that only holds such a word as unknown',
      '{"total":{"Unknown Bay":{"total":3},"Null Island":{"total":2},"Nul":{"total":1}}}',
      'Unknown Bay 3; Null Island 2; Nul 1',
    ],
    [
      'the unknown alone',
      '{"total":{"Unknown":{"Unknown":44,"Unkown":3,"total":49}}}',
      'Unknown 49 (Unknown 47)',
    ],
    [
      'names of objects as places',
      '{"total":{"__proto__":{"__proto__":2,"total":3},"constructor":{"constructor":4,"toString":1,"total":9}}}',
      'constructor 9 (constructor 4, toString 1); __proto__ 3 (__proto__ 2)',
    ],
    [
      'names of objects as periods',
      '{"__proto__":{"Spain":{"total":2}},"constructor":{"Spain":{"total":1}}}',
      'Spain 3',
    ],
    [
      'names as they are',
      '{"total":{"Côte d’Ivoire ":{"<b>Abidjan</b>":1,"total":1}}}',
      'Côte d’Ivoire  1 (<b>Abidjan</b> 1)',
    ],
  ];
  for (const [what, breakdown, shown] of readable) {
    it(`reads ${what}`, () =>
      expect(shownAs(readBreakdown(JSON.parse(`{"breakdown":${breakdown}}`)))).to.equal(shown));
  }

  it('gives countries, and their cities', () => {
    expect(readBreakdown({ breakdown: { total: { Spain: { Seville: 5, total: 8 } } } })).to.deep.equal([
      { name: 'Spain', value: 8, cities: [{ name: 'Seville', value: 5 }] },
    ]);
  });

  const notCounts = [
    'null',
    '-1',
    '1.5',
    '"8"',
    '""',
    'true',
    '[]',
    '[8]',
    '{}',
    '9007199254740992',
    '1e999',
  ];
  const notMaps = ['[]', '[8]', '8', '0', '""', '"Spain"', 'true', 'false'];
  const unreadable = [
    ...['null', '8', '""', '[]', '{}', '{"total":{}}', '{"Breakdown":null}', '{"message":"no"}'],
    ...['{"__proto__":{"breakdown":null}}', '[{"breakdown":null}]'],
    ...notMaps.map((periods) => `{"breakdown":${periods}}`),
    ...['null', ...notMaps].map((countries) => `{"breakdown":{"2014":{},"2015":${countries}}}`),
    ...['null', ...notMaps].map((cities) => `{"breakdown":{"total":{"Spain":${cities}}}}`),
    ...notCounts.map((value) => `{"breakdown":{"total":{"Spain":{"Seville":${value},"total":8}}}}`),
    ...notCounts.map((value) => `{"breakdown":{"total":{"Spain":{"Seville":5,"total":${value}}}}}`),
    '{"breakdown":{"total":{"Spain":{"__proto__":{"total":8}}}}}',
  ];
  for (const body of unreadable) {
    it(`refuses ${body} as bad data`, async () =>
      expect((await failureOf(() => readBreakdown(JSON.parse(body)))).kind).to.equal('bad-data'));
  }

  it('makes of any JSON an answer in order, or an error about bad data', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.record({ breakdown: nearlyPeriods })), (body) => {
        try {
          const breakdown = readBreakdown(JSON.parse(JSON.stringify(body)));
          for (const places of [breakdown, ...breakdown.map(({ cities }) => cities)]) expectRanked(places);
        } catch (error) {
          if (!(error instanceof FigshareError)) throw error;
          expect(error.kind).to.equal('bad-data');
        }
      }),
      cases(500),
    );
  });
});

describe('addedUp', () => {
  const spain = (value: number, ...cities: City[]) => ({ name: 'Spain', value, cities });
  const seville = (value: number) => ({ name: 'Seville', value });

  it('is empty of nothing', () => {
    expect(addedUp([])).to.deep.equal([]);
    expect(addedUp([[], []])).to.deep.equal([]);
  });

  it('adds country by country and city by city', () => {
    const italy = { name: 'Italy', value: 9, cities: [seville(9)] };
    const sum = addedUp([
      [spain(8, seville(5))],
      [italy, spain(20, { name: 'Madrid', value: 7 }, seville(1))],
    ]);
    expect(shownAs(sum)).to.equal('Spain 28 (Madrid 7, Seville 6); Italy 9 (Seville 9)');
  });

  it('puts first what is largest in all, though in none', () => {
    const other = (name: string) => ({ name, value: 5, cities: [] });
    const sum = addedUp([
      [other('Italy'), spain(4)],
      [other('France'), spain(4)],
    ]);
    expect(shownAs(sum)).to.match(/^Spain 8; /);
  });

  it('puts the unknown last, whatever its number', () => {
    const unknown = { name: unknownPlace, value: 99, cities: [] };
    expect(shownAs(addedUp([[unknown], [spain(1)], [unknown]]))).to.equal('Spain 1; Unknown 198');
  });

  it('keeps names of objects apart from objects', () => {
    const odd = (name: string) => ({ name, value: 1, cities: [{ name, value: 1 }] });
    const names = ['__proto__', 'constructor', 'toString'];
    const sum = addedUp([names.map(odd), names.map(odd)]);
    expect(shownAs(sum)).to.equal(names.map((name) => `${name} 2 (${name} 2)`).join('; '));
  });

  it('gives the same for windows in any order, taken together in any way, and loses no event', () => {
    const ordered = fc
      .array(breakdown, { maxLength: 5 })
      .chain((windows) => fc.tuple(fc.constant(windows), shuffled(windows), fc.nat(windows.length)));
    fc.assert(
      fc.property(ordered, ([windows, others, middle]) => {
        const before = JSON.stringify(windows);
        const sum = addedUp(windows);
        const inParts = addedUp([addedUp(windows.slice(0, middle)), addedUp(windows.slice(middle))]);
        expect(byName(addedUp(others))).to.deep.equal(byName(sum));
        expect(byName(inParts)).to.deep.equal(byName(sum));
        expect(byName(addedUp([sum]))).to.deep.equal(byName(sum));
        expect(eventsIn(sum)).to.equal(eventsIn(windows.flat()));
        expect(eventsIn(citiesOf(sum))).to.equal(eventsIn(citiesOf(windows.flat())));
        for (const places of [sum, ...sum.map(({ cities }) => cities)]) expectRanked(places);
        expect(JSON.stringify(windows), 'the windows, as they were').to.equal(before);
      }),
    );
  });
});

describe('readKeptBreakdown', () => {
  it('gives back what was kept of any breakdown', () => {
    fc.assert(
      fc.property(fc.array(country(fc.string())), (kept) => {
        expect(readKeptBreakdown(JSON.parse(JSON.stringify(kept)))).to.deep.equal(kept);
      }),
    );
  });

  it('leaves out what else was kept', () => {
    const city = { value: 5, name: 'Seville', cities: null };
    expect(readKeptBreakdown([{ cities: [city], more: -1, value: 8, name: 'Spain' }])).to.deep.equal([
      { name: 'Spain', value: 8, cities: [{ name: 'Seville', value: 5 }] },
    ]);
  });

  const notLists = ['null', '{}', '8', '""', '"[]"', 'true'];
  const notPlaces = ['null', '8', '"Spain"', '[]', '["Spain",8]', '{}', '{"name":"x"}', '{"value":8}'];
  const notCounts = ['null', '-1', '1.5', '"8"', '{}', '[]'];
  const unreadable = [
    ...notLists,
    ...notPlaces.map((country) => `[${country}]`),
    ...['{"name":"Spain","value":8}', '{"__proto__":{"name":"Spain","value":8,"cities":[]}}'].map(
      (country) => `[${country}]`,
    ),
    ...notCounts.map((value) => `[{"name":"Spain","value":${value},"cities":[]}]`),
    ...notLists.map((cities) => `[{"name":"Spain","value":8,"cities":${cities}}]`),
    ...notPlaces.map((city) => `[{"name":"Spain","value":8,"cities":[${city}]}]`),
    ...notCounts.map((value) => `[{"name":"Spain","value":8,"cities":[{"name":"x","value":${value}}]}]`),
  ];
  for (const kept of unreadable) {
    it(`refuses ${kept} as bad data`, async () =>
      expect((await failureOf(() => readKeptBreakdown(JSON.parse(kept)))).kind).to.equal('bad-data'));
  }
});

const names = fc.constantFrom('Spain', 'Italy', 'France', unknownPlace, '__proto__', 'constructor');
const breakdown = fc.uniqueArray(country(names), { selector: ({ name }) => name });

/** Periods of a breakdown, wrong here and there. */
const nearlyPeriods = mapOf(mapOf(mapOf(fc.constantFrom(0, 1, 8, 2 ** 40))));

function mapOf<Value>(value: fc.Arbitrary<Value>) {
  const key = fc.constantFrom('total', 'Spain', 'Unkown', 'Unknown', '', '__proto__', 'toString');
  const wrong = { arbitrary: fc.jsonValue({ maxDepth: 1 }), weight: 1 };
  return fc.dictionary(key, fc.oneof({ arbitrary: value, weight: 30 }, wrong), { maxKeys: 4 });
}

function country(name: fc.Arbitrary<string>) {
  const value = fc.nat(1000);
  const cities = fc.uniqueArray(fc.record({ name, value }), { selector: (city) => city.name });
  return fc.record({ name, value, cities });
}

function shuffled<Value>(values: Value[]) {
  return fc.shuffledSubarray(values, { minLength: values.length, maxLength: values.length });
}

function expectRanked(places: City[]): void {
  const known = places.filter(({ name }) => name !== unknownPlace).map(({ value }) => value);
  expect(known).to.deep.equal([...known].sort((one, other) => other - one));
  const unknown = places.findIndex(({ name }) => name === unknownPlace);
  expect(unknown).to.be.oneOf([-1, places.length - 1]);
  expect(new Set(places.map(({ name }) => name))).to.have.property('size', places.length);
  expect(places.every(({ value }) => Number.isInteger(value) && value >= 0)).to.equal(true);
}

/** Equals come in any order. */
function byName(places: Breakdown) {
  const sorted = <Place extends City>(places: Place[]) =>
    [...places].sort((one, other) => (one.name < other.name ? -1 : 1));
  return sorted(places).map((country) => ({ ...country, cities: sorted(country.cities) }));
}

function citiesOf(breakdown: Breakdown): City[] {
  return breakdown.flatMap(({ cities }) => cities);
}

function eventsIn(places: City[]): number {
  return places.reduce((sum, { value }) => sum + value, 0);
}

function shownAs(breakdown: Breakdown): string {
  const shown = (places: City[]) => places.map(({ name, value }) => `${name} ${value}`).join(', ');
  return breakdown
    .map((country) => shown([country]) + (country.cities.length > 0 ? ` (${shown(country.cities)})` : ''))
    .join('; ');
}
