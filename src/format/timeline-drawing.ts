import type { Counter } from '../figshare/metric.js';
import type { TimelineQuestion, Timeline } from '../figshare/timeline.js';
import { datesOf } from '../figshare/period.js';
import { cumulated, isWhole, peakOf, sumOf, type Series } from '../figshare/series.js';
import { formatCount } from './count.js';
import { formatDate } from './date.js';
import { awaitedFigure, figureOf, nounOf, type Figure, type FigureOptions, type Reader } from './figure.js';
import { formatNone, formatPart, formatSpan, summaryOf } from './timeline-text.js';
import { fill, timelineWordsIn, wordsIn } from './words/words.js';

/** What an answer comes to for one reader. */
export interface ShownTimeline {
  question: TimelineQuestion;
  reader: Reader;
  isCumulative: boolean;
  /** Of each metric; running totals if these are shown; empty where the service has none to tell. */
  series: Series[];
  /** Of the series, oldest first; none where nothing happened. */
  dates: string[];
  /** All of it in one sentence. */
  readonly summary: string;
}

/** What is drawn, in words and numbers of the reader's. */
export interface TimelineDrawing {
  /** Of each metric the value at the point that is read, else the total of the period. */
  figures: Figure[];
  /** The date of these, else how long the period is: "in 12 months"; undefined before the answer. */
  when?: string;
  /** Of each metric, oldest first; none before the answer and without one. */
  values: number[][];
  /** First and last date, or the only one; before the answer those to be expected. */
  ends: string[];
  /** How many dates there are, or are to be expected. */
  length: number;
  /** The largest value of all. */
  peak?: string;
  /** Whether the last date stands for a part of its day, month or year. */
  isPartial: boolean;
  /** Index of the point that is read. */
  read?: number | undefined;
  /** In place of the figures, when nothing happened. */
  none?: string;
  /** When the numbers are from, when they could not be renewed. */
  asOf?: string | undefined;
}

/** Events at one date that take as much room as most will: of one article, and of what holds several. */
const articleReserve = 8_888;
const sumReserve = 88_888;

const nothingDrawn: Omit<TimelineDrawing, 'figures'> = {
  values: [],
  ends: [],
  length: 0,
  isPartial: false,
};

/** @param isCumulative - whether running totals are shown */
export function shownOf(
  timeline: Timeline,
  question: TimelineQuestion,
  reader: Reader,
  isCumulative: boolean,
): ShownTimeline {
  const events = question.metrics.map((metric) => [metric, timeline[metric] ?? []] as const);
  const longest = events.map(([, points]) => points).find((points) => points.length > 0) ?? [];
  return {
    question,
    reader,
    isCumulative,
    series: events.map(([, points]) => (isCumulative ? cumulated(points) : points)),
    dates: longest.map(({ date }) => date),
    // In a line it is read in the popover alone.
    get summary() {
      return summaryOf(events, question, reader, isCumulative);
    },
  };
}

/**
 * @param read - index of the point that is read
 * @param asOf - when the numbers are from, when they could not be renewed
 * @param options - of the totals
 */
export function drawingOf(
  shown: ShownTimeline,
  read: number | undefined,
  asOf: string | undefined,
  options?: FigureOptions,
): TimelineDrawing {
  const { question, reader, series, dates, isCumulative } = shown;
  const last = dates.at(-1);
  if (last === undefined) {
    return { ...nothingDrawn, figures: [], none: formatNone(question.metrics, reader), asOf };
  }
  return {
    figures: read === undefined ? totalsOf(shown, options) : figuresAt(shown, read),
    when:
      read === undefined
        ? spanOf(question, reader, isCumulative, dates.length)
        : formatPart(dates[read]!, question, reader),
    values: series.map((points) => points.map(({ value }) => value)),
    // Only bars show these.
    get ends() {
      return endsOf(dates, question, reader);
    },
    get peak() {
      return formatCount(peakOf(series.flat())!.value, reader.locale);
    },
    length: dates.length,
    isPartial: !isWhole(last, question),
    read,
    asOf,
  };
}

/** What is known of a drawing before its answer. */
export type Expected = Pick<TimelineDrawing, 'when' | 'ends' | 'length'>;

export function expectedOf(question: TimelineQuestion, reader: Reader, isCumulative: boolean): Expected {
  const dates = datesOf(question.period, question.granularity);
  return {
    when: spanOf(question, reader, isCumulative, dates.length),
    ends: endsOf(dates, question, reader),
    length: dates.length,
  };
}

/** @param isOpen - whether an answer may come; else it is not known */
export function unknownDrawing(
  metrics: readonly Counter[],
  reader: Reader,
  isOpen: boolean,
  expected?: Expected,
): TimelineDrawing {
  const figures = metrics.map((metric) =>
    isOpen
      ? awaitedFigure(nounOf(metric, reader), reader)
      : figureOf(nounOf(metric, reader), undefined, reader),
  );
  return { ...nothingDrawn, ...expected, figures };
}

/** As long as most sentences will be: of numbers that grow. */
export function summaryReserveOf(question: TimelineQuestion, reader: Reader, isCumulative: boolean): string {
  const dates = datesOf(question.period, question.granularity);
  const value = reserveIn(question);
  const series = dates.map((date, index) => ({
    date,
    value: Math.round((value * (index + 1)) / dates.length),
  }));
  return summaryOf(
    question.metrics.map((metric) => [metric, series]),
    question,
    reader,
    isCumulative,
  );
}

function reserveIn(question: TimelineQuestion | undefined): number {
  const [item, ...others] = question?.items ?? [];
  const isArticle = others.length === 0 && !(item && 'kind' in item && item.kind !== 'article');
  return isArticle ? articleReserve : sumReserve;
}

/**
 * The point that is read, for those who do not see it: "Oct 2026: 2,940 views, 310 downloads"; without one the whole
 * period: "4,240 views in 12 months".
 */
export function spokenAt(shown: ShownTimeline, index: number | undefined): string {
  const { dates, question, reader } = shown;
  const { colon, comma } = wordsIn(reader.language);
  const figures = index === undefined ? totalsOf(shown) : figuresAt(shown, index);
  const text = figures.map(({ heard }) => heard).join(comma);
  return index === undefined
    ? `${text} ${spanOf(question, reader, shown.isCumulative, dates.length)}`
    : formatPart(dates[index]!, question, reader) + colon + text;
}

/** Of each metric the value at one date; a dash where the service has none to tell. */
function figuresAt({ question, reader, series }: ShownTimeline, index: number): Figure[] {
  return question.metrics.map((metric, row) =>
    figureOf(nounOf(metric, reader), series[row]?.[index]?.value, reader),
  );
}

/** Of each metric all events of the period. */
function totalsOf(
  { question, reader, series, isCumulative }: ShownTimeline,
  options?: FigureOptions,
): Figure[] {
  return question.metrics.map((metric, row) => {
    const points = series[row] ?? [];
    const total = isCumulative ? points.at(-1)?.value : sumOf(points);
    return figureOf(nounOf(metric, reader), points.length > 0 ? total : undefined, reader, options);
  });
}

function endsOf(dates: readonly string[], question: TimelineQuestion, reader: Reader): string[] {
  const [first] = dates;
  const last = dates.at(-1);
  const ends = first === last ? [first] : [first, last];
  return ends.flatMap((date) => (date ? formatPart(date, question, reader) : []));
}

/** How long the period is, or of running totals the day on which they began. */
function spanOf(
  { period, granularity }: TimelineQuestion,
  reader: Reader,
  isCumulative: boolean,
  length: number,
): string {
  return isCumulative
    ? fill(timelineWordsIn(reader.language).fromZero, formatDate(period.start, reader.locale))
    : formatSpan(length, granularity, reader);
}
