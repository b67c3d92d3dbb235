/** A UTC date written YYYY-MM-DD; such texts sort like the dates they mean. */
export type Day = string;
export const granularities = ['day', 'month', 'year', 'total'] as const;
export type Granularity = (typeof granularities)[number];

export function dayOf(date: Date): Day {
  return date.toISOString().slice(0, 10);
}

/** False also for dates that look right and do not exist, such as 2015-02-30. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && dayOf(date) === text;
}

export function firstOfMonth(day: Day): Day {
  return `${day.slice(0, 7)}-01`;
}

/** The same day some years later (or earlier); 29 February becomes 28. */
export function yearsAfter(day: Day, years: number): Day {
  const rest = day.slice(4);
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, '0');
  return isDay(year + rest) ? year + rest : `${year}-02-28`;
}

export function daysAfter(day: Day, days: number): Day {
  return dayOf(new Date(Date.parse(day) + days * 86_400_000));
}

/** Every day from one to another, both included. */
export function* daysFrom(start: Day, end: Day): Generator<Day> {
  for (let day = start; day <= end; day = daysAfter(day, 1)) yield day;
}

/** The key under which the service puts a day (FIGSHARE 2). */
export function periodOf(day: Day, granularity: Granularity): string {
  switch (granularity) {
    case 'day':
      return day;
    case 'month':
      return day.slice(0, 7);
    case 'year':
      return day.slice(0, 4);
    case 'total':
      return 'total';
  }
}
