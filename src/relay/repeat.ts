import type { CachedAnswer } from './answers.js';
import { logTime } from './log-time.js';
import type { Lifetimes, LogLine } from './options.js';
import { ageHeaders, ageOf } from './reply.js';

export interface RepeatOptions {
  now: () => number;
  lifetimes: Lifetimes;
  log: ((line: LogLine) => void) | undefined;
}

/** An answer that a server may send again by itself, to whoever asks for its path by GET. */
export class Repeat {
  constructor(
    /** With its query, as the relay writes it: whoever writes it in another way asks the relay. */
    readonly path: string,
    private readonly answer: CachedAnswer,
    private readonly options: RepeatOptions,
  ) {}

  get text(): string {
    return this.answer.text;
  }

  /** In seconds; undefined where the relay would tell something else by now. */
  get age(): number | undefined {
    return this.answer.holds() ? ageOf(this.answer, this.options.now()) : undefined;
  }

  /** The headers that change with its age. */
  get headers(): Record<string, string> {
    return ageHeaders(this.answer, this.options.now(), this.options.lifetimes);
  }

  /** Tells the log that it was sent. */
  log(): void {
    const { log, now } = this.options;
    const cache = this.answer.status === 'snapshot' ? 'snapshot' : 'hit';
    log?.({ time: logTime(now()), method: 'GET', path: this.path, status: 200, ms: 0, cache });
  }
}
