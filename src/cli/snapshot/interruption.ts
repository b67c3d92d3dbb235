/// <reference types="node" />

const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** A signal of the system's that ends the asking, but not the process: what was had is written first. */
export class Interruption {
  readonly #controller = new AbortController();
  readonly #listeners = Object.entries(exitCodes).map(([name, exitCode]) => {
    const listener = () => {
      this.exitCode = exitCode;
      this.stop();
    };
    process.once(name, listener); // the second one ends the process
    return [name, listener] as const;
  });

  /** Undefined while there was none. */
  exitCode: number | undefined;

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  stop(): void {
    this.#controller.abort();
  }

  end(): void {
    for (const [name, listener] of this.#listeners) process.off(name, listener);
  }
}
