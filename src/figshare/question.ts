import { invalid } from './error.js';
import { parseItem, splitItems, type Item, type ItemByDoi } from './item.js';
import { defaultMetrics, parseMetrics, type Metric } from './metric.js';
import { hasCombinedTotals } from './path.js';
import { parsePeriod, type Period } from './period.js';

/** How often some items, taken together, were viewed, downloaded … */
export interface TotalsQuestion {
  items: (Item | ItemByDoi)[];
  metrics: Metric[];
  /** Without one: since figshare counts. */
  period?: Period;
  /** Slug of an institution's scope. */
  institution?: string;
}

/** What people write: attributes of an element, options of the client. */
export interface TotalsOptions {
  item: string | number;
  metrics?: string | readonly Metric[] | undefined;
  start?: string | undefined;
  end?: string | undefined;
  institution?: string | undefined;
}

/**
 * Reads a question for totals. `metrics` default to views and downloads.
 *
 * @param today - `YYYY-MM-DD`, where a period without an end ends
 * @throws FigshareError `invalid`, which names the option and its value
 */
export function totalsQuestion(options: TotalsOptions, today: string): TotalsQuestion {
  const { item, institution } = options;
  // An attribute that was taken away is null to its element.
  const start = options.start ?? undefined;
  const end = options.end ?? undefined;
  const items = splitItems(String(item)).map((one) => parseItem(one));
  const metrics = parseMetrics(options.metrics ?? defaultMetrics);
  const isDated = start !== undefined || end !== undefined;

  if (items.length === 0) throw invalid('item', 'one item or more', item);
  const isTold = !isDated && !institution && items.every((one) => 'doi' in one || hasCombinedTotals(one));
  if (metrics.includes('citations') && !isTold) {
    throw invalid(
      'metrics',
      'views, downloads or shares: citations are known for public articles and collections only, and for no period',
      metrics.join(' '),
    );
  }
  return {
    items,
    metrics,
    ...(isDated && { period: parsePeriod({ start, end }, today) }),
    ...(institution && { institution: parseSlug(institution) }),
  };
}

function parseSlug(text: string): string {
  if (/^[a-z\d][\w-]*$/i.test(text)) return text;
  throw invalid('institution', 'a slug such as "monash"', text);
}
