import { expect } from '@open-wc/testing';
import {
  awaitedFigure,
  figureOf,
  formatEvents,
  nounOf,
  readerOf,
  type Figure,
  type Reader,
} from '../../src/format/figure.js';
import type { Counter } from '../../src/figshare/metric.js';
import type { Language } from '../../src/format/words/words.js';

const en: Reader = { locale: 'en', language: 'en' };

describe('formatEvents', () => {
  const rows: [Counter, count: number, Reader, text: string][] = [
    ['views', 2940, en, '2,940 views'],
    ['views', 1, en, '1 view'],
    ['downloads', 0, en, '0 downloads'],
    ['shares', 2 ** 50, en, '1,125,899,906,842,624 shares'],
    ['views', 2940, { locale: 'de', language: 'de' }, '2.940 Aufrufe'],
    ['views', 22, { locale: 'pl', language: 'pl' }, '22 wyświetlenia'],
    ['views', 3, { locale: 'ja', language: 'ja' }, '3 回閲覧'],
    ['views', 3, { locale: 'ar-EG', language: 'ar' }, '٣ مشاهدات'],
    ['views', 2, { locale: 'ar-EG', language: 'ar' }, 'مشاهدتان'],
    ['downloads', 1, { locale: 'ar', language: 'ar' }, 'تنزيل واحد'],
  ];
  for (const [metric, count, reader, text] of rows) {
    it(`says "${text}"`, () => expect(formatEvents(metric, count, reader)).to.equal(text));
  }
});

describe('figureOf', () => {
  const figure = (count: number | null | undefined, options = {}, reader = en) =>
    figureOf(nounOf('views', reader), count, reader, options);
  const rows: Record<string, [Figure, Figure]> = {
    'a number': [figure(46_088), { seen: '46,088', label: 'views', heard: '46,088 views' }],
    one: [figure(1), { seen: '1', label: 'view', heard: '1 view' }],
    zero: [figure(0), { seen: '0', label: 'views', heard: '0 views' }],
    'a short number, heard exactly': [
      figure(1_999, { isCompact: true }),
      { seen: '1.9K', label: 'views', heard: '1,999 views' },
    ],
    'what is not known': [figure(null), { seen: '–', label: 'views', heard: 'views: not known' }],
    'what is not there': [figure(undefined), { seen: '–', label: 'views', heard: 'views: not known' }],
    'a number over its label, where there is a form for that': [
      figure(2, { isUnder: true }, { locale: 'ar-u-nu-latn', language: 'ar' }),
      { seen: '2', label: 'المشاهدات', heard: 'مشاهدتان' },
    ],
    'a number over its label, where there is none': [
      figure(1, { isUnder: true }),
      { seen: '1', label: 'view', heard: '1 view' },
    ],
    'two that count themselves': [
      figure(2, { isCompact: true }, { locale: 'ar', language: 'ar' }),
      { seen: 'مشاهدتان', label: '', heard: 'مشاهدتان' },
    ],
  };
  for (const [what, [is, shouldBe]] of Object.entries(rows)) {
    it(`is ${what}`, () => expect(is).to.deep.equal(shouldBe));
  }

  const short: [Language, count: number, label: string][] = [
    ['pl', 2_002, 'wyświetleń'],
    ['ar', 5_210, 'مشاهدة'],
    ['de', 2_002, 'Aufrufe'],
    ['es', 1_200_000, 'de vistas'],
    ['es', 46_088, 'vistas'],
    ['fr', 12_000_000, 'de vues'],
    ['it', 12_000_000, 'di visualizzazioni'],
    ['pt', 12_345_678, 'de visualizações'],
    ['pt', 46_088, 'visualizações'],
    ['pl', 2_002_002, 'wyświetleń'],
  ];
  for (const [language, count, label] of short) {
    it(`says "${label}" with ${count} when that is short in ${language}`, () => {
      const reader: Reader = { locale: language, language };
      expect(figureOf(nounOf('views', reader), count, reader, { isCompact: true }).label).to.equal(label);
    });
  }
});

describe('readerOf', () => {
  const rows: [locale: string, Reader][] = [
    ['de-AT', { locale: 'de-AT', language: 'de' }],
    ['pt-AO', { locale: 'pt-AO', language: 'pt-PT' }],
    ['zh-HK', { locale: 'zh-HK', language: 'zh-Hant' }],
    ['ar-EG', { locale: 'ar-EG', language: 'ar' }],
    ['ar-DZ-u-nu-arab', { locale: 'ar-DZ-u-nu-arab', language: 'ar' }],
    ['ar-EG-u-nu-latn', { locale: 'ar-EG-u-nu-latn', language: 'ar' }],
    ['en-x-0001', { locale: 'en', language: 'en' }],
    ['ja-JP-u-ca-japanese', { locale: 'ja-JP', language: 'ja' }],
    ['de-u-nu-arab', { locale: 'de', language: 'de' }],
    ['fr-CA-u-ca-buddhist-nu-deva', { locale: 'fr-CA', language: 'fr' }],
    ['fa', { locale: 'en', language: 'en' }],
    ['sv-SE', { locale: 'en', language: 'en' }],
    ['en-IN', { locale: 'en-IN', language: 'en' }],
  ];
  for (const [locale, reader] of rows) {
    it(`writes numbers of ${reader.locale} with words of ${reader.language} for ${locale}`, () =>
      expect(readerOf(locale)).to.deep.equal(reader));
  }
});

describe('awaitedFigure', () => {
  const rows: [Reader, string][] = [
    [en, 'views'],
    [{ locale: 'pl', language: 'pl' }, 'wyświetlenia'],
    // Not مشاهدة واحدة, "one view": nobody knows yet how many there are.
    [{ locale: 'ar', language: 'ar' }, 'مشاهدات'],
  ];
  for (const [reader, label] of rows) {
    it(`names what will be counted, in the longest form that holds no number: ${reader.locale}`, () => {
      const { seen, label: awaited } = awaitedFigure(nounOf('views', reader), reader);
      expect([seen, awaited]).to.deep.equal([undefined, label]);
    });
  }
});
