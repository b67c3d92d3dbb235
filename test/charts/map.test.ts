import { expect } from '@open-wc/testing';
import { places } from '../../src/charts/atlas.js';
import { dots, lands, levelsUntil } from '../../src/charts/map.js';
import { codeOf } from '../../src/format/country.js';

describe('the map of the world', () => {
  it('lies within its box, from edge to edge', () => {
    const points = [
      ...lands.flatMap(({ path }) => pointsOf(path)),
      ...places.flatMap(([, x, y]) => [-4, 4].map((side) => [x + side, y])),
    ];
    const [x, y] = [0, 1].map((at) => points.map((point) => point[at]!));
    const extent = (all: number[]) => [
      all.reduce((least, one) => Math.min(least, one)),
      all.reduce((most, one) => Math.max(most, one)),
    ];
    const [left, right] = extent(x!);
    const [top, bottom] = extent(y!);
    expect(left).to.be.within(0, 8);
    expect(right).to.be.within(472, 480);
    expect(top).to.be.within(0, 8);
    expect(bottom).to.be.within(214, 222);
  });

  it('knows each country by a name that has a code, but for two that have none', () => {
    expect(lands.length).to.equal(176);
    const codes = lands.map(({ name }) => codeOf(name) ?? name);
    expect(new Set(codes).size).to.equal(176);
    expect(codes.filter((code) => code.length > 2)).to.deep.equal(['Northern Cyprus', 'Somaliland']);
  });

  it('has a dot for each country that is too small, and knows its code', () => {
    const codes = [...lands, ...dots].map(({ name }) => codeOf(name) ?? name);
    expect(new Set(codes).size).to.equal(lands.length + dots.length);
    expect(dots.map(({ name }) => name)).to.include.members(['Singapore', 'Malta', 'Hong Kong', 'Tonga']);
    expect(dots.filter(({ name }) => codeOf(name) === undefined)).to.be.empty;
  });

  it('cuts neither Fiji nor Chukotka', () => {
    for (const name of ['Fiji', 'Russia']) {
      const x = pointsOf(lands.find((land) => land.name === name)!.path).map(([x]) => x);
      const width =
        x.reduce((most, one) => Math.max(most, one)) - x.reduce((least, one) => Math.min(least, one));
      expect(width, name).to.be.lessThan(name === 'Fiji' ? 10 : 240);
    }
  });

  it('draws an outline for each', () => {
    for (const { name, path } of lands) expect(path, name).to.match(/^(M[\d.]+ [\d.]+l[-. \d]+z)+$/);
  });

  for (const [largest, levels] of [
    [1, [1]],
    [2, [1]],
    [10, [1, 2, 5]],
    [100, [1, 2, 10, 20]],
    [1000, [1, 5, 20, 100]],
    [1_000_000, [1, 20, 1000, 20_000]],
    [2 ** 50, [1, 5000, 20_000_000, 100_000_000_000]],
  ] as const) {
    it(`has round levels for values until ${largest}`, () => {
      expect(levelsUntil(largest)).to.deep.equal(levels);
    });
  }
});

/** Of outlines that tell each point from the one before. */
function pointsOf(path: string): [number, number][] {
  return path.split('z').flatMap((ring) => {
    const numbers = (ring.match(/-?(?:\d+(?:\.\d)?|\.\d)/g) ?? []).map(Number);
    let [x, y] = [0, 0];
    return Array.from({ length: numbers.length / 2 }, (_, index): [number, number] => {
      x += numbers[2 * index]!;
      y += numbers[2 * index + 1]!;
      return [x, y];
    });
  });
}
