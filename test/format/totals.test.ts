import { expect } from '@open-wc/testing';
import type { Reader } from '../../src/format/figure.js';
import { totalsDrawing } from '../../src/format/totals.js';

const en: Reader = { locale: 'en', language: 'en' };

describe('totalsDrawing', () => {
  it('is a figure of each metric, and a phrase of all', () => {
    const { figures, none, phrase } = totalsDrawing(
      ['views', 'citations'],
      { views: 46_088, citations: null },
      en,
      { isCompact: true },
    );
    expect(figures).to.deep.equal([
      { metric: 'views', seen: '46K', label: 'views', heard: '46,088 views' },
      { metric: 'citations', seen: '–', label: 'citations', heard: 'citations: not known' },
    ]);
    expect(none).to.equal(undefined);
    expect(phrase).to.equal('46,088 views and citations: not known');
  });

  it('is a sentence where nothing happened', () => {
    const { none, phrase } = totalsDrawing(['views', 'downloads'], { views: null, downloads: null }, en);
    expect(none).to.equal('no views or downloads in this period');
    expect(phrase).to.equal(none);
  });

  it('says what is not known', () => {
    const { figures, none, phrase } = totalsDrawing(['views', 'downloads'], undefined, en);
    expect(figures.map(({ seen }) => seen)).to.deep.equal(['–', '–']);
    expect(none).to.equal(undefined);
    expect(phrase).to.equal('views and downloads: not known');
  });

  it("takes an author's own words, with any number, and passes over empty ones", () => {
    const labels = { views: 'reads', downloads: ' ' };
    const drawing = totalsDrawing(['views', 'downloads'], { views: 1, downloads: 1 }, en, { labels });
    expect(drawing.phrase).to.equal('1 reads and 1 download');
  });
});
