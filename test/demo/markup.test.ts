import { expect } from '@open-wc/testing';
import { contrastOf } from '../../demo/builder/accent.js';
import { usual, type Choice } from '../../demo/snippets/choice.js';
import { accentSheet, attributesOf, elementMarkup, linkAddress, pageOf } from '../../demo/snippets/markup.js';
import { readLink } from '../../src/figshare/placeholder.js';

const choice = (change: Partial<Choice>): Choice => ({ ...usual, item: '766364', ...change });
const link = '<a href="https://figshare.com/articles/dataset/_/766364">The data on figshare</a>';

describe('the markup of a choice', () => {
  for (const [change, expected] of [
    [{}, '<figshare-stats item="766364">'],
    [{ show: 'card', compact: true }, '<figshare-stats item="766364" variant="card" compact>'],
    [{ look: 'text', metrics: ['views', 'downloads'] }, '<figshare-stats item="766364" variant="text">'],
    [
      { show: 'timeline', look: 'chart', by: 'year', metrics: ['downloads'], cumulative: true },
      '<figshare-timeline item="766364" variant="chart" metrics="downloads" granularity="year" cumulative>',
    ],
    [
      { show: 'breakdown', by: 'city', metrics: ['shares', 'views'], start: '2024-01-01' },
      '<figshare-breakdown item="766364" metric="shares" by="city" start="2024-01-01">',
    ],
    [{ show: 'top', item: 'group/327' }, '<figshare-top item="group/327" by="item-type">'],
    [{ show: 'top', by: 'item' }, '<figshare-top>'],
    [{ show: 'timeline', metrics: ['citations'] }, '<figshare-timeline item="766364">'],
    [
      { lang: 'ar', theme: 'dark', source: '/f.json' },
      '<figshare-stats item="766364" theme="dark" lang="ar" source="/f.json">',
    ],
  ] as [Partial<Choice>, string][]) {
    it(`is ${expected}`, () => {
      const markup = elementMarkup(choice(change));
      expect(markup.slice(0, markup.indexOf('<a '))).to.equal(expected);
      expect(markup).to.not.contain('\n');
    });
  }

  it('has one link between its tags, and is well-formed where a place wants that', () => {
    expect(elementMarkup(choice({}))).to.equal(`<figshare-stats item="766364">${link}</figshare-stats>`);
    const xml = elementMarkup(choice({ compact: true, item: 'https://figshare.com/articles/1?a=1&b="2"' }), {
      isXml: true,
    });
    expect(new DOMParser().parseFromString(xml, 'text/xml').querySelector('parsererror')).to.equal(null);
    expect(xml).to.contain('compact="compact"');
  });

  for (const change of [
    {},
    { item: '10.6084/m9.figshare.766364', show: 'card', metrics: ['views', 'citations'] },
    { item: 'author/97657', show: 'timeline', look: 'bars' },
    { item: '766364 collection/1234' },
    { item: 'https://figshare.com/authors/A_B/97657', compact: true },
  ] as Partial<Choice>[]) {
    it(`is the same as a link that figshare-auto.js reads: ${JSON.stringify(change)}`, () => {
      const address = linkAddress(choice(change));
      const read = readLink(address);
      const wanted = new Map(attributesOf(choice(change)));
      expect(address).to.not.contain(' ');
      expect(`figshare-${read?.name ?? ''}`).to.equal(/^<([\w-]+)/.exec(elementMarkup(choice(change)))![1]);
      for (const [name, value] of wanted)
        if (name !== 'item') expect(read!.attributes.get(name)).to.equal(value);
      const isOne = !wanted.get('item')!.includes(' ');
      expect(read!.attributes.get('item')).to.equal(isOne ? pageOf(wanted.get('item')!) : wanted.get('item'));
    });
  }
});

describe('an accent', () => {
  it('is a style sheet, where there are bars or lines', () => {
    const sheet = 'body {\n  --figshare-color-accent: #a4262c;\n}';
    const of = (show: Choice['show'], accent = '#a4262c') => accentSheet(choice({ show, accent }));
    expect([of('timeline'), of('breakdown'), of('top')]).to.deep.equal([sheet, sheet, sheet]);
    expect([of('badge'), of('card'), of('count'), of('timeline', '')]).to.deep.equal(['', '', '', '']);
  });

  for (const [accent, surface, contrast] of [
    ['#000000', 'rgb(255, 255, 255)', 21],
    ['#ffffff', 'rgb(0, 0, 0)', 21],
    ['#777777', 'rgb(255, 255, 255)', 4.48],
    ['#a4262c', 'rgb(255, 255, 255)', 7.3],
    ['#123456', 'rgb(18, 52, 86)', 1],
  ] as const) {
    it(`${accent} on ${surface} has ${contrast} : 1`, () => {
      expect(contrastOf(accent, surface)).to.be.closeTo(contrast, 0.05);
    });
  }
});
