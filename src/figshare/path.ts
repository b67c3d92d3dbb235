import type { Item } from './item.js';
import type { Counter } from './metric.js';
import type { Period } from './period.js';

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

/** Both dates always: without them the service means the current month. */
export function timelineTotalPath(
  counter: Counter,
  item: Item,
  { start, end }: Period,
  institution?: string,
): string {
  return `${scope(institution)}/timeline/total/${counter}/${item.kind}/${item.id}?start_date=${start}&end_date=${end}`;
}

function scope(institution: string | undefined): string {
  return institution ? `/${institution}` : '';
}
