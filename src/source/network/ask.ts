import { stopIfAborted } from './abort.js';
import { joined } from './in-flight.js';
import { limited } from './limit.js';
import { remember, remembered } from './memory.js';
import { requestJson } from './request.js';
import { retried } from './retry.js';

export interface Reply<Answer> {
  answer: Answer;
  /** When figshare gave it: a relay or a cache between says how old its answer is. */
  retrieved: Date;
  /** A relay could have no newer one. */
  isStale: boolean;
}

export interface AskOptions {
  signal?: AbortSignal | undefined;
  /** Milliseconds for one request. */
  timeout?: number | undefined;
  /** JSON, to be sent by POST. */
  body?: string | undefined;
  /** Longer answers are refused. */
  maxBytes?: number | undefined;
}

/**
 * The one door to the network: whatever this package asks on a page goes through here, and is remembered,
 * joined with its equals, held back and tried again here.
 *
 * @param url - absolute, http or https; equal addresses with equal bodies are equal questions, and have one reader
 * @param read - makes an answer of a body, or throws `bad-data`; what it throws at is not remembered
 * @throws FigshareError; the signal's reason when that aborts
 */
export async function ask<Answer>(
  url: string,
  read: (body: unknown) => Answer,
  { signal = new AbortController().signal, timeout = 10_000, body, maxBytes = 1_000_000 }: AskOptions = {},
): Promise<Reply<Answer>> {
  stopIfAborted(signal);
  const key = url + (body ?? '');
  const answerNow = async (shared: AbortSignal) => {
    const { host } = new URL(url);
    const once = () => limited(host, () => requestJson(url, shared, { timeout, body, maxBytes }));
    const { body: json, size, age, isStale } = await retried(once);
    const reply = { answer: read(json), retrieved: new Date(Date.now() - age), isStale };
    if (!isStale) remember(key, reply, size);
    return reply;
  };
  return (remembered(key) as Reply<Answer> | undefined) ?? joined(key, answerNow, signal);
}
