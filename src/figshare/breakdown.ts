import type { AskPath } from './ask-path.js';
import { type Item, parseItems } from './item.js';
import { count, field, list, record, sum, text } from './json.js';
import { parseCounter, type Counter } from './metric.js';
import { breakdownPath } from './path.js';
import { parsePeriod, windowsOf, yearUntil, type Period } from './period.js';
import {
  datesIn,
  institutionIn,
  subItemIn,
  type Dates,
  type Parted,
  type Question,
  type Scoped,
} from './question.js';

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
    metric: parseCounter(options.metric),
    period: parsePeriod(datesIn(options), today, yearUntil),
    ...institutionIn(options),
    ...subItemIn(options),
  };
}

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

/** Countries and cities of some items together, asked in windows that the service answers whole. */
export async function askBreakdown(
  items: readonly Item[],
  question: BreakdownQuestion,
  askPath: AskPath,
): Promise<Breakdown> {
  const { metric, period } = question;
  const windows = windowsOf(period, 'total');
  const answers = items.flatMap((item) =>
    windows.map((window) => askPath(breakdownPath(metric, item, window, question), readBreakdown)),
  );
  const breakdown = addedUp(await Promise.all(answers));
  sum(breakdown.map(({ value }) => value)); // what is shown of all of it has to be exact, too
  return breakdown;
}

/** Adds breakdowns up, country by country and city by city. */
export function addedUp(breakdowns: readonly Breakdown[]): Breakdown {
  const countries = new Map<string, Country[]>();
  for (const country of breakdowns.flat()) {
    countries.set(country.name, [...(countries.get(country.name) ?? []), country]);
  }
  const sums = [...countries].map(([name, parts]) => ({
    name,
    value: sum(parts.map(({ value }) => value)),
    cities: addedCities(parts.flatMap(({ cities }) => cities)),
  }));
  return ranked(sums);
}

function addedCities(cities: readonly City[]): City[] {
  const sums = new Map<string, number>();
  for (const { name, value } of cities) sums.set(name, sum([sums.get(name) ?? 0, value]));
  return ranked([...sums].map(([name, value]) => ({ name, value })));
}

function ranked<Place extends City>(places: Place[]): Place[] {
  const isUnknown = ({ name }: Place) => Number(name === unknownPlace);
  return places.sort(
    (one, other) =>
      isUnknown(one) - isUnknown(other) || other.value - one.value || (one.name < other.name ? -1 : 1),
  );
}

const places = 'a breakdown should hold countries with cities';

/**
 * Reads `{"breakdown": {"total": {"Spain": {"Seville": 5, "total": 8}}}}`; `null` or an empty one holds no event.
 *
 * @throws FigshareError `bad-data`
 */
export function readBreakdown(body: unknown): Breakdown {
  const periods = field(body, 'breakdown') ?? {};
  return addedUp(Object.values(record(periods, places)).map(readCountries));
}

function readCountries(countries: unknown): Breakdown {
  return Object.entries(record(countries, places)).map(([name, cities]) => {
    const { total, ...named } = record(cities, places);
    const read = Object.entries(named).map(([city, value]) => ({
      name: nameOf(city),
      value: count(value, city),
    }));
    const value = total === undefined ? sum(read.map(({ value }) => value)) : count(total, 'total');
    return { name: nameOf(name), value, cities: addedCities(read) };
  });
}

function nameOf(name: string): string {
  return /^(unkn?own|null|undefined)?$/i.test(name.trim()) ? unknownPlace : name;
}

/**
 * Reads a breakdown that was stored from an earlier answer.
 *
 * @throws FigshareError `bad-data`
 */
export function readKeptBreakdown(kept: unknown): Breakdown {
  return list(kept).map((country) => ({
    ...readKeptCity(country),
    cities: list(field(country, 'cities')).map(readKeptCity),
  }));
}

function readKeptCity(place: unknown): City {
  return { name: text(field(place, 'name'), 'name'), value: count(field(place, 'value'), 'value') };
}
