import { LRUCache } from 'lru-cache';
import { FigshareError } from '../figshare/error.js';
import { staleAfter } from '../images/image.js';
import { heldAt, keyOf, type SnapshotFile } from '../source/snapshot-file.js';
import type { Lifetimes, RequestLifetime } from './options.js';
import type { Route } from './route.js';
import type { UpstreamQueue } from './upstream-queue.js';

export interface AnswersOptions extends Lifetimes {
  ask: (route: Route) => Promise<unknown>;
  queue: UpstreamQueue;
  /** The snapshot as it is now. */
  snapshot: () => SnapshotFile | undefined;
  /** Bytes of all answers that are kept. */
  memory: number;
  now: () => number;
}

/** Where an answer came from; `stale` and `last-good` ones are old. */
export type CacheStatus = 'snapshot' | 'hit' | 'miss' | 'joined' | 'stale' | 'last-good';

/** The request behind a question, where there is one. */
export interface AskedBy {
  lifetime?: RequestLifetime | undefined;
  /** The site whose page asks. */
  origin?: string | undefined;
}

/** An answer as it is sent. */
export interface CachedAnswer extends Entry {
  status: CacheStatus;
  /** Whether whoever asked now would be told just this, and nobody else would be asked. */
  holds: () => boolean;
}

interface Entry {
  text: string;
  /** When the service told it, in milliseconds. */
  retrieved: number;
}

/** What the service said to routes: from a snapshot, from memory, or asked for, once for all who ask the same. */
export class Answers {
  readonly #cache: LRUCache<string, Entry>;
  readonly #failures: LRUCache<string, { error: FigshareError; until: number }>;
  readonly #inFlight = new Map<string, Promise<Entry>>();

  constructor(private readonly options: AnswersOptions) {
    this.#cache = new LRUCache({
      maxSize: options.memory,
      sizeCalculation: ({ text }, key) => 2 * (text.length + key.length) + 200, // UTF-16, and the entry itself
    });
    this.#failures = new LRUCache({ max: 1000 });
  }

  /** @throws FigshareError, where there is no answer, not even an old one */
  async to(route: Route, { lifetime, origin = '' }: AskedBy = {}): Promise<CachedAnswer> {
    const { fresh, stale, now } = this.options;
    const key = keyOf(route.path, route.body);
    const snapshot = this.options.snapshot();
    const isSame = () => this.options.snapshot() === snapshot;
    const held = snapshot && fromSnapshot(snapshot, route);
    // A snapshot that nobody takes any more is no better than any old answer.
    const isTaken = () => held !== undefined && now() - held.retrieved < staleAfter;
    if (held && isTaken()) return { ...held, status: 'snapshot', holds: () => isTaken() && isSame() };
    const known = newest(this.#cache.get(key), held);
    const isFresh = (entry: Entry) => now() - entry.retrieved < fresh;
    const holds = (entry: Entry) => isFresh(entry) && this.#cache.get(key) === entry && isSame();
    if (known && isFresh(known)) return { ...known, status: 'hit', holds: () => holds(known) };

    const isJoined = this.#inFlight.has(key);
    const newer = this.#newer(key, route, known, origin);
    lifetime?.waitUntil(newer.catch(() => undefined));
    newer.catch(() => undefined); // nobody may be waiting for it
    const old = known && { ...known, holds: () => false };
    if (old && now() - old.retrieved < fresh + stale) return { ...old, status: 'stale' };
    try {
      const entry = await newer;
      return { ...entry, status: isJoined ? 'joined' : 'miss', holds: () => holds(entry) };
    } catch (error) {
      if (old) return { ...old, status: 'last-good' };
      throw error;
    }
  }

  /** Answers in memory. */
  get size(): number {
    return this.#cache.size;
  }

  #newer(key: string, route: Route, known: Entry | undefined, origin: string): Promise<Entry> {
    const inFlight = this.#inFlight.get(key);
    if (inFlight) return inFlight;
    const failure = this.#failures.get(key);
    if (failure && this.options.now() < failure.until) return Promise.reject(failure.error);
    const asked = this.#ask(key, route, known, origin).finally(() => this.#inFlight.delete(key));
    this.#inFlight.set(key, asked);
    return asked;
  }

  async #ask(key: string, route: Route, known: Entry | undefined, origin: string): Promise<Entry> {
    const { queue, ask, now, failurePause } = this.options;
    try {
      const body = await queue.run(() => ask(route), { isKnown: known !== undefined, origin });
      const entry = { text: JSON.stringify(body), retrieved: now() };
      this.#cache.set(key, entry);
      this.#failures.delete(key);
      return entry;
    } catch (error) {
      // That a path or a value is not known stays so for a while; what may heal is left alone only where there is
      // something else to tell.
      const isLasting = error instanceof FigshareError && /^(invalid|not-found|forbidden)$/.test(error.kind);
      if (error instanceof FigshareError && (isLasting || known)) {
        this.#failures.set(key, { error, until: now() + failurePause });
      }
      throw error;
    }
  }
}

function fromSnapshot(snapshot: SnapshotFile, route: Route): Entry | undefined {
  try {
    const held = heldAt(snapshot, route.path, route.body);
    if (!held) return undefined;
    return { text: JSON.stringify(route.known(held.body)), retrieved: Date.parse(held.retrieved) };
  } catch (error) {
    if (error instanceof FigshareError) return undefined; // the service may know better
    throw error;
  }
}

function newest(one: Entry | undefined, other: Entry | undefined): Entry | undefined {
  return one && other && other.retrieved > one.retrieved ? other : (one ?? other);
}
