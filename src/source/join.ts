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
    signal.throwIfAborted();
    const flight = this.#flights.get(key) ?? this.#start(key, task);
    flight.askers++;
    let leave!: () => void;
    const left = new Promise<never>((_, reject) => {
      leave = () => {
        reject(signal.reason as Error);
        if (--flight.askers > 0) return;
        this.#forget(key, flight);
        flight.controller.abort(signal.reason);
      };
      signal.addEventListener('abort', leave, { once: true });
    });
    try {
      return await Promise.race([flight.result, left]);
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }

  #start(key: string, task: (signal: AbortSignal) => Promise<Result>): Flight<Result> {
    const controller = new AbortController();
    const flight = { result: task(controller.signal), askers: 0, controller };
    this.#flights.set(key, flight);
    const forget = () => this.#forget(key, flight);
    flight.result.then(forget, forget);
    return flight;
  }

  /** Whoever comes now asks anew. */
  #forget(key: string, flight: Flight<Result>): void {
    if (this.#flights.get(key) === flight) this.#flights.delete(key);
  }
}
