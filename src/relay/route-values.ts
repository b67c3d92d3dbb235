import { invalid } from '../figshare/error.js';
import { kinds, type Item, type Kind } from '../figshare/item.js';
import { isRecord } from '../figshare/json.js';
import { counters, type Counter } from '../figshare/metric.js';
import { granularities, parsePeriod, type Period } from '../figshare/period.js';
import { parseLimit, subItemIn, type Scope } from '../figshare/question.js';
import { rankings, type Ranking } from '../figshare/top.js';

/** A query's values, by name. */
export type Query = ReadonlyMap<string, string>;

const mostGroups = 100;

export function subItemOf(query: Query): Scope {
  const type = query.get('sub_item');
  const id = query.get('sub_item_id') ?? '';
  if (type === 'category') return subItemIn({ category: id });
  if (type === 'item_type') return subItemIn({ itemType: id });
  if (type !== undefined) throw invalid('sub_item', 'category or item_type', type);
  if (id) throw invalid('sub_item_id', 'absent where sub_item is', id);
  return {};
}

/** A period is not cut here, as it is for elements: a relay answers what was asked, or says why not. */
export function periodOf(query: Query, lastDay: string): Period {
  const start = query.get('start_date') ?? '';
  const end = query.get('end_date') ?? '';
  const period = parsePeriod({ start, end }, lastDay);
  if (period.start !== start) throw invalid('start_date', `${period.start} or later`, start);
  if (period.end !== end) throw invalid('end_date', `${period.end} or earlier`, end);
  return period;
}

export function itemOf(kind: string | undefined, id: string | undefined): Item {
  return { kind: kindOf(kind), id: idOf(id) };
}

export function kindOf(text: string | undefined): Kind {
  return oneOf('item', kinds, text);
}

export function counterOf(text: string | undefined): Counter {
  return oneOf('counter', counters, text);
}

export function granularityOf(text: string | undefined) {
  return oneOf('granularity', [...granularities, 'total'] as const, text);
}

export function rankingOf(subItem: string | undefined): Ranking {
  if (subItem === undefined) return 'item';
  const named = rankings.filter((ranking) => ranking !== 'item');
  const known = named.map((ranking) => ranking.replace('-', '_'));
  return named[known.indexOf(oneOf('sub_item', known, subItem))]!;
}

export function countOf(text = '10'): number {
  if (!/^\d{1,3}$/.test(text)) throw invalid('count', 'a number', text);
  return parseLimit(text);
}

export function idOf(text = ''): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw invalid('id', 'a positive number of at most 15 digits', text);
  return Number(text);
}

export function groupsOf(body: string): number[] {
  const groups = hasOnly(parseJson(body), 'groups');
  if (!Array.isArray(groups) || groups.length < 1 || groups.length > mostGroups) {
    throw invalid('body', `{"groups": [{"id": 327}]} with at most ${mostGroups} groups`, body.slice(0, 80));
  }
  return [...new Set(groups.map((group) => groupOf(hasOnly(group, 'id'))))];
}

function groupOf(id: unknown): number {
  return idOf(typeof id === 'number' || typeof id === 'string' ? String(id) : '');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // refused by what looks into it
  }
}

function hasOnly(value: unknown, key: string): unknown {
  return isRecord(value) && Object.keys(value).join() === key ? value[key] : undefined;
}

export function parseQuery(text: string): Query {
  const query = new Map<string, string>();
  for (const pair of text ? text.split('&') : []) {
    const [, name, value] = /^([a-z_]+)=([\w-]+)$/.exec(pair) ?? [];
    if (!name || !value || query.has(name)) throw invalid('query', 'name=value pairs, each name once', pair);
    query.set(name, value);
  }
  return query;
}

export function refuseOthers(query: Query, known: readonly string[]): void {
  for (const name of query.keys()) {
    if (!known.includes(name)) throw invalid('query', `made of ${known.join(', ') || 'nothing'}`, name);
  }
}

function oneOf<Value extends string>(name: string, known: readonly Value[], text = ''): Value {
  const found = known.find((value) => value === text);
  if (!found) throw invalid(name, `one of ${known.join(', ')}`, text);
  return found;
}
