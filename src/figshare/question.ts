import { invalid } from './error.js';
import { parseItems, type Item, type ItemByDoi } from './item.js';
import { counters, defaultMetrics, isCounter, parseMetrics, type Counter, type Metric } from './metric.js';
import { hasCombinedTotals, type Scope, type SubItem } from './path.js';
import { granularities, parsePeriod, usualStart, type Granularity, type Period } from './period.js';

/** What every question is about: some items, taken together. */
export interface Question extends Scope {
  items: (Item | ItemByDoi)[];
}

/** How often they were viewed, downloaded … */
export interface TotalsQuestion extends Question {
  metrics: Metric[];
  /** Without one: since figshare counts. */
  period?: Period;
}

/** How often on each day, in each month, in each year. */
export interface TimelineQuestion extends Question {
  metrics: Counter[];
  granularity: Granularity;
  period: Period;
  /** The period ends today, so its last day, month or year goes on. */
  isOpen: boolean;
}

/** What people write: attributes of an element, options of the client. An attribute that was taken away is null. */
export interface TotalsOptions extends Dates, Scoped {
  item: string | number;
  metrics?: string | readonly Metric[] | undefined;
}

export interface TimelineOptions extends TotalsOptions, Parted {
  granularity?: Granularity | undefined;
}

/** `YYYY-MM-DD`, both included. */
export interface Dates {
  start?: string | undefined;
  end?: string | undefined;
}

export interface Scoped {
  /** Slug of an institution's scope. */
  institution?: string | undefined;
}

export interface Parted {
  /** Id of a category: only what belongs to it. */
  category?: string | number | undefined;
  /** An item type, such as `dataset`: only what belongs to it. */
  itemType?: string | undefined;
}

/**
 * Reads a question for totals. `metrics` default to views and downloads.
 *
 * @param today - `YYYY-MM-DD`, where a period without an end ends
 * @throws FigshareError `invalid`, which names the option and its value
 */
export function totalsQuestion(options: TotalsOptions, today: string): TotalsQuestion {
  const items = parseItems(options.item);
  const metrics = parseMetrics(options.metrics ?? defaultMetrics);
  const dates = datesIn(options);
  const isDated = Object.keys(dates).length > 0;
  const isTold =
    !isDated && !options.institution && items.every((one) => 'doi' in one || hasCombinedTotals(one));
  if (!isTold) {
    refuseCitations(
      metrics,
      'citations are known for public articles and collections only, and for no period',
    );
  }
  return {
    items,
    metrics,
    ...(isDated && { period: parsePeriod(dates, today) }),
    ...institutionIn(options),
  };
}

/**
 * Reads a question for a timeline: of views, by month, over the last 12 months (30 days, all years) unless told.
 *
 * @param today - `YYYY-MM-DD`, where a period without an end ends
 * @throws FigshareError `invalid`, which names the option and its value
 */
export function timelineQuestion(options: TimelineOptions, today: string): TimelineQuestion {
  const items = parseItems(options.item);
  const metrics = parseMetrics(options.metrics ?? ['views']);
  refuseCitations(metrics, 'figshare does not tell when citations happened');
  const granularity = parseGranularity(options.granularity ?? 'month');
  const period = parsePeriod(datesIn(options), today, (end) => usualStart(granularity, end));
  return {
    items,
    metrics: metrics.filter(isCounter),
    granularity,
    period,
    isOpen: period.end === today,
    ...institutionIn(options),
    ...subItemIn(options),
  };
}

/** One metric that the service counts by time and place: views where nobody says which. */
export function parseCounter(text: string | undefined): Counter {
  const found = counters.find((counter) => counter === (text ?? 'views'));
  if (!found) throw invalid('metric', `one of ${counters.join(', ')}`, text ?? '');
  return found;
}

function refuseCitations(metrics: readonly Metric[], reason: string): void {
  if (metrics.includes('citations')) {
    throw invalid('metrics', `views, downloads or shares: ${reason}`, metrics.join(' '));
  }
}

function parseGranularity(text: string): Granularity {
  const found = granularities.find((granularity) => granularity === text);
  if (!found) throw invalid('granularity', `one of ${granularities.join(', ')}`, text);
  return found;
}

export function datesIn({ start, end }: Dates): { start?: string; end?: string } {
  return { ...(start != null && { start }), ...(end != null && { end }) };
}

export function institutionIn({ institution }: Scoped): { institution?: string } {
  if (!institution) return {};
  if (/^[a-z\d][\w-]*$/i.test(institution)) return { institution };
  throw invalid('institution', 'a slug such as "monash"', institution);
}

export function subItemIn({ category, itemType }: Parted): { subItem?: SubItem } {
  if (category == null && itemType == null) return {};
  if (category != null && itemType != null) {
    throw invalid('category', 'absent where item-type is given', `${category}" with item-type "${itemType}`);
  }
  if (category != null && !/^[1-9]\d{0,14}$/.test(String(category))) {
    throw invalid('category', "a category's number", category);
  }
  if (itemType != null && !/^[\w-]{1,40}$/.test(itemType)) {
    throw invalid('item-type', 'an item type such as "dataset"', itemType);
  }
  const id = String(category ?? itemType);
  return { subItem: { type: category != null ? 'category' : 'item_type', id } };
}
