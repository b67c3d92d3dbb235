import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { FigshareError } from '../figshare/error.js';
import type { Answered } from '../source/source.js';
import { withAdvice } from './advice.js';
import { keepLastGood, lastGood } from './last-good.js';

/**
 * - `idle`: nothing asked yet: no item, not near the viewport, or the button not pressed
 * - `loading`: asked, no answer yet
 * - `ready`: a number, which may be 0
 * - `empty`: the answer says that there is nothing in this period
 * - `stale`: the last good number, this browser's or a relay's, since no newer one could be had
 * - `error`: no number
 */
export type FigshareStatus = 'idle' | 'loading' | 'ready' | 'empty' | 'stale' | 'error';

/** A question as an element pursues it. Equal keys are equal questions. */
export interface Inquiry<Answer> {
  key: string;
  ask(signal: AbortSignal): Promise<Answered<Answer>>;
  /** Checks an answer that was kept. @throws FigshareError `bad-data` */
  read?(kept: unknown): Answer;
  /** Whether answers may be kept in the browser's storage. */
  remember?: boolean;
}

/** Two questions with the same key, put to the same sources, are one. */
export function keyOf(addresses: readonly string[], question: unknown): string {
  return JSON.stringify([addresses, question]);
}

/**
 * Runs the questions of one element. The newest wins: another question aborts the one before, and its late
 * answer is dropped. Leaving the page aborts; moving within it does not ask again.
 */
export class Pursuit<Answer> implements ReactiveController {
  status: FigshareStatus = 'idle';
  answered: Answered<Answer> | undefined;
  error: FigshareError | undefined;

  #key: string | undefined;
  #running: AbortController | undefined;

  /** @param onSettled - called once per answer or error, after it is drawn */
  constructor(
    private readonly host: ReactiveControllerHost & Element,
    private readonly isEmpty: (answer: Answer) => boolean,
    private readonly onSettled: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    // A move within the page is over, and the host connected again, before the next microtask.
    queueMicrotask(() => {
      if (!this.host.isConnected && this.status === 'loading') this.#start(undefined, 'idle');
    });
  }

  /** Pursues a question, unless it is the one already pursued; `mayAsk` is false while it has to wait. */
  pursue(inquiry: Inquiry<Answer> | undefined, mayAsk: boolean): void {
    if (inquiry?.key !== this.#key) this.#start(inquiry?.key, 'idle');
    if (!inquiry || !mayAsk || this.status !== 'idle') return;
    const running = this.#start(inquiry.key, 'loading');
    void this.#run(inquiry, running);
  }

  async #run(inquiry: Inquiry<Answer>, running: AbortController): Promise<void> {
    try {
      const answered = await inquiry.ask(running.signal);
      if (running.signal.aborted) return;
      this.answered = answered;
      this.status = answered.isStale ? 'stale' : this.isEmpty(answered.answer) ? 'empty' : 'ready';
      if (inquiry.remember) keepLastGood(inquiry.key, answered);
    } catch (error) {
      if (running.signal.aborted) return;
      this.error = withAdvice(asFigshareError(error));
      this.answered = recall(inquiry);
      this.status = this.answered ? 'stale' : 'error';
    }
    await this.#settle();
  }

  #start(key: string | undefined, status: FigshareStatus): AbortController {
    this.#running?.abort();
    this.#running = new AbortController();
    this.#key = key;
    this.status = status;
    this.answered = undefined;
    this.error = undefined;
    return this.#running;
  }

  /** Whoever hears of an answer finds it drawn; scripts that start to listen after the element's own still hear. */
  async #settle(): Promise<void> {
    const { signal } = this.#running ?? {};
    this.host.requestUpdate();
    await this.host.updateComplete;
    await new Promise((resolve) => setTimeout(resolve));
    if (!signal?.aborted) this.onSettled();
  }
}

function recall<Answer>(inquiry: Inquiry<Answer>): Answered<Answer> | undefined {
  const kept = inquiry.remember && lastGood(inquiry.key);
  try {
    return kept && inquiry.read ? { ...kept, answer: inquiry.read(kept.answer) } : undefined;
  } catch {
    return undefined; // somebody else wrote to our storage: as good as nothing kept
  }
}

function asFigshareError(error: unknown): FigshareError {
  if (error instanceof FigshareError) return error;
  return new FigshareError('bad-data', `the answer could not be read: ${String(error)}`, { cause: error });
}
