import type { ErrorKind, FigshareError } from '../figshare/error.js';
import { RequestError } from '../source/network/request.js';
import type { CachedAnswer } from './answers.js';
import type { Lifetimes } from './options.js';
import { longestSilence } from './upstream-queue.js';

/** Seconds that a browser or a CDN may tell an old answer while it asks for a newer one, or when it gets none. */
const staleWhileRevalidate = 86_400;
const staleIfError = 604_800;
/** Milliseconds to come back in, where the service is busy and does not say for how long. */
const usualWait = 30_000;

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

/** An answer with its age. */
export function answerReply(answer: CachedAnswer, now: number, lifetimes: Lifetimes): Response {
  const headers = { 'content-type': 'application/json', ...ageHeaders(answer, now, lifetimes) };
  return new Response(answer.text, { headers });
}

/** Of an answer, in seconds. */
export function ageOf({ retrieved }: CachedAnswer, now: number): number {
  return Math.max(0, Math.floor((now - retrieved) / 1000)) || 0;
}

/** What changes with an answer's age. */
export function ageHeaders(answer: CachedAnswer, now: number, lifetimes: Lifetimes): Record<string, string> {
  const { status } = answer;
  const age = ageOf(answer, now);
  const isOld = status === 'stale' || status === 'last-good';
  const seconds = (milliseconds: number) => Math.ceil(milliseconds / 1000);
  // `Age` counts against `max-age`, so what is old, or at rest in a snapshot, gets some more.
  const more = status === 'snapshot' ? lifetimes.fresh : lifetimes.failurePause;
  const isGiven = isOld || status === 'snapshot';
  const maxAge = isGiven ? age + seconds(more) : seconds(lifetimes.fresh);
  return {
    'cache-control':
      `public, max-age=${maxAge}, s-maxage=${maxAge}, ` +
      `stale-while-revalidate=${staleWhileRevalidate}, stale-if-error=${staleIfError}`,
    age: String(age),
    ...(isOld && { 'x-figshare-stale': '1' }),
  };
}

/** `{"message", "code"}`, never what the service itself said. */
export function errorReply(error: FigshareError): Response {
  const [status, code] = failures[error.kind];
  const told = error instanceof RequestError ? error.details.retryAfter : undefined;
  // Whoever is told no time tries again soon, which heals what only stumbled.
  const wait = error.kind === 'busy' ? (told ?? usualWait) : told;
  const isTold = wait !== undefined && status >= 500;
  return failureReply(status, code, error.message, isTold ? { 'retry-after': secondsIn(wait) } : {});
}

/** A path that is known, asked by a method that it does not take. */
export function methodReply(allowed: readonly string[]): Response {
  const list = [...allowed, 'OPTIONS'].join(', ');
  return failureReply(405, 'MethodNotAllowed', `this path takes ${list}`, { allow: list });
}

/** What this relay does not do, or does not do here. */
export function missingReply(message: string): Response {
  return failureReply(501, 'NotImplemented', message, {});
}

function failureReply(status: number, code: string, message: string, more: Record<string, string>): Response {
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store', ...more };
  return new Response(JSON.stringify({ message, code }), { status, headers });
}

function secondsIn(wait: number): string {
  return String(Math.max(1, Math.ceil(Math.min(wait, longestSilence) / 1000)));
}
