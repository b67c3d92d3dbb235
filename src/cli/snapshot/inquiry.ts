import type { Question } from '../../figshare/question.js';
import type { AskPath, Asking } from '../../figshare/ask-path.js';
import { resolveItems } from '../../figshare/main-api.js';

/** What an element, or an item by itself, asks. */
export interface Inquiry {
  /** Where it was found, for people. */
  where: string;
  /** Equal ones ask the same. */
  key: string;
  /**
   * Asks all of it, as an element does.
   *
   * @param service - the address of who answers; none where the answers are at rest
   * @returns what is to be asked because of the answer
   */
  run(askPath: AskPath, service?: string): Promise<Inquiry[]>;
}

/** In place of an answer that is not asked for, yet or at all. */
export class NotAsked extends Error {}

export function inquiry<Asked extends Question, Answer>(
  where: string,
  question: Asked,
  asking: Asking<Asked, Answer>,
  next: (answer: Answer) => Inquiry[] = () => [],
): Inquiry {
  return {
    where,
    key: `${asking.name} ${JSON.stringify(question)}`,
    async run(askPath, service) {
      return next(await asking(await resolveItems(question, askPath), question, askPath, service));
    },
  };
}
