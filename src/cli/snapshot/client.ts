/// <reference types="node" />
import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';
import { FigshareError } from '../../figshare/error.js';
import { addressOf } from '../../figshare/main-api.js';
import { Refusal, requestJson } from '../../source/network/request.js';
import { retried } from '../../source/network/retry.js';

export interface AskerOptions {
  /** Address of the service or relay. */
  service: string;
  /** Address of the main API. */
  api: string;
  /** Requests a second, at most. */
  rate: number;
  /** Milliseconds for one request. */
  timeout: number;
  signal: AbortSignal;
  /** Told before a wait that the service asks for. */
  onWait: (host: string, seconds: number) => void;
}

/** Of a host that failed again and again, and is not asked any more. */
export class GivenUp extends FigshareError {}

/** Nobody wants to wait longer, and the service may be asked another day. */
const longestWait = 5 * 60_000;
const maxBytes = 20_000_000;
const patience = 5;

/** Asks the service, one request after another. */
export class Asker {
  readonly #line = new PQueue({ concurrency: 1 });
  readonly #pace: PQueue;
  readonly #failures = new Map<string, number>();

  constructor(private readonly options: AskerOptions) {
    this.#pace = new PQueue({ interval: 1000 / options.rate, intervalCap: 1, strict: true });
  }

  /** @throws FigshareError; the signal's reason when that aborts */
  async ask(path: string, body?: string): Promise<unknown> {
    const { service, api } = this.options;
    const url = addressOf(path, service, api);
    return this.#line.add(() => this.#askHost(url, body));
  }

  async #askHost(url: string, body: string | undefined): Promise<unknown> {
    const { signal } = this.options;
    signal.throwIfAborted();
    const { host } = new URL(url);
    const failures = this.#failures.get(host) ?? 0;
    if (failures >= patience) {
      throw new GivenUp('unavailable', `${host} failed ${failures} times in a row and is not asked any more`);
    }
    try {
      const answer = await this.#askPatiently(url, body);
      this.#failures.delete(host);
      return answer;
    } catch (error) {
      if (!(error instanceof FigshareError)) throw error;
      const isDown = /^(unreachable|unavailable|busy)$/.test(error.kind);
      this.#failures.set(host, isDown ? failures + 1 : 0);
      throw error.kind === 'unreachable' ? withCode(error) : error;
    }
  }

  /** A request that heals is repeated; a wait that the service asks for is kept, even one that no page would keep. */
  async #askPatiently(url: string, body: string | undefined): Promise<unknown> {
    const { signal, onWait } = this.options;
    const attempt = () => retried(() => this.#askOnce(url, body), signal);
    try {
      return await attempt();
    } catch (error) {
      const wait = error instanceof Refusal ? error.retryAfter : undefined;
      if (wait === undefined || wait > longestWait) throw error;
      onWait(new URL(url).host, Math.ceil(wait / 1000));
      await sleep(wait, undefined, { signal });
      return attempt();
    }
  }

  async #askOnce(url: string, body: string | undefined): Promise<unknown> {
    const { signal, timeout } = this.options;
    await this.#pace.add(() => undefined, { signal });
    return (await requestJson(url, signal, { timeout, maxBytes, body })).body;
  }
}

/** Node says why an address could not be reached; a browser does not. */
function withCode({ kind, message, cause }: FigshareError): FigshareError {
  const { code } = ((cause as Error | undefined)?.cause ?? {}) as { code?: string };
  return new FigshareError(kind, message + (code ? ` (${code})` : ''), { cause });
}
