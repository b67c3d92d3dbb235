import { isRecord } from '../../figshare/json.js';
import { FigshareError } from '../../figshare/error.js';
import { isMainApi } from '../../figshare/main-api.js';
import type { AskPath } from '../../figshare/ask-path.js';
import {
  heldAt,
  keyOf,
  seriesPath,
  snapshotFormat,
  type HeldAnswer,
  type SnapshotFile,
} from '../../source/snapshot-file.js';
import { NotAsked, type Inquiry } from './inquiry.js';
import { askWhole, type WholeSeries } from './plan.js';
import { slim } from './slim.js';

export interface DraftOptions {
  /** The file that is to be replaced. */
  old: SnapshotFile | undefined;
  /** Milliseconds for which an answer in it is as good as a new one. */
  maxAge: number;
  now: () => Date;
  ask: (path: string, body?: string) => Promise<unknown>;
  /** Told of each answer that was asked for. */
  onAnswer?: () => Promise<void>;
}

/** What an inquiry has of the old file. */
export interface Kept {
  next: Inquiry[];
  /** When the oldest of it came, ISO 8601; undefined where there is nothing. */
  since: string | undefined;
}

type Answers = Record<string, HeldAnswer>;

/** A snapshot file that is being made: new answers, and old ones in place of what fails. */
export class Draft {
  readonly fresh: Answers = none();
  readonly kept: Answers = none();
  /** How many of the new answers were asked for. */
  asked = 0;

  readonly #old: Answers;
  readonly #oldByFamily = new Map<string, string[]>();
  readonly #running = new Map<string, Promise<HeldAnswer>>();
  /** Series that failed as a whole are not asked for in parts. */
  readonly #failedSeries = new Map<string, Error>();

  constructor(private readonly options: DraftOptions) {
    this.#old = validAnswers(options.old);
    for (const key of Object.keys(this.#old)) {
      const family = familyOf(key);
      this.#oldByFamily.set(family, [...(this.#oldByFamily.get(family) ?? []), key]);
    }
  }

  /** How many answers of the service's it holds that are new enough. */
  get had(): number {
    return Object.keys(this.fresh).filter((key) => !isMainApi(key)).length;
  }

  /** Answers from what was asked already, else asks. */
  readonly askPath: AskPath = async (path, read, body) => {
    const known = heldAt(this.#file(this.fresh), path, body);
    if (known) return read(known.body);
    const series = seriesPath(path);
    const failure = series && this.#failedSeries.get(familyOf(path));
    if (failure) throw failure;
    return read((await this.#once(keyOf(path, body), () => this.#ask(path, read, body))).body);
  };

  /** Keeps what the old file answers an inquiry with; of other days, where it has nothing else. */
  async keep(inquiry: Inquiry): Promise<Kept> {
    let since: string | undefined;
    const keepPath: AskPath = (path, read, body) => {
      const keys = this.#oldByFamily.get(familyOf(keyOf(path, body))) ?? [];
      for (const key of keys) this.kept[key] = this.#old[key]!;
      const newest = keys.map((key) => this.#old[key]!).sort(newestFirst)[0];
      if (!newest) return Promise.reject(new FigshareError('not-found', `the old file lacks ${path}`));
      if (since === undefined || newest.retrieved < since) since = newest.retrieved;
      return Promise.resolve(read(newest.body));
    };
    const next = await inquiry.run(keepPath).catch(() => []); // what it lacks is lacking
    return { next, since };
  }

  /** Asks for a series as a whole. Who asks for a part of it is told if it fails. */
  async takeSeries(whole: WholeSeries): Promise<void> {
    const { key, period } = whole;
    const old = this.#old[key];
    if (old && this.#isYoung(old) && old.start! <= period.start && period.end <= old.end!) {
      this.fresh[key] = old;
      return;
    }
    const ask = async <Answer>(path: string, read: (body: unknown) => Answer) => {
      const answer = read(await this.options.ask(path));
      await this.#count();
      return answer;
    };
    try {
      const body = await askWhole(whole, ask);
      this.fresh[key] = { retrieved: this.#now(), ...period, body };
    } catch (error) {
      if (!(error instanceof FigshareError || error instanceof NotAsked)) throw error;
      this.#failedSeries.set(key, error);
    }
  }

  /** Waits for requests that are under way, also those of a question that has failed already. */
  async settled(): Promise<void> {
    for (let last = -1; last !== this.#running.size;) {
      last = this.#running.size;
      await Promise.allSettled(this.#running.values());
      await new Promise((resolve) => setTimeout(resolve)); // an answer may have led to another request
    }
  }

  /** @param isComplete - else, what the old file holds of the rest stays */
  file(isComplete: boolean): SnapshotFile {
    const before = isComplete ? this.kept : this.#old;
    return this.#file({ ...before, ...this.fresh });
  }

  /** Whether the file would hold what the old one holds. */
  isAsOld(file: SnapshotFile): boolean {
    const held = Object.entries(file.answers);
    return (
      held.length === Object.keys(this.#old).length &&
      held.every(([key, answer]) => this.#old[key] === answer)
    );
  }

  #file(answers: Answers): SnapshotFile {
    return { 'figshare-elements': snapshotFormat, retrieved: this.#now(), answers };
  }

  #once(key: string, ask: () => Promise<HeldAnswer>): Promise<HeldAnswer> {
    const running = this.#running.get(key) ?? ask();
    this.#running.set(key, running);
    return running;
  }

  async #ask(path: string, read: (body: unknown) => unknown, sent: string | undefined): Promise<HeldAnswer> {
    const key = keyOf(path, sent);
    const old = this.#old[key];
    if (old && this.#isYoung(old) && isReadable(old, read)) return (this.fresh[key] = old);
    const answer = await this.options.ask(path, sent);
    const body = isMainApi(path) ? slim(answer) : answer;
    read(body); // what is no answer is not held
    const held = (this.fresh[key] = { retrieved: this.#now(), body });
    await this.#count();
    return held;
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
    isRecord(held) && typeof held['retrieved'] === 'string' && Object.hasOwn(held, 'body');
  const held = Object.entries(file?.answers ?? {}).filter(([, one]) => isHeld(one));
  return Object.assign(none(), Object.fromEntries(held));
}

function isReadable({ body }: HeldAnswer, read: (body: unknown) => unknown): boolean {
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

function none(): Answers {
  return Object.create(null) as Answers;
}
