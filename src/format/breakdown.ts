import { unknownPlace, type Breakdown } from '../figshare/breakdown.js';
import { invalid } from '../figshare/error.js';
import type { Counter } from '../figshare/metric.js';
import { oneOf, parseLimit } from '../figshare/question.js';
import { sumOf } from '../figshare/series.js';
import { formatCount } from './count.js';
import { formatCountry } from './country.js';
import { formatEvents, nounOf, type Reader } from './figure.js';
import { formatShare } from './share.js';
import { capitalized, headingOf, pluralOf } from './words/grammar.js';
import { detailWordsIn, fill, placeWordsIn, wordsIn } from './words/words.js';

/** Which places have rows of their own. */
export interface RowOptions {
  by: 'country' | 'city';
  /** With cities: of this one alone. */
  country: string | undefined;
  limit: number;
  /** Smaller places are among the others. */
  minCount: number;
}

/** What people write. */
export interface RowAttributes {
  by?: string | undefined;
  country?: string | undefined;
  limit?: string | number | undefined;
  minCount?: string | number | undefined;
}

/** @throws FigshareError `invalid` */
export function readRows({ by = 'country', country, limit = 10, minCount = 0 }: RowAttributes): RowOptions {
  const places = oneOf('by', ['country', 'city'], by);
  const least = Number(minCount);
  if (country && places !== 'city') throw invalid('country', 'absent, unless by is city', country);
  if (Number.isNaN(least)) throw invalid('min-count', 'a number', minCount);
  return { by: places, country, limit: parseLimit(limit), minCount: least };
}

/** A place that has a row of its own. */
export interface Place {
  /** As the service spells it, in English. */
  name: string;
  /** Of a city, where those of several countries are listed. */
  country?: string;
  value: number;
}

export interface BreakdownRows {
  /** The largest places, largest first. */
  places: Place[];
  /** All others together; 0 where there are none. */
  other: number;
  /** How many the others are; undefined where nobody knows: ten cities of a country are reported at most. */
  others: number | undefined;
  /** Events whose place is not known: no rank. */
  unknown: number;
  /** What all of these sum to. */
  whole: number;
}

/** The rows of a breakdown. They sum to the whole, though ten cities of a country are reported at most. */
export function rowsOf(breakdown: Breakdown, { by, country, limit, minCount }: RowOptions): BreakdownRows {
  const countries = country ? breakdown.filter(({ name }) => isSame(name, country)) : breakdown;
  const known = countries.filter(({ name }) => name !== unknownPlace);
  const cities = known.flatMap(({ name, cities }) =>
    cities.map((city): Place => (country ? city : { ...city, country: name })),
  );
  const named = (by === 'country' ? known : cities)
    .filter(({ name }) => name !== unknownPlace)
    .sort((one, next) => next.value - one.value);
  const places = named.slice(0, limit).filter(({ value }) => value >= minCount);
  const whole = sumOf(countries);
  const unknownCities = by === 'city' ? cities.filter(({ name }) => name === unknownPlace) : [];
  const unknown = whole - sumOf(known) + sumOf(unknownCities);
  return {
    places,
    other: Math.max(0, whole - unknown - sumOf(places)),
    others: by === 'country' ? named.length - places.length : undefined,
    unknown,
    whole,
  };
}

/** "Spain", or of a city "Seville, Spain"; cities have no names but English ones. */
export function formatPlace(
  { name, country }: Place,
  by: RowOptions['by'],
  { locale, language }: Reader,
): string {
  if (by === 'country') return formatCountry(name, locale);
  return country ? name + wordsIn(language).comma + formatCountry(country, locale) : name;
}

/** "96 other countries" */
export function formatOthers({ others }: BreakdownRows, { locale, language }: Reader): string {
  const words = placeWordsIn(language);
  if (others === undefined) return words.otherPlaces;
  return fill(pluralOf(words.others, others, locale), formatCount(others, locale));
}

/** The service reports no more cities of a country. */
const mostCities = 10;

/** A title: "Views by country". */
export function breakdownTitle(metric: Counter, by: RowOptions['by'], reader: Reader): string {
  const { locale, language } = reader;
  const { byCity, byCountry } = placeWordsIn(language);
  const noun = headingOf(nounOf(metric, reader));
  return capitalized(fill(by === 'city' ? byCity : byCountry, noun, formatCount(mostCities, locale)), locale);
}

/** All of it in one sentence: "4,261 views from 99 countries, most: United States (35%)". */
export function breakdownSummary(breakdown: Breakdown, metric: Counter, reader: Reader): string {
  const { locale, language } = reader;
  const words = placeWordsIn(language);
  const known = breakdown.filter(({ name, value }) => name !== unknownPlace && value > 0);
  const whole = sumOf(breakdown);
  const events = formatEvents(metric, whole, reader);
  const [most] = known;
  if (!most) return events;
  const from = pluralOf(words.fromCountries, known.length, locale);
  return fill(
    detailWordsIn(language).most,
    fill(from, events, formatCount(known.length, locale)),
    formatCountry(most.name, locale),
    formatShare(most.value / whole, locale),
  );
}

function isSame(name: string, other: string): boolean {
  return name.toLowerCase() === other.trim().toLowerCase();
}
