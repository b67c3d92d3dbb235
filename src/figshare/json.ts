import { escaped, FigshareError } from './error.js';

/** A field of an object. @throws FigshareError `bad-data`: there is none */
export function field(body: unknown, key: string): unknown {
  const value = own(body, key);
  if (value !== undefined) return value;
  throw badData(`the answer should be an object with "${key}"`, body);
}

/** What parsed JSON holds under a key, and undefined where it holds nothing: what every object inherits is not of it. */
export function own(body: unknown, key: string): unknown {
  return isRecord(body) ? Object.getOwnPropertyDescriptor(body, key)?.value : undefined;
}

/** @throws FigshareError `bad-data` */
export function count(value: unknown, key: string): number {
  if (Number.isSafeInteger(value) && (value as number) >= 0) return value as number;
  throw badData(`"${key}" in the answer should be a count`, value);
}

/** Adds counts up. @throws FigshareError `bad-data`: a sum that is too large to be exact */
export function sum(counts: readonly number[]): number {
  const all = counts.reduce((one, other) => one + other, 0);
  if (Number.isSafeInteger(all)) return all;
  throw badData('counts should have a sum below 2⁵³', all);
}

/** @throws FigshareError `bad-data` */
export function text(value: unknown, key: string): string {
  if (typeof value === 'string') return value;
  throw badData(`"${key}" in the answer should be a text`, value);
}

/** A moment, ISO 8601, as text. @throws FigshareError `bad-data`: it is none */
export function moment(value: unknown, key: string): string {
  if (typeof value === 'string' && !Number.isNaN(Date.parse(value))) return value;
  throw badData(`"${key}" in the answer should be a date and time`, value);
}

/** @param expected - for the message. @throws FigshareError `bad-data` */
export function record(value: unknown, expected: string): Record<string, unknown> {
  if (isRecord(value)) return value;
  throw badData(expected, value);
}

/** @throws FigshareError `bad-data` */
export function list(value: unknown, expected = 'the answer should be a list'): unknown[] {
  if (Array.isArray(value)) return value as unknown[];
  throw badData(expected, value);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function badData(message: string, value: unknown): FigshareError {
  return new FigshareError('bad-data', `${message}, got ${shown(value)}`);
}

function shown(value: unknown): string | undefined {
  try {
    return (JSON.stringify(value) as string | undefined)?.slice(0, 80);
  } catch {
    return 'something too deep to show'; // thousands of lists in each other
  }
}

/**
 * JSON of plain values: in a list, too, nothing is undefined. `JSON.stringify` asks arrays, texts and numbers for a `toJSON`,
 * which old libraries put there for formats of their own.
 */
export function jsonOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jsonOf).join()}]`;
  if (value instanceof Date) return jsonOf(value.toISOString());
  if (isRecord(value)) {
    const fields = Object.entries(value).filter(([, one]) => one !== undefined);
    return `{${fields.map(([key, one]) => `${jsonOf(key)}:${jsonOf(one)}`).join()}}`;
  }
  if (typeof value !== 'string') return String(value);
  return `"${value.replace(/["\\\p{Cc}\p{Cs}]/gu, escaped)}"`;
}
