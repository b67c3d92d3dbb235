import type { AskPath } from './ask-path.js';
import { invalid } from './error.js';
import { type Item, itemName, type Kind, kinds, parseItems } from './item.js';
import { count, field, isRecord, list, own, record, sum, text } from './json.js';
import { parseCounter, type Counter } from './metric.js';
import { topPath } from './path.js';
import { parsePeriod, yearUntil, type Period } from './period.js';
import {
  datesIn,
  institutionIn,
  oneOf,
  parseLimit,
  type Dates,
  type Question,
  type Scoped,
} from './question.js';

/** What is ranked: the items of a kind, or what some of them belong to or are linked from. */
export const rankings = ['item', 'category', 'item-type', 'referral'] as const;
export type Ranking = (typeof rankings)[number];

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

/**
 * Reads a question for a top list: the ten most viewed articles, unless told. Categories, item types and referrers
 * are those of the last 12 months, since without dates the service means less than it says.
 *
 * @param today - `YYYY-MM-DD`, where a period without an end ends
 * @throws FigshareError `invalid`, which names the option and its value
 */
export function topQuestion(options: TopOptions, today: string): TopQuestion {
  const by = oneOf('by', rankings, options.by ?? 'item');
  const whose = String(options.item ?? '').trim();
  const items = whose ? parseItems(whose) : [];
  const [first] = items;
  const usual = first && 'kind' in first ? first.kind : 'article';
  const of = oneOf('of', kinds, options.of ?? usual);
  if (items.length > 0 && by === 'item') {
    throw invalid('item', 'absent, unless by is category, item-type or referral', whose);
  }
  if (items.some((item) => 'kind' in item && item.kind !== of))
    throw invalid('item', `of the kind ${of}`, whose);
  const dates = datesIn(options);
  const isDated = Object.keys(dates).length > 0 || by !== 'item';
  return {
    items,
    of,
    metric: parseCounter(options.metric),
    by,
    limit: parseLimit(options.limit ?? 10),
    ...(isDated && { period: parsePeriod(dates, today, by === 'item' ? undefined : yearUntil) }),
    ...institutionIn(options),
  };
}

/** One place of a list. */
export interface TopEntry {
  /** Id of an item or category, name of an item type, host of a referrer. */
  key: string;
  value: number;
}

/** Largest first. */
export type Top = TopEntry[];

/** A sum of lists that were cut at the limit would miss what each had just below it. */
const entriesPerSummand = 100;

/** The largest, of all items of a kind or of some together. */
export async function askTop(items: readonly Item[], question: TopQuestion, askPath: AskPath): Promise<Top> {
  const { limit } = question;
  const of = items[0]?.kind ?? question.of; // a DOI may be a collection's
  if (items.some(({ kind }) => kind !== of))
    throw invalid('item', 'all of one kind', items.map(itemName).join(' '));
  const length = items.length > 1 ? entriesPerSummand : limit;
  const whose = items.length > 0 ? items.map(({ id }) => id) : [undefined];
  const lists = whose.map((id) => askPath(topPath({ ...question, of }, length, id), readTop));
  return largestOf(await Promise.all(lists), limit);
}

/** Adds lists up, and keeps the largest. */
export function largestOf(lists: readonly Top[], limit: number): Top {
  const sums = new Map<string, number>();
  for (const { key, value } of lists.flat()) sums.set(key, sum([sums.get(key) ?? 0, value]));
  return [...sums]
    .map(([key, value]) => ({ key, value }))
    .sort((one, other) => other.value - one.value || (one.key < other.key ? -1 : 1))
    .slice(0, limit);
}

/**
 * Reads `{"top": {"1130885": 31334}}`, or the map alone, as the service answers for referrers and item types;
 * `null` or an empty one holds no event.
 *
 * @throws FigshareError `bad-data`
 */
export function readTop(body: unknown): Top {
  const wrapped = own(body, 'top');
  const map = wrapped === null || isRecord(wrapped) ? (wrapped ?? {}) : body;
  if (map === null) return [];
  return Object.entries(record(map, 'a top list should be an object')).map(([key, value]) => ({
    key,
    value: count(value, key),
  }));
}

/**
 * Reads a list that was stored from an earlier answer.
 *
 * @throws FigshareError `bad-data`
 */
export function readKeptTop(kept: unknown): Top {
  return list(kept).map((entry) => ({
    key: text(field(entry, 'key'), 'key'),
    value: count(field(entry, 'value'), 'value'),
  }));
}
