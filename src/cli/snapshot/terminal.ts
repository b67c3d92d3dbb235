/// <reference types="node" />
import { printable } from '../printable.js';

/** Lines for people, and on a terminal how far the run is: `40 of 120`, in one line that is written anew. */
export class Terminal {
  /** How many requests are wanted, as far as is known. */
  total = 0;
  #progress = '';

  show(asked: number): void {
    if (!process.stderr.isTTY) return;
    this.#progress = `\r${asked} of ${Math.max(asked, this.total)}`;
    process.stderr.write(this.#progress);
  }

  warn(message: string): void {
    const line = `${printable(message)}\n`;
    process.stderr.write(this.#progress ? `\r\u001b[K${line}${this.#progress}` : line);
  }

  /** What is written next begins its own line. */
  end(): void {
    if (this.#progress) process.stderr.write('\n');
    this.#progress = '';
  }
}

const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** A signal of the system's that ends the asking, but not the process: what was fetched is written first. */
export class Interruption {
  readonly #controller = new AbortController();

  /** Undefined while there was none. */
  exitCode: number | undefined;

  constructor() {
    for (const [name, exitCode] of Object.entries(exitCodes)) {
      // Once: the second one ends the process.
      process.once(name, () => {
        this.exitCode = exitCode;
        this.#controller.abort();
      });
    }
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }
}
