import type { FigshareError } from '../figshare/error.js';
import type { Words } from '../format/words/en.js';
import { fill } from '../format/words/words.js';
import type { Message } from './frame.js';

/** Where asking again may help. */
const healing = /unreachable|unavailable|busy|bad-data/;

/** Why there is no number, and what can be done. @param press - asks again */
export function absenceOf({ kind }: FigshareError, words: Words, hosts: string, press: () => void): Message {
  if (!healing.test(kind)) return { sentence: words.nothingKnown };
  return { sentence: fill(words.noAnswer, hosts), button: { text: words.again, press } };
}
