import { atlas } from './atlas.js';

/** A country as it lies on a map. */
export interface Land {
  /** In English. */
  name: string;
  /** Its outline, as SVG writes paths. */
  path: string;
}

/** The countries of the world, as large as they are beside each other, without Antarctica. */
export const lands: readonly Land[] = atlas.map(([name, path]) => ({ name, path }));

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
