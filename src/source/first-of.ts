import { FigshareError, type ErrorKind } from '../figshare/error.js';
import type { Question } from '../figshare/question.js';
import { Unreachable } from './network/request.js';
import type { Answered, Asking, Source, SourceOptions } from './source.js';

/** A wrong question stays wrong, and bad data is news: neither is papered over by asking somebody else. */
const passedOn: ErrorKind[] = ['unreachable', 'forbidden', 'busy', 'unavailable'];

/** Who was unreachable is left alone, by the whole page: until when, in milliseconds since 1970, and why. */
const leftAlone = new Map<string, { until: number; error: FigshareError }>();
const pause = 60_000;

/** Several sources, tried in order: the first that can answer, answers. */
export class FirstOf implements Source {
  constructor(private readonly sources: readonly Source[]) {}

  get address(): string {
    return this.sources.map(({ address }) => address).join(' ');
  }

  /** @throws the last source's error, when none could answer */
  async answer<Asked extends Question, Answer>(
    question: Asked,
    asking: Asking<Asked, Answer>,
    options?: SourceOptions,
  ): Promise<Answered<Answer>> {
    let failure: unknown;
    for (const source of this.sources) {
      const left = leftAlone.get(source.address);
      if (left && Date.now() < left.until) {
        failure = left.error;
        continue;
      }
      try {
        return await source.answer(question, asking, options);
      } catch (error) {
        if (!(error instanceof FigshareError) || !isPassedOn(error, source)) throw error;
        if (isAway(source, error)) leftAlone.set(source.address, { until: Date.now() + pause, error });
        failure = error;
      }
    }
    throw failure;
  }
}

function isPassedOn({ kind }: FigshareError, { isPartial }: Source): boolean {
  return isPartial ? kind !== 'invalid' : passedOn.includes(kind);
}

/** It may as well be the main API that could not be reached, or the reader who is offline. */
function isAway({ address }: Source, error: FigshareError): boolean {
  const isOffline = (globalThis.navigator as Navigator | undefined)?.onLine === false;
  return error instanceof Unreachable && error.url.startsWith(address) && !isOffline;
}
