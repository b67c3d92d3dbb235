import { expect } from '@open-wc/testing';
import { FigshareError } from '../../src/figshare/error.js';
import { findItems } from '../../src/figshare/find-items.js';
import { parseItems, type Item, type ItemByDoi } from '../../src/figshare/item.js';
import { decorated, wrongIn } from '../support/decorated.js';
import fc from '../support/fast-check.js';

describe('items that are wrapped, joined, decorated, damaged and cut', () => {
  it('are never read as what is not there', () => {
    fc.assert(
      fc.property(decorated, (text) => {
        expect(wrongIn(text, itemsIn(text.text)), 'parseItems').to.deep.equal([]);
        expect(wrongIn(text, findItems(text.text)), 'findItems').to.deep.equal([]);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('a long text of anything', () => {
  const starts = [
    '',
    '10.6084/m9.figshare.1',
    'https://figshare.com/articles/x',
    'https://doi.org/',
    '10.26180/a',
  ];
  const fillings = [
    ...[
      ',',
      '/',
      '.',
      'a',
      '1',
      '(',
      ')',
      '[](',
      'a ',
      '1,',
      '10.6084/',
      '10.1000/a ',
      'https://',
      'https://a.b/',
    ],
    ...[
      '\u00ad',
      '1\u00ad',
      '<1:a>',
      '.CO;2',
      'a.',
      'a/',
      '%2F',
      'doi:',
      '&',
      'a=',
      '@',
      '_',
      '0000-',
      '\\',
      "'",
    ],
    ...[
      '1,000',
      '1v1',
      'c.1/',
      '1\n',
      '１',
      'articles/',
      '?',
      '；',
      ':',
      '*',
      ' 000',
      '.v1',
      '😀1',
      'article/1 ',
    ],
  ];

  it('is read in a time that grows with its length alone', () => {
    // The least of some tries: what else the machine does makes them longer, never shorter.
    const timeOf = (text: string) =>
      Math.min(
        ...[1, 2, 3].map(() => {
          const start = performance.now();
          itemsIn(text);
          findItems(text);
          return performance.now() - start;
        }),
      );
    for (const start of starts) {
      for (const filling of fillings) {
        const textOf = (length: number) => `${start}${filling.repeat(length / filling.length)}!`;
        const [short, long] = [timeOf(textOf(6_000)), timeOf(textOf(24_000))];
        // Quadratic, it would be 16 times as long.
        expect(long, JSON.stringify([start, filling])).to.be.below(Math.max(9 * short, 500));
      }
    }
  });
});

function itemsIn(text: string): (Item | ItemByDoi)[] {
  try {
    return parseItems(text);
  } catch (error) {
    if (error instanceof FigshareError && error.kind === 'invalid') return [];
    throw error;
  }
}
