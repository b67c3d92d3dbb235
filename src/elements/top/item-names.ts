import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Kind } from '../../figshare/item.js';
import { askName, type Named } from '../../figshare/main-api.js';
import type { Source } from '../../source/source.js';

/** Names of items, asked for one by one as they are wanted; one that cannot be had is not asked for again. */
export class ItemNames implements ReactiveController {
  readonly #names = new Map<string, Named | undefined>();
  #running = new AbortController();

  /** @param source - whom to ask */
  constructor(
    private readonly host: ReactiveControllerHost & Element,
    private readonly source: () => Source,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    // A move within the page is over, and the host connected again, before the next microtask.
    queueMicrotask(() => {
      if (!this.host.isConnected) this.#running.abort();
    });
  }

  /** What is known of an item by now; the host is drawn again when that may be more. */
  of(kind: Kind, id: string): Named | undefined {
    const key = `${kind}/${id}`;
    if (!this.#names.has(key) && this.host.isConnected) {
      this.#names.set(key, undefined);
      void this.#ask(kind, id, key);
    }
    return this.#names.get(key);
  }

  async #ask(kind: Kind, id: string, key: string): Promise<void> {
    if (this.#running.signal.aborted) this.#running = new AbortController();
    const { signal } = this.#running;
    try {
      const items = [{ kind, id: Number(id) }];
      const { answer } = await this.source().answer({ items }, askName, { signal });
      this.#names.set(key, answer);
    } catch {
      if (signal.aborted) this.#names.delete(key);
      // Else its number says as well what it is: a list without names is still the list.
    }
    this.host.requestUpdate(); // also for one that was given up: its host may be back already
  }
}
