import { columnOf, columnsOf, largestOf, rounded, scaleOf, within, type Box, type Value } from './scale.js';

/** As large as a word: six by one of its font size. */
export const sparklineBox: Box = { width: 96, height: 16 };

/** Around the line, for the half of its stroke and of its end point that lies outside. */
const margin = 3;

/** More points are a brick at the size of a word: there, a point is the mean of several. */
const most = 48;

/** Of the ring at the end of what is not finished: the line leads to it, not into it. */
const ring = 2.25;

/** One metric's line, as SVG path data. */
export interface Line {
  /** What is finished. */
  line: string;
  /** Leads to the last point where that is not finished; else empty. */
  rest: string;
  /** What lies between the line and zero. */
  area: string;
  /** The position of a point; `undefined` in a gap. */
  placeOf: (index: number) => Position | undefined;
}

export interface Position {
  x: number;
  y: number;
}

/**
 * Lines over a shared scale that begins at zero.
 *
 * @param series - as many values each, oldest first
 * @param isPartial - whether the last point stands for a part of its day, month or year
 */
export function sparkline(
  series: readonly (readonly Value[])[],
  isPartial: boolean,
  { width, height }: Box = sparklineBox,
): Line[] {
  const shown = series.map((values) => averaged(values, isPartial));
  const y = scaleOf(largestOf(shown), margin, height - margin);
  return shown.map((values, metric) => {
    const last = values.length - 1;
    // A single point lies where the last one does.
    const x = (index: number) =>
      rounded(last > 0 ? margin + (index / last) * (width - 2 * margin) : width - margin);
    const places = values.map((value, index) => (value === null ? undefined : { x: x(index), y: y(value) }));
    const finished = isPartial ? places.slice(0, -1) : places;
    const [before, end] = [finished.at(-1), places.at(-1)];
    const runs = runsOf(finished);
    const paths = runs.map(pathOf);
    const finishedCount = series[metric]!.length - (isPartial ? 1 : 0);
    return {
      line: paths.join(''),
      rest: isPartial && before && end ? pathOf([before, shortened(before, end)]) : '',
      area: runs.map(([first], run) => `${paths[run]}V${height - margin}H${first!.x}z`).join(''),
      placeOf: (index) =>
        index < finishedCount ? places[columnOf(index, finishedCount, finished.length)] : end,
    };
  });
}

/** As many values as can be told apart, each the mean of as many; what is not finished stands alone. */
function averaged(values: readonly Value[], isPartial: boolean): readonly Value[] {
  if (values.length <= most) return values;
  const [finished, rest] = isPartial ? [values.slice(0, -1), values.slice(-1)] : [values, []];
  const means = columnsOf(finished, most - rest.length).map((column) => {
    const known = column.filter((value) => value !== null);
    return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) / known.length : null;
  });
  return [...means, ...rest];
}

/** Where the ring around an end begins. */
function shortened(before: Position, { x, y }: Position): Position {
  const length = Math.hypot(x - before.x, y - before.y);
  const share = Math.min(1, ring / length);
  return { x: rounded(x - (x - before.x) * share), y: rounded(y - (y - before.y) * share) };
}

/** The point nearest to a position: 0 at the left edge of the drawing, 1 at its right one. */
export function pointAt(position: number, count: number, { width }: Box = sparklineBox): number {
  return within(count, ((position * width - margin) / (width - 2 * margin)) * (count - 1));
}

/** The sign at the end of a line; another for each metric, since colour alone does not tell them apart. */
export function marker(metric: number, { x, y }: Position): string {
  const circle = `M${x - 2.25} ${y}a2.25 2.25 0 1 0 4.5 0a2.25 2.25 0 1 0 -4.5 0z`;
  const square = `M${x - 2} ${y - 2}h4v4h-4z`;
  const diamond = `M${x} ${y - 2.75}l2.75 2.75l-2.75 2.75l-2.75 -2.75z`;
  return [circle, square, diamond][metric] ?? circle;
}

/** Stretches without a gap. */
function runsOf(points: readonly (Position | undefined)[]): Position[][] {
  const runs: Position[][] = [[]];
  for (const point of points) {
    if (point) runs.at(-1)!.push(point);
    else runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
}

/** A point alone is a line of no length, which round ends make visible. */
function pathOf(points: readonly Position[]): string {
  const path = `M${points.map(({ x, y }) => `${x} ${y}`).join('L')}`;
  return points.length === 1 ? `${path}h0` : path;
}
