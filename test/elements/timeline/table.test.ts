import { expect } from '@open-wc/testing';
import { timelineQuestion } from '../../../src/figshare/timeline.js';
import { shownOf } from '../../../src/format/timeline-drawing.js';
import { csvName, csvOf } from '../../../src/elements/timeline/table.js';

const today = '2025-11-21';
const quarter = { metrics: 'views downloads', start: '2024-01-15', end: '2024-03-31' };
const views = [
  { date: '2024-01', value: 1_234 },
  { date: '2024-02', value: 0 },
  { date: '2024-03', value: 2 ** 50 },
];

describe('csvOf', () => {
  it('gives dates and numbers as they are in any language, and nothing where there is none', () => {
    const question = timelineQuestion({ item: 5, ...quarter }, today);
    const shown = shownOf({ views, downloads: [] }, question, { locale: 'ar-EG', language: 'ar' }, false);
    expect(csvOf(shown)).to.equal(
      'date,views,downloads\r\n2024-01,1234,\r\n2024-02,0,\r\n2024-03,1125899906842624,\r\n',
    );
  });
});

describe('csvOf of running totals', () => {
  it('says that they are', () => {
    const question = timelineQuestion({ item: 5, ...quarter, metrics: 'views' }, today);
    const shown = shownOf({ views }, question, { locale: 'en', language: 'en' }, true);
    expect(csvOf(shown)).to.match(/^date,views \(running total\)\r\n2024-01,1234\r\n2024-02,1234\r\n/);
  });
});

describe('csvName', () => {
  const rows: [item: string, name: string][] = [
    ['5', 'figshare-article-5-views-downloads-2024-01-15-2024-03-31.csv'],
    ['author/97657 group/3', 'figshare-author-97657-group-3-views-downloads-2024-01-15-2024-03-31.csv'],
    [
      '10.15482/USDA.ADC/1402049',
      'figshare-10.15482-USDA.ADC-1402049-views-downloads-2024-01-15-2024-03-31.csv',
    ],
    ['10.1000/../../a:b:c-gpj', 'figshare-10.1000-..-..-a-b-c-gpj-views-downloads-2024-01-15-2024-03-31.csv'],
  ];
  for (const [item, name] of rows) {
    it(`names item, metrics and period of ${JSON.stringify(item)}`, () =>
      expect(csvName(timelineQuestion({ item, ...quarter }, today))).to.equal(name));
  }

  it('is no longer than file systems bear', () => {
    const item = Array.from({ length: 100 }, (_, index) => `article/${index + 1}`).join(' ');
    expect(csvName(timelineQuestion({ item, ...quarter }, today))).to.have.length(124);
  });
});
