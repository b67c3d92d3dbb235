import { LRUCache } from 'lru-cache';
import { FigshareError } from '../figshare/error.js';
import type { Route } from './route.js';
import { heldAt, keyOf, type SnapshotFile } from '../source/snapshot-file.js';
import type { Lifetimes } from './options.js';
import type { UpstreamQueue } from './upstream-queue.js';

export interface AnswersOptions extends Lifetimes {
  ask: (route: Route) => Promise<unknown>;
  queue: UpstreamQueue;
  snapshot: SnapshotFile | undefined;
  /** Bytes of all answers that are kept. */
  memory: number;
  now: () => number;
}

/** An answer as it is sent. */
export interface Kept {
  text: string;
  etag: string;
  /** When the service told it, in milliseconds. */
  retrieved: number;
}

/** Where an answer came from; `stale` and `last-good` ones are old. */
export type Origin = 'snapshot' | 'hit' | 'miss' | 'joined' | 'stale' | 'last-good';

export interface Told extends Kept {
  origin: Origin;
}

/** Keeps a request's work going after its answer was sent, where the platform would stop it (Workers). */
export type KeepAlive = (work: Promise<unknown>) => void;

interface Entry extends Kept {
  isSnapshot: boolean;
}

/** What the service said to routes: from a snapshot, from memory, or asked for, once for all who ask the same. */
export class Answers {
  readonly #kept: LRUCache<string, Entry>;
  readonly #failures: LRUCache<string, { error: FigshareError; until: number }>;
  readonly #flights = new Map<string, Promise<Entry>>();

  constructor(private readonly options: AnswersOptions) {
    this.#kept = new LRUCache({
      maxSize: options.memory,
      sizeCalculation: ({ text }, key) => 2 * (text.length + key.length) + 200, // UTF-16, and the entry itself
    });
    this.#failures = new LRUCache({ max: 1000 });
  }

  /** @throws FigshareError, where there is no answer, not even an old one */
  async to(route: Route, keepAlive: KeepAlive = () => undefined): Promise<Told> {
    const key = keyOf(route.path, route.body);
    const kept = this.#kept.get(key) ?? (await this.#fromSnapshot(key, route));
    if (kept?.isSnapshot) return told(kept, 'snapshot');
    const { fresh, stale, now } = this.options;
    const age = kept ? now() - kept.retrieved : Infinity;
    if (kept && age < fresh) return told(kept, 'hit');

    const isJoined = this.#flights.has(key);
    const flight = this.#newer(key, route, kept);
    keepAlive(flight.catch(() => undefined)); // nobody may be waiting for it
    if (kept && age < fresh + stale) return told(kept, 'stale');
    try {
      return told(await flight, isJoined ? 'joined' : 'miss');
    } catch (error) {
      if (kept) return told(kept, 'last-good');
      throw error;
    }
  }

  /** Answers in memory. */
  get size(): number {
    return this.#kept.size;
  }

  #newer(key: string, route: Route, kept: Entry | undefined): Promise<Entry> {
    const flying = this.#flights.get(key);
    if (flying) return flying;
    const failure = this.#failures.get(key);
    if (failure && this.options.now() < failure.until) return Promise.reject(failure.error);
    const flight = this.#asked(key, route, kept).finally(() => this.#flights.delete(key));
    this.#flights.set(key, flight);
    return flight;
  }

  async #asked(key: string, route: Route, kept: Entry | undefined): Promise<Entry> {
    const { queue, ask, now, rest } = this.options;
    try {
      const body = await queue.run(() => ask(route));
      const entry = await entryOf(body, now());
      this.#kept.set(key, entry);
      this.#failures.delete(key);
      return entry;
    } catch (error) {
      // That a path or a value is not known stays so for a while; what may heal is left alone only where there is
      // something else to tell.
      const isLasting = error instanceof FigshareError && /^(invalid|not-found|forbidden)$/.test(error.kind);
      if (error instanceof FigshareError && (isLasting || kept)) {
        this.#failures.set(key, { error, until: now() + rest });
      }
      throw error;
    }
  }

  async #fromSnapshot(key: string, route: Route): Promise<Entry | undefined> {
    const { snapshot } = this.options;
    if (!snapshot) return undefined;
    try {
      const held = heldAt(snapshot, route.path, route.body);
      if (!held) return undefined;
      route.read(held.body);
      const entry = { ...(await entryOf(held.body, Date.parse(held.retrieved))), isSnapshot: true };
      this.#kept.set(key, entry);
      return entry;
    } catch (error) {
      if (error instanceof FigshareError) return undefined; // the service may know better
      throw error;
    }
  }
}

async function entryOf(body: unknown, retrieved: number): Promise<Entry> {
  const text = JSON.stringify(body);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const etag = `"${[...new Uint8Array(digest, 0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}"`;
  return { text, etag, retrieved, isSnapshot: false };
}

function told({ text, etag, retrieved }: Entry, origin: Origin): Told {
  return { text, etag, retrieved, origin };
}
