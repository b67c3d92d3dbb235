import type { Counter } from '../figshare/metric.js';
import { daysOf } from '../figshare/period.js';
import { isWhole, peakOf, sumOf, trendOf, type Extent, type Series } from '../figshare/series.js';
import { formatCount } from './count.js';
import { formatDate, formatPeriod } from './date.js';
import { formatEvents, nounOf, type Reader } from './figure.js';
import { perLocale } from './per-locale.js';
import { capitalized, headingOf, listed, noneOf } from './words/grammar.js';
import { detailWordsIn, fill, timelineWordsIn, wordsIn } from './words/words.js';

/**
 * A date of a series, and what there is of it: "Oct 2026", "Nov 2026 so far", "Mar 15 – 31, 2024".
 *
 * @param isInSentence - with the whole name of its month
 */
export function formatPart(
  date: string,
  extent: Extent,
  { locale, language }: Reader,
  isInSentence = false,
): string {
  if (isWhole(date, extent)) return formatDate(date, locale, isInSentence);
  const { period, isOpen } = extent;
  const { start, end } = daysOf(date);
  if (isOpen && start >= period.start)
    return fill(timelineWordsIn(language).soFar, formatDate(date, locale, isInSentence));
  return formatPeriod(
    { start: start < period.start ? period.start : start, end: end > period.end ? period.end : end },
    locale,
  );
}

/** "no views or downloads in this period" */
export function formatNone(metrics: readonly Counter[], reader: Reader): string {
  return noneOf(
    metrics.map((metric) => nounOf(metric, reader)),
    wordsIn(reader.language),
  );
}

/** A title: "Views and downloads a month". */
export function timelineTitle(
  metrics: readonly Counter[],
  granularity: 'day' | 'month' | 'year',
  reader: Reader,
  isCumulative: boolean,
): string {
  const { locale, language } = reader;
  const { per, cumulated } = timelineWordsIn(language);
  const nouns = listed(
    metrics.map((metric) => headingOf(nounOf(metric, reader))),
    locale,
  );
  return capitalized(fill(isCumulative ? cumulated : per[granularity], nouns), locale);
}

/** How many dates a series has: "in 12 months". */
export function formatSpan(
  count: number,
  granularity: 'day' | 'month' | 'year',
  { locale, language }: Reader,
): string {
  return fill(timelineWordsIn(language).within, spans[granularity](locale).format(count));
}

const spanBy = (unit: 'day' | 'month' | 'year') =>
  perLocale((locale) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }));
const spans = { day: spanBy('day'), month: spanBy('month'), year: spanBy('year') };

/**
 * What a timeline shows, in sentences: "Dec 1, 2025 – Nov 27, 2026: 4,240 views, most in October 2026 (371). November
 * 2026 is not over."
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
  const words = { ...wordsIn(language), ...timelineWordsIn(language) };
  const sentences = series.map(([metric, points]) => {
    if (points.length === 0) return formatNone([metric], reader);
    const total = formatEvents(metric, sumOf(points), reader);
    if (isCumulative)
      return total + words.comma + fill(words.fromZero, formatDate(extent.period.start, locale));
    return eventsIn(total, points, extent, reader);
  });
  const last = series.find(([, points]) => points.length > 0)?.[1].at(-1)?.date;
  const notOver =
    last && extent.isOpen && !isWhole(last, extent)
      ? [fill(words.notOver, formatDate(last, locale, true))]
      : [];
  const text = [...sentences.map((sentence) => sentence + words.stop), ...notOver]
    .map((sentence, index) => (index > 0 ? capitalized(sentence, locale) : sentence))
    .join('')
    .trim();
  return formatPeriod(extent.period, locale) + words.colon + text;
}

/** The total, the peak where there is one, and where it goes. */
function eventsIn(total: string, points: Series, extent: Extent, reader: Reader): string {
  const peak = peakOf(points)!;
  if (peak.value === 0) return total;
  const { most } = detailWordsIn(reader.language);
  const words = timelineWordsIn(reader.language);
  const events = fill(
    (peak.date.length < 10 && words.mostIn) || most,
    total,
    formatPart(peak.date, extent, reader, true),
    formatCount(peak.value, reader.locale),
  );
  const trend = trendOf(points, extent);
  return trend ? fill(words[trend], events) : events;
}
