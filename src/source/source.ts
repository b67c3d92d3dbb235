import type { Asking } from '../figshare/ask-path.js';
import type { Period } from '../figshare/period.js';
import type { Question } from '../figshare/question.js';

export interface Answered<Answer> {
  answer: Answer;
  /** When figshare gave it; of several requests, the oldest. */
  retrieved: Date;
  /** Address of the source that answered. */
  source: string;
  /** What was answered, where a snapshot ends before the period that was asked for. */
  period?: Period;
  /** A relay gave its last good answer, since it could have no newer one. */
  isStale?: boolean;
}

export interface SourceOptions {
  signal?: AbortSignal | undefined;
}

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
