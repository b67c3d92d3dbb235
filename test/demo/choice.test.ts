import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  bys,
  exampleOf,
  fromQuery,
  looks,
  metricsOf,
  pages,
  shows,
  toQuery,
  usual,
  type Choice,
} from '../../demo/snippets/choice.js';

const day = fc.constantFrom('', '2024-01-31', '2026-11-27');

/** Any choice that the builder's controls can make. */
const choices: fc.Arbitrary<Choice> = fc.constantFrom(...shows).chain((show) =>
  fc.record({
    item: fc.constantFrom(
      usual.item,
      'group/327',
      '766364 collection/1234',
      'https://figshare.com/authors/A_B/97657',
    ),
    show: fc.constant(show),
    look: fc.constantFrom('', ...looks[show]),
    metrics: fc.uniqueArray(fc.constantFrom('views', 'downloads', 'shares', 'citations')),
    start: day,
    end: day,
    by: fc.constantFrom('', ...bys[show]),
    compact: fc.boolean(),
    cumulative: fc.boolean(),
    lang: fc.constantFrom('', 'de', 'pt-PT', 'zh-Hant'),
    theme: fc.constantFrom('', 'light', 'dark'),
    accent: fc.constantFrom('', '#a4262c'),
    source: fc.constantFrom('', '/figshare.json', 'https://relay.example.edu https://stats.figshare.com'),
    integrity: fc.boolean(),
    place: fc.constantFrom('html', 'wordpress-author'),
    on: fc.constantFrom(...pages),
  }),
);

describe('a choice in an address', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(choices, (choice) => {
        expect(fromQuery(toQuery(choice))).to.deep.equal(choice);
      }),
    );
  });

  it('is short: nothing is written for what is usual', () => {
    expect(toQuery(usual)).to.equal('');
    expect(toQuery({ ...usual, item: 'group/327', show: 'count' })).to.equal('item=group/327&show=count');
    expect(toQuery({ ...usual, metrics: ['views', 'citations'] })).to.equal('metrics=views+citations');
  });

  for (const [query, key, value] of [
    ['accent=%23A4262C', 'accent', '#a4262c'],
    ['accent=red;}', 'accent', ''],
    ['show=constructor', 'show', 'badge'],
    ['show=top&look=map', 'look', ''],
    ['metrics=views,hugs,views', 'metrics', ['views']],
    ['start=yesterday', 'start', ''],
    ['lang=<b>', 'lang', ''],
    ['place=../../x', 'place', 'html'],
    ['on=pink', 'on', 'white'],
    ['compact=yes', 'compact', false],
    ['item=', 'item', usual.item],
  ] as const) {
    it(`is as usual where it cannot be: ${query}`, () => {
      expect(fromQuery(query)[key]).to.deep.equal(value);
    });
  }

  it('shows a sample of the same kind while nobody has put in an item', () => {
    for (const show of shows) {
      const { item, show: shown } = exampleOf({ ...usual, show });
      expect(shown).to.equal(show);
      expect(item.startsWith('group/')).to.equal(show === 'top' || show === 'count');
    }
    expect(metricsOf.timeline).to.not.include('citations');
  });
});
