import { shuffled } from './random.js';

/**
 * A JSON object as text, its keys in shuffled order.
 *
 * Text, because a JavaScript object would sort keys such as "2015" or "766364" again, and the
 * service's maps are not sorted (FIGSHARE 2). Values are JSON text themselves.
 */
export function mapText(entries: Iterable<readonly [string, string]>, seed: string): string {
  const pairs = shuffled(entries, seed).map(([key, value]) => `${JSON.stringify(key)}:${value}`);
  return `{${pairs.join(',')}}`;
}

export function countsText(counts: Iterable<readonly [string, number]>, seed: string): string {
  return mapText(
    [...counts].map(([key, value]) => [key, String(value)] as const),
    seed,
  );
}
