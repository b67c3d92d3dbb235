/** Numbers in 0…1 that look random and are the same in every run: seeded, never `Math.random`. */
export function randomFrom(seed: string): () => number {
  let state = hash(seed);
  // mulberry32, https://gist.github.com/tommyettinger/46a874533244883189143505d203312c (public domain)
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The same entries in an order that depends on the seed alone, and is never the sorted one. */
export function shuffled<T>(entries: Iterable<T>, seed: string): T[] {
  const random = randomFrom(seed);
  const before = [...entries];
  const after = before
    .map((entry) => ({ entry, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ entry }) => entry);
  const same = after.every((entry, index) => entry === before[index]);
  return same ? after.reverse() : after;
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}
