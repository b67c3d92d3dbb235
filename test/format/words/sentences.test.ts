import { expect } from '@open-wc/testing';
import { languages, type Language } from '../../../src/format/words/words.js';
import { blockOf, kinds } from './sentences.js';

const readFixture = async () => (await fetch(new URL('sentences.txt', import.meta.url))).text();

/** Older data of Intl, as WebKit has them here, count a Polish day by another word. */
const byNewerData = (text: string) => text.replaceAll('1 doba', '1 dzień').replace(/(\d+) dób/g, '$1 dni');

/** One text of a kind's block. */
function textsOf(kind: string, language: Language): string[] {
  const line = blockOf(kind)
    .split('\n')
    .find((line) => line.startsWith(`${language} `));
  return line!.slice(9).split(' | ');
}

describe('what our words come to', () => {
  for (const kind of Object.keys(kinds)) {
    it(`is as it was read and found right: ${kind}`, async () => {
      expect(await readFixture()).to.contain(byNewerData(blockOf(kind)));
    });
  }

  it('names what is not known before it says so', () => {
    const nouns: [Language, string][] = [
      ['en', 'views: not known'],
      ['de', 'Aufrufe: nicht bekannt'],
      ['es', 'vistas: sin datos'],
      ['fr', 'vues␣: inconnu'],
      ['nl', 'weergaven: niet bekend'],
      ['pl', 'wyświetlenia: brak danych'],
      ['pt', 'visualizações: sem dados'],
      ['zh', '浏览：未知'],
      ['zh-Hant', '瀏覽：未知'],
      ['ja', '閲覧：不明'],
      ['ar', 'المشاهدات: غير معروف'],
    ];
    for (const [language, text] of nouns)
      expect(textsOf('A number that is not known: the noun first', language)[0]).to.equal(text);
  });

  it('has a space that does not break before French colons, and no semicolon', () => {
    for (const kind of Object.keys(kinds)) {
      for (const text of textsOf(kind, 'fr')) expect(text).not.to.match(/[^␣]:|;/);
    }
  });

  it('has punctuation as wide as its signs in Chinese and Japanese', () => {
    for (const kind of Object.keys(kinds)) {
      for (const language of ['zh', 'zh-Hant', 'ja'] as const)
        for (const text of textsOf(kind, language))
          expect(text).not.to.match(/[:;()]|[.,](?!\d|figshare|com)/);
    }
  });

  it('puts no article before a day in Italian, where it would be another one with 8 and 11', () => {
    for (const kind of Object.keys(kinds)) {
      for (const text of textsOf(kind, 'it')) expect(text).not.to.match(/\b(al|dal|il) \d/);
    }
  });

  it('says in English in which month or year there were most', () => {
    const [months, days, years] = textsOf('What a timeline shows', 'en');
    expect(months).to.contain('24 views, most in February 2026 (3).');
    expect(days).to.contain('60 views, most: Oct 31, 2026 (3).');
    expect(years).to.contain('30 views, most in 2014 (3).');
  });

  it("has Arabic's own comma", () => {
    for (const kind of Object.keys(kinds)) {
      for (const text of textsOf(kind, 'ar')) expect(text).not.to.match(/[,;](?!\d)/);
    }
  });

  it('lets one and two of something count themselves in Arabic', () => {
    expect(textsOf('Numbers with their nouns', 'ar').slice(0, 4)).to.deep.equal([
      '0 مشاهدات',
      'مشاهدة واحدة',
      'مشاهدتان',
      '3 مشاهدات',
    ]);
  });

  it('has nowhere room left for a value', () => {
    for (const kind of Object.keys(kinds))
      for (const language of languages) expect(textsOf(kind, language).join()).not.to.contain('{}');
  });
});
