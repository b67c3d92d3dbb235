import type { Item } from './item.js';
import type { Counter } from './metric.js';
import type { Granularity, Period } from './period.js';

/** Which part of an item's events is asked for. */
export interface Scope {
  /** Slug of an institution: only what happened in its portal. */
  institution?: string;
  subItem?: SubItem;
}

/** Only what belongs to a category or an item type. */
export interface SubItem {
  type: 'category' | 'item_type';
  id: string;
}

/** The service's paths (FIGSHARE.md 1), below the address of the service or of a relay. */

/** Of these kinds the service tells all totals at once, with citations, which have no counter of their own. */
export function hasCombinedTotals({ kind }: Item): boolean {
  return kind === 'article' || kind === 'collection';
}

/** All totals of an article or collection at once; undocumented. */
export function combinedTotalsPath(item: Item): string {
  return `/total/${item.kind}/${item.id}`;
}

export function totalPath(counter: Counter, item: Item, institution?: string): string {
  return `${scope(institution)}/total/${counter}/${item.kind}/${item.id}`;
}

/** Events by day, month or year, or all of a period's. Both dates always: without, the service means this month. */
export function timelinePath(
  granularity: Granularity | 'total',
  counter: Counter,
  item: Item,
  { start, end }: Period,
  { institution, subItem }: Scope = {},
): string {
  const part = subItem ? `&sub_item=${subItem.type}&sub_item_id=${subItem.id}` : '';
  return `${scope(institution)}/timeline/${granularity}/${counter}/${item.kind}/${item.id}?start_date=${start}&end_date=${end}${part}`;
}

function scope(institution: string | undefined): string {
  return institution ? `/${institution}` : '';
}
