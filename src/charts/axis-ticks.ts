import type { AxisTick } from '../format/timeline-ticks.js';

/**
 * The first marks of several choices that stand apart.
 *
 * @param choices - from many marks to few
 * @param count - of dates, over the whole width
 * @param widthOf - of a text, in the unit of the width
 */
export function fitting(
  choices: readonly AxisTick[][],
  count: number,
  width: number,
  widthOf: (text: string) => number,
): AxisTick[] {
  const step = count > 1 ? width / (count - 1) : width;
  const half = ({ lines }: AxisTick) => Math.max(...lines.map(widthOf)) / 2;
  const areApart = (marks: AxisTick[]) =>
    marks.every((mark, at) => {
      const before = marks[at - 1];
      return !before || (mark.index - before.index) * step >= half(before) + half(mark) + gap;
    });
  return choices.find(areApart) ?? choices.at(-1)?.slice(0, 1) ?? [];
}

/** Between two marks, in pixels. */
const gap = 12;
