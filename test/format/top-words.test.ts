import { expect } from '@open-wc/testing';
import { kinds } from '../../src/figshare/item.js';
import { topWordsIn } from '../../src/format/top-words.js';
import { languages, type Language } from '../../src/format/words.js';

const names = [...kinds, 'category'] as const;

/** The same word in English, and no mistake. */
const alike: Partial<Record<Language, readonly string[]>> = {
  fr: ['article', 'collection'],
  nl: ['project'],
};

describe("a top list's words", () => {
  for (const language of languages) {
    describe(`in ${language}`, () => {
      const words = topWordsIn(language);

      it('name every kind of item, and a category', () => {
        expect(Object.keys(words)).to.have.members(names);
        for (const name of names) expect(words[name], name).to.match(/^[\p{L}\p{M}:ー]+( [\p{L}\p{M}]+)?$/u);
      });

      it('tell each other apart', () => {
        expect(new Set(Object.values(words))).to.have.property('size', names.length);
      });

      if (language !== 'en') {
        it('are not left in English', () => {
          const english = topWordsIn('en');
          expect(names.filter((name) => words[name] === english[name])).to.deep.equal(alike[language] ?? []);
        });
      }
    });
  }
});
