import type { FigshareError } from '../../figshare/error.js';
import { GivenUp } from './client.js';
import type { Inquiry } from './inquiry.js';

/** What could not be had, told as it happens; of a host that is given up, once. */
export class Failures {
  count = 0;
  readonly #givenUp = new Set<string>();

  constructor(private readonly warn: (message: string) => void) {}

  /** @param since - when what is kept in its place came */
  add({ where }: Inquiry, error: FigshareError, since: string | undefined): void {
    this.count += 1;
    if (error instanceof GivenUp) {
      if (!this.#givenUp.has(error.message)) this.warn(error.message);
      this.#givenUp.add(error.message);
    } else {
      this.warn(`${where}: ${error.message}${since ? `; keeps what came on ${since.slice(0, 10)}` : ''}`);
    }
  }
}
