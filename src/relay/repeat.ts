import type { CachedAnswer } from './answers.js';
import { logTime } from './log-time.js';
import type { Lifetimes, LogLine, Repeat } from './options.js';
import { ageHeaders, ageOf } from './reply.js';

export interface RepeatOptions {
  now: () => number;
  lifetimes: Lifetimes;
  log: ((line: LogLine) => void) | undefined;
}

/** An answer from memory or a snapshot, for as long as it holds. */
export class AnswerRepeat implements Repeat {
  constructor(
    readonly path: string,
    private readonly answer: CachedAnswer,
    private readonly options: RepeatOptions,
  ) {}

  get text(): string {
    return this.answer.text;
  }

  get age(): number | undefined {
    return this.answer.holds() ? ageOf(this.answer, this.options.now()) : undefined;
  }

  get headers(): Record<string, string> {
    return ageHeaders(this.answer, this.options.now(), this.options.lifetimes);
  }

  log(): void {
    const { log, now } = this.options;
    const cache = this.answer.status === 'snapshot' ? 'snapshot' : 'hit';
    log?.({ time: logTime(now()), method: 'GET', path: this.path, status: 200, ms: 0, cache });
  }
}
