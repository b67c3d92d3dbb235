import PQueue from 'p-queue';
import { RequestError } from '../source/network/request.js';
import { FairLine, whoLeaves, type Asker } from './fair-line.js';

export interface QueueOptions {
  /** Requests at once; `Infinity` in Workers, where no request may wait for what another one does. */
  concurrency: number;
  /** Requests in any second; `Infinity` in Workers, where a timer ends with the request that set it. */
  perSecond: number;
  /** Questions that may wait for their turn. */
  waiting: number;
  /** Milliseconds that a question waits for its turn. */
  maxWait: number;
  now: () => number;
}

/** Milliseconds of silence where the service says "later" without a time. */
const usualSilence = 30_000;
const shortestSilence = 1000;
/** Whatever the service says: after some minutes one question finds out whether it is back. */
export const longestSilence = 5 * 60_000;

const nobody: Asker = { isKnown: false, origin: '' };

/** A question that waits for its turn: leaving sends it away. */
interface Place extends Asker {
  leave: (reason: RequestError) => void;
}

/**
 * Holds questions back: so many at once, so many in a second, and none while the service asks to be left alone. A crowd
 * that asks what nobody has asked before takes neither all turns nor all places.
 */
export class UpstreamQueue {
  readonly #queue: PQueue<FairLine>;
  readonly #waiting = new Set<Place>();
  #silentUntil = 0;

  constructor(private readonly options: QueueOptions) {
    const { concurrency, perSecond } = options;
    const isPaced = Number.isFinite(perSecond);
    const pace = isPaced && { interval: 1000, intervalCap: perSecond, strict: true };
    this.#queue = new PQueue({ concurrency, ...pace, queueClass: FairLine });
  }

  /** @throws what the task throws; a RequestError with the time to wait when its turn does not come */
  async run<Result>(task: () => Promise<Result>, asker: Asker = nobody): Promise<Result> {
    const { waiting, maxWait } = this.options;
    this.#refuseInSilence();
    if (this.#waiting.size >= waiting) {
      const crowded = later('too many questions wait', maxWait);
      const other = whoLeaves(this.#waiting, asker);
      if (!other) throw crowded;
      other.leave(crowded);
    }
    const aborting = new AbortController();
    const place: Place = {
      ...asker,
      leave: (reason) => {
        this.#waiting.delete(place);
        aborting.abort(reason);
      },
    };
    const late = () => place.leave(later('too many questions were before this one', maxWait));
    const timer = setTimeout(late, maxWait);
    const start = () => {
      this.#waiting.delete(place);
      clearTimeout(timer);
      return this.#watched(task);
    };
    this.#waiting.add(place);
    try {
      return await this.#queue.add(start, { ...asker, signal: aborting.signal });
    } finally {
      this.#waiting.delete(place);
      clearTimeout(timer);
    }
  }

  /** Resolves once nothing is asked and nothing waits. */
  idle(): Promise<void> {
    return this.#queue.onIdle();
  }

  get isSilent(): boolean {
    return this.options.now() < this.#silentUntil;
  }

  async #watched<Result>(task: () => Promise<Result>): Promise<Result> {
    this.#refuseInSilence();
    try {
      return await task();
    } catch (error) {
      if (error instanceof RequestError) this.#heed(error);
      throw error;
    }
  }

  /** Those who wait are told at once: they could only make it worse. */
  #heed({ kind, details: { retryAfter } }: RequestError): void {
    if (kind !== 'busy' && !(kind === 'unavailable' && retryAfter)) return;
    const silence = Math.max(retryAfter ?? usualSilence, shortestSilence);
    const until = this.options.now() + Math.min(silence, longestSilence);
    this.#silentUntil = Math.max(this.#silentUntil, until);
    for (const place of this.#waiting) place.leave(this.#inSilence());
  }

  #refuseInSilence(): void {
    if (this.isSilent) throw this.#inSilence();
  }

  #inSilence(): RequestError {
    return later('the statistics service asks to come back later', this.#silentUntil - this.options.now());
  }
}

function later(message: string, wait: number): RequestError {
  return new RequestError('busy', message, { retryAfter: wait });
}
