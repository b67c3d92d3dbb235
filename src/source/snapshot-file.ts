import { badData, field, moment, own, record, sum } from '../figshare/json.js';
import { dateOf, dayOf, daysOf, type Granularity, type Period } from '../figshare/period.js';
import { readEvents } from '../figshare/timeline.js';

/** The version of the format. */
export const snapshotFormat = 1;

/** What the service answered to many paths, at rest: a snapshot file, parsed. `snapshot.schema.json` describes it. */
export interface SnapshotFile {
  'figshare-elements': typeof snapshotFormat;
  /** When it was written, ISO 8601. */
  retrieved: string;
  answers: Record<string, HeldAnswer>;
}

/** One answer, as it came. */
export interface HeldAnswer {
  /** When it came, ISO 8601. */
  retrieved: string;
  body: unknown;
  /** Of a series, whose key has no dates: the days that it covers, all of them. */
  start?: string;
  end?: string;
}

/** A path of the service's that asks for a series, taken apart. */
export interface SeriesPath {
  granularity: Granularity | 'total';
  window: Period;
  /** Key of the whole series, by day, month or year. */
  keyBy(granularity: Granularity): string;
}

/**
 * The key under which an answer is held: its path with its query, and the body that was sent, if any.
 *
 * @param path - below the service's address; below `/v2` the main API's
 */
export function keyOf(path: string, body = ''): string {
  return path + body;
}

export function seriesPath(path: string): SeriesPath | undefined {
  const parts = /^(.*\/timeline\/)(day|month|year|total)(\/[^?]+)\?start_date=([^&]+)&end_date=([^&]+)(.*)$/;
  const [, before, granularity, item, start, end, rest] = parts.exec(path) ?? [];
  if (!start || !end) return undefined;
  return {
    granularity: granularity as Granularity | 'total',
    window: { start, end },
    keyBy: (other) => `${before}${other}${item}${rest ? `?${rest.slice(1)}` : ''}`,
  };
}

/** Reads a file's frame; its answers are read when they are asked for. @throws FigshareError `bad-data` */
export function readSnapshotFile(body: unknown): SnapshotFile {
  const format = field(body, 'figshare-elements');
  if (format !== snapshotFormat) throw badData(`a snapshot should have the format ${snapshotFormat}`, format);
  record(field(body, 'answers'), '"answers" in a snapshot should be an object');
  moment(field(body, 'retrieved'), 'retrieved');
  return body as SnapshotFile;
}

/** From the longest to the shortest: totals are added up from any. */
const steps: readonly Granularity[] = ['year', 'month', 'day'];

/** What a snapshot holds of a path; of a series any part whose edges it tells apart. */
export function heldAt({ answers }: SnapshotFile, path: string, body?: string): HeldAnswer | undefined {
  const key = keyOf(path, body);
  const exact = own(answers, key);
  if (exact !== undefined) return readHeld(exact);
  const series = seriesPath(path);
  if (!series) return undefined;
  // By larger parts first: they are fewer.
  for (const granularity of steps.slice(Math.max(0, steps.indexOf(series.granularity as Granularity)))) {
    const held = own(answers, series.keyBy(granularity));
    const part = held !== undefined && partOf(readHeld(held), series, granularity);
    if (part) return part;
  }
  return undefined;
}

const daysByFile = new WeakMap<SnapshotFile, string[]>();

/**
 * The days on which the answers in a snapshot were asked for, newest first. One may have come after midnight. They are
 * found once for each file: a file may hold many thousand answers, and a page ask as many questions.
 */
export function daysOfTaking(file: SnapshotFile): string[] {
  const days = daysByFile.get(file) ?? daysIn(file);
  daysByFile.set(file, days);
  return days;
}

function daysIn({ answers }: SnapshotFile): string[] {
  const moments = Object.values(answers).map((held) => Date.parse(held?.retrieved));
  const days = moments.flatMap((moment) =>
    Number.isNaN(moment) ? [] : [dayOf(new Date(moment)), dayOf(new Date(moment - 86_400_000))],
  );
  return [...new Set(days)].sort().reverse();
}

/** @throws FigshareError `bad-data`: a date of another granularity, a number that is no count */
function partOf(
  held: HeldAnswer,
  { window, granularity }: SeriesPath,
  by: Granularity,
): HeldAnswer | undefined {
  const { start = '', end = '', retrieved, body } = held;
  const first = daysOf(dateOf(window.start, by)).start;
  const last = daysOf(dateOf(window.end, by)).end;
  const hasStart = start <= window.start && (first === window.start || start === window.start);
  const hasEnd = window.end <= end && (last === window.end || end === window.end);
  if (!hasStart || !hasEnd) return undefined;
  const sums = new Map<string, number>();
  for (const [date, value] of readEvents(body, by) ?? []) {
    if (date < dateOf(window.start, by) || date > dateOf(window.end, by)) continue;
    const key = granularity === 'total' ? 'total' : dateOf(date, granularity);
    sums.set(key, sum([sums.get(key) ?? 0, value]));
  }
  return { retrieved, body: { timeline: sums.size > 0 ? Object.fromEntries(sums) : null } };
}

function readHeld(held: unknown): HeldAnswer {
  moment(field(held, 'retrieved'), 'retrieved');
  field(held, 'body');
  return held as HeldAnswer;
}
