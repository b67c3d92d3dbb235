import { formatTick } from './date.js';

/** A mark on an axis of time. */
export interface AxisTick {
  /** Of its date. */
  index: number;
  /** Its words, and under them the year, where it is the first mark of that. */
  lines: string[];
}

const units = ['day', 'month', 'year'] as const;
type Unit = (typeof units)[number];

/** What marks may stand at, from many to few: the first of days that match, and what is said of it. */
const choices: [starts: RegExp, unit: Unit][] = [
  [/-(01|08|15|22)$/, 'day'],
  [/-01$/, 'month'],
  [/-(01|04|07|10)-01$/, 'month'],
  [/-01-01$/, 'year'],
  [/[02468]-01-01$/, 'year'],
  [/[05]-01-01$/, 'year'],
  [/0-01-01$/, 'year'],
];

/**
 * Marks for an axis of time, of which a chart takes the first that have room: at each date, else at starts of weeks,
 * months, quarters, years. A year is said once.
 *
 * @param dates - of a series: all of days, of months, or of years
 */
export function ticksOf(dates: readonly string[], locale: string): AxisTick[][] {
  const own = ({ 4: 'year', 7: 'month' } as const)[dates[0]?.length ?? 0] ?? 'day';
  const firstDays = dates.map((date) => date + '-01-01'.slice(date.length - 4));
  const marksAt = (starts: RegExp, unit: Unit): AxisTick[] => {
    const indexes = [...firstDays.keys()].filter((index) => starts.test(firstDays[index]!));
    return indexes.map((index, at) => {
      const day = firstDays[index]!;
      const year = day.slice(0, 4);
      const isNew = at === 0 || !firstDays[indexes[at - 1]!]!.startsWith(year);
      const text = formatTick(day, unit, locale);
      return { index, lines: unit !== 'year' && isNew ? [text, formatTick(day, 'year', locale)] : [text] };
    });
  };
  const coarser = units.slice(units.indexOf(own));
  return [[/^/, own] as const, ...choices.filter(([, unit]) => coarser.includes(unit))]
    .map(([starts, unit]) => marksAt(starts, unit))
    .filter((marks) => marks.length > 0);
}
