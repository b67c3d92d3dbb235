import { withSignal } from './abort.js';

interface SharedTask<Result> {
  result: Promise<Result>;
  askers: number;
  controller: AbortController;
}

/**
 * Lets equal questions that are asked at the same time share one answer. A question ends early only when the
 * last of its askers has left.
 */
export class InFlight<Result> {
  readonly #tasks = new Map<string, SharedTask<Result>>();

  /** @throws what the task throws; the signal's reason when that aborts, whatever the others do */
  async run(
    key: string,
    task: (signal: AbortSignal) => Promise<Result>,
    signal: AbortSignal,
  ): Promise<Result> {
    const shared = this.#tasks.get(key) ?? this.#start(key, task);
    shared.askers++;
    try {
      return await withSignal(shared.result, signal);
    } finally {
      if (--shared.askers === 0) {
        this.#tasks.delete(key);
        shared.controller.abort(signal.reason);
      }
    }
  }

  #start(key: string, task: (signal: AbortSignal) => Promise<Result>): SharedTask<Result> {
    const controller = new AbortController();
    const shared = { result: task(controller.signal), askers: 0, controller };
    this.#tasks.set(key, shared);
    return shared;
  }
}
