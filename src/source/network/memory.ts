const freshFor = 10 * 60 * 1000;
/** In characters of text, whatever their number: a page of a thousand badges uses a tenth. */
const maxSize = 2_000_000;

interface Entry {
  value: unknown;
  size: number;
  kept: number;
}

const entries = new Map<string, Entry>();
let total = 0;

/** What was kept ten minutes ago at most. */
export function remembered(key: string): unknown {
  const entry = entries.get(key);
  if (entry && Date.now() - entry.kept < freshFor) return entry.value;
  drop(key);
  return undefined;
}

/**
 * Keeps an answer; when they grow too many, those kept longest go first.
 *
 * @param size - length of what is kept, in characters
 */
export function remember(key: string, value: unknown, size: number): void {
  drop(key);
  entries.set(key, { value, size: size + key.length, kept: Date.now() });
  total += size + key.length;
  for (const oldest of entries.keys()) {
    if (total <= maxSize) break;
    drop(oldest);
  }
}

function drop(key: string): void {
  total -= entries.get(key)?.size ?? 0;
  entries.delete(key);
}
