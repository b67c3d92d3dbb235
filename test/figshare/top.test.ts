import { expect } from '@open-wc/testing';
import { FigshareError } from '../../src/figshare/error.js';
import { kinds } from '../../src/figshare/item.js';
import {
  largestOf,
  readKeptTop,
  readTop,
  topQuestion,
  type Top,
  type TopOptions,
} from '../../src/figshare/top.js';
import { parseLimit } from '../../src/figshare/question.js';
import { failureOf } from '../support/failure.js';
import fc, { cases } from '../support/fast-check.js';

const today = '2025-11-21';
const question = (options: TopOptions = {}) => topQuestion(options, today);
const article = (id: number) => ({ kind: 'article', id });
const project = (id: number) => ({ kind: 'project', id });
const lastYear = { start: '2024-12-01', end: today };
const bySub = ['category', 'item-type', 'referral'] as const;

describe('topQuestion', () => {
  const usual = { items: [], of: 'article', metric: 'views', by: 'item', limit: 10 };

  it('asks for the ten most viewed articles since figshare counts, when nobody says more', () => {
    expect(question()).to.deep.equal(usual);
  });

  for (const by of bySub) {
    it(`asks for the last 12 months by ${by}`, () =>
      expect(question({ by })).to.deep.equal({ ...usual, by, period: lastYear }));
  }

  for (const of of kinds) {
    it(`asks for the kind ${of}, and takes it from an item`, () => {
      expect(question({ of }).of).to.equal(of);
      const items = [{ kind: of, id: 13 }];
      expect(question({ item: `${of}/13`, by: 'category' })).to.deep.include({ items, of });
      expect(question({ item: `${of}/13`, by: 'category', of })).to.deep.include({ items, of });
    });
  }

  const items: [item: string | number, items: object[], of: string][] = [
    ['766364 5', [article(766364), article(5)], 'article'],
    [5, [article(5)], 'article'],
    ['project/13 project/14', [project(13), project(14)], 'project'],
    ['10.6084/m9.figshare.c.1234', [{ kind: 'collection', id: 1234 }], 'collection'],
    ['10.15482/USDA.ADC/1402049', [{ doi: '10.15482/USDA.ADC/1402049' }], 'article'],
  ];
  for (const [item, expected, of] of items) {
    it(`reads the item ${JSON.stringify(item)}`, () =>
      expect(question({ item, by: 'referral' })).to.deep.include({ items: expected, of }));
  }

  for (const item of ['', '  ', '\n']) {
    it(`takes the item ${JSON.stringify(item)} for none`, () =>
      expect(question({ item })).to.deep.equal(usual));
  }

  const periods: [TopOptions, period: object | undefined][] = [
    [{ start: '2014-01-02' }, { start: '2014-01-02', end: today }],
    [{ end: '2014-03-04' }, { start: '2012-01-01', end: '2014-03-04' }],
    [
      { by: 'category', start: '2014-01-02' },
      { start: '2014-01-02', end: today },
    ],
    [
      { by: 'category', end: '2014-03-04' },
      { start: '2013-04-01', end: '2014-03-04' },
    ],
    [
      { by: 'category', end: '2012-03-04' },
      { start: '2012-01-01', end: '2012-03-04' },
    ],
    [{ by: 'referral', end: '9999-12-31' }, lastYear],
  ];
  for (const [options, period] of periods) {
    it(`asks for a period as soon as it has a date: ${JSON.stringify(options)}`, () =>
      expect(question(options).period).to.deep.equal(period));
  }

  it('takes what it is told', () => {
    const period = { start: '2014-01-02', end: '2014-03-04' };
    const told = { of: 'group', metric: 'downloads', by: 'item-type', institution: 'monash' } as const;
    expect(question({ ...told, item: 'group/2', limit: '3', ...period })).to.deep.equal({
      ...{ ...told, items: [{ kind: 'group', id: 2 }], limit: 3, period },
    });
  });

  it('takes null, which attributes that were taken away become, for not given', () => {
    const names = ['item', 'of', 'metric', 'by', 'limit', 'start', 'end', 'institution'];
    expect(question(Object.fromEntries(names.map((name) => [name, null])))).to.deep.equal(usual);
  });

  describe('names the option and the value that it refuses', () => {
    type Row = [option: string, value: string, TopOptions];
    const each = (option: keyof TopOptions, values: string[]) =>
      values.map((value): Row => [option, value, { [option]: value }]);
    const rows: Row[] = [
      ...each('metric', ['citations', 'cites', 'hugs', '', 'Views', 'views downloads', '__proto__']),
      ...each('by', ['', 'items', 'item_type', 'itemType', 'Category', 'country', 'constructor']),
      ...each('of', ['', 'articles', 'Article', 'dataset', '__proto__', 'toString']),
      ...each('limit', ['', ' ', '0', '-1', '1.5', '101', 'x', 'NaN', 'Infinity', '10 ten', '__proto__']),
      ...[0, -1, 1.5, 101, NaN, Infinity].map((limit): Row => ['limit', String(limit), { limit }]),
      ...each('item', ['766364', 'project/13', '10.15482/USDA.ADC/1402049', 'wrong', '0']),
      ['item', '766364', { item: 766364, by: 'item' }],
      ['item', 'wrong', { item: 'wrong', by: 'category' }],
      ['item', '1.5', { item: 1.5, by: 'category' }],
      ['item', 'project/13', { item: 'project/13', by: 'category', of: 'article' }],
      ['item', '766364', { item: '766364', by: 'category', of: 'group' }],
      ['item', '766364 project/13', { item: '766364 project/13', by: 'referral' }],
      ...each('start', ['', 'yesterday', '2023-02-29']),
      ...each('end', ['', 'today', '2011-12-31']),
      ...each('institution', ['..', ' ', 'monash?x', 'monash/x']),
    ];
    for (const [option, value, options] of rows) {
      it(`${option} "${value}" in ${JSON.stringify(options)}`, async () => {
        const { kind, message } = await failureOf(() => question(options));
        expect(kind).to.equal('invalid');
        expect(message)
          .to.match(new RegExp(`^${option} must `))
          .and.to.contain(`"${value}"`);
      });
    }
  });
});

describe('parseLimit', () => {
  for (const [limit, number] of [
    [1, 1],
    ['1', 1],
    [' 7 ', 7],
    ['100', 100],
    [100, 100],
  ] as const) {
    it(`reads ${JSON.stringify(limit)}`, () => expect(parseLimit(limit)).to.equal(number));
  }
});

describe('readTop', () => {
  const readable: [what: string, body: string, shown: string][] = [
    ['with its wrapper', '{"top":{"1130885":31334}}', '1130885 31334'],
    ['without its wrapper', '{"fileset":135,"figure":98}', 'figure 98, fileset 135'],
    ['in any order', '{"top":{"b":1,"c":3,"a":2}}', 'a 2, b 1, c 3'],
    ['that is null', '{"top":null}', ''],
    ['that is empty', '{"top":{}}', ''],
    ['that is empty, without its wrapper', '{}', ''],
    ['of a referrer called "top"', '{"top":5}', 'top 5'],
    ['of a referrer called "top" beside others', '{"doi.org":7,"top":5}', 'doi.org 7, top 5'],
    ['of a referrer called "top", in its wrapper', '{"top":{"top":5,"t.co":1}}', 't.co 1, top 5'],
    ['of 0 and of much', '{"top":{"1":0,"2":9007199254740991}}', '1 0, 2 9007199254740991'],
    ['whose keys are data', '{"top":{"__proto__":2,"constructor":3,"":1}}', ' 1, __proto__ 2, constructor 3'],
    ['whose keys are data, without its wrapper', '{"__proto__":2,"toString":3}', '__proto__ 2, toString 3'],
    ['beside what is not the list', '{"top":{"1":2},"__proto__":{"top":null},"count":-1}', '1 2'],
  ];
  for (const [what, body, shown] of readable) {
    it(`reads a list ${what}`, () => expect(sorted(readTop(JSON.parse(body)))).to.equal(shown));
  }

  const notCounts = [
    'null',
    '-1',
    '1.5',
    '"231"',
    '""',
    'true',
    '[]',
    '[231]',
    '{}',
    '9007199254740992',
    '1e999',
  ];
  const unreadable = [
    ...['true', '0', '231', '"top"', '""', '[]', '[{"top":null}]'],
    ...['[]', '[5]', '""', '"1"', 'true', '-1', '1.5'].map((top) => `{"top":${top}}`),
    ...notCounts.flatMap((value) => [`{"top":{"1":2,"3":${value}}}`, `{"1":2,"3":${value}}`]),
    ...['{"top":{"top":{"1":2}}}', '{"__proto__":{"top":{"1":2}}}', '{"message":"no"}'],
  ];
  for (const body of unreadable) {
    it(`refuses ${body} as bad data`, async () =>
      expect((await failureOf(() => readTop(JSON.parse(body)))).kind).to.equal('bad-data'));
  }

  it('makes of any JSON an answer or an error about bad data', () => {
    const map = fc.dictionary(
      fc.oneof(fc.string(), fc.constantFrom('top', '__proto__')),
      fc.oneof(fc.maxSafeNat(), fc.jsonValue()),
      { maxKeys: 3 },
    );
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), map, fc.record({ top: map })), (body) => {
        try {
          const isEntry = ({ key, value }: Top[0]) => typeof key === 'string' && isCount(value);
          expect(readTop(JSON.parse(JSON.stringify(body))).every(isEntry)).to.equal(true);
        } catch (error) {
          if (!(error instanceof FigshareError)) throw error;
          expect(error.kind).to.equal('bad-data');
        }
      }),
      cases(500),
    );
  });
});

describe('largestOf', () => {
  const list = (text: string): Top =>
    text.split(', ').flatMap((entry) => {
      const [key, value] = entry.split(' ');
      return key ? [{ key, value: Number(value) }] : [];
    });
  const rows: [what: string, lists: string[], limit: number, largest: string][] = [
    ['nothing of no list', [], 10, ''],
    ['nothing of empty lists', ['', ''], 10, ''],
    ['the largest first', ['a 1, c 3, b 2'], 10, 'c 3, b 2, a 1'],
    ['as many as the limit', ['a 1, c 3, b 2'], 2, 'c 3, b 2'],
    ['sums of all lists', ['a 5, b 4', 'b 4, c 6', 'c 1'], 10, 'b 8, c 7, a 5'],
    ['what is below the limit in each but not in all', ['a 5, b 4', 'c 5, b 4'], 1, 'b 8'],
    [
      'keys that are names of objects',
      ['__proto__ 1, constructor 2', '__proto__ 2'],
      2,
      '__proto__ 3, constructor 2',
    ],
    ['what was never counted too', ['a 0, b 1'], 10, 'b 1, a 0'],
    ['huge numbers', ['a 1, b 4503599627370496', 'b 1'], 1, 'b 4503599627370497'],
  ];
  for (const [what, lists, limit, largest] of rows) {
    it(`gives ${what}`, () => expect(shown(largestOf(lists.map(list), limit))).to.equal(largest));
  }

  it('gives the same for lists in any order, and leaves them as they were', () => {
    const entry = fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'd', 'e', '__proto__'),
      value: fc.nat(1000),
    });
    const lists = fc.array(fc.uniqueArray(entry, { selector: ({ key }) => key }), { maxLength: 4 });
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 7 }), (lists, limit) => {
        const before = JSON.stringify(lists);
        const all = largestOf(lists, 100);
        const values = all.map(({ value }) => value);
        expect(values).to.deep.equal([...values].sort((one, other) => other - one));
        expect(sorted(largestOf([...lists].reverse(), 100))).to.equal(sorted(all));
        expect(largestOf(lists, limit)).to.deep.equal(all.slice(0, limit));
        const events = lists.flat().reduce((sum, { value }) => sum + value, 0);
        expect(values.reduce((sum, value) => sum + value, 0)).to.equal(events);
        expect(JSON.stringify(lists)).to.equal(before);
      }),
    );
  });
});

describe('readKeptTop', () => {
  it('gives back what was kept of any list', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ key: fc.string(), value: fc.maxSafeNat() })), (kept) => {
        expect(readKeptTop(JSON.parse(JSON.stringify(kept)))).to.deep.equal(kept);
      }),
    );
  });

  it('leaves out what else was kept', () => {
    expect(readKeptTop([{ value: 2, key: '1', more: -1 }])).to.deep.equal([{ key: '1', value: 2 }]);
  });

  const unreadable = [
    ...['null', '{}', '20', '""', 'true', '{"1":20}', '[null]', '[20]', '[["1",20]]', '[{}]'],
    ...['{"key":"1"}', '{"value":2}', '{"__proto__":{"key":"1","value":2}}'].map((entry) => `[${entry}]`),
    ...['null', '-1', '1.5', '"2"', '{}'].map((value) => `[{"key":"1","value":${value}}]`),
  ];
  for (const kept of unreadable) {
    it(`refuses ${kept} as bad data`, async () =>
      expect((await failureOf(() => readKeptTop(JSON.parse(kept)))).kind).to.equal('bad-data'));
  }
});

function shown(top: Top): string {
  return top.map(({ key, value }) => `${key} ${value}`).join(', ');
}

/** By key: an object's keys come in no order of their own. */
function sorted(top: Top): string {
  return shown([...top].sort((one, other) => (one.key < other.key ? -1 : 1)));
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
