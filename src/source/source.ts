import type { Item } from '../figshare/item.js';
import type { Period } from '../figshare/period.js';
import type { Question } from '../figshare/question.js';
import type { AskPath } from './network/ask.js';

export interface Answered<Answer> {
  answer: Answer;
  /** When the source told it; of several requests, the oldest. */
  retrieved: Date;
  /** Address of the source that answered. */
  source: string;
  /** What was answered, where a snapshot ends before the period that was asked for. */
  period?: Period;
}

export interface SourceOptions {
  signal?: AbortSignal | undefined;
}

/**
 * How one kind of question is put to a service: in which requests, and how their answers become one. A page loads
 * only those that its elements ask.
 *
 * @param service - its address; none where what it answers is at rest
 */
export type Asking<Asked extends Question, Answer> = (
  items: readonly Item[],
  question: Asked,
  askPath: AskPath,
  service?: string,
) => Promise<Answer>;

/** Who answers: the live service, a relay, a snapshot. Each rejects with FigshareError. */
export interface Source {
  readonly address: string;
  /** It holds some answers only: what it lacks, for whatever reason, another may have. */
  readonly isPartial?: boolean;
  answer<Asked extends Question, Answer>(
    question: Asked,
    asking: Asking<Asked, Answer>,
    options?: SourceOptions,
  ): Promise<Answered<Answer>>;
}
