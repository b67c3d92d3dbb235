import { type Totals, totalsQuestion, type TotalsOptions, askTotals } from './figshare/totals.js';
import {
  breakdownQuestion,
  type Breakdown,
  type BreakdownOptions,
  askBreakdown,
} from './figshare/breakdown.js';
import { countQuestion, type CountOptions, type GroupCount, askCount } from './figshare/count.js';
import { dayOf } from './figshare/period.js';
import { timelineQuestion, type TimelineOptions, type Timeline, askTimeline } from './figshare/timeline.js';
import { topQuestion, type Top, type TopOptions, askTop } from './figshare/top.js';
import { parseAddresses, sourceAt } from './source/sources.js';
import type { Answered, Source, SourceOptions } from './source/source.js';

export { FigshareError, type ErrorKind } from './figshare/error.js';
export { findItems } from './figshare/find-items.js';
export { parseItem, parseItems, type Item, type ItemByDoi, type Kind } from './figshare/item.js';
export type { Metric } from './figshare/metric.js';
export type { Granularity } from './figshare/period.js';
export type { City, Country } from './figshare/breakdown.js';
export type { Point, Series } from './figshare/series.js';
export type { Ranking, TopEntry } from './figshare/top.js';
export type {
  Answered,
  Breakdown,
  BreakdownOptions,
  CountOptions,
  GroupCount,
  SourceOptions,
  Timeline,
  TimelineOptions,
  Top,
  TopOptions,
  Totals,
  TotalsOptions,
};

export interface ClientOptions {
  /** Addresses of sources, separated by white space, tried in order. */
  source?: string | undefined;
}

/**
 * figshare's numbers from script: in a page, in a worker, in Node.
 *
 * ```ts
 * const client = new FigshareClient();
 * const { answer } = await client.totals({ item: '766364', metrics: ['views', 'downloads'] });
 * ```
 */
export class FigshareClient {
  readonly #source: Source;

  /** @throws FigshareError `invalid`, when `source` is no list of addresses */
  constructor({ source = '' }: ClientOptions = {}) {
    const page = globalThis.document?.baseURI ?? globalThis.location?.href;
    this.#source = sourceAt(parseAddresses(source, page));
  }

  /**
   * How often items, summed, were viewed, downloaded, shared, cited; between `start` and `end`, or in all.
   *
   * @returns per metric a count, or `null` where there is none: nothing recorded in the period, or a source
   *   that does not tell citations
   * @throws FigshareError, or the signal's reason when that aborts
   */
  async totals(options: TotalsOptions, { signal }: SourceOptions = {}): Promise<Answered<Totals>> {
    return this.#source.answer(totalsQuestion(options, dayOf(new Date())), askTotals, { signal });
  }

  /**
   * How often items, summed, were viewed, downloaded, shared on each day, in each month or in each year.
   *
   * @returns per metric a series, oldest first, dates without events filled with 0; `[]` when there is none
   * @throws FigshareError, or the signal's reason when that aborts
   */
  async timeline(options: TimelineOptions, { signal }: SourceOptions = {}): Promise<Answered<Timeline>> {
    return this.#source.answer(timelineQuestion(options, dayOf(new Date())), askTimeline, { signal });
  }

  /**
   * Where items, summed, were viewed, downloaded, shared: by country and city, over the last 12 months unless told.
   *
   * @returns largest first, what is not known last; at most 200 countries, and 10 cities of each in a year
   * @throws FigshareError, or the signal's reason when that aborts
   */
  async breakdown(options: BreakdownOptions, { signal }: SourceOptions = {}): Promise<Answered<Breakdown>> {
    return this.#source.answer(breakdownQuestion(options, dayOf(new Date())), askBreakdown, { signal });
  }

  /**
   * The items of a kind with the most events; or the categories, item types or referrers of an item, or of all.
   *
   * @returns largest first, `limit` at most
   * @throws FigshareError, or the signal's reason when that aborts
   */
  async top(options: TopOptions = {}, { signal }: SourceOptions = {}): Promise<Answered<Top>> {
    return this.#source.answer(topQuestion(options, dayOf(new Date())), askTop, { signal });
  }

  /**
   * How many public items groups hold. The one question that is asked by POST, so a browser asks the source for leave
   * first.
   *
   * @returns one for each group, in the order asked
   * @throws FigshareError, or the signal's reason when that aborts
   */
  async count(options: CountOptions, { signal }: SourceOptions = {}): Promise<Answered<GroupCount[]>> {
    return this.#source.answer(countQuestion(options), askCount, { signal });
  }
}
