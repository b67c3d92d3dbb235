import { ok } from '../answer.js';
import type { Answer } from '../answer.js';
import { periodOf } from '../dates.js';
import type { Granularity } from '../dates.js';
import { countsText, mapText } from '../map-text.js';
import {
  counterFrom,
  granularityFrom,
  idFrom,
  kindFrom,
  partOf,
  rangeFrom,
  subItemFrom,
} from '../parameters.js';
import type { Places } from '../places.js';
import { isOpen } from '../question.js';
import type { Question } from '../question.js';
import { shuffled } from '../random.js';
import type { Days, Range } from '../series.js';

const mostCountries = 200;
const mostCities = 10;

/** Events of one period: per country all of them, and those of its cities. */
type Tally = Map<string, { total: number; cities: Map<string, number> }>;

/** `GET /breakdown/{granularity}/{counter}/{kind}/{id}`: null when there is nothing in it, as for timelines. */
export function breakdown(question: Question): Answer {
  const [, granularityText = '', counterText = '', kindText = '', idText = ''] = question.pieces;
  const granularity = granularityFrom(granularityText);
  const counter = counterFrom(counterText);
  const item = question.items.get(kindFrom(kindText), idFrom(idText));
  const subItem = subItemFrom(question.query, question.path);
  const range = rangeFrom(question.query, question.today, granularity);

  const days = isOpen(item, question) ? partOf(item.days(counter), subItem) : new Map<string, number>();
  const periods = [...tallies(days, range, granularity, item.places)];
  const texts = periods.map(([key, tally]) => [key, tallyText(tally, question.path + key)] as const);
  return ok(`{"breakdown":${texts.length ? mapText(texts, question.path) : 'null'}}`);
}

/**
 * Deals the events of an item's life to its places in turn, like cards: the nth event always belongs
 * to the same place. So the days of a month add up to the month, country by country, and windows
 * put together make the whole.
 */
function tallies(
  days: Days,
  { start, end }: Range,
  granularity: Granularity,
  places: Places,
): Map<string, Tally> {
  const deck = deckOf(places);
  const periods = new Map<string, Tally>();
  let dealt = 0;
  for (const [day, value] of days) {
    if (day >= start && day <= end) {
      const key = periodOf(day, granularity);
      const tally = periods.get(key) ?? (new Map() as Tally);
      periods.set(key, tally);
      deal(tally, deck, dealt, value);
    }
    dealt += value;
  }
  return periods;
}

type Deck = { country: string; city: string | undefined; cards: number }[];

/** One card per weight, in an order that mixes the places. */
function deckOf(places: Places): Deck {
  const cards: Deck = [];
  for (const [country, { total, cities }] of places) {
    let rest = total;
    for (const [city, weight] of cities) {
      for (let n = 0; n < weight; n += 1) cards.push({ country, city, cards: 1 });
      rest -= weight;
    }
    for (let n = 0; n < rest; n += 1) cards.push({ country, city: undefined, cards: 1 });
  }
  return shuffled(cards, 'deck');
}

function deal(tally: Tally, deck: Deck, from: number, count: number): void {
  // Whole rounds at once, or an item with 2^50 events would never be dealt out.
  const rounds = Math.floor(count / deck.length);
  if (rounds > 0) for (const card of deck) add(tally, card, rounds);
  for (let n = from; n < from + (count % deck.length); n += 1) add(tally, deck[n % deck.length], 1);
}

function add(tally: Tally, place: Deck[number] | undefined, count: number): void {
  if (!place) return;
  const country = tally.get(place.country) ?? { total: 0, cities: new Map<string, number>() };
  tally.set(place.country, country);
  country.total += count;
  if (place.city !== undefined) country.cities.set(place.city, (country.cities.get(place.city) ?? 0) + count);
}

function tallyText(tally: Tally, seed: string): string {
  const countries = [...tally].sort(([, a], [, b]) => b.total - a.total).slice(0, mostCountries);
  return mapText(
    countries.map(([name, { total, cities }]) => {
      const largest = [...cities].sort(([, a], [, b]) => b - a).slice(0, mostCities);
      return [name, countsText([...largest, ['total', total]], seed + name)] as const;
    }),
    seed,
  );
}
