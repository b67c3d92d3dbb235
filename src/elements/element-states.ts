import type { FigshareStatus } from './question-controller.js';

/** An element's status for CSS, as `:state()`, and for assistive technology, as busy. */
export class ElementStates {
  readonly #internals: ElementInternals | undefined;
  #shown = '';

  constructor(host: HTMLElement) {
    try {
      this.#internals = host.attachInternals();
    } catch {
      // Browsers of before 2023 and the DOMs of unit tests have none: the element shows all the same.
    }
  }

  /** @param more - other states that styles of ours look at */
  show(status: FigshareStatus, ...more: string[]): void {
    const names = [status, ...more];
    if (!this.#internals || names.join() === this.#shown) return;
    this.#shown = names.join();
    this.#internals.ariaBusy = status === 'loading' ? 'true' : null;
    try {
      const { states } = this.#internals;
      states.clear();
      names.forEach((name) => states.add(name));
    } catch {
      // Browsers of before 2024 know states by other names, or none: what is below is hidden inside, too.
    }
  }
}
