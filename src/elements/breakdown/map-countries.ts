import type { Land } from '../../charts/map.js';
import type { Breakdown, City } from '../../figshare/breakdown.js';
import type { MapTools } from './map-tools.js';

/** More countries the service does not tell: whether the others had events is not known, then. */
const mostTold = 200;

/** A country on the map. */
export interface MapCountry {
  name: string;
  path: string;
  /** Too small for an outline. */
  isDot: boolean;
  /** Undefined where it is not known. */
  value: number | undefined;
}

/** What a map shows. */
export interface ShownMap {
  /** Largest first, those that are not known last. */
  countries: MapCountry[];
  /** What has no place on the map, but has events. */
  elsewhere: City[];
  /** The least values of the levels that colours stand for, ascending. */
  levels: number[];
  /** All events, wherever they come from. */
  whole: number;
}

/**
 * @param lands - a small country, which is a dot, is there only if it has events
 * @param minCount - what is smaller is not told apart
 */
export function countriesOf(
  breakdown: Breakdown,
  lands: readonly Land[],
  minCount: number,
  locale: string,
  { codeOf, formatCountry, unknownPlace }: Pick<MapTools, 'codeOf' | 'formatCountry' | 'unknownPlace'>,
): Omit<ShownMap, 'levels'> {
  const isCut = breakdown.length >= mostTold;
  const events = new Map<string, City>();
  for (const { name, value } of breakdown) {
    if (name === unknownPlace) continue;
    const key = codeOf(name) ?? name;
    events.set(key, { name, value: value + (events.get(key)?.value ?? 0) });
  }
  const countries = lands.map(({ name, path, isDot = false }): MapCountry => {
    const code = codeOf(name) ?? name;
    const known = events.get(code);
    const value = known?.value ?? (isCut || code === name ? undefined : 0);
    events.delete(code);
    const isTold = value === 0 || (value ?? 0) >= minCount;
    return {
      name: formatCountry(known?.name ?? name, locale),
      path,
      isDot,
      value: isTold ? value : undefined,
    };
  });
  const rank = ({ value = -1 }: MapCountry) => value;
  return {
    whole: breakdown.reduce((sum, { value }) => sum + value, 0),
    countries: countries
      .filter(({ isDot, value }) => !isDot || value)
      .sort((one, next) => rank(next) - rank(one)),
    elsewhere: [...events.values()]
      .filter(({ value }) => value >= minCount)
      .map(({ name, value }) => ({ name: formatCountry(name, locale), value })),
  };
}
