import type { AskPath } from '../../figshare/ask-path.js';
import { FigshareError } from '../../figshare/error.js';
import { isRecord, sum } from '../../figshare/json.js';
import { isMainApi } from '../../figshare/main-api.js';
import { granularities, type Granularity, type Period } from '../../figshare/period.js';
import { askEvents, readEvents } from '../../figshare/timeline.js';
import {
  heldAt,
  keyOf,
  seriesPath,
  snapshotFormat,
  type HeldAnswer,
  type SnapshotFile,
} from '../../source/snapshot-file.js';
import type { PageQuestion } from './questions.js';

export interface BuilderOptions {
  /** The file that is to be replaced. */
  old: SnapshotFile | undefined;
  /** Milliseconds for which an answer in it is as good as a new one. */
  maxAge: number;
  now: () => Date;
  ask: (path: string, body?: string) => Promise<unknown>;
  /** Told of each answer that was asked for. */
  onAnswer?: () => Promise<void>;
}

/** A series as long as all its parts that are wanted. */
export interface WholeSeries {
  key: string;
  granularity: Granularity;
  period: Period;
  pathOf: (window: Period) => string;
}

/** What a question has of the old file. */
export interface Kept {
  next: PageQuestion[];
  /** When the oldest of it came, ISO 8601; undefined where there is nothing. */
  since: string | undefined;
}

type Answers = Record<string, HeldAnswer>;
type Read = (body: unknown) => unknown;

/** A snapshot file that is being made: new answers, and old ones in place of what fails. */
export class SnapshotBuilder {
  /** ISO 8601. */
  readonly started: string;
  /** How many answers were asked for. */
  asked = 0;

  /** Asked for, or of the old file and new enough. */
  readonly #fresh: Answers = none();
  readonly #kept: Answers = none();
  readonly #old: Answers;
  readonly #oldByFamily = new Map<string, string[]>();
  readonly #running = new Map<string, Promise<unknown>>();
  readonly #wanted = new Map<string, WholeSeries>();

  constructor(private readonly options: BuilderOptions) {
    this.started = this.#now();
    this.#old = validAnswers(options.old);
    for (const key of Object.keys(this.#old)) {
      const family = familyOf(key);
      this.#oldByFamily.set(family, [...(this.#oldByFamily.get(family) ?? []), key]);
    }
  }

  /** Series that are asked for whole as soon as somebody asks for a part. */
  want(series: readonly WholeSeries[]): void {
    for (const whole of series) this.#wanted.set(whole.key, whole);
  }

  /** The answer to a path that need not be asked for. */
  known(path: string, read: Read, body?: string): HeldAnswer | undefined {
    const key = keyOf(path, body);
    const old = this.#old[key];
    if (!this.#fresh[key] && old && this.#isYoung(old) && isReadable(old, read)) this.#fresh[key] = old;
    return heldAt(this.#file(this.#fresh), path, body);
  }

  /** A series in the old file that need not be asked for. */
  knownSeries({ key, period, granularity }: WholeSeries): HeldAnswer | undefined {
    const old = this.#old[key];
    const isLong = old?.start && old.end && old.start <= period.start && period.end <= old.end;
    return isLong && this.#isYoung(old) && isReadable(old, (body) => readEvents(body, granularity))
      ? old
      : undefined;
  }

  /** The answer to a path, asked for once. @throws FigshareError; what `onAnswer` throws */
  async answer(path: string, read: Read, body?: string): Promise<HeldAnswer> {
    await this.#takeSeriesOf(path);
    return this.known(path, read, body) ?? this.#once(keyOf(path, body), () => this.#ask(path, read, body));
  }

  /** Keeps what the old file answers a question with; of other days, where it has nothing else. */
  async keep(question: PageQuestion): Promise<Kept> {
    let since: string | undefined;
    const askPath: AskPath = (path, read, body) => {
      const keys = this.#oldByFamily.get(familyOf(keyOf(path, body))) ?? [];
      for (const key of keys) this.#kept[key] = this.#old[key]!;
      const newest = keys.map((key) => this.#old[key]!).sort(newestFirst)[0];
      if (!newest) return Promise.reject(new FigshareError('not-found', `the old file lacks ${path}`));
      if (since === undefined || newest.retrieved < since) since = newest.retrieved;
      return Promise.resolve(read(newest.body));
    };
    const next = await question.ask(askPath).catch(() => []); // what it lacks is lacking
    return { next, since };
  }

  /** Waits for requests that are under way, also those of a question that has failed already. */
  async settled(): Promise<void> {
    for (let last = -1; last !== this.#running.size;) {
      last = this.#running.size;
      await Promise.allSettled(this.#running.values());
      await new Promise((resolve) => setTimeout(resolve)); // an answer may have led to another request
    }
  }

  /** How many answers of the service's the complete file holds. */
  get size(): number {
    return Object.keys(this.file(true).answers).filter((key) => !isMainApi(key)).length;
  }

  /** @param isComplete - else, what the old file holds of the rest stays */
  file(isComplete: boolean): SnapshotFile {
    const before = isComplete ? this.#kept : this.#old;
    return this.#file({ ...before, ...this.#fresh });
  }

  /** Whether the file would hold what the old one holds. */
  isAsOld({ answers }: SnapshotFile): boolean {
    const held = Object.entries(answers);
    return (
      held.length === Object.keys(this.#old).length &&
      held.every(([key, answer]) => this.#old[key] === answer)
    );
  }

  #file(answers: Answers): SnapshotFile {
    return { 'figshare-elements': snapshotFormat, retrieved: this.#now(), answers };
  }

  async #ask(path: string, read: Read, sent: string | undefined): Promise<HeldAnswer> {
    const answer = await this.options.ask(path, sent);
    const body = isMainApi(path) ? slim(answer) : answer;
    read(body); // what is no answer is not held
    const held = (this.#fresh[keyOf(path, sent)] = { retrieved: this.#now(), body });
    await this.#count();
    return held;
  }

  /** Takes what a path may be a part of. @throws FigshareError, where it can be a part of nothing else */
  async #takeSeriesOf(path: string): Promise<void> {
    const series = seriesPath(path);
    for (const granularity of series ? granularities : []) {
      const whole = this.#wanted.get(series!.keyBy(granularity));
      if (!whole) continue;
      const taking = this.#once(whole.key, () => this.#takeSeries(whole));
      if (granularity === series!.granularity) await taking;
      else await taking.catch(() => undefined); // who wants that one is told
    }
  }

  async #takeSeries(whole: WholeSeries): Promise<void> {
    const { key, period, granularity, pathOf } = whole;
    const known = this.knownSeries(whole);
    if (known) {
      this.#fresh[key] = known;
      return;
    }
    const windows = await askEvents(period, granularity, async (window) => {
      const events = readEvents(await this.options.ask(pathOf(window)), granularity);
      await this.#count();
      return events;
    });
    const sums = new Map<string, number>();
    for (const [date, value] of windows.flatMap((events) => [...(events ?? [])])) {
      sums.set(date, sum([sums.get(date) ?? 0, value]));
    }
    const timeline = sums.size > 0 ? Object.fromEntries(sums) : null;
    this.#fresh[key] = { retrieved: this.#now(), ...period, body: { timeline } };
  }

  #once<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const running = (this.#running.get(key) as Promise<Result> | undefined) ?? work();
    this.#running.set(key, running);
    return running;
  }

  async #count(): Promise<void> {
    this.asked += 1;
    await this.options.onAnswer?.();
  }

  #isYoung({ retrieved }: HeldAnswer): boolean {
    const age = this.options.now().getTime() - Date.parse(retrieved);
    return age >= 0 && age < this.options.maxAge;
  }

  #now(): string {
    return this.options.now().toISOString();
  }
}

/** A key without its days: with other days, the same was asked on another day. */
function familyOf(key: string): string {
  const series = seriesPath(key);
  if (series && series.granularity !== 'total') return series.keyBy(series.granularity);
  return key.replace(/start_date=[^&]+&end_date=[^&]+/, 'days');
}

function validAnswers(file: SnapshotFile | undefined): Answers {
  const isHeld = (held: unknown) =>
    isRecord(held) && !Number.isNaN(Date.parse(String(held['retrieved']))) && Object.hasOwn(held, 'body');
  const held = Object.entries(file?.answers ?? {}).filter(([, one]) => isHeld(one));
  return Object.assign(none(), Object.fromEntries(held));
}

function isReadable({ body }: HeldAnswer, read: Read): boolean {
  try {
    read(body);
    return true;
  } catch {
    return false; // somebody changed the file: it is asked for anew
  }
}

function newestFirst(one: HeldAnswer, other: HeldAnswer): number {
  return one.retrieved < other.retrieved ? 1 : -1;
}

/** What is read of an item in the main API's answers. The rest, descriptions and files, would weigh on every page. */
const read = ['doi', 'id', 'title', 'url_public_html'];

function slim(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(slim);
  if (!isRecord(body)) return body;
  return Object.fromEntries(Object.entries(body).filter(([key]) => read.includes(key)));
}

function none(): Answers {
  return Object.create(null) as Answers;
}
