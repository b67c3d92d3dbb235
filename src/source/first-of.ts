import type { Asking } from '../figshare/ask-path.js';
import { FigshareError, type ErrorKind } from '../figshare/error.js';
import type { Question } from '../figshare/question.js';
import { RequestError } from './network/request.js';
import type { Answered, Source, SourceOptions } from './source.js';

/** A wrong question stays wrong, and bad data is news: neither is papered over by asking somebody else. */
const passedOn: ErrorKind[] = ['unreachable', 'forbidden', 'busy', 'unavailable'];

/** A source that was unreachable is left alone by the whole page: until when, in milliseconds since 1970. */
const leftAloneUntil = new Map<string, number>();
const pause = 60_000;

/** Several sources, tried in order: the first that can answer, answers. The last is always asked. */
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
    for (const [index, source] of this.sources.entries()) {
      const isLast = index === this.sources.length - 1;
      if (!isLast && Date.now() < (leftAloneUntil.get(source.address) ?? 0)) continue;
      try {
        return await source.answer(question, asking, options);
      } catch (error) {
        if (!(error instanceof FigshareError) || !isPassedOn(error, source)) throw error;
        if (isAway(source, error)) leftAloneUntil.set(source.address, Date.now() + pause);
        failure = error;
      }
    }
    throw failure;
  }
}

function isPassedOn({ kind }: FigshareError, { isPartial }: Source): boolean {
  return isPartial ? kind !== 'invalid' : passedOn.includes(kind);
}

/** The main API may be what was unreachable, or the reader may be offline. */
function isAway({ address }: Source, error: FigshareError): boolean {
  const isOffline = (globalThis.navigator as Navigator | undefined)?.onLine === false;
  const isUnreachable = error instanceof RequestError && error.kind === 'unreachable';
  return isUnreachable && !!error.details.url?.startsWith(address) && !isOffline;
}
