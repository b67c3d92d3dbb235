import type { Item } from '../figshare/item.js';
import type { Question } from '../figshare/question.js';
import type { AskPath } from './door.js';

export interface Answered<Answer> {
  answer: Answer;
  /** When the source told it; of several requests, the oldest. */
  retrieved: Date;
  /** Address of the source that answered. */
  source: string;
}

export interface SourceOptions {
  signal?: AbortSignal | undefined;
}

/**
 * How one kind of question is put to a service: in which requests, and how their answers become one. A page loads
 * only those that its elements ask.
 *
 * @param base - the service's address
 */
export type Asking<Asked extends Question, Answer> = (
  items: readonly Item[],
  question: Asked,
  askPath: AskPath,
  base: string,
) => Promise<Answer>;

/** Who answers: the live service, a relay, a snapshot. Each rejects with FigshareError. */
export interface Source {
  answer<Asked extends Question, Answer>(
    question: Asked,
    asking: Asking<Asked, Answer>,
    options?: SourceOptions,
  ): Promise<Answered<Answer>>;
}
