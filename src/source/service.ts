import { readCombinedTotals, readTimelineTotal, readTotal, type Totals } from '../figshare/answer.js';
import { FigshareError } from '../figshare/error.js';
import type { Item } from '../figshare/item.js';
import { isCounter, type Metric } from '../figshare/metric.js';
import { combinedTotalsPath, hasCombinedTotals, timelineTotalPath, totalPath } from '../figshare/path.js';
import { yearlyWindows, type Period } from '../figshare/period.js';
import type { TotalsQuestion } from '../figshare/question.js';
import { ask } from './door.js';
import { lookUp } from './look-up.js';
import type { Answered, Source, SourceOptions } from './source.js';

export interface ServiceOptions {
  /** Address of the main API, for look-ups. */
  api?: string | undefined;
  /** Milliseconds for one request. */
  timeout?: number | undefined;
}

/** Asks a path of the service; the body as it came. */
type Ask = (path: string) => Promise<unknown>;

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
    const rest = new AbortController();
    const options = {
      ...this.options,
      signal: signal ? AbortSignal.any([signal, rest.signal]) : rest.signal,
    };
    let retrieved = new Date();
    const askPath: Ask = async (path) => {
      const reply = await ask(this.base + path, options);
      if (reply.retrieved < retrieved) retrieved = reply.retrieved;
      return reply.body;
    };
    try {
      const each = await Promise.all(
        question.items.map(async (item) => this.#totalsOf(await lookUp(item, options), question, askPath)),
      );
      const answer = sumOf(each, question);
      if (!question.period && Object.values(answer).every((value) => value === null)) {
        throw new FigshareError('unavailable', `${this.base} does not tell ${question.metrics.join(', ')}`);
      }
      return { answer, retrieved, source: this.base };
    } catch (error) {
      rest.abort(error);
      throw error;
    }
  }

  async #totalsOf(item: Item, question: TotalsQuestion, askPath: Ask): Promise<Totals> {
    const { metrics, period, institution } = question;
    if (period) return totalsInPeriod(item, question, period, askPath);

    if (institution || !hasCombinedTotals(item) || withoutCombined.has(this.base)) {
      return totalsByCounter(item, metrics, institution, askPath);
    }
    const combined = await combinedTotals(item, askPath);
    const missing = metrics.filter((metric) => combined[metric] === undefined);
    const single = await totalsByCounter(item, missing, institution, askPath);
    if (Object.keys(combined).length === 0) withoutCombined.add(this.base);
    return { ...combined, ...single };
  }
}

/** Nothing, where the service does not know them: they are undocumented. */
async function combinedTotals(item: Item, askPath: Ask): Promise<Totals> {
  try {
    return readCombinedTotals(await askPath(combinedTotalsPath(item)));
  } catch (error) {
    if (error instanceof FigshareError && /^(not-found|forbidden)$/.test(error.kind)) return {};
    throw error;
  }
}

/** One request per metric; citations have no counter of their own, so there is no number. */
async function totalsByCounter(
  item: Item,
  metrics: Metric[],
  institution: string | undefined,
  askPath: Ask,
): Promise<Totals> {
  return byMetric(metrics, async (metric) =>
    isCounter(metric) ? readTotal(await askPath(totalPath(metric, item, institution))) : null,
  );
}

async function totalsInPeriod(
  item: Item,
  { metrics, institution }: TotalsQuestion,
  period: Period,
  askPath: Ask,
): Promise<Totals> {
  return byMetric(metrics.filter(isCounter), async (counter) => {
    const windows = yearlyWindows(period).map(async (window) =>
      readTimelineTotal(await askPath(timelineTotalPath(counter, item, window, institution))),
    );
    return sumOfSome(await Promise.all(windows));
  });
}

async function byMetric<M extends Metric>(
  metrics: M[],
  value: (metric: M) => Promise<number | null>,
): Promise<Totals> {
  const entries = await Promise.all(metrics.map(async (metric) => [metric, await value(metric)] as const));
  return Object.fromEntries(entries);
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
