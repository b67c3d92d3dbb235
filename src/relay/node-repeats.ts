/// <reference types="node" />
import { LRUCache } from 'lru-cache';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Relay, Repeat } from './options.js';

/** Bytes of all that is kept here: some ten thousand answers. */
const usualMemory = 20_000_000;
/** Of an answer besides its text: its headers, twice. */
const sizeOfHeaders = 1500;

/** A host that can be nothing else; the relay looks at any other. */
const plainHost = /^[a-z\d.-]+(:\d{1,5})?$/i;

interface Kept {
  repeat: Repeat;
  headers: Record<string, string>;
  /** Names and values in turn, as they were sent last. */
  sent: string[];
  /** Then, in seconds. */
  age: number | undefined;
}

/**
 * Answers to send again before the router and all that it does for each request, which takes three times as long as
 * sending does.
 */
export class NodeRepeats {
  readonly #kept: LRUCache<string, Kept>;

  constructor(
    private readonly repeats: Relay['repeats'],
    memory = usualMemory,
  ) {
    this.#kept = new LRUCache({
      maxSize: memory,
      sizeCalculation: ({ repeat }, key) => 2 * (repeat.text.length + key.length) + sizeOfHeaders,
    });
  }

  get size(): number {
    return this.#kept.size;
  }

  /** @returns whether it was answered; if not, the relay has to be asked */
  send(request: IncomingMessage, response: ServerResponse): boolean {
    if (!isPlain(request)) return false;
    const key = this.#key(request.url!, request);
    const kept = this.#kept.get(key);
    if (!kept) return false;
    const { repeat } = kept;
    const { age } = repeat;
    if (age === undefined) {
      this.#kept.delete(key);
      return false;
    }
    if (age !== kept.age) {
      kept.sent = Object.entries({ ...kept.headers, ...repeat.headers }).flat();
      kept.age = age;
    }
    response.writeHead(200, kept.sent);
    response.end(repeat.text);
    repeat.log();
    return true;
  }

  /** Keeps what a request was answered, where that may be sent again. */
  keep(request: IncomingMessage, response: Response): void {
    const repeat = this.repeats.of(response);
    if (!repeat) return;
    const headers = {
      ...Object.fromEntries(response.headers),
      'content-length': String(Buffer.byteLength(repeat.text)),
    };
    this.#kept.set(this.#key(repeat.path, request), { repeat, headers, sent: [], age: undefined });
  }

  /** Where some sites alone may read answers, each of them is told so by its own name. */
  #key(path: string, { headers }: IncomingMessage): string {
    const reader = this.repeats.reader(headers.origin);
    return reader ? `${reader} ${path}` : path;
  }
}

/** Whether nothing but a path is asked: no body, no answer that the asker has, no host that is none. */
function isPlain({ method, headers }: IncomingMessage): boolean {
  return (
    method === 'GET' &&
    headers['if-none-match'] === undefined &&
    headers['content-length'] === undefined &&
    headers['transfer-encoding'] === undefined &&
    plainHost.test(headers.host ?? '')
  );
}
