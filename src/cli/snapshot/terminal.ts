/// <reference types="node" />
import { SingleBar } from 'cli-progress';

/** How far it is: a bar on a terminal, else a line now and then. What goes wrong is a line on stderr in both. */
export class Progress {
  readonly #bar = process.stderr.isTTY
    ? new SingleBar({ format: '{bar} {value} of {total} · {eta_formatted}', stream: process.stderr })
    : undefined;

  /** @param total - how many answers are wanted, as far as is known */
  constructor(private total: number) {
    this.#bar?.start(total, 0);
  }

  show(asked: number): void {
    this.total = Math.max(this.total, asked);
    this.#bar?.setTotal(this.total);
    this.#bar?.update(asked);
    if (!this.#bar && asked % 10 === 0) console.log(`${asked} of ${this.total}`);
  }

  warn(message: string): void {
    if (this.#bar) process.stderr.write('\r\u001b[K'); // the bar draws itself anew below the line
    console.error(message);
    this.#bar?.render();
  }

  stop(): void {
    this.#bar?.stop();
  }
}
