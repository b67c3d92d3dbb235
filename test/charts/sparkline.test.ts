import { expect } from '@open-wc/testing';
import type { Box, Value } from '../../src/charts/scale.js';
import { marker, pointAt, sparkline, sparklineBox, type Line } from '../../src/charts/sparkline.js';
import fc from '../support/fast-check.js';

const flat = { width: 96, height: 18 };

describe('sparkline', () => {
  const paths: [what: string, Value[], isPartial: boolean, Omit<Line, 'placeOf'>][] = [
    ['of nothing', [], false, { line: '', rest: '', area: '' }],
    ['of nothing that goes on', [], true, { line: '', rest: '', area: '' }],
    ['of one point', [7], false, { line: 'M93 3h0', rest: '', area: 'M93 3h0V15H93z' }],
    ['of one point that goes on', [7], true, { line: '', rest: '', area: '' }],
    ['of two points', [1, 2], false, { line: 'M3 9L93 3', rest: '', area: 'M3 9L93 3V15H3z' }],
    [
      'of two points, the last of which goes on',
      [1, 2],
      true,
      { line: 'M3 9h0', rest: 'M3 9L90.75 3.15', area: 'M3 9h0V15H3z' },
    ],
    [
      'of three points, the last of which goes on',
      [1, 2, 0],
      true,
      { line: 'M3 9L48 3', rest: 'M48 3L90.83 14.42', area: 'M3 9L48 3V15H3z' },
    ],
    ['of zeros', [0, 0], false, { line: 'M3 15L93 15', rest: '', area: 'M3 15L93 15V15H3z' }],
    ['of equals', [5, 5], false, { line: 'M3 3L93 3', rest: '', area: 'M3 3L93 3V15H3z' }],
    [
      'of huge numbers',
      [2 ** 50, 1, 2 ** 49],
      false,
      { line: 'M3 3L48 15L93 9', rest: '', area: 'M3 3L48 15L93 9V15H3z' },
    ],
    [
      'with a gap, around which points lie alone',
      [1, null, 2],
      false,
      { line: 'M3 9h0M93 3h0', rest: '', area: 'M3 9h0V15H3zM93 3h0V15H93z' },
    ],
    [
      'with a point alone between gaps',
      [2, 2, null, 1, null, 2, 2],
      false,
      {
        line: 'M3 3L18 3M48 9h0M78 3L93 3',
        rest: '',
        area: 'M3 3L18 3V15H3zM48 9h0V15H48zM78 3L93 3V15H78z',
      },
    ],
    [
      'with gaps at its ends',
      [null, 1, 2, null],
      false,
      { line: 'M33 9L63 3', rest: '', area: 'M33 9L63 3V15H33z' },
    ],
    ['of gaps', [null, null], false, { line: '', rest: '', area: '' }],
    ['that goes on after a gap', [1, null, 1], true, { line: 'M3 3h0', rest: '', area: 'M3 3h0V15H3z' }],
    ['that goes on in a gap', [1, 1, null], true, { line: 'M3 3L48 3', rest: '', area: 'M3 3L48 3V15H3z' }],
  ];
  for (const [what, values, isPartial, expected] of paths) {
    it(`draws a line ${what}`, () => {
      const [{ line, rest, area } = {}] = sparkline([values], isPartial, flat) as Partial<Line>[];
      expect({ line, rest, area }).to.deep.equal(expected);
    });
  }

  it('draws none of no metric', () => expect(sparkline([], true)).to.deep.equal([]));

  it('puts every point where the line is, and none in a gap', () => {
    expect(placesOf([1, null, 0, 2], true, flat)).to.deep.equal([
      { x: 3, y: 9 },
      undefined,
      { x: 63, y: 15 },
      { x: 93, y: 3 },
    ]);
  });

  it('has no place for a point of a metric that has none to tell', () => {
    for (const isPartial of [false, true])
      expect(sparkline([[1, 2], []], isPartial)[1]!.placeOf(1)).to.equal(undefined);
  });

  it('draws several metrics on one scale, also beside one that has none to tell', () => {
    const lines = sparkline([[8, 8], [2, 4], [], [0, 0]], false, flat).map(({ line }) => line);
    expect(lines).to.deep.equal(['M3 3L93 3', 'M3 12L93 9', '', 'M3 15L93 15']);
  });

  it('takes the size of its box', () =>
    expect(sparkline([[1, 2]], false, { width: 26, height: 26 })[0]!.line).to.equal('M3 13L23 3'));

  for (const isPartial of [false, true]) {
    it(`draws thousands of points as 48 means${isPartial ? ', and apart what goes on' : ''}`, () => {
      const values = Array.from({ length: 4_000 }, (_, index) => (index % 2 ? 900 : 1_100) as number);
      values[3_999] = isPartial ? 250 : 900;
      const { line, rest, area, placeOf } = sparkline([values], isPartial, flat)[0]!;
      expect(line.match(/[ML]/g)).to.have.length(isPartial ? 47 : 48);
      for (const index of [0, 1234, 2345]) {
        const { x, y } = placeOf(index)!;
        for (const path of [line, area]) expect(path).to.match(new RegExp(`[ML]${x} ${y}(?![\\d.])`));
        expect(y).to.be.closeTo(3, 0.3);
      }
      expect(rest === '').to.equal(!isPartial);
      expect(placeOf(3_999)!.x).to.equal(93);
      expect(placeOf(3_999)!.y).to.be.closeTo(isPartial ? 12 : 3, 0.3);
    });
  }

  it('keeps each of 48 points, and a gap where all of several are not known', () => {
    const values = Array.from({ length: 48 }, (_, index) => index);
    expect(sparkline([values], false, flat)[0]!.line.match(/[ML]/g)).to.have.length(48);
    const days = Array.from({ length: 480 }, (_, index): Value => (index < 10 || index > 19 ? 5 : null));
    expect(sparkline([days], false, flat)[0]!.line.match(/M/g)).to.have.length(2);
  });

  describe('draws', () => {
    const { path, remove } = drawing();
    after(remove);
    const value = fc.option(fc.oneof(fc.nat(9), fc.maxSafeNat()), { freq: 5 });
    const series = fc.array(fc.array(value, { maxLength: 300 }), { maxLength: 3 });
    const side = fc.integer({ min: 10, max: 300 });

    it('any values as paths that browsers read, inside its box', () => {
      fc.assert(
        fc.property(series, fc.boolean(), side, side, (series, isPartial, width, height) => {
          const box = { width, height };
          for (const [metric, { line, rest, area, placeOf }] of sparkline(series, isPartial, box).entries()) {
            for (const data of [line, rest, area]) expectInside(path, data, box);
            for (const index of series[metric]!.keys()) {
              const point = placeOf(index);
              if (point) expectInside(path, marker(2, point), box);
            }
          }
        }),
      );
    });

    for (const metric of [0, 1, 2]) {
      it(`marker ${metric} around its point`, () => {
        const { x, y, width, height } = boundsOf(path, marker(metric, { x: 48, y: 9 }));
        expect([x + width / 2, y + height / 2].map(Math.round)).to.deep.equal([48, 9]);
        expect(width).to.be.within(4, 6);
        expect(height).to.be.within(4, 6);
      });
    }

    it('markers that differ, and a circle for metrics beyond', () => {
      const markers = [0, 1, 2, 3].map((metric) => marker(metric, { x: 93, y: 3 }));
      expect(new Set(markers)).to.have.property('size', 3);
      expect(markers[3]).to.equal(markers[0]);
    });
  });
});

describe('pointAt', () => {
  for (const count of [366, 4_000]) {
    it(`finds each of ${count} points among those that one mean stands for`, () => {
      for (const [index, point] of placesOf(Array<number>(count).fill(1), false).entries()) {
        const found = pointAt(point!.x / sparklineBox.width, count);
        expect(Math.abs(found - index)).to.be.at.most(count / 47);
      }
    });
  }

  for (const count of [1, 2, 3, 12, 48]) {
    it(`finds each of ${count} points where it is drawn`, () => {
      const places = placesOf(Array<number>(count).fill(1), false);
      const found = places.map((place) => pointAt(place!.x / sparklineBox.width, count));
      expect(found).to.deep.equal([...places.keys()]);
    });
  }

  it('finds them in a box of another size', () => {
    const box = { width: 30, height: 10 };
    const places = placesOf([1, 2, 3, 4], true, box);
    expect(places.map((place) => pointAt(place!.x / 30, 4, box))).to.deep.equal([0, 1, 2, 3]);
  });

  const rows: [position: number, count: number, index: number][] = [
    [0, 12, 0],
    [1, 12, 11],
    [-1, 12, 0],
    [2, 12, 11],
    [0.5, 3, 1],
    [0.26, 3, 0],
    [0.27, 3, 1],
    [0.1, 1, 0],
    [0.5, 0, 0],
  ];
  for (const [position, count, index] of rows) {
    it(`is ${index} of ${count} at ${position}`, () => expect(pointAt(position, count)).to.equal(index));
  }
});

/** Where the points of a single line lie. */
function placesOf(values: Value[], isPartial: boolean, box?: Box) {
  const { placeOf } = sparkline([values], isPartial, box)[0]!;
  return values.map((_, index) => placeOf(index));
}

/** A path of the page's own, whose bounds the browser tells. */
function drawing() {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  const path = document.createElementNS(namespace, 'path');
  svg.append(path);
  document.body.append(svg);
  return { path, remove: () => svg.remove() };
}

function boundsOf(path: SVGPathElement, data: string): DOMRect {
  path.setAttribute('d', data);
  return path.getBBox();
}

function expectInside(path: SVGPathElement, data: string, box: Box): void {
  expect(data, 'what no browser reads').to.match(/^[MLHVhvlaz\d. -]*$/);
  const { x, y, width, height } = boundsOf(path, data);
  const hair = 0.01; // browsers count in single precision
  expect(Math.min(x, y)).to.be.at.least(-hair);
  expect(x + width).to.be.at.most(box.width + hair);
  expect(y + height).to.be.at.most(box.height + hair);
}
