import { Join } from './join.js';
import { limited } from './limit.js';
import { Memory } from './memory.js';
import { requestJson } from './request.js';
import { retried } from './retry.js';

/** A body as it came, and when it came. */
export interface Reply {
  body: unknown;
  retrieved: Date;
}

export interface AskOptions {
  signal?: AbortSignal | undefined;
  /** Milliseconds for one request. */
  timeout?: number | undefined;
}

const memory = new Memory<Reply>();
const flights = new Join<Reply>();
const never = new AbortController().signal;

/**
 * The one door to the network: whatever this package asks on a page goes through here, and is remembered,
 * joined with its equals, held back and tried again here.
 *
 * @param url - absolute, http or https; equal addresses are equal questions
 * @throws FigshareError of any kind but `invalid`; the signal's reason when that aborts
 */
export async function ask(
  url: string,
  { signal = never, timeout = 10_000 }: AskOptions = {},
): Promise<Reply> {
  signal.throwIfAborted();
  return memory.get(url) ?? flights.run(url, (shared) => retrieve(url, shared, timeout), signal);
}

async function retrieve(url: string, signal: AbortSignal, timeout: number): Promise<Reply> {
  const { host } = new URL(url);
  const once = () => limited(host, () => requestJson(url, signal, timeout), signal);
  const { body, size } = await retried(once, signal);
  const reply = { body, retrieved: new Date() };
  memory.set(url, reply, size);
  return reply;
}
