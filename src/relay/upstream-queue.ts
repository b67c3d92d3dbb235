import PQueue from 'p-queue';
import { Refusal } from '../source/network/request.js';

export interface QueueOptions {
  /** Requests at once; `Infinity` in Workers, where no request may wait for what another one does. */
  concurrency: number;
  /** Requests in any second; `Infinity` in Workers, where a timer ends with the request that set it. */
  perSecond: number;
  /** Questions that may wait for their turn. */
  waiting: number;
  /** Milliseconds that a question waits for its turn. */
  patience: number;
  now: () => number;
}

/** Milliseconds of silence where the service says "later" without a time. */
const usualSilence = 30_000;
const shortestSilence = 1000;
/** Nobody's clock is trusted for more than a day. */
const longestSilence = 86_400_000;

/** Holds questions back: so many at once, so many in a second, and none while the service asks to be left alone. */
export class UpstreamQueue {
  readonly #queue: PQueue;
  /** How to send each away. */
  readonly #waiting = new Set<(reason: Refusal) => void>();
  #silentUntil = 0;

  constructor(private readonly options: QueueOptions) {
    const { concurrency, perSecond } = options;
    const isPaced = Number.isFinite(perSecond);
    const pace = isPaced && { interval: 1000, intervalCap: perSecond, strict: true };
    this.#queue = new PQueue({ concurrency, ...pace });
  }

  /** @throws what the task throws; a Refusal with the time to wait when its turn does not come */
  async run<Result>(task: () => Promise<Result>): Promise<Result> {
    this.#refuseInSilence();
    const done = await this.#turn();
    try {
      return await this.#watched(task);
    } finally {
      done();
    }
  }

  /** Resolves once nothing is asked and nothing waits. */
  idle(): Promise<void> {
    return this.#queue.onIdle();
  }

  get isSilent(): boolean {
    return this.options.now() < this.#silentUntil;
  }

  /**
   * Waits until there is room.
   *
   * @returns what to call when done
   */
  async #turn(): Promise<() => void> {
    const { waiting, patience } = this.options;
    if (this.#waiting.size >= waiting) throw later('too many questions wait', patience);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const turn = new Promise<() => void>((resolve, reject) => {
      const leave = (reason: Refusal) => {
        this.#waiting.delete(leave);
        reject(reason);
      };
      timer = setTimeout(() => leave(later('too many questions were before this one', patience)), patience);
      this.#waiting.add(leave);
      const takeTurn = () =>
        new Promise<void>((done) => {
          if (this.#waiting.delete(leave)) resolve(done);
          else done(); // whose turn it was has left
        });
      void this.#queue.add(takeTurn);
    });
    try {
      return await turn;
    } finally {
      clearTimeout(timer);
    }
  }

  async #watched<Result>(task: () => Promise<Result>): Promise<Result> {
    this.#refuseInSilence();
    try {
      return await task();
    } catch (error) {
      if (error instanceof Refusal) this.#heed(error);
      throw error;
    }
  }

  /** Those who wait are told at once: they could only make it worse. */
  #heed({ kind, retryAfter }: Refusal): void {
    if (kind !== 'busy' && !(kind === 'unavailable' && retryAfter)) return;
    const silence = Math.max(retryAfter ?? usualSilence, shortestSilence);
    const until = this.options.now() + Math.min(silence, longestSilence);
    this.#silentUntil = Math.max(this.#silentUntil, until);
    this.#queue.clear();
    for (const leave of this.#waiting) leave(this.#inSilence());
  }

  #refuseInSilence(): void {
    if (this.isSilent) throw this.#inSilence();
  }

  #inSilence(): Refusal {
    return later('the statistics service asks to come back later', this.#silentUntil - this.options.now());
  }
}

function later(message: string, wait: number): Refusal {
  return new Refusal('busy', message, 503, wait);
}
