import type { ErrorKind, FigshareError } from '../figshare/error.js';
import { Refusal } from '../source/network/request.js';
import type { Told } from './answers.js';
import type { Lifetimes } from './options.js';

/** Seconds that a browser or a CDN may tell an old answer while it asks for a newer one, or when it gets none. */
const staleWhileRevalidate = 86_400;
const staleIfError = 604_800;
/** Seconds to come back in, where the service does not say. Elements do not try again by themselves then. */
const usualWait = 30;

/** Status and code of each error, in the service's words where it has some. */
const failures: Record<ErrorKind, [status: number, code: string]> = {
  invalid: [400, 'InvalidParams'],
  forbidden: [403, 'Forbidden'],
  'not-found': [404, 'NotFound'],
  'bad-data': [502, 'BadAnswer'],
  unavailable: [502, 'Unavailable'],
  busy: [503, 'Busy'],
  unreachable: [504, 'Unreachable'],
};

/** An answer with its age, or 304 to one who has it. */
export function answerReply(told: Told, request: Request, now: number, lifetimes: Lifetimes): Response {
  const age = Math.max(0, Math.floor((now - told.retrieved) / 1000)) || 0;
  const isOld = told.origin === 'stale' || told.origin === 'last-good';
  const seconds = (milliseconds: number) => Math.ceil(milliseconds / 1000);
  // `Age` counts against `max-age`, so what is old, or at rest in a snapshot, gets some more.
  const more = told.origin === 'snapshot' ? lifetimes.fresh : lifetimes.rest;
  const isGiven = isOld || told.origin === 'snapshot';
  const maxAge = isGiven ? age + seconds(more) : seconds(lifetimes.fresh);
  const headers = {
    'cache-control':
      `public, max-age=${maxAge}, s-maxage=${maxAge}, ` +
      `stale-while-revalidate=${staleWhileRevalidate}, stale-if-error=${staleIfError}`,
    etag: told.etag,
    age: String(age),
    ...(isOld && { 'x-figshare-stale': '1' }),
  };
  if (request.method !== 'POST' && isHeld(told.etag, request.headers.get('if-none-match'))) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(told.text, { headers: { ...headers, 'content-type': 'application/json' } });
}

/** `{"message", "code"}`, never what the service itself said. */
export function errorReply(error: FigshareError): Response {
  const [status, code] = failures[error.kind];
  const wait = error instanceof Refusal ? error.retryAfter : undefined;
  return new Response(JSON.stringify({ message: error.message, code }), {
    status,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      ...(status >= 500 && {
        'retry-after': String(wait === undefined ? usualWait : Math.max(1, Math.ceil(wait / 1000))),
      }),
    },
  });
}

/** What a proxy has made weak (`W/`) by compressing it is still ours. */
function isHeld(etag: string, ifNoneMatch: string | null): boolean {
  const held = ifNoneMatch?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? [];
  return held.includes(etag) || held.includes('*');
}
