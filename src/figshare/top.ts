import { badData, field, isRecord, readCount, readText } from './answer.js';
import { invalid } from './error.js';
import { kinds, parseItems, type Kind } from './item.js';
import type { Counter } from './metric.js';
import { parsePeriod, yearUntil, type Period } from './period.js';
import { datesIn, institutionIn, parseCounter, type Dates, type Question, type Scoped } from './question.js';

/** What is ranked: the items of a kind, or what some of them belong to or are linked from. */
export const rankings = ['item', 'category', 'item-type', 'referral'] as const;
export type Ranking = (typeof rankings)[number];

/** One place of a list. */
export interface TopEntry {
  /** Id of an item or category, name of an item type, host of a referrer. */
  key: string;
  value: number;
}

/** Largest first. */
export type Top = TopEntry[];

export interface TopQuestion extends Question {
  of: Kind;
  metric: Counter;
  by: Ranking;
  limit: number;
  /** Without one: since figshare counts. */
  period?: Period;
}

export interface TopOptions extends Dates, Scoped {
  /** Whose categories, item types or referrers; all items' of the kind where there is none. */
  item?: string | number | undefined;
  of?: Kind | undefined;
  metric?: Counter | undefined;
  by?: Ranking | undefined;
  limit?: string | number | undefined;
}

/** The service was never seen to be asked for more. */
const mostEntries = 100;

/**
 * Reads a question for a top list: the ten most viewed articles, unless told. Categories, item types and referrers
 * are those of the last 12 months, since without dates the service means less than it says.
 *
 * @param today - `YYYY-MM-DD`, where a period without an end ends
 * @throws FigshareError `invalid`, which names the option and its value
 */
export function topQuestion(options: TopOptions, today: string): TopQuestion {
  const by = oneOf('by', rankings, options.by ?? 'item');
  const text = String(options.item ?? '').trim();
  const items = text ? parseItems(text) : [];
  const [first] = items;
  const usual = first && 'kind' in first ? first.kind : 'article';
  const of = oneOf('of', kinds, options.of ?? usual);
  if (items.length > 0 && by === 'item') {
    throw invalid('item', 'absent, unless by says what of the item: category, item-type or referral', text);
  }
  if (items.some((item) => 'kind' in item && item.kind !== of))
    throw invalid('item', `of the kind ${of}`, text);
  const dates = datesIn(options);
  const isDated = Object.keys(dates).length > 0 || by !== 'item';
  return {
    items,
    of,
    metric: parseCounter(options.metric ?? undefined),
    by,
    limit: parseLimit(options.limit ?? 10),
    ...(isDated && { period: parsePeriod(dates, today, by === 'item' ? undefined : yearUntil) }),
    ...institutionIn(options),
  };
}

/** @throws FigshareError `invalid` */
export function parseLimit(limit: string | number): number {
  const number = Number(limit);
  if (String(limit).trim() && Number.isInteger(number) && number >= 1 && number <= mostEntries) return number;
  throw invalid('limit', `a number from 1 to ${mostEntries}`, limit);
}

/**
 * Reads `{"top": {"1130885": 31334}}`, or the map alone, as the service answers for referrers and item types;
 * `null` or an empty one holds no event.
 *
 * @throws FigshareError `bad-data`
 */
export function readTop(body: unknown): Top {
  const wrapped = isRecord(body) && Object.hasOwn(body, 'top') ? body['top'] : undefined;
  const map = wrapped === null || isRecord(wrapped) ? (wrapped ?? {}) : body;
  if (map === null) return [];
  if (!isRecord(map)) throw badData('a top list should be an object', map);
  return Object.entries(map).map(([key, value]) => ({ key, value: readCount(value, key) }));
}

/** Adds lists up, and keeps the largest. */
export function largestOf(lists: readonly Top[], limit: number): Top {
  const sums = new Map<string, number>();
  for (const { key, value } of lists.flat()) sums.set(key, (sums.get(key) ?? 0) + value);
  return [...sums]
    .map(([key, value]) => ({ key, value }))
    .sort((one, other) => other.value - one.value || (one.key < other.key ? -1 : 1))
    .slice(0, limit);
}

/**
 * Reads a list that was kept from an earlier answer.
 *
 * @throws FigshareError `bad-data`
 */
export function readKeptTop(kept: unknown): Top {
  if (!Array.isArray(kept)) throw badData('the answer should be a list', kept);
  return kept.map((entry: unknown) => ({
    key: readText(field(entry, 'key'), 'key'),
    value: readCount(field(entry, 'value'), 'value'),
  }));
}

function oneOf<Value extends string>(name: string, known: readonly Value[], text: string): Value {
  const found = known.find((value) => value === text);
  if (!found) throw invalid(name, `one of ${known.join(', ')}`, text);
  return found;
}
