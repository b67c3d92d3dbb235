import { readEvents } from '../../figshare/timeline.js';
import { windowsOf, type Granularity, type Period } from '../../figshare/period.js';
import { restOf } from '../../figshare/series.js';
import { seriesPath } from '../../source/snapshot-file.js';

/** A series that is wanted whole. */
export interface WholeSeries {
  key: string;
  granularity: Granularity;
  period: Period;
  pathOf: (window: Period) => string;
}

/** What is asked of series, in all the windows that are wanted of each, becomes one whole of each. */
export class SeriesPlan {
  readonly #wholes = new Map<string, WholeSeries>();

  /** @returns whether the path asks for a part of a series */
  add(path: string): boolean {
    const series = seriesPath(path);
    if (!series || series.granularity === 'total') return false;
    const { granularity, window } = series;
    const key = series.keyBy(granularity);
    const known = this.#wholes.get(key)?.period ?? window;
    this.#wholes.set(key, {
      key,
      granularity,
      period: {
        start: window.start < known.start ? window.start : known.start,
        end: window.end > known.end ? window.end : known.end,
      },
      pathOf: ({ start, end }) =>
        path.replace(/start_date=.*?&end_date=[^&]+/, `start_date=${start}&end_date=${end}`),
    });
    return true;
  }

  get wholes(): WholeSeries[] {
    return [...this.#wholes.values()];
  }
}

/**
 * Asks for a series in windows that the service answers whole.
 *
 * @param ask - for the answer to a path, checked by what is given
 * @returns the answer to all of it, as the service would give it if it did not cut
 */
export async function askWhole(
  { granularity, period, pathOf }: WholeSeries,
  ask: <Answer>(path: string, read: (body: unknown) => Answer) => Promise<Answer>,
): Promise<{ timeline: Record<string, number> | null }> {
  const asked = (part: Period) => ask(pathOf(part), (body) => readEvents(body, granularity));
  const windows = windowsOf(period, granularity).map(async (window) => {
    const events = await asked(window);
    const rest = restOf(window, events, granularity);
    return rest ? new Map([...events!, ...((await asked(rest)) ?? [])]) : events;
  });
  const sums = new Map<string, number>();
  for (const events of await Promise.all(windows)) {
    for (const [date, value] of events ?? []) sums.set(date, (sums.get(date) ?? 0) + value);
  }
  return { timeline: sums.size > 0 ? Object.fromEntries(sums) : null };
}
