import { orAborted } from './abort.js';

interface Flight<Result> {
  result: Promise<Result>;
  askers: number;
  controller: AbortController;
}

/**
 * Lets equal questions that are asked at the same time share one answer. A question ends early only when the
 * last of its askers has left.
 */
export class Join<Result> {
  readonly #flights = new Map<string, Flight<Result>>();

  /** @throws what the task throws; the signal's reason when that aborts, whatever the others do */
  async run(
    key: string,
    task: (signal: AbortSignal) => Promise<Result>,
    signal: AbortSignal,
  ): Promise<Result> {
    const flight = this.#flights.get(key) ?? this.#start(key, task);
    flight.askers++;
    try {
      return await orAborted(flight.result, signal);
    } finally {
      if (--flight.askers === 0) {
        this.#flights.delete(key);
        flight.controller.abort(signal.reason);
      }
    }
  }

  #start(key: string, task: (signal: AbortSignal) => Promise<Result>): Flight<Result> {
    const controller = new AbortController();
    const flight = { result: task(controller.signal), askers: 0, controller };
    this.#flights.set(key, flight);
    return flight;
  }
}
