import { readCombinedTotals, readTimelineTotal, readTotal, type Totals } from '../figshare/answer.js';
import { FigshareError } from '../figshare/error.js';
import { itemName, type Item } from '../figshare/item.js';
import { isCounter, type Metric } from '../figshare/metric.js';
import { combinedTotalsPath, hasCombinedTotals, timelineTotalPath, totalPath } from '../figshare/path.js';
import { yearlyWindows } from '../figshare/period.js';
import type { TotalsQuestion } from '../figshare/question.js';
import { following } from './abort.js';
import { ask } from './door.js';
import { lookUp } from './look-up.js';
import type { Answered, Source, SourceOptions } from './source.js';

export interface ServiceOptions {
  /** Address of the main API, for look-ups. */
  api?: string | undefined;
  /** Milliseconds for one request. */
  timeout?: number | undefined;
}

/** Asks a path of the service. */
type Ask = <Answer>(path: string, read: (body: unknown) => Answer) => Promise<Answer>;

/** Services that turned out not to know combined totals, for as long as the page lives. */
const withoutCombined = new Set<string>();

/** figshare's statistics service, or a relay with the same paths. */
export class Service implements Source {
  /** @param base - absolute address, without a slash at its end */
  constructor(
    private readonly base: string,
    private readonly options: ServiceOptions = {},
  ) {}

  /** Sums of all items. One item that cannot be had leaves no sum: a part is never shown as the whole. */
  async totals(question: TotalsQuestion, { signal }: SourceOptions = {}): Promise<Answered<Totals>> {
    const asking = following(signal);
    const options = { ...this.options, signal: asking.signal };
    let retrieved: Date | undefined;
    const askPath: Ask = async (path, read) => {
      const reply = await ask(this.base + path, read, options);
      if (!retrieved || reply.retrieved < retrieved) retrieved = reply.retrieved;
      return reply.answer;
    };
    try {
      const found = await Promise.all(question.items.map((item) => lookUp(item, options)));
      const items = [...new Map(found.map((item) => [itemName(item), item])).values()]; // each counts once
      const each = await Promise.all(items.map((item) => this.#totalsOf(item, question, askPath)));
      const answer = sumOf(each, question);
      if (!question.period && Object.values(answer).every((value) => value === null)) {
        throw new FigshareError('unavailable', `${this.base} does not tell ${question.metrics.join(', ')}`);
      }
      return { answer, retrieved: retrieved ?? new Date(), source: this.base };
    } finally {
      asking.abort(); // once one item fails, the others are not wanted any more
    }
  }

  async #totalsOf(item: Item, question: TotalsQuestion, askPath: Ask): Promise<Totals> {
    const { metrics, period, institution } = question;
    const canCombine = hasCombinedTotals(item) && !period && !institution && !withoutCombined.has(this.base);
    const combined = canCombine ? await combinedTotals(item, askPath) : {};
    const single = metrics
      .filter((metric) => combined[metric] === undefined)
      .map(async (metric) => [metric, await totalOf(metric, item, question, askPath)] as const);
    const totals = { ...combined, ...Object.fromEntries(await Promise.all(single)) };
    if (canCombine && Object.keys(combined).length === 0) withoutCombined.add(this.base);
    return totals;
  }
}

/** Nothing, where the service does not know them: they are undocumented. */
async function combinedTotals(item: Item, askPath: Ask): Promise<Totals> {
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
  { period, institution }: TotalsQuestion,
  askPath: Ask,
): Promise<number | null> {
  if (!isCounter(metric)) return null;
  if (!period) return askPath(totalPath(metric, item, institution), readTotal);
  const years = yearlyWindows(period).map((window) =>
    askPath(timelineTotalPath(metric, item, window, institution), readTimelineTotal),
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
