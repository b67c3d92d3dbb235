/// <reference types="node" />
import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';
import { FigshareError } from '../../figshare/error.js';
import { addressOf } from '../../figshare/main-api.js';
import { withSignal } from '../../source/network/abort.js';
import { RequestError, requestJson } from '../../source/network/request.js';
import { retried } from '../../source/network/retry.js';

export interface ClientOptions {
  /** Address of the service or relay. */
  service: string;
  /** Address of the main API. */
  api: string;
  /** Requests a second, at most. */
  rate: number;
  /** Milliseconds for one request. */
  timeout: number;
  signal: AbortSignal;
  /** Told before a long wait that the service asks for. */
  onWait: (host: string, seconds: number) => void;
}

/** Of a host that failed again and again, and is not asked any more. */
export class GivenUp extends FigshareError {}

/** Requests that are under way at the same time. */
const concurrency = 4;
const maxBytes = 20_000_000;
/** Failures in a row after which a host is given up. */
const maxFailures = 5;
/** Milliseconds. Nobody wants to wait longer, and the service may be asked another day. */
const longestWait = 5 * 60_000;
/** Milliseconds. Shorter waits are not worth a line. */
const longWait = 10_000;

/** Asks the service and the main API, no faster than it is told to. */
export class SnapshotClient {
  readonly #queue = new PQueue({ concurrency });
  readonly #pace: PQueue;
  readonly #failures = new Map<string, number>();
  /** When a host that asked to wait may be asked again, in milliseconds since 1970. */
  readonly #waits = new Map<string, number>();

  constructor(private readonly options: ClientOptions) {
    this.#pace = new PQueue({ interval: 1000 / options.rate, intervalCap: 1, strict: true });
  }

  /** @throws FigshareError; the signal's reason when that aborts */
  async ask(path: string, body?: string): Promise<unknown> {
    const { service, api } = this.options;
    const url = addressOf(path, service, api);
    return this.#queue.add(() => this.#askHost(url, body));
  }

  async #askHost(url: string, body: string | undefined): Promise<unknown> {
    this.options.signal.throwIfAborted();
    const { host } = new URL(url);
    const failures = this.#failures.get(host) ?? 0;
    if (failures >= maxFailures) {
      throw new GivenUp('unavailable', `${host} failed ${failures} times in a row and is not asked any more`);
    }
    try {
      const answer = await this.#askPatiently(url, body);
      this.#failures.delete(host);
      return answer;
    } catch (error) {
      if (!(error instanceof FigshareError)) throw error;
      const isDown = /^(unreachable|unavailable|busy)$/.test(error.kind);
      this.#failures.set(host, isDown ? (this.#failures.get(host) ?? 0) + 1 : 0);
      throw error.kind === 'unreachable' ? withCode(error) : error;
    }
  }

  /** Repeats a request that can heal, and once more after a wait that no page would bear. */
  async #askPatiently(url: string, body: string | undefined): Promise<unknown> {
    const attempt = () =>
      withSignal(
        retried(() => this.#askOnce(url, body)),
        this.options.signal,
      );
    return attempt().catch((error: unknown) => {
      if (waitAskedBy(error) === undefined) throw error;
      return attempt();
    });
  }

  async #askOnce(url: string, body: string | undefined): Promise<unknown> {
    const { signal, timeout, onWait } = this.options;
    const { host } = new URL(url);
    const waitOf = () => (this.#waits.get(host) ?? 0) - Date.now();
    do {
      await sleep(Math.max(0, waitOf()), undefined, { signal });
      await this.#pace.add(() => undefined, { signal });
    } while (waitOf() > 0); // another request was told to wait meanwhile
    try {
      return (await requestJson(url, signal, { timeout, maxBytes, body })).body;
    } catch (error) {
      const wait = waitAskedBy(error);
      if (wait === undefined) throw error;
      if (wait > longWait && waitOf() <= 0) onWait(host, Math.ceil(wait / 1000));
      this.#waits.set(host, Date.now() + wait);
      throw error;
    }
  }
}

/** Milliseconds that a failure asks to wait, where that is worth it. */
function waitAskedBy(error: unknown): number | undefined {
  const { retryAfter = Infinity } = error instanceof RequestError ? error.details : {};
  return retryAfter <= longestWait ? retryAfter : undefined;
}

/** Node says why an address could not be reached; a browser does not. */
function withCode({ kind, message, cause }: FigshareError): FigshareError {
  const { code } = ((cause as Error | undefined)?.cause ?? {}) as { code?: string };
  return new FigshareError(kind, message + (code ? ` (${code})` : ''), { cause });
}
