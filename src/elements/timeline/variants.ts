import { html, nothing, svg, type TemplateResult } from 'lit';
import { barAt, bars, barsBox, barsWidth, type Bar } from '../../charts/bars.js';
import { columnOf, type Box } from '../../charts/scale.js';
import { marker, pointAt, sparkline, sparklineBox } from '../../charts/sparkline.js';
import type { TimelineDrawing } from '../../format/timeline-drawing.js';
import type { Figure } from '../../format/figure.js';
import { numberAndName, unseen, word } from '../figure.js';

/** What a drawing tells of the pointer. */
export interface PointerHandlers {
  /** @param indexAt - the point nearest to a position: 0 at the left edge of the drawing, 1 at its right one */
  point(event: PointerEvent, indexAt: (position: number, count: number) => number): void;
  readonly leave: (event: Event) => void;
}

/** Beside a card's numbers a line is higher than a word, and as wide as there is room. */
export const trendBox: Box = { width: 240, height: 40 };

/** A line as high as a word. It fills its place, whatever the shape of that; what marks its points keeps its own. */
export function sparklineChart(
  drawing: TimelineDrawing,
  hands: PointerHandlers,
  box = sparklineBox,
): TemplateResult {
  const { values, isPartial, read } = drawing;
  const { width, height } = box;
  const lines = sparkline(values, isPartial, box);
  const last = drawing.length - 1;
  const end = read ?? last;
  const cursor = read === undefined ? undefined : lines.map(({ placeOf }) => placeOf(read)).find(Boolean);
  const ground =
    values.length === 0
      ? zeroLine(3, width - 3, height - 3)
      : cursor && svg`<path class="cursor" d="M${cursor.x} 0V${height}" />`;
  const drawn = lines.map(
    ({ line, rest, area }, metric) => svg`<path part="area" class="area" d=${area} />
      <path part="line" class="line metric${metric}" d=${line} />
      <path part="line" class="line metric${metric} rest" d=${rest} />`,
  );
  const marks = lines.map(({ placeOf }, metric) => {
    const at = placeOf(end);
    return at
      ? svg`<svg x="${(at.x / width) * 100}%" y="${(at.y / height) * 100}%" width="1em" height="1em" viewBox="0 0 16 16">
          <path
            class="mark metric${metric} ${isPartial && end === last ? 'hollow' : ''}"
            d=${marker(metric, { x: 0, y: 0 })}
          />
        </svg>`
      : nothing;
  });
  return plot(box, [ground, drawn], (position, count) => pointAt(position, count, box), hands, marks);
}

/** Of the ticks' type, in units of the drawing. */
const widestDigit = 6.5;

/** Room above the bars for the largest value, and below them for the dates. */
const above = 14;
const below = 16;

export function barChart(drawing: TimelineDrawing, hands: PointerHandlers): TemplateResult {
  const { values, isPartial, read, ends, peak } = drawing;
  const { height } = barsBox;
  const foot = above + height;
  const words = ends.join('  ');
  const points = drawing.length;
  const width = barsWidth(points, words.length * widestDigit);
  const all = bars(values, { width, height });
  const count = Math.max(0, ...all.map(({ length }) => length));
  const readBar = read === undefined ? undefined : columnOf(read, points, count);
  const highest = all
    .flat()
    .reduce<Bar | undefined>((one, bar) => (one && one.height >= bar.height ? one : bar), undefined);
  const rects = all.map((row, metric) =>
    row.map(({ x, y, width, height }, index) => {
      const isRest = isPartial && index === count - 1;
      const inset = isRest ? Math.min(0.5, width / 2, height / 2) : 0; // half of its outline lies outside
      return svg`<rect
        part="bar"
        class="bar metric${metric} ${isRest ? 'rest' : ''} ${index === readBar ? 'read' : ''}"
        x=${x + inset}
        y=${above + y + inset}
        width=${width - 2 * inset}
        height=${height - 2 * inset}
      />`;
    }),
  );
  return plot(
    { width, height: foot + below },
    [
      zeroLine(0, width, foot + 0.5),
      rects,
      highest && peak ? tick(peak, highest.x + highest.width / 2, above + highest.y - 3, width) : nothing,
      values.length > 0 ? ends.map((end, index) => tick(end, index * width, foot + 12, width)) : nothing,
    ],
    barAt,
    hands,
  );
}

/**
 * Beside or under a drawing: the numbers of the period, or at the point that is read.
 *
 * @param comma - between the numbers of several metrics, for those who hear them
 * @param before - the names before the answer, where their places keep the width that they had
 * @param areBars - that the numbers are of: their keys are, too
 */
export function readingLine(
  { figures, when, none, asOf }: TimelineDrawing,
  comma: string,
  before?: string[],
  areBars = false,
): TemplateResult {
  const all = figures.map((figure, metric) => {
    const name = numberAndName(figure, before?.[metric]);
    const keyed = figures.length > 1 ? [key(metric, areBars), name] : name;
    const whole = html`<span class=${isLong(figure) ? 'long' : 'one'}>${keyed}</span>`;
    return metric > 0 ? html`${unseen(comma)} ${whole}` : whole;
  });
  return html`<span class="reading"
    >${none ? word('label', none) : all}${when ? meta(when) : nothing}${asOf ? meta(`(${asOf})`) : nothing}</span
  >`;
}

/** The space belongs to what follows it: between two nodes of a template, Chromium's accessibility tree drops it. */
function meta(text: string): TemplateResult {
  return html`<wbr /><span part="meta" class="meta" .textContent=${` ${text}`}></span>`;
}

/** Whether it is too long for a line of its own on a phone. */
function isLong({ seen = '', label }: Figure): boolean {
  return seen.length + label.length > 24;
}

/** A piece of a metric's line, with its sign; of bars, one as wide as its are. */
export function key(metric: number, isBar = false): TemplateResult {
  if (isBar) {
    return html`<svg part="icon" class="key square" viewBox="0 0 8 8" aria-hidden="true">
      <rect class="bar metric${metric}" x="0.5" y="0.5" width=${7 / 2 ** metric} height="7" />
    </svg>`;
  }
  return html`<svg part="icon" class="key" viewBox="0 0 24 8" aria-hidden="true">
    <path class="line metric${metric}" d="M1 4H23" />
    <path class="mark metric${metric}" d=${marker(metric, { x: 12, y: 4 })} />
  </svg>`;
}

/**
 * What is around a drawing is heard in its place. It lies from left to right in every language, as its keys do.
 *
 * @param marks - over what fills the place
 */
function plot(
  { width, height }: Box,
  content: unknown,
  indexAt: (position: number, count: number) => number,
  hands: PointerHandlers,
  marks?: unknown,
): TemplateResult {
  const point = (event: PointerEvent) => hands.point(event, indexAt);
  return html`<svg
    part="chart"
    class="plot"
    width="${width / 16}em"
    aria-hidden="true"
    @pointerdown=${point}
    @pointermove=${point}
    @pointerleave=${hands.leave}
  >
    <svg viewBox="0 0 ${width} ${height}" preserveAspectRatio=${marks ? 'none' : 'xMinYMax'}>${content}</svg
    >${marks}
  </svg>`;
}

function zeroLine(from: number, to: number, y: number): TemplateResult {
  return svg`<path class="zero" d="M${from} ${y}H${to}" />`;
}

/** Text at bars, over its place; it moves no further than it must to stay inside. */
function tick(text: string, x: number, y: number, width: number): TemplateResult {
  const half = (text.length * widestDigit) / 2;
  const isLeft = x < half;
  const isRight = x > width - half;
  return svg`<text
    part="label"
    class="tick"
    x=${isLeft ? 0 : isRight ? width : x}
    y=${y}
    text-anchor=${isLeft ? 'start' : isRight ? 'end' : 'middle'}
  >${text}</text>`;
}
