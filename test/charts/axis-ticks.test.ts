import { expect } from '@open-wc/testing';
import { fitting } from '../../src/charts/axis-ticks.js';

const mark = (index: number, ...lines: string[]) => ({ index, lines });
const perLetter = (text: string) => text.length * 10;

describe('fitting', () => {
  const months = ['Jan', 'Feb', 'Mar', 'Apr'].map((month, index) => mark(index, month));
  const ends = [mark(0, 'Jan'), mark(3, 'Apr')];

  it('takes as many marks as stand apart', () => {
    expect(fitting([months, ends], 4, 200, perLetter)).to.equal(months);
    expect(fitting([months, ends], 4, 100, perLetter)).to.equal(ends);
  });

  it('keeps the years under them apart, too', () => {
    const long = months.map(({ index, lines }) => mark(index, ...lines, '20261231'));
    expect(fitting([long, ends], 4, 200, perLetter)).to.equal(ends);
  });

  it('takes one where nothing else has room, and none of nothing', () => {
    expect(fitting([months, ends], 4, 10, perLetter)).to.deep.equal([ends[0]]);
    expect(fitting([], 0, 100, perLetter)).to.deep.equal([]);
  });
});
