import { itemName, type Item, type Kind } from './item.js';
import type { Counter } from './metric.js';
import type { Granularity, Period } from './period.js';
import type { Scope, SubItem } from './question.js';

// The service's paths (FIGSHARE.md 1), below the address of the service or of a relay.

/** What a top list ranks. */
interface Ranked {
  of: Kind;
  metric: Counter;
  /** `item`, or a kind of sub item. */
  by: string;
  period?: Period;
  institution?: string;
}

/** All totals of an article or collection at once; undocumented. */
export function combinedTotalsPath(item: Item): string {
  return `/total/${itemName(item)}`;
}

export function totalPath(counter: Counter, item: Item, institution?: string): string {
  return `${scope(institution)}/total/${counter}/${itemName(item)}`;
}

/** Events by day, month or year, or all of a period's. Both dates always: without, the service means this month. */
export function timelinePath(
  granularity: Granularity | 'total',
  counter: Counter,
  item: Item,
  period: Period,
  { institution, subItem }: Scope = {},
): string {
  return `${scope(institution)}/timeline/${granularity}/${counter}/${itemName(item)}?${dates(period)}${part(subItem)}`;
}

/** Events by country and city, all of a period's. */
export function breakdownPath(
  counter: Counter,
  item: Item,
  period: Period,
  { institution, subItem }: Scope,
): string {
  return `${scope(institution)}/breakdown/total/${counter}/${itemName(item)}?${dates(period)}${part(subItem)}`;
}

/**
 * The items of a kind with the most events; or the categories, item types, referrers of one of them, or of all.
 *
 * @param id - of the one
 */
export function topPath(
  { of, metric, by, period, institution }: Ranked,
  limit: number,
  id: number | undefined,
): string {
  const subItem = by === 'item' ? '' : `&sub_item=${by.replace('-', '_')}`;
  const whose = id === undefined ? '' : `&item_id=${id}`;
  return `${scope(institution)}/top/${metric}/${of}?count=${limit}${subItem}${whose}${period ? `&${dates(period)}` : ''}`;
}

/** How many public items groups hold; asked by POST. */
export function countPath(institution?: string): string {
  return `${scope(institution)}/count/articles`;
}

function dates({ start, end }: Period): string {
  return `start_date=${start}&end_date=${end}`;
}

function part(subItem: SubItem | undefined): string {
  return subItem ? `&sub_item=${subItem.type}&sub_item_id=${subItem.id}` : '';
}

function scope(institution: string | undefined): string {
  return institution ? `/${institution}` : '';
}
