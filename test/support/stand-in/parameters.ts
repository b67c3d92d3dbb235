import { invalid, missing } from './answer.js';
import { firstOfMonth, granularities, isDay, yearsAfter } from './dates.js';
import type { Day, Granularity } from './dates.js';
import { counters, kinds } from './items.js';
import type { Counter, Kind } from './items.js';
import { randomFrom } from './random.js';
import type { Days, Range } from './series.js';

export function counterFrom(text: string): Counter {
  return oneOf(counters, text, 'counter', 'Counter type');
}

export function kindFrom(text: string): Kind {
  return oneOf(kinds, text, 'item', 'Item type');
}

export function granularityFrom(text: string): Granularity {
  return oneOf(granularities, text, 'granularity', 'Granularity');
}

export function idFrom(text: string): string {
  if (!/^\d+$/.test(text)) throw invalid('item_id', `Not a number: ${text}`);
  return text;
}

/** Longest range a granularity may cover, in years from its start (FIGSHARE 3). */
const longest: Record<Granularity, number> = { day: 1, month: 2, year: 5, total: 1 };

/** The current month where a date is missing; and a longer range loses its new end, without a word. */
export function rangeFrom(query: URLSearchParams, today: Day, granularity?: Granularity): Range {
  const start = dayFrom(query, 'start_date') ?? firstOfMonth(today);
  const end = dayFrom(query, 'end_date') ?? today;
  if (end < start) throw invalid('end_date', `${end} is before ${start}`);
  const last = granularity ? yearsAfter(start, longest[granularity]) : end;
  return { start, end: end < last ? end : last };
}

export interface SubItem {
  type: string;
  id: string;
}

export function subItemFrom(query: URLSearchParams, path: string): SubItem | undefined {
  const type = query.get('sub_item');
  if (type === null) return undefined;
  oneOf(['category', 'item_type'], type, 'sub_item', 'Sub item type');
  const id = query.get('sub_item_id');
  if (!id) throw missing('sub_item_id', path, query);
  return { type, id };
}

/** SAMPLE data: the part of an item's events that belongs to a category or item type; some have none. */
export function partOf(days: Days, subItem: SubItem | undefined): Days {
  if (!subItem) return days;
  const share = Math.max(0, randomFrom(`${subItem.type} ${subItem.id}`)() - 0.25);
  const part = [...days].map(([day, value]) => [day, Math.floor(value * share)] as const);
  return new Map(part.filter(([, value]) => value > 0));
}

function dayFrom(query: URLSearchParams, name: string): Day | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  if (!isDay(text)) throw invalid(name, `Not a date: ${text}`);
  return text;
}

function oneOf<T extends string>(known: readonly T[], text: string, parameter: string, what: string): T {
  const found = known.find((name) => name === text);
  if (found === undefined) throw invalid(parameter, `${what} not supported: ${text}`);
  return found;
}
