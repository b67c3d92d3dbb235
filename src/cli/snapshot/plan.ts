/// <reference types="node" />
import { setImmediate } from 'node:timers/promises';
import type { AskPath } from '../../figshare/ask-path.js';
import { isMainApi } from '../../figshare/main-api.js';
import { windowsOf, type Period } from '../../figshare/period.js';
import { keyOf, seriesPath } from '../../source/snapshot-file.js';
import type { SnapshotBuilder, WholeSeries } from './builder.js';
import type { PageQuestion } from './questions.js';

export interface Plan {
  series: WholeSeries[];
  /** Keys of the requests that are known before the first answer, sorted. */
  requests: string[];
}

/**
 * Finds out what will be asked. Each question is begun, and waits for ever at the first requests that nothing in the
 * builder answers; what its answers lead to is not known before they are there.
 */
export async function planOf(questions: readonly PageQuestion[], builder: SnapshotBuilder): Promise<Plan> {
  const paths = new Map<string, string>();
  const askPath: AskPath = (path, read, body) => {
    const known = isPart(path) ? undefined : builder.known(path, read, body);
    if (known) return Promise.resolve(read(known.body));
    paths.set(keyOf(path, body), path);
    return new Promise(() => undefined);
  };
  // One that fails already will say so when it is asked.
  for (const question of questions) question.ask(askPath).catch(() => undefined);
  await setImmediate(); // until then, all have come as far as they can

  const series = wholesOf([...paths.values()]);
  const windows = series
    .filter((whole) => !builder.knownSeries(whole))
    .flatMap(({ period, granularity, pathOf }) => windowsOf(period, granularity).map(pathOf));
  const others = [...paths].filter(([, path]) => !isPart(path)).map(([key]) => key);
  return { series, requests: [...windows, ...others].sort() };
}

/** Whether what some requests ask for leads to more of them: people and DOIs to items, top lists to names. */
export function leadsToMore(requests: readonly string[]): boolean {
  return requests.some((key) => isMainApi(key) || key.includes('/top/'));
}

/** Whether a path asks for a part of a series. */
function isPart(path: string): boolean {
  const series = seriesPath(path);
  return series !== undefined && series.granularity !== 'total';
}

/** Several elements may want parts of one series: each of these series reaches from the first to the last of its parts. */
function wholesOf(paths: readonly string[]): WholeSeries[] {
  const wholes = new Map<string, WholeSeries>();
  for (const path of paths) {
    const series = seriesPath(path);
    if (!series || series.granularity === 'total') continue;
    const { granularity, window } = series;
    const key = series.keyBy(granularity);
    const { period } = wholes.get(key) ?? { period: window };
    const start = window.start < period.start ? window.start : period.start;
    const end = window.end > period.end ? window.end : period.end;
    const pathOf = (part: Period) =>
      path.replace(/start_date=.*?&end_date=[^&]+/, `start_date=${part.start}&end_date=${part.end}`);
    wholes.set(key, { key, granularity, period: { start, end }, pathOf });
  }
  return [...wholes.values()];
}
