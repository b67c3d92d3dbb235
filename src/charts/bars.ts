import { columnsOf, largestOf, rounded, scaleOf, within, type Box, type Value } from './scale.js';

/** The bars themselves; names and dates stand around them. */
export const barsBox: Box = { width: 240, height: 44 };

/** Few bars are no beams: they stand close together, in a narrower drawing. */
const widest = 24;
const widestSlot = 32;
/** What is not zero is seen. */
const least = 1.5;

export interface Bar {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How wide a drawing of so many bars is. @param least - that its words need */
export function barsWidth(count: number, least = 0): number {
  return count > 0 ? Math.min(barsBox.width, Math.max(count * widestSlot, Math.ceil(least))) : barsBox.width;
}

/**
 * Bars over a shared scale that begins at zero, side by side for each date. The second metric's are half as wide and
 * the third's a quarter: colour alone does not tell them apart. Where there is room, a gap keeps them apart.
 *
 * @param series - as many values each, oldest first; where they are more than fit, a bar shows the largest of several
 * @returns per metric a bar for each value; of no height for 0 and for what is not known
 */
export function bars(series: readonly (readonly Value[])[], { width, height }: Box = barsBox): Bar[][] {
  const y = scaleOf(largestOf(series), 0, height);
  return series.map((values, metric) => {
    const columns = columnsOf(values, width).map((column) => largestOf([column]));
    const slot = width / columns.length;
    const group = Math.min(slot < 3 ? slot : slot - Math.max(1, slot * 0.2), widest);
    const step = columns.length > 1 ? (width - group) / (columns.length - 1) : 0;
    const part = group / series.length;
    const gap = series.length > 1 && part > 3 ? 1 : 0;
    return columns.map((value, index) => {
      const high = value > 0 ? Math.max(least, height - y(value)) : 0;
      return {
        x: rounded(index * step + metric * part),
        y: rounded(height - high),
        width: rounded((part - gap) / 2 ** metric),
        height: rounded(high),
      };
    });
  });
}

/** The bar at a position: 0 at the left edge of the drawing, 1 at its right one. */
export function barAt(position: number, count: number): number {
  return within(count, position * count - 0.5);
}
