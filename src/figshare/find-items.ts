import { wordsOf } from './item-text.js';
import { eachOnce, isMention, readWord, type Item, type ItemByDoi, type Mention } from './item.js';

/**
 * Every item in any text (a README, BibTeX, a CSV), each once, in order. A DOI of another publisher comes as `{ doi }`;
 * bare numbers, and what cannot be read for certain, are left out.
 */
export function findItems(text: string): (Item | ItemByDoi)[] {
  return findMentions(text).map(({ item }) => item);
}

/** The same, and how the text names each. */
export function findMentions(text: string): Mention[] {
  const mentions = wordsOf(text)
    .map((word) => readWord(word))
    .filter(isMention);
  return eachOnce(mentions.filter(({ as }) => as !== 'number'));
}
