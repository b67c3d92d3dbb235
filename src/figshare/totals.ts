import type { AskPath } from './ask-path.js';
import { FigshareError } from './error.js';
import { type Item, parseItems } from './item.js';
import { count, field, isRecord, own, sum } from './json.js';
import { defaultMetrics, isCounter, parseMetrics, refuseCitations, type Metric } from './metric.js';
import { combinedTotalsPath, timelinePath, totalPath } from './path.js';
import { parsePeriod, windowsOf, type Period } from './period.js';
import { datesIn, institutionIn, type Dates, type Question, type Scoped } from './question.js';

/** How often some items were viewed, downloaded, shared, cited. */
export interface TotalsQuestion extends Question {
  metrics: Metric[];
  /** Without one: since figshare counts. */
  period?: Period;
}

/** What people write: attributes of an element, options of the client. An attribute that was taken away is null. */
export interface TotalsOptions extends Dates, Scoped {
  item: string | number;
  metrics?: string | readonly Metric[] | undefined;
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
  const hasCitations =
    !isDated && !options.institution && items.every((one) => 'doi' in one || hasCombinedTotals(one));
  if (!hasCitations) {
    refuseCitations(metrics, 'citations are public totals of articles and collections');
  }
  return {
    items,
    metrics,
    ...(isDated && { period: parsePeriod(dates, today) }),
    ...institutionIn(options),
  };
}

/** Totals by metric; `null` where there is none: no event in the period, or a source that does not report it. */
export type Totals = Partial<Record<Metric, number | null>>;

/** Services that turned out not to know combined totals, for as long as the page lives. */
const withoutCombined = new Set<string>();

/**
 * Sums of some items.
 *
 * @param service - that is asked
 * @throws FigshareError `unavailable`: it reports none of what was asked
 */
export async function askTotals(
  items: readonly Item[],
  question: TotalsQuestion,
  askPath: AskPath,
  service = '',
): Promise<Totals> {
  const answers = await Promise.all(items.map((item) => totalsOf(item, question, askPath, service)));
  const add = question.period ? sumOfKnown : sumOfAll;
  const totals: Totals = Object.fromEntries(
    question.metrics.map((metric) => [metric, add(answers.map((answer) => answer[metric] ?? null))]),
  );
  if (!question.period && Object.values(totals).every((value) => value === null)) {
    const what = question.metrics.join(', ');
    throw new FigshareError('unavailable', `${service || 'the source'} does not report ${what}`);
  }
  return totals;
}

async function totalsOf(
  item: Item,
  question: TotalsQuestion,
  askPath: AskPath,
  service: string,
): Promise<Totals> {
  const { metrics, period, institution } = question;
  const isPublic = !period && !institution;
  const canCombine = isPublic && hasCombinedTotals(item) && !withoutCombined.has(service);
  const combined = canCombine ? await combinedTotals(item, askPath) : {};
  const totals = metrics.map(async (metric) => {
    const total = combined[metric] ?? (await totalOf(metric, item, question, askPath));
    return [metric, isPublic && total === 0 ? await portalTotal(metric, item, askPath) : total] as const;
  });
  const all: Totals = Object.fromEntries(await Promise.all(totals));
  if (canCombine && service && Object.keys(combined).length === 0) withoutCombined.add(service);
  return all;
}

/**
 * The public scope says 0 of some institutions' items, and their portals' own scopes have the number (FIGSHARE.md 1). The
 * portal is a guess where a DOI names it, and a wrong one says 0 as well.
 */
async function portalTotal(metric: Metric, item: Item, askPath: AskPath): Promise<number> {
  if (!item.institution || !isCounter(metric)) return 0;
  return askPath(totalPath(metric, item, item.institution), readTotal).catch(zeroIfFailed);
}

/** Whatever fails there leaves what the public scope says. What is aborted stays aborted. */
function zeroIfFailed(error: unknown): number {
  if (error instanceof FigshareError) return 0;
  throw error;
}

/** Of these kinds the service reports all totals at once, with citations, which have no counter of their own. */
export function hasCombinedTotals({ kind }: Item): boolean {
  return kind === 'article' || kind === 'collection';
}

/** Nothing, where the service does not know them: they are undocumented. */
async function combinedTotals(item: Item, askPath: AskPath): Promise<Totals> {
  try {
    return await askPath(combinedTotalsPath(item), readCombinedTotals);
  } catch (error) {
    if (error instanceof FigshareError && /^(invalid|not-found)$/.test(error.kind)) return {};
    throw error;
  }
}

/** Citations have no counter of their own, so there is no number. */
async function totalOf(
  metric: Metric,
  item: Item,
  question: TotalsQuestion,
  askPath: AskPath,
): Promise<number | null> {
  const { period, institution } = question;
  if (!isCounter(metric)) return null;
  if (!period) return askPath(totalPath(metric, item, institution), readTotal);
  const years = windowsOf(period, 'total').map((window) =>
    askPath(timelinePath('total', metric, item, window, question), readTimelineTotal),
  );
  return sumOfKnown(await Promise.all(years));
}

/** Without an event in one item or year, the others' are still all there are. */
function sumOfKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? sum(known) : null;
}

/** A number that is not known makes the sum unknown. */
function sumOfAll(values: readonly (number | null)[]): number | null {
  return values.includes(null) ? null : sumOfKnown(values);
}

/**
 * Reads `{"totals": 231}`.
 *
 * @throws FigshareError `bad-data`
 */
export function readTotal(body: unknown): number {
  return count(field(body, 'totals'), 'totals');
}

/** The service's word for a metric in combined totals. */
const combinedKeys: Record<Metric, string> = {
  views: 'views',
  downloads: 'downloads',
  shares: 'shares',
  citations: 'cites',
};

/**
 * Reads combined totals, `{"views": 231, "downloads": 5, "shares": 0, "cites": 2}`. They are undocumented and
 * may lack some or all of it: what is missing is left out, for the documented requests to fill in.
 *
 * @throws FigshareError `bad-data`: a number that cannot be a count
 */
export function readCombinedTotals(body: unknown): Totals {
  const totals: Totals = {};
  for (const [metric, key] of Object.entries(combinedKeys)) {
    const value = own(body, key);
    if (value !== undefined && value !== null) totals[metric as Metric] = count(value, key);
  }
  return totals;
}

/**
 * Reads `{"timeline": {"total": 10}}`; a timeline that is `null` or empty holds no event.
 *
 * @throws FigshareError `bad-data`
 */
export function readTimelineTotal(body: unknown): number | null {
  const timeline = field(body, 'timeline') ?? {};
  const isEmpty = isRecord(timeline) && Object.keys(timeline).length === 0;
  return isEmpty ? null : count(field(timeline, 'total'), 'total');
}

/**
 * Reads totals that were stored from an earlier answer.
 *
 * @throws FigshareError `bad-data`
 */
export function readKeptTotals(kept: unknown, { metrics }: Pick<TotalsQuestion, 'metrics'>): Totals {
  const read = (metric: Metric) => {
    const value = field(kept, metric);
    return [metric, value === null ? null : count(value, metric)] as const;
  };
  return Object.fromEntries(metrics.map(read));
}
