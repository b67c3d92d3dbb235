/**
 * What went wrong, in one word for code:
 *
 * - `invalid`: an attribute or option, and the message names it and its value; or the source refuses it (400)
 * - `forbidden`: the source wants credentials (401, 403)
 * - `not-found`: no such item, or no such path
 * - `busy`: asked to come back later (202, 429)
 * - `unreachable`: offline, refused by CORS, a blocker, a policy or a time-out; a browser does not say which
 * - `unavailable`: the source failed (5xx)
 * - `bad-data`: an answer that cannot be what it claims to be
 */
export type ErrorKind =
  'invalid' | 'forbidden' | 'not-found' | 'busy' | 'unreachable' | 'unavailable' | 'bad-data';

/** The only error this package throws, but for the `AbortError` of a signal that was the caller's own. */
export class FigshareError extends Error {
  override readonly name = 'FigshareError';

  constructor(
    readonly kind: ErrorKind,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** "metrics must be …, got "hugs"" */
export function invalid(name: string, expected: string, value: string | number): FigshareError {
  return new FigshareError('invalid', `${name} must be ${expected}, got "${printable(value)}"`);
}

/** More of a value tells its author no more. */
const longest = 300;

/** Logs and terminals obey control characters, and show marks of direction as nothing. */
function printable(value: string | number): string {
  const text = String(value);
  const shown = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return shown.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, escaped);
}

/** A character as JSON escapes it, but those of 17 bits and more as one. */
export function escaped(character: string): string {
  return `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`;
}
