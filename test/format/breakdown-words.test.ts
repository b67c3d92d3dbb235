import { expect } from '@open-wc/testing';
import { breakdownWordsIn, type BreakdownWords } from '../../src/format/breakdown-words.js';
import { fill, languages } from '../../src/format/words.js';

const rooms: Record<keyof BreakdownWords, number> = {
  byCountry: 1,
  byCity: 1,
  other: 0,
  nowhere: 0,
  noData: 0,
  offMap: 1,
};
const names = Object.keys(rooms) as (keyof BreakdownWords)[];

describe("a breakdown's words", () => {
  for (const language of languages) {
    describe(`in ${language}`, () => {
      const words = breakdownWordsIn(language);

      it('are all there, with room for their values', () => {
        expect(Object.keys(words)).to.have.members(names);
        for (const name of names) {
          expect(words[name], name)
            .to.match(/^\S(.*\S)?$/)
            .and.to.match(/\p{L}/u);
          expect(words[name].split('{}').length - 1, name).to.equal(rooms[name]);
        }
      });

      it('tell each other apart', () => {
        expect(new Set(Object.values(words))).to.have.property('size', names.length);
      });

      it('say how many cities there are at most', () => {
        expect(words.byCity.match(/\d+/g)).to.deep.equal(['10']);
        expect(words.byCountry).not.to.match(/\d/);
      });

      if (language !== 'en') {
        it('are not left in English', () => {
          const english = breakdownWordsIn('en');
          for (const name of names) expect(words[name], name).not.to.equal(english[name]);
        });
      }
    });
  }

  const sentences: [language: (typeof languages)[number], noun: string, byCountry: string, byCity: string][] =
    [
      ['en', 'views', 'views by country', 'views by city, the 10 largest of each country'],
      ['de', 'Aufrufe', 'Aufrufe nach Land', 'Aufrufe nach Stadt, die 10 größten jedes Landes'],
      ['zh', '浏览', '按国家/地区：浏览', '按城市：浏览，每个国家/地区最多 10 个'],
      ['ja', '閲覧', '国別：閲覧', '都市別：閲覧（各国上位10都市）'],
      ['ar', 'مشاهدات', 'مشاهدات حسب البلد', 'مشاهدات حسب المدينة، أكبر 10 في كل بلد'],
    ];
  for (const [language, noun, byCountry, byCity] of sentences) {
    it(`make a sentence in ${language}`, () => {
      const words = breakdownWordsIn(language);
      expect(fill(words.byCountry, noun)).to.equal(byCountry);
      expect(fill(words.byCity, noun)).to.equal(byCity);
    });
  }
});
