import { readCombinedTotals, readTimelineTotal, readTotal, type Totals } from '../figshare/answer.js';
import { FigshareError } from '../figshare/error.js';
import type { Item } from '../figshare/item.js';
import { isCounter, type Metric } from '../figshare/metric.js';
import { combinedTotalsPath, hasCombinedTotals, timelinePath, totalPath } from '../figshare/path.js';
import { windowsOf } from '../figshare/period.js';
import type { TotalsQuestion } from '../figshare/question.js';
import type { AskPath } from './network/ask.js';

/** Services that turned out not to know combined totals, for as long as the page lives. */
const withoutCombined = new Set<string>();

/**
 * Sums of some items.
 *
 * @param service - that is asked
 * @throws FigshareError `unavailable`: it tells none of what was asked
 */
export async function askTotals(
  items: readonly Item[],
  question: TotalsQuestion,
  askPath: AskPath,
  service = '',
): Promise<Totals> {
  const answer = sumOf(
    await Promise.all(items.map((item) => totalsOf(item, question, askPath, service))),
    question,
  );
  if (!question.period && Object.values(answer).every((value) => value === null)) {
    throw new FigshareError('unavailable', `${service} does not tell ${question.metrics.join(', ')}`);
  }
  return answer;
}

async function totalsOf(
  item: Item,
  question: TotalsQuestion,
  askPath: AskPath,
  service: string,
): Promise<Totals> {
  const { metrics, period, institution } = question;
  const canCombine = hasCombinedTotals(item) && !period && !institution && !withoutCombined.has(service);
  const combined = canCombine ? await combinedTotals(item, askPath) : {};
  const single = metrics
    .filter((metric) => combined[metric] === undefined)
    .map(async (metric) => [metric, await totalOf(metric, item, question, askPath)] as const);
  const totals = { ...combined, ...Object.fromEntries(await Promise.all(single)) };
  if (canCombine && service && Object.keys(combined).length === 0) withoutCombined.add(service);
  return totals;
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
  return sumOfSome(await Promise.all(years));
}

function sumOf(each: Totals[], { metrics, period }: TotalsQuestion): Totals {
  const sum = period ? sumOfSome : sumOfAll;
  return Object.fromEntries(
    metrics.map((metric) => [metric, sum(each.map((totals) => totals[metric] ?? null))]),
  );
}

/** Without an event in one item or year, the others' are still all there are. */
function sumOfSome(values: (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? sumOfAll(known) : null;
}

/** A number that is not known makes the sum unknown. */
function sumOfAll(values: (number | null)[]): number | null {
  return values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0);
}
