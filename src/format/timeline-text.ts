import type { Counter } from '../figshare/metric.js';
import { daysOf } from '../figshare/period.js';
import { isWhole, peakOf, sumOf, trendOf, type Extent, type Series } from '../figshare/series.js';
import { formatCount } from './count.js';
import { formatDate, formatPeriod } from './date.js';
import { timelineWordsIn } from './timeline-words.js';
import { absentOf, fill, noneOf, pluralOf, wordsIn, type Language } from './words.js';

/** Who reads: the locale of numbers and dates, and the language of our own words. */
export interface Reader {
  locale: string;
  language: Language;
}

/** A date of a series, and what there is of it: "Oct 2026", "Nov 2026 so far", "Mar 15 – 31, 2024". */
export function formatPart(date: string, extent: Extent, { locale, language }: Reader): string {
  if (isWhole(date, extent)) return formatDate(date, locale);
  const { period, isOpen } = extent;
  const { start, end } = daysOf(date);
  if (isOpen && start >= period.start) return fill(timelineWordsIn(language).soFar, formatDate(date, locale));
  return formatPeriod(
    { start: start < period.start ? period.start : start, end: end > period.end ? period.end : end },
    locale,
  );
}

/** "2,940 views" */
export function formatEvents(metric: Counter, count: number, { locale, language }: Reader): string {
  return `${formatCount(count, locale)} ${pluralOf(wordsIn(language)[metric], count, language)}`;
}

/** "no views or downloads in this period" */
export function formatNone(metrics: readonly Counter[], language: Language): string {
  const words = wordsIn(language);
  return noneOf(
    metrics.map((metric) => absentOf(words[metric], language)),
    language,
  );
}

/**
 * What a timeline shows, in one sentence: "Dec 1, 2025 – Nov 21, 2026: 7,519 views, most: Sep 2026 (714), rising".
 *
 * @param series - events, not running totals
 * @param isCumulative - whether running totals are shown
 */
export function summaryOf(
  series: readonly (readonly [Counter, Series])[],
  extent: Extent,
  reader: Reader,
  isCumulative: boolean,
): string {
  const { locale, language } = reader;
  const words = timelineWordsIn(language);
  const parts = series.map(([metric, points]) => {
    const peak = peakOf(points);
    if (!peak) return formatNone([metric], language);
    const total = formatEvents(metric, sumOf(points), reader);
    if (isCumulative) return `${total} (${fill(words.fromZero, formatDate(extent.period.start, locale))})`;
    if (peak.value === 0) return total;
    const most = fill(
      words.most,
      total,
      formatPart(peak.date, extent, reader),
      formatCount(peak.value, locale),
    );
    const trend = trendOf(points, extent);
    return trend ? fill(words[trend], most) : most;
  });
  return `${formatPeriod(extent.period, locale)}: ${parts.join('; ')}`;
}
