import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Where a key leads, from the point that is read, or from none. */
const steps: Record<string, (index: number | undefined, last: number) => number> = {
  ArrowRight: (index = -1, last) => Math.min(index + 1, last),
  ArrowLeft: (index, last) => Math.max((index ?? last + 1) - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** A slider may be turned up and down, too; elsewhere these keys scroll the page. */
const turns: typeof steps = { ArrowUp: steps['ArrowRight']!, ArrowDown: steps['ArrowLeft']! };

/**
 * Which point of a drawing is read: under the pointer, or by arrow keys, Home and End. What a finger has tapped stays
 * when it is lifted, until it taps elsewhere. Escape ends it, wherever the focus is, so that what covers something else
 * can be dismissed.
 */
export class PointReader implements ReactiveController {
  /** By key, so whoever does not see the point wants to hear it. */
  isByKey = false;

  #index: number | undefined;
  #end: AbortController | undefined;

  /** @param count - how many points there are */
  constructor(
    private readonly host: ReactiveControllerHost & Element,
    private readonly count: () => number,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.leave();
  }

  get index(): number | undefined {
    return this.#index !== undefined && this.#index < this.count() ? this.#index : undefined;
  }

  readonly onKey = (event: KeyboardEvent): void => {
    const isSlider = (event.target as Element).role === 'slider';
    const step = steps[event.key] ?? (isSlider ? turns[event.key] : undefined);
    if (!step || this.count() === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault(); // the page does not scroll
    this.#read(step(this.index, this.count() - 1), true);
  };

  /**
   * @param event - over the drawing
   * @param indexAt - the point nearest to a position: 0 at the left edge of the drawing, 1 at its right one
   */
  point(event: PointerEvent, indexAt: (position: number, count: number) => number): void {
    const { left, width } = (event.currentTarget as Element).getBoundingClientRect();
    if (this.count() > 0) this.hover(indexAt((event.clientX - left) / width, this.count()));
  }

  /** @param index - of the point that the pointer is on */
  hover(index: number): void {
    this.#read(index, false);
  }

  /** Away from it, with whatever pointed there; a finger that is lifted has not left. */
  readonly leave = (event?: Partial<PointerEvent>): void => {
    if (event?.pointerType !== 'touch') this.#read(undefined, false);
  };

  #read(index: number | undefined, isByKey: boolean): void {
    if (index === this.#index && isByKey === this.isByKey) return;
    this.#end?.abort();
    this.#index = index;
    this.isByKey = isByKey;
    if (index !== undefined) {
      this.#end = new AbortController();
      const { signal } = this.#end;
      const dismiss = ({ key }: KeyboardEvent) => key === 'Escape' && this.leave();
      const outside = (event: Event) =>
        event.composedPath().includes(this.host) || this.#read(undefined, false);
      document.addEventListener('keydown', dismiss, { signal });
      document.addEventListener('pointerdown', outside, { signal });
    }
    this.host.requestUpdate();
  }
}
