import type { Totals } from '../figshare/answer.js';
import type { TotalsQuestion } from '../figshare/question.js';

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

/** Who answers: the live service, a relay, a snapshot. Each rejects with FigshareError. */
export interface Source {
  totals(question: TotalsQuestion, options?: SourceOptions): Promise<Answered<Totals>>;
}
