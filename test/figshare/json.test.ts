import { expect } from '@open-wc/testing';
import { count, field, jsonOf, list, moment, record, sum, text } from '../../src/figshare/json.js';
import fc from '../support/fast-check.js';
import { failureOf } from '../support/failure.js';

const deep: unknown = JSON.parse('['.repeat(5_000) + ']'.repeat(5_000));
const veryDeep = () => {
  let value: unknown = [];
  for (let level = 0; level < 100_000; level++) value = [value];
  return value;
};

describe('what is read of an answer', () => {
  const rows: [what: string, read: () => unknown, value: unknown][] = [
    ['a count', () => count(7, 'x'), 7],
    ['zero', () => count(0, 'x'), 0],
    ['a text', () => text('7', 'x'), '7'],
    ['a field', () => field({ x: null }, 'x'), null],
    ['a list', () => list([1]), [1]],
    ['an object', () => record({ x: 1 }, ''), { x: 1 }],
    ['a moment', () => moment('2026-11-27T10:00:00.000Z', 'x'), '2026-11-27T10:00:00.000Z'],
    ['a sum', () => sum([1, 2, 3]), 6],
    ['a sum of nothing', () => sum([]), 0],
    ['the largest sum', () => sum([Number.MAX_SAFE_INTEGER - 1, 1]), Number.MAX_SAFE_INTEGER],
  ];
  for (const [what, read, value] of rows) {
    it(`may be ${what}`, () => expect(read()).to.deep.equal(value));
  }

  const refused: [what: string, read: () => unknown][] = [
    ...[-1, 1.5, NaN, Infinity, 2 ** 53, '7', null, undefined, true, [7], { x: 7 }].map(
      (value): [string, () => unknown] => [
        `a count like ${JSON.stringify(value)}, ${typeof value}`,
        () => count(value, 'x'),
      ],
    ),
    ['a field that is inherited', () => field({}, 'toString')],
    ['a field of nothing', () => field(null, 'x')],
    ['a field of a list', () => field([], 'length')],
    ['a list in an object', () => list({ length: 1 })],
    ['an object that is a list', () => record([], 'an object')],
    ['a text that is a number', () => text(7, 'x')],
    ['a moment in words', () => moment('last Friday', 'x')],
    ['a moment as a number', () => moment(5, 'x')],
    ['a sum that is not exact', () => sum([Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER])],
    ['lists in lists', () => count(deep, 'x')],
    ['lists in lists without end', () => count(veryDeep(), 'x')],
  ];
  for (const [what, read] of refused) {
    it(`is not ${what}`, async () => {
      const { kind, message } = await failureOf(read);
      expect(kind).to.equal('bad-data');
      expect(message.length).to.be.below(200);
    });
  }
});

describe('jsonOf', () => {
  it('is JSON of the same values', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(jsonOf(value))).to.deep.equal(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('leaves out what is undefined, and writes moments as JSON does', () => {
    const value = { x: undefined, at: new Date(0), 'a"b\n': ['\u2028', '\ud800', '𐐀', null] };
    expect(JSON.parse(jsonOf(value))).to.deep.equal(JSON.parse(JSON.stringify(value)));
  });

  describe('on a page with an old library', () => {
    const prototypes = [Array.prototype, String.prototype, Number.prototype] as { toJSON?: () => string }[];
    afterEach(() => prototypes.forEach((prototype) => delete prototype.toJSON));

    it('is what it is everywhere', () => {
      for (const prototype of prototypes) prototype.toJSON = () => 'of its own';
      expect(jsonOf({ groups: [{ id: 327, name: 'a' }] })).to.equal('{"groups":[{"id":327,"name":"a"}]}');
    });
  });
});
