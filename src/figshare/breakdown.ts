import { badData, field, isRecord, readCount, readText } from './answer.js';
import { parseItems } from './item.js';
import type { Counter } from './metric.js';
import { parsePeriod, yearUntil, type Period } from './period.js';
import {
  datesIn,
  institutionIn,
  parseCounter,
  subItemIn,
  type Dates,
  type Parted,
  type Question,
  type Scoped,
} from './question.js';

export interface City {
  name: string;
  value: number;
}

/** Its cities are ten of a year at most, and need not sum to it. */
export interface Country extends City {
  cities: City[];
}

/** Largest first; a place that is not known comes last, whatever its number. */
export type Breakdown = Country[];

/** What the service calls `Unknown`, `Unkown` or nothing at all. */
export const unknownPlace = 'Unknown';

/** Where some items were viewed, downloaded … */
export interface BreakdownQuestion extends Question {
  metric: Counter;
  period: Period;
}

export interface BreakdownOptions extends Dates, Scoped, Parted {
  item: string | number;
  metric?: Counter | undefined;
}

/**
 * Reads a question for a breakdown: of views, over the last 12 months, unless told.
 *
 * @param today - `YYYY-MM-DD`, where a period without an end ends
 * @throws FigshareError `invalid`, which names the option and its value
 */
export function breakdownQuestion(options: BreakdownOptions, today: string): BreakdownQuestion {
  return {
    items: parseItems(options.item),
    metric: parseCounter(options.metric ?? undefined),
    period: parsePeriod(datesIn(options), today, yearUntil),
    ...institutionIn(options),
    ...subItemIn(options),
  };
}

/**
 * Reads `{"breakdown": {"total": {"Spain": {"Seville": 5, "total": 8}}}}`; `null` or an empty one holds no event.
 *
 * @throws FigshareError `bad-data`
 */
export function readBreakdown(body: unknown): Breakdown {
  const periods = field(body, 'breakdown') ?? {};
  return addedUp(Object.values(record(periods)).map(readCountries));
}

/** Adds breakdowns up, country by country and city by city. */
export function addedUp(breakdowns: readonly Breakdown[]): Breakdown {
  const countries = new Map<string, Country[]>();
  for (const country of breakdowns.flat()) {
    countries.set(country.name, [...(countries.get(country.name) ?? []), country]);
  }
  const sums = [...countries].map(([name, parts]) => ({
    name,
    value: sumOf(parts),
    cities: addedCities(parts.flatMap(({ cities }) => cities)),
  }));
  return ranked(sums);
}

/**
 * Reads a breakdown that was kept from an earlier answer.
 *
 * @throws FigshareError `bad-data`
 */
export function readKeptBreakdown(kept: unknown): Breakdown {
  return list(kept).map((country) => ({
    ...readKeptCity(country),
    cities: list(field(country, 'cities')).map(readKeptCity),
  }));
}

function readCountries(countries: unknown): Breakdown {
  return Object.entries(record(countries)).map(([name, cities]) => {
    const { total, ...named } = record(cities);
    const read = Object.entries(named).map(([city, value]) => ({
      name: nameOf(city),
      value: readCount(value, city),
    }));
    const value = total === undefined ? sumOf(read) : readCount(total, 'total');
    return { name: nameOf(name), value, cities: addedCities(read) };
  });
}

function addedCities(cities: readonly City[]): City[] {
  const sums = new Map<string, number>();
  for (const { name, value } of cities) sums.set(name, (sums.get(name) ?? 0) + value);
  return ranked([...sums].map(([name, value]) => ({ name, value })));
}

function ranked<Place extends City>(places: Place[]): Place[] {
  const isUnknown = ({ name }: Place) => Number(name === unknownPlace);
  return places.sort(
    (one, other) =>
      isUnknown(one) - isUnknown(other) || other.value - one.value || (one.name < other.name ? -1 : 1),
  );
}

function nameOf(name: string): string {
  return /^(unkn?own|null|undefined)?$/i.test(name.trim()) ? unknownPlace : name;
}

function readKeptCity(place: unknown): City {
  return { name: readText(field(place, 'name'), 'name'), value: readCount(field(place, 'value'), 'value') };
}

function sumOf(places: readonly City[]): number {
  return places.reduce((sum, { value }) => sum + value, 0);
}

function record(value: unknown): Record<string, unknown> {
  if (isRecord(value)) return value;
  throw badData('a breakdown should hold countries, and these cities with their numbers', value);
}

function list(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  throw badData('the answer should be a list', value);
}
