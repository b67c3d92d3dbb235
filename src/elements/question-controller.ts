import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { FigshareError } from '../figshare/error.js';
import { jsonOf } from '../figshare/json.js';
import type { Period } from '../figshare/period.js';
import type { Answered } from '../source/source.js';
import { withAdvice } from './advice.js';
import { keepLastGood, lastGood } from './last-good.js';
import { nextTask } from './next-task.js';

/**
 * - `idle`: nothing asked yet: no item, not near the viewport, or the button not pressed
 * - `loading`: asked, no answer yet
 * - `ready`: a number, which may be 0
 * - `empty`: the answer says that there is nothing in this period
 * - `stale`: the last good number, this browser's or a relay's, since no newer one could be had
 * - `error`: no number
 */
export type FigshareStatus = 'idle' | 'loading' | 'ready' | 'empty' | 'stale' | 'error';

/** A question as an element asks it. */
export interface Inquiry<Answer> {
  /**
   * Equal keys are equal questions. It holds what the attributes say, not the days that follow from it today. It is written
   * when it is read, and that takes as long as all else that an element out of view does.
   */
  readonly key: string;
  /** The days that follow from it. */
  period?: Period | undefined;
  ask(signal: AbortSignal): Promise<Answered<Answer>>;
  /** Checks an answer that was kept. Missing where there is nothing to ask. @throws FigshareError `bad-data` */
  read?(kept: unknown): Answer;
  /** Whether answers may be kept in the browser's storage. */
  remember?: boolean;
}

/**
 * The same attributes ask for other days tomorrow, but the answer that is there, or was kept, still belongs to them.
 *
 * @param dates - as the attributes say them
 */
export function keyOf(
  addresses: readonly string[],
  question: object,
  { start, end }: { start?: string | undefined; end?: string | undefined } = {},
): string {
  return jsonOf([addresses, { ...question, period: undefined, isOpen: undefined }, start, end]);
}

/** Who failed, and asks again when the browser is online again, or the page comes back from its back/forward cache. */
const failed = new Set<{ askAgain(): void }>();

function askFailed({ persisted }: Event & { persisted?: boolean }): void {
  if (persisted !== false) failed.forEach((one) => one.askAgain());
}

/**
 * Runs the questions of one element. The newest wins: another question aborts the one before, and its late
 * answer is dropped. Leaving the page aborts; moving within it does not ask again, unless the question had failed.
 */
export class QuestionController<Answer> implements ReactiveController {
  status: Exclude<FigshareStatus, 'empty'> = 'idle';
  answered: Answered<Answer> | undefined;
  error: FigshareError | undefined;

  #inquiry: Inquiry<Answer> | undefined;
  #running: AbortController | undefined;

  /** @param onSettled - called once per answer or error, after it is drawn */
  constructor(
    private readonly host: ReactiveControllerHost & Element,
    private readonly onSettled: () => void,
  ) {
    host.addController(this);
  }

  /** What the answer covers; before there is one, what it is asked for. */
  get period(): Period | undefined {
    return this.answered?.period ?? (this.status === 'idle' ? undefined : this.#inquiry?.period);
  }

  hostConnected(): void {
    if (this.status === 'error') this.askAgain();
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    failed.delete(this);
    // A move within the page is over, and the host connected again, before the next microtask.
    queueMicrotask(() => {
      if (!this.host.isConnected && this.status === 'loading') this.#start(undefined, 'idle');
    });
  }

  /** Asks a question, unless it is the one already asked; `mayAsk` is false while it has to wait. */
  ask(inquiry: Inquiry<Answer> | undefined, mayAsk: boolean): void {
    const before = this.#inquiry;
    if (inquiry !== before && (!before || inquiry?.key !== before.key)) this.#start(inquiry, 'idle');
    if (!inquiry || !mayAsk || this.status !== 'idle') return;
    this.#start(inquiry, 'loading');
    void this.#run(inquiry);
  }

  /** Asks once more what has failed, but for what was never asked. The last good number stays meanwhile. */
  askAgain(): void {
    if (!this.#inquiry?.read) return;
    if (this.status === 'error') {
      this.#start(this.#inquiry, 'idle');
      this.host.requestUpdate();
    } else if (this.status === 'stale') {
      void this.#run(this.#inquiry);
    }
  }

  /** There is a number, or none, that cannot be drawn. */
  fail(error: unknown): void {
    this.#start(this.#inquiry, 'error');
    this.error = asFigshareError(error);
  }

  async #run(inquiry: Inquiry<Answer>): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    try {
      const answered = await inquiry.ask(running.signal);
      if (running.signal.aborted) return;
      this.error = undefined;
      this.answered = answered;
      this.status = answered.isStale ? 'stale' : 'ready';
      failed.delete(this);
      if (inquiry.remember)
        keepLastGood(inquiry.key, { ...answered, ...(this.period && { period: this.period }) });
    } catch (error) {
      if (running.signal.aborted) return;
      this.error = withAdvice(asFigshareError(error));
      this.answered = recall(inquiry);
      this.status = this.answered ? 'stale' : 'error';
      failed.add(this);
      // Again and again the same one: it listens once.
      addEventListener('online', askFailed);
      addEventListener('pageshow', askFailed);
    }
    await this.#settle(running.signal);
  }

  #start(inquiry: Inquiry<Answer> | undefined, status: 'idle' | 'loading' | 'error'): void {
    this.#running?.abort();
    this.#running = undefined;
    this.#inquiry = inquiry;
    this.status = status;
    this.answered = undefined;
    this.error = undefined;
  }

  /**
   * Whoever hears of an answer finds it drawn. A task later, scripts that start to listen only after the element's own
   * script has run still hear of it.
   */
  async #settle(signal: AbortSignal): Promise<void> {
    this.host.requestUpdate();
    await this.host.updateComplete;
    await nextTask();
    if (!signal.aborted) this.onSettled();
  }
}

function recall<Answer>(inquiry: Inquiry<Answer>): Answered<Answer> | undefined {
  if (!inquiry.remember || !inquiry.read) return undefined;
  try {
    const kept = lastGood(inquiry.key);
    return kept && { ...kept, answer: inquiry.read(kept.answer) };
  } catch {
    return undefined; // somebody else wrote to our storage: as good as nothing kept
  }
}

function asFigshareError(error: unknown): FigshareError {
  if (error instanceof FigshareError) return error;
  return new FigshareError('bad-data', `the answer could not be read: ${String(error)}`, { cause: error });
}
