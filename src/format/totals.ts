import type { Metric } from '../figshare/metric.js';
import type { Totals } from '../figshare/totals.js';
import { figureOf, nounOf, type Figure, type FigureOptions, type Reader } from './figure.js';
import type { Noun } from './words/en.js';
import { listed, noneOf, unknownOf } from './words/grammar.js';
import { wordsIn } from './words/words.js';

/** What is shown of one metric. */
export interface MetricFigure extends Figure {
  metric: Metric;
}

/** What is shown of totals, by elements and images alike. */
export interface TotalsDrawing {
  figures: MetricFigure[];
  /** In place of the figures, where nothing happened. */
  none: string | undefined;
  /** All of it as it is heard: "46,088 views and 5,210 downloads", "views and downloads: not known". */
  readonly phrase: string;
}

export interface TotalsDrawingOptions extends FigureOptions {
  /** An author's own words in place of ours. */
  labels?: Labels;
}

/** Words by metric; one that is empty is as good as none. */
export type Labels = Partial<Record<Metric, string | undefined>>;

/** @param totals - undefined where they are not known */
export function totalsDrawing(
  metrics: readonly Metric[],
  totals: Totals | undefined,
  reader: Reader,
  { labels = {}, ...options }: TotalsDrawingOptions = {},
): TotalsDrawing {
  const words = wordsIn(reader.language);
  const nouns = nounsOf(metrics, reader, labels);
  const figures = metrics.map((metric, index) => ({
    metric,
    ...figureOf(nouns[index]!, totals?.[metric], reader, options),
  }));
  const none = totals && isEmpty(totals) ? noneOf(nouns, words) : undefined;
  const heard = figures.map(({ heard }) => heard);
  return {
    figures,
    none,
    // Few read it, and a browser's first list takes as long as a dozen badges do.
    get phrase() {
      return totals ? (none ?? listed(heard, reader.locale)) : unknownOf(nouns, words, reader.locale);
    },
  };
}

/** What numbers count: an author's word is the same with every number. */
export function nounsOf(metrics: readonly Metric[], reader: Reader, labels: Labels): Noun[] {
  return metrics.map((metric) => {
    const own = labels[metric]?.trim();
    return own ? { other: own } : nounOf(metric, reader);
  });
}

/** Only a period's answer can hold no number at all. */
export function isEmpty(totals: Totals): boolean {
  return Object.values(totals).every((value) => value === null);
}
