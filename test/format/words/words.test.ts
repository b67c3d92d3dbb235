import { expect } from '@open-wc/testing';
import { metrics } from '../../../src/figshare/metric.js';
import type { Noun } from '../../../src/format/words/en.js';
import { absentOf, capitalized, headingOf, noneOf, pluralOf } from '../../../src/format/words/grammar.js';
import { mapWordsIn } from '../../../src/format/words/map-words.js';
import {
  detailWordsIn,
  directionOf,
  fill,
  type Language,
  languageOf,
  languages,
  listWordsIn,
  placeWordsIn,
  publicItemsIn,
  timelineWordsIn,
  wordsIn,
} from '../../../src/format/words/words.js';

const counts = [...Array(201).keys(), 1_000, 99_999, 1_000_000, 2_000_000, 1_000_001, 9_007_199_254_740_991];

const allWordsIn = (language: Language) => ({
  ...wordsIn(language),
  publicItems: publicItemsIn(language),
  ...detailWordsIn(language),
  ...timelineWordsIn(language),
  ...placeWordsIn(language),
  ...mapWordsIn(language),
  ...listWordsIn(language),
});

/** Every text of a language, by the keys that lead to it: `per.day`, `views.one`. */
function textsOf(words: object, path = ''): Map<string, string> {
  const texts = Object.entries(words).flatMap(([key, value]: [string, unknown]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : [...textsOf(value as object, `${path}${key}.`)],
  );
  return new Map(texts);
}

/** What not every language has. */
const isForm = (path: string) => /\.(zero|one|two|few|many|other|heading|none)$|^mostIn$/.test(path);

/** The same word in English, and no mistake. */
const alike: Partial<Record<Language, readonly string[]>> = {
  fr: ['citations.one', 'citations.other', 'kinds.article', 'kinds.collection'],
  it: ['within'],
  nl: ['downloads.one', 'downloads.other', 'within'],
  pt: ['downloads.one', 'downloads.other'],
  'pt-PT': ['downloads.one', 'downloads.other'],
};

describe('our words', () => {
  it('are there in eleven languages, and in what Portugal and Taiwan write', () => {
    const tags = ['ar', 'de', 'en', 'es', 'fr', 'it', 'ja', 'nl', 'pl', 'pt', 'pt-PT', 'zh', 'zh-Hant'];
    expect([...languages].sort()).to.deep.equal(tags);
  });

  const english = textsOf(allWordsIn('en'));

  for (const language of languages) {
    describe(`in ${language}`, () => {
      const words = allWordsIn(language);
      const texts = textsOf(words);

      it('have a text for everything, with room for as many values as in English', () => {
        for (const [path, text] of english) {
          if (isForm(path)) continue;
          expect(texts.get(path), path).to.be.a('string').and.not.to.equal('');
          const rooms = (one: string) => one.split('{}').length;
          expect(rooms(texts.get(path)!), path).to.equal(rooms(text));
        }
      });

      it('have a noun for every metric and any number', () => {
        for (const noun of [...metrics.map((metric) => words[metric]), words.publicItems]) {
          for (const count of counts) {
            expect(pluralOf(noun, count, language), String(count)).to.match(
              /^[\p{L}\p{M}ー’]+( [\p{L}\p{M}’]+)*$/u,
            );
          }
        }
      });

      it('tell the metrics apart', () => {
        for (const count of [0, 1, 2, 5, 11, 1_000_000]) {
          const nouns = metrics.map((metric) => pluralOf(words[metric], count, language));
          expect(new Set(nouns)).to.have.property('size', 4);
        }
        expect(new Set(metrics.map((metric) => headingOf(words[metric])))).to.have.property('size', 4);
      });

      if (language !== 'en') {
        it('are not left in English', () => {
          const left = [...english].filter(
            ([path, text]) => /[a-z]{2}/.test(text) && texts.get(path) === text,
          );
          expect(left.map(([path]) => path)).to.deep.equal(alike[language] ?? []);
        });
      }
    });
  }

  it('run from right to left in Arabic alone', () => {
    expect(languages.filter((language) => directionOf(language) === 'rtl')).to.deep.equal(['ar']);
  });
});

describe('languageOf', () => {
  const rows: [locale: string, language: string][] = [
    ['en', 'en'],
    ['de-AT', 'de'],
    ['pt', 'pt'],
    ['pt-BR', 'pt'],
    ['pt-PT', 'pt-PT'],
    ['pt-AO', 'pt-PT'],
    ['zh', 'zh'],
    ['zh-CN', 'zh'],
    ['zh-SG', 'zh'],
    ['zh-Hans-HK', 'zh'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-MO', 'zh-Hant'],
    ['zh-Hant', 'zh-Hant'],
    ['zh-Hant-TW', 'zh-Hant'],
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
  const forms: Noun = { one: 'a', few: 'b', other: 'c' };
  const rows: [locale: string, count: number, form: string][] = [
    ['en', 1, 'a'],
    ['en', 2, 'c'],
    ['pl', 2, 'b'],
    ['pl', 22, 'b'],
    ['pl', 12, 'c'],
    ['fr', 0, 'a'],
    ['pt', 0, 'a'],
    ['pt-PT', 0, 'c'],
    ['ar', 3, 'b'],
    ['ar', 11, 'c'],
    ['ja', 1, 'c'],
  ];
  for (const [locale, count, form] of rows) {
    it(`takes "${form}" for ${count} in ${locale}`, () =>
      expect(pluralOf(forms, count, locale)).to.equal(form));
  }
});

describe('a noun without a number', () => {
  const rows: [Noun, heading: string, absent: string][] = [
    [{ other: 'views' }, 'views', 'views'],
    [{ other: '次浏览', zero: '浏览' }, '浏览', '浏览'],
    [{ other: 'wyświetleń', heading: 'wyświetlenia' }, 'wyświetlenia', 'wyświetleń'],
    [{ other: 'مشاهدة', zero: 'مشاهدات', heading: 'المشاهدات' }, 'المشاهدات', 'مشاهدات'],
  ];
  for (const [noun, heading, absent] of rows) {
    it(`is "${heading}" in a title, and "${absent}" after "no"`, () => {
      expect(headingOf(noun)).to.equal(heading);
      expect(absentOf(noun)).to.equal(absent);
    });
  }
});

describe('capitalized', () => {
  const rows: [text: string, locale: string, title: string][] = [
    ['views', 'en', 'Views'],
    ['étoiles', 'fr', 'Étoiles'],
    ['ijsberen', 'en', 'Ijsberen'],
    ['12 views', 'en', '12 views'],
    ['閲覧', 'ja', '閲覧'],
    ['المشاهدات', 'ar', 'المشاهدات'],
    ['𐐨', 'en', '𐐀'],
    ['', 'en', ''],
  ];
  for (const [text, locale, title] of rows)
    it(`makes "${title}" of "${text}"`, () => expect(capitalized(text, locale)).to.equal(title));
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
  const own: Noun = { other: 'visits' };
  const rows: [Language, nouns: ('views' | 'downloads' | 'shares')[], text: string][] = [
    ['en', ['views'], 'no views in this period'],
    ['en', ['views', 'downloads'], 'no views or downloads in this period'],
    ['en', ['views', 'downloads', 'shares'], 'no views or downloads or shares in this period'],
    ['de', ['views', 'downloads'], 'keine Aufrufe oder Downloads in diesem Zeitraum'],
    ['es', ['views', 'downloads'], 'sin vistas ni descargas en este periodo'],
    ['fr', ['views', 'downloads'], 'pas de vues ni de téléchargements sur cette période'],
    ['nl', ['shares'], 'niet gedeeld in deze periode'],
    ['ja', ['views', 'shares'], 'この期間の閲覧または共有はありません'],
  ];
  for (const [language, nouns, text] of rows) {
    it(`says "${text}"`, () => {
      const words = wordsIn(language);
      const all = nouns.map((noun) => words[noun]);
      expect(noneOf(all, words)).to.equal(text);
    });
  }

  it("takes an author's own word", () => {
    expect(noneOf([own, wordsIn('en').downloads], wordsIn('en'))).to.equal(
      'no visits or downloads in this period',
    );
  });
});
