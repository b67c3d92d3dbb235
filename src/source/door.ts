import { Join } from './join.js';
import { limited } from './limit.js';
import { Memory } from './memory.js';
import { requestJson } from './request.js';
import { retried } from './retry.js';

export interface Reply<Answer> {
  answer: Answer;
  retrieved: Date;
}

export interface AskOptions {
  signal?: AbortSignal | undefined;
  /** Milliseconds for one request. */
  timeout?: number | undefined;
}

/** Asks a path of one service. */
export type AskPath = <Answer>(path: string, read: (body: unknown) => Answer) => Promise<Answer>;

const memory = new Memory<Reply<unknown>>();
const flights = new Join<Reply<unknown>>();
const never = new AbortController().signal;

/**
 * The one door to the network: whatever this package asks on a page goes through here, and is remembered,
 * joined with its equals, held back and tried again here.
 *
 * @param url - absolute, http or https; equal addresses are equal questions, and have one reader
 * @param read - makes an answer of a body, or throws `bad-data`; what it throws at is not remembered
 * @throws FigshareError; the signal's reason when that aborts
 */
export async function ask<Answer>(
  url: string,
  read: (body: unknown) => Answer,
  { signal = never, timeout = 10_000 }: AskOptions = {},
): Promise<Reply<Answer>> {
  signal.throwIfAborted();
  const reply =
    memory.get(url) ?? (await flights.run(url, (shared) => retrieve(url, read, shared, timeout), signal));
  return reply as Reply<Answer>;
}

async function retrieve<Answer>(
  url: string,
  read: (body: unknown) => Answer,
  signal: AbortSignal,
  timeout: number,
): Promise<Reply<Answer>> {
  const { host } = new URL(url);
  const once = () => limited(host, () => requestJson(url, signal, timeout), signal);
  const { body, size } = await retried(once, signal);
  const reply = { answer: read(body), retrieved: new Date() };
  memory.set(url, reply, size);
  return reply;
}
