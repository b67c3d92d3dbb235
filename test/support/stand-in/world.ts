import type { Exchange } from './exchange.js';
import { Faults } from './faults.js';
import type { Fault } from './faults.js';
import type { ItemSettings } from './items.js';
import { RequestRecord } from './record.js';
import type { Recorded, Until } from './record.js';

export interface Settings {
  /** Whether the statistics may be read from other origins; the main API always may. Default true. */
  cors: boolean;
  /** Whether a page may read `Retry-After`. Default false. */
  exposeRetryAfter: boolean;
  /** `GET /total/{kind}/{id}`: known (default), no such path (false), or refused as a wrong counter (400). */
  combined: boolean | 400;
  /** Own items by `kind/id`; each replaces the one known before as a whole. */
  items: Record<string, ItemSettings>;
  /** How many public articles a group holds, by group id. */
  groups: Record<string, number>;
  /** Milliseconds before every answer. */
  delay: number;
  /** `user:password` per slug; without them an institution's timeline, breakdown and top are 403 for all. */
  credentials: Record<string, string>;
}

/** A service of its own behind `/w/{name}`: tests that share a stand-in do not see each other. */
export interface World {
  readonly name: string;
  /** Base address, without a closing slash. */
  readonly url: string;
  /** Merges: items, groups and credentials entry by entry. Gives what holds now. */
  settings(change?: Partial<Settings>): Settings;
  /** Replaces all faults. */
  faults(faults: Fault[]): void;
  record(): Recorded;
  /** Rejects when it takes longer than `within`. */
  wait(until: Until): Promise<void>;
  /** Lets the requests that hang now go on; later ones hang again. */
  release(): void;
  /** Ends its open requests and forgets settings, faults and record. */
  forget(): void;
}

export class LiveWorld implements World {
  readonly requests = new RequestRecord();
  readonly faultsLeft = new Faults();
  released!: Promise<void>;
  #release?: () => void;
  #open = new Set<Exchange>();
  #forget: () => void;
  #settings: Settings = {
    cors: true,
    exposeRetryAfter: false,
    combined: true,
    items: {},
    groups: {},
    delay: 0,
    credentials: {},
  };

  constructor(
    readonly name: string,
    readonly url: string,
    forget: () => void,
  ) {
    this.#forget = forget;
    this.release();
  }

  settings(change: Partial<Settings> = {}): Settings {
    const before = this.#settings;
    this.#settings = {
      ...before,
      ...change,
      items: { ...before.items, ...change.items },
      groups: { ...before.groups, ...change.groups },
      credentials: { ...before.credentials, ...change.credentials },
    };
    return this.#settings;
  }

  faults(faults: Fault[]): void {
    this.faultsLeft.set(faults);
  }

  record(): Recorded {
    return this.requests.copy();
  }

  wait(until: Until): Promise<void> {
    return this.requests.wait(until);
  }

  release(): void {
    this.#release?.();
    this.released = new Promise((resolve) => (this.#release = resolve));
  }

  forget(): void {
    this.#forget();
    for (const exchange of this.#open) exchange.cut('close');
  }

  /** Keeps an exchange in view until it ends, for the record and for `forget`. */
  watch(exchange: Exchange): void {
    this.#open.add(exchange);
    void exchange.closed.then(() => {
      this.#open.delete(exchange);
      this.requests.end();
    });
  }
}
