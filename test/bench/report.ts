import { caseName, cases, ways, type Case } from './cases.js';

/** Milliseconds by `caseName`. */
type Medians = ReadonlyMap<string, number>;

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return (low! + high!) / 2;
}

/** One line for each case, its columns aligned. */
export function table(medians: Medians): string {
  const rows = cases.map((one) => [
    ways[one.way].title,
    one.count.toLocaleString('en'),
    medians.get(caseName(one))!.toFixed(1),
    toPlain(medians, one).toFixed(2),
  ]);
  const all = [['what', 'count', 'median ms', 'to plain DOM'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]!.length)));
  return all
    .map(([what = '', ...numbers]) =>
      [what.padEnd(widths[0]!), ...numbers.map((text, index) => text.padStart(widths[index + 1]!))].join(
        '  ',
      ),
    )
    .join('\n');
}

/** Whether the project's two aims are met. The first is at its worst number of sparklines, whichever that is. */
export function aims(medians: Medians): string {
  const slowest = Math.max(
    ...cases.filter(({ way }) => way === 'timeline').map((one) => toPlain(medians, one)),
  );
  const faster =
    medians.get(caseName({ way: 'chartJs', count: 100 }))! /
    medians.get(caseName({ way: 'timeline', count: 100 }))!;
  return [
    `sparklines within 1.6 of plain DOM: ${yesOrNo(slowest <= 1.6)} (${slowest.toFixed(2)})`,
    `at least 5 times faster than Chart.js: ${yesOrNo(faster >= 5)} (${faster.toFixed(1)})`,
  ].join('\n');
}

/** How many times as long as plain DOM code takes for as many. */
function toPlain(medians: Medians, one: Case): number {
  return medians.get(caseName(one))! / medians.get(caseName({ ...one, way: ways[one.way].plain }))!;
}

const yesOrNo = (isMet: boolean) => (isMet ? 'yes' : 'no');
