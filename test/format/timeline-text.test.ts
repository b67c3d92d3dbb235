import { expect } from '@open-wc/testing';
import type { Counter } from '../../src/figshare/metric.js';
import { datesOf, type Granularity } from '../../src/figshare/period.js';
import type { Extent, Series } from '../../src/figshare/series.js';
import type { Reader } from '../../src/format/figure.js';
import { formatNone, formatPart, summaryOf } from '../../src/format/timeline-text.js';
import { languages } from '../../src/format/words/words.js';

const en: Reader = { locale: 'en', language: 'en' };
const closed = extent('2014-01-15 2014-12-20');
const open = extent('2014-01-15 2014-12-20', true);

/** Browsers differ in the white space they put between. */
const plain = (text: string) => text.replace(/\s*–\s*/g, ' – ').replace(/\s/g, ' ');

describe('formatPart', () => {
  const rows: [what: string, date: string, Extent, text: string][] = [
    ['a month', '2014-06', closed, 'Jun 2014'],
    ['a month that was cut at its start', '2014-01', closed, 'Jan 15 – 31, 2014'],
    ['a month that was cut at its end', '2014-12', closed, 'Dec 1 – 20, 2014'],
    ['a month that was cut at both', '2014-01', extent('2014-01-15 2014-01-20'), 'Jan 15 – 20, 2014'],
    ['one day of a month', '2014-01', extent('2014-01-15 2014-01-15'), 'Jan 15, 2014'],
    ['a whole month of a period that goes on', '2014-06', open, 'Jun 2014'],
    ['a month that goes on', '2014-12', open, 'Dec 2014 so far'],
    ['the first month of a period that goes on', '2014-01', open, 'Jan 15 – 31, 2014'],
    [
      'a month that goes on, cut at its start',
      '2014-12',
      extent('2014-12-15 2014-12-20', true),
      'Dec 15 – 20, 2014',
    ],
    ['a month on its last day', '2014-12', extent('2014-01-01 2014-12-31', true), 'Dec 2014 so far'],
    ['a month the day after', '2014-12', extent('2014-01-01 2015-01-01', true), 'Dec 2014'],
    ['a year', '2013', extent('2012-02-03 2014-12-20'), '2013'],
    ['a year that was cut at its start', '2012', extent('2012-02-03 2014-12-20'), 'Feb 3 – Dec 31, 2012'],
    ['a year that was cut at its end', '2014', extent('2012-02-03 2014-12-20'), 'Jan 1 – Dec 20, 2014'],
    ['a year that goes on', '2014', extent('2012-02-03 2014-12-20', true), '2014 so far'],
    ['a day', '2014-12-20', closed, 'Dec 20, 2014'],
    ['a day that goes on', '2014-12-20', open, 'Dec 20, 2014 so far'],
    ['the day before', '2014-12-19', open, 'Dec 19, 2014'],
  ];
  for (const [what, date, extent, text] of rows) {
    it(`says "${text}" of ${what}`, () => expect(plain(formatPart(date, extent, en))).to.equal(text));
  }

  for (const language of languages) {
    it(`names the year, and says that it goes on, in ${language}`, () => {
      const reader = { locale: `${language}-u-nu-latn`, language };
      const [whole, part] = [closed, open].map((extent) => formatPart('2014-12-20', extent, reader));
      expect(part).to.contain('2014').and.to.contain(whole).and.not.to.contain('{}').and.not.to.equal(whole);
    });
  }
});

describe('formatNone', () => {
  it('names the metrics as for none of them', () => {
    expect(formatNone(['views', 'downloads'], en)).to.equal('no views or downloads in this period');
    expect(formatNone(['views'], { locale: 'de', language: 'de' })).to.equal(
      'keine Aufrufe in diesem Zeitraum',
    );
    expect(formatNone(['shares'], { locale: 'pl', language: 'pl' })).to.equal(
      'brak udostępnień w tym okresie',
    );
    expect(formatNone(['views'], { locale: 'ja', language: 'ja' })).to.equal('この期間の閲覧はありません');
    expect(formatNone(['views'], { locale: 'fr', language: 'fr' })).to.equal('pas de vues sur cette période');
  });
});

describe('summaryOf', () => {
  const spring = extent('2014-01-01 2014-04-30');
  const series = (values: number[], period = spring.period, granularity: Granularity = 'month'): Series =>
    datesOf(period, granularity).map((date, at) => ({ date, value: values[at] ?? 0 }));
  const views = (...values: number[]) => ['views', series(values)] as const;
  const downloads = (...values: number[]) => ['downloads', series(values)] as const;
  const none = (metric: Counter): readonly [Counter, Series] => [metric, []];

  interface Row {
    shown: (readonly [Counter, Series])[];
    extent?: Extent;
    isCumulative?: boolean;
    text: string;
  }
  const rows: Record<string, Row> = {
    'the total, the peak and where it goes': {
      shown: [views(10, 20, 30, 1000)],
      text: 'Jan 1 – Apr 30, 2014: 1,060 views, most in April 2014 (1,000), rising.',
    },
    'the first of equal peaks': {
      shown: [views(40, 40, 1, 0)],
      text: 'Jan 1 – Apr 30, 2014: 81 views, most in January 2014 (40), falling.',
    },
    'that it is steady': {
      shown: [views(5, 5, 5, 5)],
      text: 'Jan 1 – Apr 30, 2014: 20 views, most in January 2014 (5).',
    },
    'one event': {
      shown: [views(0, 1, 0, 0)],
      text: 'Jan 1 – Apr 30, 2014: 1 view, most in February 2014 (1).',
    },
    'huge numbers': {
      shown: [views(0, 0, 0, 2 ** 50)],
      text: 'Jan 1 – Apr 30, 2014: 1,125,899,906,842,624 views, most in April 2014 (1,125,899,906,842,624).',
    },
    'several metrics': {
      shown: [views(10, 20, 30, 40), downloads(4, 3, 2, 1)],
      text: 'Jan 1 – Apr 30, 2014: 100 views, most in April 2014 (40), rising. 10 downloads, most in January 2014 (4), falling.',
    },
    'one that has none to tell among others': {
      shown: [none('shares'), views(10, 20, 30, 40)],
      text: 'Jan 1 – Apr 30, 2014: no shares in this period. 100 views, most in April 2014 (40), rising.',
    },
    'that there is none': { shown: [none('views')], text: 'Jan 1 – Apr 30, 2014: no views in this period.' },
    'zero, without a peak': {
      shown: [views(0, 0, 0, 0), downloads(0, 0, 0, 1)],
      text: 'Jan 1 – Apr 30, 2014: 0 views. 1 download, most in April 2014 (1).',
    },
    'from where a running total counts, in place of the peak': {
      shown: [views(10, 20, 30, 40)],
      isCumulative: true,
      text: 'Jan 1 – Apr 30, 2014: 100 views, counted from 0 on Jan 1, 2014.',
    },
    'running totals of zero, of nothing, and of one': {
      shown: [views(0, 0, 0, 0), none('shares'), downloads(0, 1, 0, 0)],
      isCumulative: true,
      text: 'Jan 1 – Apr 30, 2014: 0 views, counted from 0 on Jan 1, 2014. No shares in this period. 1 download, counted from 0 on Jan 1, 2014.',
    },
    'no trend of so few': {
      shown: [['views', series([1, 2], extent('2014-01-01 2014-02-28').period)]],
      extent: extent('2014-01-01 2014-02-28'),
      text: 'Jan 1 – Feb 28, 2014: 3 views, most in February 2014 (2).',
    },
    'a peak that is cut': {
      shown: [views(9, 1, 1, 1)],
      extent: extent('2014-01-15 2014-04-30'),
      text: 'Jan 15 – Apr 30, 2014: 12 views, most in Jan 15 – 31, 2014 (9).',
    },
    'a peak that goes on': {
      shown: [views(1, 1, 1, 9)],
      extent: extent('2014-01-01 2014-04-20', true),
      text: 'Jan 1 – Apr 20, 2014: 12 views, most in April 2014 so far (9). April 2014 is not over.',
    },
    'one day': {
      shown: [['views', [{ date: '2014-01-01', value: 3 }]]],
      extent: extent('2014-01-01 2014-01-01'),
      text: 'Jan 1, 2014: 3 views, most: Jan 1, 2014 (3).',
    },
  };
  for (const [what, { shown, extent = spring, isCumulative = false, text }] of Object.entries(rows)) {
    it(`says ${what}`, () => expect(plain(summaryOf(shown, extent, en, isCumulative))).to.equal(text));
  }

  const elsewhere: [Reader, text: RegExp, cumulative: RegExp][] = [
    [
      { locale: 'de', language: 'de' },
      /^\D*01\.01\..*30\.04\.2014: 1\.060 Aufrufe, am meisten: April 2014 \(1\.000\), steigend\.$/,
      /^\D*01\.01\..*30\.04\.2014: 1\.060 Aufrufe, ab 01\.01\.2014 von 0 gezählt\.$/,
    ],
    [
      { locale: 'ja', language: 'ja' },
      /^2014\/01\/01.*：1,060 回閲覧、最多：2014年4月（1,000）、増加傾向。$/,
      /^2014\/01\/01.*：1,060 回閲覧、2014年1月1日に 0 から集計。$/,
    ],
    [
      { locale: 'ar-u-nu-latn', language: 'ar' },
      /2014.*: 1,060 مشاهدة، الأعلى: .*2014.* \(1,000\)، في ارتفاع\.$/,
      /2014.*: 1,060 مشاهدة.*محسوبة من الصفر ابتداءً من .*2014/,
    ],
  ];
  for (const [reader, text, cumulative] of elsewhere) {
    it(`says it in ${reader.language}`, () => {
      const shown = [views(10, 20, 30, 1000)];
      expect(plain(summaryOf(shown, spring, reader, false))).to.match(text);
      expect(plain(summaryOf(shown, spring, reader, true))).to.match(cumulative);
    });
  }

  for (const language of languages) {
    it(`leaves no room empty in ${language}`, () => {
      const shown = [views(1, 2, 3, 4), downloads(4, 3, 2, 1), none('shares')];
      for (const isCumulative of [false, true])
        expect(summaryOf(shown, spring, { locale: language, language }, isCumulative)).not.to.contain('{}');
    });
  }
});

function extent(days: string, isOpen = false): Extent {
  const [start = '', end = ''] = days.split(' ');
  return { period: { start, end }, isOpen };
}
