import type { AskPath } from './ask-path.js';
import { type Item, parseItems } from './item.js';
import { badData, count, field, list, record } from './json.js';
import { isCounter, parseMetrics, refuseCitations, type Counter, type Metric } from './metric.js';
import { timelinePath } from './path.js';
import {
  granularities,
  parsePeriod,
  usualStart,
  windowsOf,
  type Granularity,
  type Period,
} from './period.js';
import {
  datesIn,
  institutionIn,
  oneOf,
  subItemIn,
  type Dates,
  type Parted,
  type Question,
  type Scoped,
} from './question.js';
import { restOf, seriesOf, type Events, type Point, type Series } from './series.js';

/** How often some items were viewed, downloaded, shared on each day, in each month, in each year. */
export interface TimelineQuestion extends Question {
  metrics: Counter[];
  granularity: Granularity;
  period: Period;
  /** The period ends today, so its last day, month or year goes on. */
  isOpen: boolean;
}

export interface TimelineOptions extends Dates, Scoped, Parted {
  item: string | number;
  metrics?: string | readonly Metric[] | undefined;
  granularity?: Granularity | undefined;
}

/**
 * Reads a list of metrics that the service counts by time.
 *
 * @throws FigshareError `invalid`
 */
export function parseCounters(list: string | readonly string[]): Counter[] {
  const metrics = parseMetrics(list);
  refuseCitations(metrics, 'figshare does not report when citations happened');
  return metrics.filter(isCounter);
}

/**
 * Reads a question for a timeline: of views, by month, over the last 12 months (30 days, all years) unless told.
 *
 * @param today - `YYYY-MM-DD`, where a period without an end ends
 * @throws FigshareError `invalid`, which names the option and its value
 */
export function timelineQuestion(options: TimelineOptions, today: string): TimelineQuestion {
  const items = parseItems(options.item);
  const metrics = parseCounters(options.metrics ?? 'views');
  const granularity = oneOf('granularity', granularities, options.granularity ?? 'month');
  const period = parsePeriod(datesIn(options), today, (end) => usualStart(granularity, end));
  return {
    items,
    metrics,
    granularity,
    period,
    isOpen: period.end === today,
    ...institutionIn(options),
    ...subItemIn(options),
  };
}

export type Timeline = Partial<Record<Counter, Series>>;

/** Series of some items together, one for each metric. */
export async function askTimeline(
  items: readonly Item[],
  question: TimelineQuestion,
  askPath: AskPath,
): Promise<Timeline> {
  const { metrics, period, granularity } = question;
  const series = metrics.map(async (metric) => {
    const answers = items.map((item) =>
      askEvents(period, granularity, (window) =>
        askPath(timelinePath(granularity, metric, item, window, question), (body) =>
          readEvents(body, granularity),
        ),
      ),
    );
    return [metric, seriesOf((await Promise.all(answers)).flat(), period, granularity)] as const;
  });
  return Object.fromEntries(await Promise.all(series));
}

/**
 * Asks for events in windows that the service answers whole, and once more for what it may have cut off.
 *
 * @param ask - for the events in one window
 * @returns those of each window, oldest first
 */
export async function askEvents(
  period: Period,
  granularity: Granularity,
  ask: (window: Period) => Promise<Events>,
): Promise<Events[]> {
  const windows = windowsOf(period, granularity).map(async (window) => {
    const events = await ask(window);
    const rest = restOf(window, events, granularity);
    return rest ? new Map([...events!, ...((await ask(rest)) ?? [])]) : events;
  });
  return Promise.all(windows);
}

/**
 * Reads `{"timeline": {"2015-07": 7, "2015-05": 2}}`; a timeline that is `null` or empty holds no event.
 *
 * @throws FigshareError `bad-data`: a date of another granularity, a number that cannot be a count
 */
export function readEvents(body: unknown, granularity: Granularity): Events {
  const timeline = record(field(body, 'timeline') ?? {}, '"timeline" in the answer should be an object');
  const events = Object.entries(timeline).map(
    ([date, value]) => [dateIn(date, granularity), count(value, date)] as const,
  );
  return events.length > 0 ? new Map(events) : null;
}

/**
 * Reads a timeline that was stored from an earlier answer.
 *
 * @throws FigshareError `bad-data`
 */
export function readKeptTimeline(
  kept: unknown,
  { metrics, granularity }: Pick<TimelineQuestion, 'metrics' | 'granularity'>,
): Timeline {
  const readPoint = (point: unknown): Point => {
    const date = dateIn(field(point, 'date'), granularity);
    return { date, value: count(field(point, 'value'), date) };
  };
  const read = (metric: Counter) => {
    const series = list(field(kept, metric), `"${metric}" in the answer should be a list`);
    return [metric, series.map(readPoint)] as const;
  };
  return Object.fromEntries(metrics.map(read));
}

const dateForms = {
  day: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  month: /^\d{4}-(0[1-9]|1[0-2])$/,
  year: /^\d{4}$/,
};

function dateIn(date: unknown, granularity: Granularity): string {
  if (typeof date === 'string' && dateForms[granularity].test(date)) return date;
  throw badData(`the answer should be by ${granularity}`, date);
}
