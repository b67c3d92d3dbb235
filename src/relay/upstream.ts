import { FigshareError } from '../figshare/error.js';
import { requestJson } from '../source/network/request.js';
import type { Route } from './route.js';

/** A body larger than this is no answer of figshare's. */
const maxBytes = 1_000_000;
const sender = 'the statistics service';

export interface UpstreamOptions {
  /** Address of the service, without a slash at its end. */
  base: string;
  /** `user:password`, by slug. */
  credentials: ReadonlyMap<string, string>;
  /** Milliseconds until the whole answer has to be there. */
  timeout: number;
}

/**
 * Asks the statistics service once.
 *
 * @returns the fields of the answer that are known, checked by the route's own reader
 * @throws FigshareError; a RequestError where the service answered, but not with an answer
 */
export async function askUpstream(
  route: Route,
  { base, credentials, timeout }: UpstreamOptions,
): Promise<unknown> {
  const secret = credentials.get(route.institution ?? '');
  const headers = {
    accept: 'application/json',
    'user-agent': 'figshare-elements relay',
    ...(secret !== undefined && { authorization: `Basic ${base64(secret)}` }),
  };
  const { body } = await requestJson(base + route.path, new AbortController().signal, {
    timeout,
    maxBytes,
    body: route.body,
    sender,
    // A redirect may lead anywhere, and our headers with it.
    init: { redirect: 'manual', headers },
  });
  try {
    return route.known(body);
  } catch (cause) {
    if (cause instanceof FigshareError) throw cause;
    // Such as a thousand brackets within each other.
    throw new FigshareError('bad-data', `${sender} answered something that cannot be read`, { cause });
  }
}

/** Of any text, not only of Latin letters. */
function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
