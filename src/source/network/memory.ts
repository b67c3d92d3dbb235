const freshFor = 10 * 60 * 1000;
/** In characters of text, whatever their number: a page of a thousand badges uses a tenth. */
const maxSize = 2_000_000;

interface Entry<Value> {
  value: Value;
  size: number;
  kept: number;
}

/** Keeps answers for ten minutes; when they grow too many, those kept longest go first. */
export class Memory<Value> {
  readonly #entries = new Map<string, Entry<Value>>();
  #size = 0;

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (entry && Date.now() - entry.kept < freshFor) return entry.value;
    this.#drop(key);
    return undefined;
  }

  /** @param size - length of what is kept, in characters */
  set(key: string, value: Value, size: number): void {
    this.#drop(key);
    this.#entries.set(key, { value, size: size + key.length, kept: Date.now() });
    this.#size += size + key.length;
    for (const oldest of this.#entries.keys()) {
      if (this.#size <= maxSize) break;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    this.#size -= this.#entries.get(key)?.size ?? 0;
    this.#entries.delete(key);
  }
}
