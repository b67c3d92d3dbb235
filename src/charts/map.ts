import { atlas, places } from './atlas.js';

/** A country as it lies on a map. */
export interface Land {
  /** In English. */
  name: string;
  /** Its outline, as SVG writes paths. */
  path: string;
  /** It is too small for that: a dot says where it lies. */
  isDot?: boolean;
}

/** The countries of the world, as large as they are beside each other, without Antarctica. */
export const lands: readonly Land[] = atlas.map(([name, path]) => ({ name, path }));

const radius = 3;

/** Countries that are too small for a map of this size, as dots. */
export const dots: readonly Land[] = places.map(([name, x, y]) => ({
  name,
  path: `M${(x - radius).toFixed(2)} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`,
  isDot: true,
}));

/**
 * The least values of at most four levels, in round numbers, each about as many times the one before.
 *
 * @param largest - of all values, 1 or more
 * @returns ascending; the first is 1
 */
export function levelsUntil(largest: number): number[] {
  const steps = [0, 1, 2, 3].map((step) => roundedDown(largest ** (step / 4)));
  return [...new Set(steps)].filter((step) => step <= largest);
}

/** The largest of 1, 2, 5, 10, 20, 50, … that is no larger. */
function roundedDown(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value));
  return unit * ([5, 2].find((step) => step * unit <= value) ?? 1);
}
