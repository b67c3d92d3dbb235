import { expect } from '@open-wc/testing';
import {
  columnOf,
  columnsOf,
  largestOf,
  rounded,
  scaleOf,
  within,
  type Value,
} from '../../src/charts/scale.js';
import fc from '../support/fast-check.js';

describe('scaleOf', () => {
  const huge = 2 ** 50;
  const rows: [largest: number, Record<number, number>][] = [
    [10, { 0: 15, 10: 3, 5: 9, 1: 13.8 }],
    [1, { 0: 15, 1: 3 }],
    [3, { 0: 15, 1: 11, 2: 7, 3: 3 }],
    [7, { 1: 13.29, 6: 4.71 }],
    [huge, { 0: 15, 1: 15, [huge]: 3, [huge / 2]: 9 }],
    [0, { 0: 15 }],
  ];
  for (const [largest, positions] of rows) {
    it(`puts 0 at the bottom and ${largest || 'nothing'} at the top`, () => {
      const y = scaleOf(largest, 3, 15);
      for (const [value, position] of Object.entries(positions)) expect(y(Number(value))).to.equal(position);
    });
  }
});

describe('largestOf', () => {
  const rows: [series: Value[][], largest: number][] = [
    [[], 0],
    [[[]], 0],
    [[[null]], 0],
    [[[0, 0]], 0],
    [[[1, 3, 2]], 3],
    [[[1, 2], [null, 5], []], 5],
    [[[2 ** 50, null]], 2 ** 50],
    [[Array<Value>(200_000).fill(1)], 1],
  ];
  for (const [series, largest] of rows) {
    it(`of ${JSON.stringify(series).slice(0, 40)} is ${largest}`, () =>
      expect(largestOf(series)).to.equal(largest));
  }
});

describe('columnsOf', () => {
  const rows: [list: number[], columns: number, parts: number[][]][] = [
    [[], 3, []],
    [[1], 3, [[1]]],
    [[1, 2, 3], 3, [[1], [2], [3]]],
    [[1, 2, 3], 1, [[1, 2, 3]]],
    [
      [1, 2, 3, 4, 5],
      2,
      [
        [1, 2],
        [3, 4, 5],
      ],
    ],
    [
      [1, 2, 3, 4, 5, 6, 7],
      3,
      [
        [1, 2],
        [3, 4],
        [5, 6, 7],
      ],
    ],
  ];
  for (const [list, columns, parts] of rows) {
    it(`splits [${list.join(', ')}] into ${parts.length}`, () =>
      expect(columnsOf(list, columns)).to.deep.equal(parts));
  }

  it('splits any list into parts of nearly equal length, and loses nothing', () => {
    const length = fc.integer({ min: 1, max: 5_000 });
    fc.assert(
      fc.property(length, fc.integer({ min: 1, max: 500 }), (length, columns) => {
        const list = [...Array(length).keys()];
        const parts = columnsOf(list, columns);
        const lengths = parts.map((part) => part.length);
        expect(parts).to.have.length(Math.min(columns, length));
        for (const [column, part] of parts.entries()) {
          for (const index of [part[0]!, part.at(-1)!])
            expect(columnOf(index, length, parts.length)).to.equal(column);
        }
        expect(parts.flat()).to.deep.equal(list);
        expect(Math.max(...lengths) - Math.min(...lengths)).to.be.at.most(1);
      }),
    );
  });
});

describe('rounded', () => {
  for (const [position, text] of [
    [0, '0'],
    [1 / 3, '0.33'],
    [2 / 3, '0.67'],
    [-1.25, '-1.25'],
    [0.1 + 0.2, '0.3'],
    [1e-9, '0'],
  ] as const) {
    it(`writes ${position} as ${text}`, () => expect(String(rounded(position))).to.equal(text));
  }
});

describe('within', () => {
  const rows: [count: number, index: number, nearest: number][] = [
    [3, 0, 0],
    [3, 1.4, 1],
    [3, 1.6, 2],
    [3, 2.4, 2],
    [3, 3, 2],
    [3, -1, 0],
    [3, Infinity, 2],
    [3, -Infinity, 0],
    [1, 0.9, 0],
    [0, 0, 0],
  ];
  for (const [count, index, nearest] of rows) {
    it(`is ${nearest} for ${index} of ${count}`, () => expect(within(count, index)).to.equal(nearest));
  }
});
