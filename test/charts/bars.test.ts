import { expect } from '@open-wc/testing';
import { barAt, bars, barsBox, type Bar } from '../../src/charts/bars.js';
import type { Value } from '../../src/charts/scale.js';
import fc from '../support/fast-check.js';

const { width, height } = barsBox;
/** Positions are rounded, each on its own. */
const hair = 0.02;

describe('bars', () => {
  const heights: [what: string, series: Value[][], heights: number[][]][] = [
    ['the largest takes the whole height', [[1, 2, 4]], [[11, 22, 44]]],
    ['all equal are all high', [[3, 3]], [[44, 44]]],
    ['zero is nothing', [[0, 4]], [[0, 44]]],
    ['all zero are nothing', [[0, 0]], [[0, 0]]],
    ['what is not known is nothing', [[null, 4]], [[0, 44]]],
    ['a little is seen', [[1, 1_000]], [[1.5, 44]]],
    ['a little is seen beside huge numbers', [[0, 1, 2 ** 50]], [[0, 1.5, 44]]],
    [
      'several metrics have one scale',
      [
        [8, 4],
        [2, 0],
      ],
      [
        [44, 22],
        [11, 0],
      ],
    ],
    ['one metric has none to tell', [[8, 4], []], [[44, 22], []]],
    ['no metric', [], []],
    ['no values', [[]], [[]]],
  ];
  for (const [what, series, expected] of heights) {
    it(`are high by value: ${what}`, () => {
      expect(bars(series).map((row) => row.map((bar) => bar.height))).to.deep.equal(expected);
      expectInside(bars(series));
    });
  }

  const counts: [values: number, drawn: number, widest: number][] = [
    [1, 1, 24],
    [2, 2, 24],
    [12, 12, 16],
    [60, 60, 3],
    [240, 240, 1],
    [241, 240, 1],
    [4_000, 240, 1],
  ];
  for (const [count, drawn, widest] of counts) {
    it(`of ${count} values are ${drawn} side by side, ${widest} wide`, () => {
      const [row = []] = bars([Array<number>(count).fill(1)]);
      expect(row).to.have.length(drawn);
      for (const bar of row) expect(bar.width).to.equal(widest);
      expectInside([row]);
      expect(row[0]!.x).to.equal(0);
      if (count > 1) expect(right(row.at(-1)!)).to.be.closeTo(width, hair);
      for (const [index, bar] of row.slice(1).entries())
        expect(bar.x, 'an overlap').to.be.at.least(right(row[index]!) - hair);
    });
  }

  it('of more values than fit show the largest of several', () => {
    const values = Array<Value>(4_000).fill(1);
    values[1234] = 88;
    values.fill(null, 2_000, 2_100);
    const [row = []] = bars([values]);
    expect(row.filter((bar) => bar.height === height)).to.deep.equal([row[Math.floor(1234 / (4_000 / 240))]]);
    expect(row.filter((bar) => bar.height === 0)).to.have.length.within(4, 6);
    expect(row.filter((bar) => bar.height === 1.5)).to.have.length.above(230);
  });

  for (const count of [1, 2, 12, 4_000]) {
    it(`of a second metric are half as wide, of a third a quarter, beside the first: ${count} values`, () => {
      const values = Array<number>(count).fill(1);
      const [first = [], second = [], third = []] = bars([values, values, values]);
      for (const index of first.keys()) {
        expect(second[index]!.width).to.be.closeTo(first[index]!.width / 2, hair);
        expect(third[index]!.width).to.be.closeTo(first[index]!.width / 4, hair);
        expect(second[index]!.x).to.be.at.least(right(first[index]!) - hair);
        expect(third[index]!.x).to.be.at.least(right(second[index]!) - hair);
      }
      expectInside([first, second, third]);
    });
  }

  it('of any values lie in their box, and are seen where they are not zero', () => {
    const value = fc.option(fc.oneof(fc.nat(9), fc.maxSafeNat()), { freq: 9 });
    const series = fc
      .tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 3 }))
      .chain(([length, metrics]) =>
        fc.array(fc.array(value, { minLength: length, maxLength: length }), {
          minLength: metrics,
          maxLength: metrics,
        }),
      );
    const box = fc.record({
      width: fc.integer({ min: 20, max: 500 }),
      height: fc.integer({ min: 2, max: 200 }),
    });
    fc.assert(
      fc.property(series, box, (series, box) => {
        const drawn = bars(series, box);
        expectInside(drawn, box);
        for (const [metric, row] of drawn.entries()) {
          if (series[metric]!.length > box.width) continue;
          for (const [index, bar] of row.entries()) {
            if (series[metric]![index]) expect(bar.height).to.be.at.least(1.5);
            else expect(bar.height).to.equal(0);
          }
        }
      }),
    );
  });
});

describe('barAt', () => {
  for (const count of [1, 2, 12, 60, 240]) {
    it(`finds each of ${count} bars from anywhere on it`, () => {
      const values = Array<number>(count).fill(1);
      const [row = []] = bars([values]);
      for (const [index, bar] of row.entries()) {
        for (const part of [0.1, 0.5, 0.9])
          expect(barAt((bar.x + part * bar.width) / width, count)).to.equal(index);
      }
    });
  }

  const rows: [position: number, count: number, index: number][] = [
    [0, 12, 0],
    [1, 12, 11],
    [-0.5, 12, 0],
    [1.5, 12, 11],
    [0.5, 1, 0],
    [0.5, 4_000, 2_000],
    [1, 4_000, 3_999],
    [0.5, 0, 0],
  ];
  for (const [position, count, index] of rows) {
    it(`is ${index} of ${count} at ${position}`, () => expect(barAt(position, count)).to.equal(index));
  }
});

function right({ x, width }: Bar): number {
  return x + width;
}

function expectInside(drawn: Bar[][], box = barsBox): void {
  for (const bar of drawn.flat()) {
    for (const number of Object.values(bar)) expect(number).to.be.finite.and.to.be.at.least(0);
    expect(right(bar)).to.be.at.most(box.width + hair);
    expect(bar.y + bar.height).to.be.closeTo(box.height, hair);
  }
}
