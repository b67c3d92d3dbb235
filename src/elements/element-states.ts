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

  /** @param isBelow - whether its number is below the one that hides it */
  show(status: FigshareStatus, isBelow: boolean): void {
    const shown = status + String(isBelow);
    if (!this.#internals || shown === this.#shown) return;
    this.#shown = shown;
    this.#internals.ariaBusy = String(status === 'loading');
    try {
      const { states } = this.#internals;
      states.clear();
      states.add(status);
      if (isBelow) states.add('below');
    } catch {
      // Browsers of before 2024 know states by other names, or none: what is below is hidden inside, too.
    }
  }
}
