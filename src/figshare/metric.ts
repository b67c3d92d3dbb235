import { invalid } from './error.js';
import { oneOf } from './question.js';

/** What figshare counts; raw counts, all versions of an item together (FIGSHARE.md 5). */
export const metrics = ['views', 'downloads', 'shares', 'citations'] as const;
export type Metric = (typeof metrics)[number];

/** Where nobody says which. */
export const defaultMetrics: readonly Metric[] = ['views', 'downloads'];

/** The service's documented counters. It tells citations in combined totals alone, and calls them `cites`. */
export const counters = ['views', 'downloads', 'shares'] as const;
export type Counter = (typeof counters)[number];

export function isCounter(metric: Metric): metric is Counter {
  return metric !== 'citations';
}

/**
 * Reads one metric that the service counts by time and place: views where nobody says which.
 *
 * @throws FigshareError `invalid`
 */
export function parseCounter(text: string | null | undefined): Counter {
  return oneOf('metric', counters, text ?? 'views');
}

/** @throws FigshareError `invalid`, with the reason */
export function refuseCitations(metrics: readonly Metric[], reason: string): void {
  if (metrics.includes('citations')) {
    throw invalid('metrics', `views, downloads or shares: ${reason}`, metrics.join(' '));
  }
}

/**
 * Reads a list of metrics, separated by white space, commas or semicolons: each once, in the order given.
 *
 * @throws FigshareError `invalid`
 */
export function parseMetrics(list: string | readonly string[]): Metric[] {
  const words = typeof list === 'string' ? list.split(/[\s,;]+/).filter(Boolean) : list;
  if (words.length === 0 || !words.every(isMetric)) {
    throw invalid('metrics', `some of ${metrics.join(', ')}`, [list].flat().join(' ').trim());
  }
  return [...new Set(words)];
}

function isMetric(word: string): word is Metric {
  return metrics.some((metric) => metric === word);
}
