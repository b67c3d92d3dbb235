import { outlines } from '../charts/icons.js';
import type { Totals } from '../figshare/answer.js';
import type { Metric } from '../figshare/metric.js';
import type { TotalsQuestion } from '../figshare/question.js';
import { formatCount } from '../format/count.js';
import { formatDay, formatPeriod } from '../format/date.js';
import type { Figure } from '../format/figure.js';
import { absentOf, fill, noneOf, pluralOf, wordsIn } from '../format/words.js';
import type { Answered } from '../source/source.js';
import { icon, pill, type ImageStyle, type Piece } from './pill.js';

/** The form of a noun that goes with most numbers, where there is none. */
const many = 100;

/**
 * Totals as an image: sign, number and name of each metric.
 *
 * @param answered - undefined where the numbers are not known
 * @param isStale - so old that their date stands beside them
 */
export function badgeImage(
  { metrics, period: asked }: TotalsQuestion,
  answered: Answered<Totals> | undefined,
  style: ImageStyle,
  isStale: boolean,
): string {
  const { language, locale } = style.reader;
  const words = wordsIn(language);
  const figures = metrics.map((metric) => figureOf(metric, answered?.answer[metric], style));
  const isEmpty = answered && Object.values(answered.answer).every((value) => value === null);
  const none = isEmpty
    ? noneOf(
        metrics.map((metric) => absentOf(words[metric], language)),
        language,
      )
    : undefined;
  const asOf = answered && fill(words.asOf, formatDay(answered.retrieved, locale));
  const period = answered?.period ?? asked;

  const cells: Piece[][] = none
    ? [[{ text: none }]]
    : figures.map(({ seen = '', label }, index) => [
        icon(outlines[metrics[index]!], style.theme),
        { text: seen, isStrong: true },
        { text: label },
      ]);
  if (!answered) cells.push([{ text: words.unknown }]);
  else if (isStale) cells.push([{ text: asOf! }]);

  const phrase = new Intl.ListFormat(language).format(figures.map(({ heard, label }) => `${heard} ${label}`));
  const unknown = new Intl.ListFormat(language).format(figures.map(({ label }) => label));
  const title = answered ? (none ?? phrase) : `${unknown}: ${words.unknown}`;
  return pill(cells, title, countedOf([words.counted, period && formatPeriod(period, locale), asOf]), style);
}

/** What numbers count, for which period, as of when. */
export function countedOf(parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(' · ');
}

function figureOf(
  metric: Metric,
  count: number | null | undefined,
  { reader, isCompact }: ImageStyle,
): Figure {
  const { language, locale } = reader;
  const words = wordsIn(language);
  const label = pluralOf(words[metric], count ?? many, language);
  return typeof count === 'number'
    ? { label, seen: formatCount(count, locale, isCompact), heard: formatCount(count, locale) }
    : { label, seen: '–', heard: words.unknown };
}
