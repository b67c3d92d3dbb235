import { wordsOf } from './item-text.js';
import { eachOnce, isMention, readWord, type Item, type ItemByDoi } from './item.js';

/**
 * Every item in any text (a README, BibTeX, a CSV), each once, in order. A DOI of another publisher comes as `{ doi }`;
 * bare numbers, and what cannot be read for certain, are left out.
 */
export function findItems(text: string): (Item | ItemByDoi)[] {
  const mentions = wordsOf(text)
    .map((word) => readWord(word))
    .filter(isMention);
  return eachOnce(mentions.filter(({ as }) => as !== 'number')).map(({ item }) => item);
}
