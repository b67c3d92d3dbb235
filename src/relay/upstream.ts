import { FigshareError, type ErrorKind } from '../figshare/error.js';
import type { Route } from './route.js';
import { readText, Refusal, waitOf } from '../source/network/request.js';

/** A body larger than this is no answer of figshare's. */
const maxBytes = 1_000_000;

export interface UpstreamOptions {
  /** Address of the service, without a slash at its end. */
  base: string;
  /** `user:password`, by slug. */
  credentials: ReadonlyMap<string, string>;
  /** Milliseconds until the whole answer has to be there. */
  timeout: number;
}

/**
 * Asks the statistics service once. Redirects are not followed: they may lead anywhere.
 *
 * @returns the body, checked by the route's own reader
 * @throws FigshareError; a Refusal where the service answered, but not with an answer
 */
export async function askUpstream(
  route: Route,
  { base, credentials, timeout }: UpstreamOptions,
): Promise<unknown> {
  const secret = credentials.get(route.institution ?? '');
  const signal = AbortSignal.timeout(timeout);
  try {
    const response = await fetch(base + route.path, {
      redirect: 'manual',
      signal,
      headers: {
        accept: 'application/json',
        'user-agent': 'figshare-elements relay',
        ...(secret !== undefined && { authorization: `Basic ${base64(secret)}` }),
        ...(route.body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(route.body !== undefined && { method: 'POST', body: route.body }),
    });
    if (response.status !== 200) {
      await response.body?.cancel();
      throw refusal(response);
    }
    const body = parseJson(await readText(response.body, 'the statistics service', maxBytes));
    route.read(body);
    return body;
  } catch (cause) {
    if (cause instanceof FigshareError) throw cause;
    const what = signal.aborted ? 'did not answer in time' : 'could not be reached';
    throw new FigshareError('unreachable', `the statistics service ${what}`, { cause });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new FigshareError('bad-data', 'the statistics service answered something that is not JSON', {
      cause,
    });
  }
}

function refusal({ status, headers }: Response): Refusal {
  const [kind, what] = meaningOf(status);
  const message = `the statistics service ${what}`;
  return new Refusal(kind, message, status, waitOf(headers.get('retry-after')));
}

function meaningOf(status: number): [ErrorKind, string] {
  if (status === 202 || status === 429) return ['busy', 'asks to come back later'];
  if (status === 401 || status === 403) return ['forbidden', 'shows this to the institution alone'];
  if (status === 400) return ['invalid', 'refuses the question'];
  if (status === 404) return ['not-found', 'does not know what was asked'];
  return ['unavailable', `failed with status ${status}`];
}

/** Of any text, not only of Latin letters. */
function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
