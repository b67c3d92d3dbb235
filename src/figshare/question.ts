import { FigshareError } from './error.js';
import { itemName, parseItems, type Item, type ItemByDoi } from './item.js';
import { defaultMetrics, parseMetrics, type Metric } from './metric.js';
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
  const items = distinct(parseItems(String(item)));
  const metrics = parseMetrics(options.metrics ?? defaultMetrics);
  const isDated = start !== undefined || end !== undefined;

  if (items.length === 0)
    throw new FigshareError('invalid', `item must name at least one item, got "${item}"`);
  if (metrics.includes('citations')) refuseCitations(items, isDated, institution);
  return {
    items,
    metrics,
    ...(isDated && { period: parsePeriod({ start, end }, today) }),
    ...(institution && { institution: parseSlug(institution) }),
  };
}

/** An item that is named twice is counted once. */
function distinct(items: (Item | ItemByDoi)[]): (Item | ItemByDoi)[] {
  return [...new Map(items.map((item) => [itemName(item).toLowerCase(), item])).values()];
}

/** The service tells citations in the public combined totals of articles and collections, nowhere else. */
function refuseCitations(items: (Item | ItemByDoi)[], isDated: boolean, institution?: string): void {
  const without = items.find((item) => !('doi' in item) && !['article', 'collection'].includes(item.kind));
  const why = without
    ? `for articles and collections only, not for ${itemName(without)}`
    : isDated
      ? 'as a whole, not for a period (start, end)'
      : institution
        ? `for public items, not in an institution's scope ("${institution}")`
        : undefined;
  if (why) throw new FigshareError('invalid', `metrics "citations": figshare tells citations ${why}`);
}

function parseSlug(text: string): string {
  if (/^[a-z0-9][a-z0-9_-]*$/i.test(text)) return text;
  throw new FigshareError('invalid', `institution must be a slug such as "monash", got "${text}"`);
}
