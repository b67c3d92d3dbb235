import { unknownPlace, type Breakdown, type City } from '../../figshare/breakdown.js';

export interface BreakdownRows {
  /** The largest places, largest first. */
  places: City[];
  /** All others together; 0 where there are none. */
  other: number;
  /** Events whose place is not known: no rank. */
  unknown: number;
  /** What all of these sum to. */
  whole: number;
}

export interface RowOptions {
  by: 'country' | 'city';
  /** With cities: of this one alone. */
  country: string | undefined;
  limit: number;
  /** Smaller places are among the others. */
  minCount: number;
}

/** The rows of a breakdown. They sum to the whole, though the service tells ten cities of a country at most. */
export function rowsOf(breakdown: Breakdown, { by, country, limit, minCount }: RowOptions): BreakdownRows {
  const countries = country ? breakdown.filter(({ name }) => isSame(name, country)) : breakdown;
  const all: City[] =
    by === 'country'
      ? countries
      : countries.flatMap(({ name, cities }) =>
          cities.map((city) =>
            country || city.name === unknownPlace ? city : { ...city, name: `${city.name}, ${name}` },
          ),
        );
  const known = all.filter(({ name }) => name !== unknownPlace).sort((one, next) => next.value - one.value);
  const places = known.slice(0, limit).filter(({ value }) => value >= minCount);
  const whole = sumOf(countries);
  const unknown = sumOf(all) - sumOf(known);
  return { places, unknown, whole, other: Math.max(0, whole - unknown - sumOf(places)) };
}

function isSame(name: string, other: string): boolean {
  return name.toLowerCase() === other.trim().toLowerCase();
}

function sumOf(places: readonly City[]): number {
  return places.reduce((sum, { value }) => sum + value, 0);
}
