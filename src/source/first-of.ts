import { FigshareError, type ErrorKind } from '../figshare/error.js';
import type { Question } from '../figshare/question.js';
import type { Answered, Asking, Source, SourceOptions } from './source.js';

/** A wrong question stays wrong, and bad data is news: neither is papered over by asking somebody else. */
const passedOn: ErrorKind[] = ['unreachable', 'forbidden', 'busy', 'unavailable'];

/** Several sources, tried in order: the first that can answer, answers. */
export class FirstOf implements Source {
  constructor(private readonly sources: readonly Source[]) {}

  /** @throws the last source's error, when none could answer */
  async answer<Asked extends Question, Answer>(
    question: Asked,
    asking: Asking<Asked, Answer>,
    options?: SourceOptions,
  ): Promise<Answered<Answer>> {
    let failure: unknown;
    for (const source of this.sources) {
      try {
        return await source.answer(question, asking, options);
      } catch (error) {
        if (!(error instanceof FigshareError && passedOn.includes(error.kind))) throw error;
        failure = error;
      }
    }
    throw failure;
  }
}
