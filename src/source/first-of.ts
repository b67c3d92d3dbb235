import { FigshareError, type ErrorKind } from '../figshare/error.js';
import type { TotalsQuestion } from '../figshare/question.js';
import type { Source, SourceOptions } from './source.js';

/** A wrong question stays wrong, and bad data is news: neither is papered over by asking somebody else. */
const passedOn: ErrorKind[] = ['unreachable', 'forbidden', 'busy', 'unavailable'];

/** Several sources, tried in order: the first that can answer, answers. */
export class FirstOf implements Source {
  constructor(private readonly sources: readonly Source[]) {}

  totals(question: TotalsQuestion, options?: SourceOptions) {
    return this.#first((source) => source.totals(question, options));
  }

  /** @throws the last source's error, when none could answer */
  async #first<Result>(answerOf: (source: Source) => Promise<Result>): Promise<Result> {
    let failure: unknown;
    for (const source of this.sources) {
      try {
        return await answerOf(source);
      } catch (error) {
        if (!(error instanceof FigshareError && passedOn.includes(error.kind))) throw error;
        failure = error;
      }
    }
    throw failure;
  }
}
