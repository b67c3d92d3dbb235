import { expect } from '@open-wc/testing';
import { besideEnds } from '../../src/charts/line-ends.js';
import fc from '../support/fast-check.js';

describe('besideEnds', () => {
  const rows: [what: string, ends: number[], places: number[]][] = [
    ['where there is room, at its end', [10, 60], [10, 60]],
    ['one below the other, in the order of their ends', [50, 45], [65, 45]],
    ['inside, at the top', [-9, -5], [0, 20]],
    ['inside, at the bottom', [95, 96], [60, 80]],
    ['of none', [], []],
  ];
  for (const [what, ends, places] of rows) {
    it(`puts a name ${what}`, () => {
      const heights = ends.map(() => 20);
      expect(besideEnds(ends, heights, 100)).to.deep.equal(places);
    });
  }

  it('keeps names inside and apart, whatever the lines', () => {
    const end = fc.integer({ min: -50, max: 250 });
    fc.assert(
      fc.property(fc.array(end, { maxLength: 3 }), (ends) => {
        const places = besideEnds(
          ends,
          ends.map(() => 30),
          200,
        ).sort((one, next) => one - next);
        for (const [index, place] of places.entries()) {
          expect(place).to.be.within(0, 170);
          if (index > 0) expect(place - places[index - 1]!).to.be.at.least(30);
        }
      }),
    );
  });
});
