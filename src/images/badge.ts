import { outlines } from '../charts/icons.js';
import type { Totals, TotalsQuestion } from '../figshare/totals.js';
import { formatDay, formatPeriod } from '../format/date.js';
import { totalsDrawing } from '../format/totals.js';
import { fill, wordsIn } from '../format/words/words.js';
import type { Answered } from '../source/source.js';
import { icon, pill, type ImageStyle, type Piece } from './pill.js';

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
  const { reader, isCompact } = style;
  const { language, locale } = reader;
  const words = wordsIn(language);
  const { figures, none, phrase } = totalsDrawing(metrics, answered?.answer, reader, { isCompact });
  const asOf = answered && fill(words.asOf, formatDay(answered.retrieved, locale));
  const period = answered?.period ?? asked;

  const cells: Piece[][] = none
    ? [[{ text: none }]]
    : figures.map(({ metric, seen = '', label }) => [
        icon(outlines[metric], style.theme),
        { text: seen, isStrong: true },
        { text: label },
      ]);
  if (!answered) cells.push([{ text: words.unknown }]);
  else if (isStale) cells.push([{ text: asOf! }]);

  return pill(cells, phrase, countedOf([words.counted, period && formatPeriod(period, locale), asOf]), style);
}

/** What numbers count, for which period, as of when. */
export function countedOf(parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(' · ');
}
