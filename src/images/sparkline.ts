import { marker, sparkline, sparklineBox } from '../charts/sparkline.js';
import type { TimelineQuestion, Timeline } from '../figshare/timeline.js';
import { formatDay, formatPeriod } from '../format/date.js';
import { drawingOf, shownOf, unknownDrawing, type TimelineDrawing } from '../format/timeline-drawing.js';
import { nounOf } from '../format/figure.js';
import { unknownOf } from '../format/words/grammar.js';
import { fill, wordsIn } from '../format/words/words.js';
import type { Answered } from '../source/source.js';
import { countedOf } from './badge.js';
import { colorsIn, pill, type Drawing, type ImageStyle, type Piece } from './pill.js';

/** Colour and dashes of each metric's line: colour alone does not tell them apart. */
const lineStyles = [
  ['accent', ''],
  ['accent2', '5 3'],
  ['text', '1.5 3'],
] as const;

/**
 * A timeline as an image: a line, and the numbers at its end.
 *
 * @param answered - undefined where the numbers are not known
 * @param isCumulative - whether running totals are shown
 * @param isStale - so old that their date stands beside them
 */
export function sparklineImage(
  asked: TimelineQuestion,
  answered: Answered<Timeline> | undefined,
  style: ImageStyle,
  isCumulative: boolean,
  isStale: boolean,
): string {
  const { reader } = style;
  const words = wordsIn(reader.language);
  // What a snapshot answers ends with its last day, and so does what is drawn.
  const question = answered?.period ? { ...asked, period: answered.period } : asked;
  const shown = answered && shownOf(answered.answer, question, reader, isCumulative);
  const asOf = answered && fill(words.asOf, formatDay(answered.retrieved, reader.locale));
  const drawing = shown
    ? drawingOf(shown, undefined, undefined, { isCompact: style.isCompact })
    : unknownDrawing(asked.metrics, reader, false);
  const { figures, none, when } = drawing;

  const readings = figures.map(({ seen = '', label }, metric): Piece[] => [
    { text: seen, isStrong: true },
    { text: label },
    ...(figures.length > 1 ? [key(metric, style)] : []),
  ]);
  const [first, ...others] = none ? [[{ text: none }]] : readings;
  const cells: Piece[][] = [[plot(drawing, style), ...first!], ...others];
  if (when) cells.push([{ text: when }]);
  if (!answered) cells.push([{ text: words.unknown }]);
  else if (isStale) cells.push([{ text: asOf! }]);

  const nouns = asked.metrics.map((metric) => nounOf(metric, reader));
  const title = shown?.summary ?? unknownOf(nouns, words, reader.locale);
  const counted = [words.counted, formatPeriod(question.period, reader.locale), asOf];
  return pill(cells, title, countedOf(counted), style);
}

/** From left to right in every language. */
function plot({ values, isPartial }: TimelineDrawing, { theme }: ImageStyle): Drawing {
  const { width, height } = sparklineBox;
  const { border, surface } = colorsIn(theme);
  const zero =
    values.length === 0
      ? `<path d="M3 ${height - 3}H${width - 3}" stroke="${border}" stroke-width="1"/>`
      : '';
  const lines = sparkline(values, isPartial).map(({ line, rest, placeOf }, metric) => {
    const end = placeOf(values[metric]!.length - 1);
    const { color, dashes } = lineStyleOf(metric, theme);
    return [
      line && `<path d="${line}" fill="none" stroke="${color}"${dashed(dashes)}/>`,
      rest && `<path d="${rest}" fill="none" stroke="${color}"${dashed('.5 2.5')}/>`,
      end && `<path d="${marker(metric, end)}" fill="${isPartial ? surface : color}" stroke="${color}"/>`,
    ].join('');
  });
  return { svg: stroked(zero + lines.join('')), width, height };
}

/** A piece of a metric's line, with its sign. */
function key(metric: number, { theme }: ImageStyle): Drawing {
  const { color, dashes } = lineStyleOf(metric, theme);
  const svg =
    `<path d="M1 4H23" fill="none" stroke="${color}"${dashed(dashes)}/>` +
    `<path d="${marker(metric, { x: 12, y: 4 })}" fill="${color}" stroke="${color}"/>`;
  return { svg: stroked(svg), width: 24, height: 8 };
}

function stroked(svg: string): string {
  return `<g stroke-width="1.5" stroke-linejoin="round" stroke-linecap="round">${svg}</g>`;
}

function dashed(dashes: string): string {
  return dashes && ` stroke-dasharray="${dashes}"`;
}

function lineStyleOf(metric: number, theme: ImageStyle['theme']): { color: string; dashes: string } {
  const [color, dashes] = lineStyles[metric] ?? lineStyles[0];
  return { color: colorsIn(theme)[color], dashes };
}
