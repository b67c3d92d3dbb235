import { daysFrom, periodOf } from './dates.js';
import type { Day, Granularity } from './dates.js';
import { randomFrom } from './random.js';

/** Events per day, oldest first, days without events left out. */
export type Days = ReadonlyMap<Day, number>;

export interface Range {
  start: Day;
  end: Day;
}

/**
 * SAMPLE data: a total spread over a range, fewer at weekends, some days without any.
 * Whole numbers that add up to the total exactly, also for totals near 2^53.
 */
export function spread(total: number, { start, end }: Range, seed: string): Days {
  const random = randomFrom(seed);
  const weights = [...daysFrom(start, end)].map((day) => ({ day, weight: rhythm(day) * chance(random) }));
  const sum = weights.reduce((before, { weight }) => before + weight, 0);
  const days = new Map<Day, number>();
  let reached = 0;
  let given = 0;
  for (const { day, weight } of weights) {
    reached += weight;
    const due = Math.round(total * (reached / sum)); // the last day that has weight brings exactly 1
    if (due > given) days.set(day, due - given);
    given = due;
  }
  return days;
}

export function toDays(record: Record<Day, number>): Days {
  return new Map(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function sumOf(days: Days): number {
  let sum = 0;
  for (const value of days.values()) sum += value;
  return sum;
}

export function within(days: Days, { start, end }: Range): Days {
  return new Map([...days].filter(([day]) => day >= start && day <= end));
}

/** Events per period, under the service's keys. */
export function perPeriod(days: Days, granularity: Granularity): Map<string, number> {
  const periods = new Map<string, number>();
  for (const [day, value] of days) {
    const key = periodOf(day, granularity);
    periods.set(key, (periods.get(key) ?? 0) + value);
  }
  return periods;
}

function rhythm(day: Day): number {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6 ? 0.4 : 1;
}

function chance(random: () => number): number {
  const quiet = random() < 0.06;
  const size = 0.4 + 1.2 * random();
  return quiet ? 0 : size;
}
