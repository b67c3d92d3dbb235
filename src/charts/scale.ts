/** A drawing's own units; one is about a pixel where its text is 16 px high. */
export interface Box {
  width: number;
  height: number;
}

/** A value; `null` where it is not known, which is a gap and not a zero. */
export type Value = number | null;

/**
 * Vertical positions, downwards as in SVG: 0 is at the bottom always, the largest value at the top.
 *
 * @param largest - of all that is drawn; where it is 0, everything lies at the bottom
 */
export function scaleOf(largest: number, top: number, bottom: number): (value: number) => number {
  return (value) => rounded(largest > 0 ? bottom - (value / largest) * (bottom - top) : bottom);
}

export function largestOf(series: readonly (readonly Value[])[]): number {
  return series.flat().reduce<number>((largest, value) => Math.max(largest, value ?? 0), 0);
}

/** Splits a list into so many parts of nearly equal length. */
export function columnsOf<Item>(list: readonly Item[], columns: number): Item[][] {
  const parts = Math.min(columns, list.length);
  const from = (column: number) => Math.floor((column * list.length) / parts);
  return list.slice(0, parts).map((_, column) => list.slice(from(column), from(column + 1)));
}

/** The part in which an index of a list lies, when it is split so. */
export function columnOf(index: number, length: number, columns: number): number {
  return Math.ceil(((index + 1) * columns) / length) - 1;
}

/** Two decimals are finer than any screen. */
export function rounded(position: number): number {
  return Math.round(position * 100) / 100;
}

/** The nearest index of a list. */
export function within(count: number, index: number): number {
  return Math.max(0, Math.min(count - 1, Math.round(index)));
}
