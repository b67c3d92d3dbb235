import { expect } from '@open-wc/testing';
import { timelineWordsIn, type TimelineWords } from '../../src/format/timeline-words.js';
import { languages } from '../../src/format/words.js';

const rooms: Record<keyof TimelineWords, number> = {
  soFar: 1,
  fromZero: 1,
  most: 3,
  rising: 1,
  falling: 1,
  steady: 1,
  table: 0,
};
const names = Object.keys(rooms) as (keyof TimelineWords)[];

describe("a timeline's words", () => {
  for (const language of languages) {
    describe(`in ${language}`, () => {
      const words = timelineWordsIn(language);

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

      if (language !== 'en') {
        it('are not left in English', () => {
          const english = timelineWordsIn('en');
          for (const name of names) expect(words[name], name).not.to.equal(english[name]);
        });
      }
    });
  }
});
