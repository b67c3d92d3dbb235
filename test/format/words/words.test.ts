import { expect } from '@open-wc/testing';
import { metrics, type Metric } from '../../../src/figshare/metric.js';
import {
  fill,
  languageOf,
  languages,
  noneOf,
  pluralOf,
  wordsIn,
  type Language,
} from '../../../src/format/words.js';

const counts = [...Array(201).keys(), 1_000, 99_999, 1_000_000, 2_000_000, 1_000_001, 9_007_199_254_740_991];
const sentences = ['none', 'unknown', 'counted', 'asOf', 'load'] as const;
const withRoom = ['none', 'asOf', 'load'];

describe('our words', () => {
  it('are there in eleven languages', () => {
    expect([...languages].sort()).to.deep.equal([
      'ar',
      'de',
      'en',
      'es',
      'fr',
      'it',
      'ja',
      'nl',
      'pl',
      'pt',
      'zh',
    ]);
  });

  for (const language of languages) {
    describe(`in ${language}`, () => {
      const words = wordsIn(language);

      it('have a sentence for everything, with room for one value where there is one', () => {
        for (const name of sentences) {
          expect(words[name], name).to.match(/^\S(.*\S)?$/);
          expect(words[name].split('{}').length - 1, name).to.equal(withRoom.includes(name) ? 1 : 0);
        }
      });

      it('have a noun for every metric and any number', () => {
        for (const metric of metrics) {
          for (const count of counts) {
            expect(pluralOf(words[metric], count, language), `${count} ${metric}`).to.match(
              /^[\p{L}\p{M} ]+$/u,
            );
          }
        }
      });

      it('tell the metrics apart', () => {
        for (const count of [0, 1, 2, 5, 11, 1_000_000]) {
          expect(new Set(metrics.map((metric) => pluralOf(words[metric], count, language)))).to.have.property(
            'size',
            4,
          );
        }
      });
    });
  }

  it('are nowhere left in English', () => {
    for (const name of sentences) {
      expect(new Set(languages.map((language) => wordsIn(language)[name])), name).to.have.property(
        'size',
        languages.length,
      );
    }
  });
});

describe('languageOf', () => {
  const rows: [locale: string, language: string][] = [
    ['en', 'en'],
    ['de-AT', 'de'],
    ['pt-BR', 'pt'],
    ['zh-Hant-TW', 'zh'],
    ['AR-eg', 'ar'],
    ['ja-JP-u-ca-japanese', 'ja'],
  ];
  for (const [locale, language] of rows) {
    it(`is ${language} for ${locale}`, () => expect(languageOf(locale)).to.equal(language));
  }

  for (const locale of ['tlh', 'sv-SE', 'und', 'valueof', 'tostring']) {
    it(`is English for ${locale}, which is none of ours`, () => {
      expect(languageOf(locale)).to.equal('en');
      expect(wordsIn(languageOf(locale)).unknown).to.equal('not known');
    });
  }
});

describe('pluralOf', () => {
  const rows: [language: (typeof languages)[number], metric: Metric, Record<number, string>][] = [
    ['en', 'views', { 0: 'views', 1: 'view', 2: 'views', 1_000_000: 'views' }],
    ['de', 'downloads', { 0: 'Downloads', 1: 'Download', 2: 'Downloads' }],
    ['fr', 'views', { 0: 'vue', 1: 'vue', 2: 'vues', 999_999: 'vues', 1_000_000: 'de vues' }],
    ['es', 'views', { 0: 'vistas', 1: 'vista', 2: 'vistas', 1_000_000: 'de vistas' }],
    [
      'pl',
      'views',
      {
        0: 'wyświetleń',
        1: 'wyświetlenie',
        2: 'wyświetlenia',
        4: 'wyświetlenia',
        5: 'wyświetleń',
        12: 'wyświetleń',
        21: 'wyświetleń',
        22: 'wyświetlenia',
        112: 'wyświetleń',
        1_000_000: 'wyświetleń',
      },
    ],
    [
      'ar',
      'downloads',
      {
        0: 'تنزيلات',
        1: 'تنزيل',
        2: 'تنزيلان',
        3: 'تنزيلات',
        10: 'تنزيلات',
        11: 'تنزيلًا',
        99: 'تنزيلًا',
        100: 'تنزيل',
        102: 'تنزيل',
        103: 'تنزيلات',
        1_000_000: 'تنزيل',
      },
    ],
    ['zh', 'views', { 0: '次浏览', 1: '次浏览', 2: '次浏览' }],
  ];
  for (const [language, metric, forms] of rows) {
    for (const [count, form] of Object.entries(forms)) {
      it(`says ${count} ${form} in ${language}`, () =>
        expect(pluralOf(wordsIn(language)[metric], Number(count), language)).to.equal(form));
    }
  }
});

describe('fill', () => {
  const rows: [sentence: string, values: string[], text: string][] = [
    ['as of {}', ['1 May'], 'as of 1 May'],
    ['{}現在', ['5月1日'], '5月1日現在'],
    ['Load numbers from {}', ["$& $1 $' {}"], "Load numbers from $& $1 $' {}"],
    ['{}, most: {} ({})', ['3 views', 'May', '2'], '3 views, most: May (2)'],
    ['{}{}', ['{}', 'b'], '{}b'],
    ['{} and {}', ['', 'b'], ' and b'],
    ['{} and {}', ['a'], 'a and {}'],
    ['{}', ['a', 'b'], 'a'],
    ['Table', ['a'], 'Table'],
  ];
  for (const [sentence, values, text] of rows) {
    it(`puts [${values.join('; ')}] where there is room in "${sentence}", as it is`, () =>
      expect(fill(sentence, ...values)).to.equal(text));
  }
});

describe('noneOf', () => {
  const rows: [Language, nouns: string[], text: string][] = [
    ['en', ['views'], 'no views in this period'],
    ['en', ['views', 'downloads'], 'no views or downloads in this period'],
    ['en', ['views', 'downloads', 'shares'], 'no views, downloads, or shares in this period'],
    ['de', ['Aufrufe', 'Downloads'], 'keine Aufrufe oder Downloads in diesem Zeitraum'],
    ['ja', ['閲覧', '共有'], 'この期間の閲覧または共有はありません'],
  ];
  for (const [language, nouns, text] of rows) {
    it(`says "${text}"`, () => expect(noneOf(nouns, language)).to.equal(text));
  }
});
