import type { AskPath, Asking } from '../figshare/ask-path.js';
import { FigshareError } from '../figshare/error.js';
import { resolveItems } from '../figshare/main-api.js';
import { dayOf, usualStart, type Granularity, type Period } from '../figshare/period.js';
import type { Question } from '../figshare/question.js';
import { ask } from './network/ask.js';
import { RequestError } from './network/request.js';
import { daysOfTaking, heldAt, readSnapshotFile, type SnapshotFile } from './snapshot-file.js';
import type { Answered, Source, SourceOptions } from './source.js';

/** Many answers, yet no more than a page should load. */
const maxBytes = 20_000_000;

/** A file is read once for each page. */
const files = new Map<string, SnapshotFile>();

/** A file that is not there is asked for once a minute: until when it is taken for missing, and the error. */
const missing = new Map<string, { until: number; error: FigshareError }>();
const pause = 60_000;

/** What a snapshot does not hold. */
class NotHeld extends FigshareError {}

/** Answers in a file next to the page, taken some time before: one request, however many questions. */
export class Snapshot implements Source {
  readonly isPartial = true;

  /** @param address - absolute, of a JSON file */
  constructor(
    readonly address: string,
    private readonly options: { timeout?: number | undefined } = {},
  ) {}

  /**
   * A period that ends after the file was taken is answered up to that day, and `period` in the answer says so.
   *
   * @throws FigshareError `not-found`: the file does not hold it; those of `ask`
   */
  async answer<Asked extends Question, Answer>(
    question: Asked,
    asking: Asking<Asked, Answer>,
    { signal }: SourceOptions = {},
  ): Promise<Answered<Answer>> {
    const file = await this.#read(signal);
    let lack: unknown;
    for (const asked of cutTo(file, question)) {
      try {
        const answered = await this.#answerFrom(file, asked, asking);
        const { period } = asked as { period?: Period };
        return asked !== question && period ? { ...answered, period } : answered;
      } catch (error) {
        if (!(error instanceof NotHeld)) throw error;
        lack ??= error;
      }
    }
    throw lack;
  }

  async #answerFrom<Asked extends Question, Answer>(
    file: SnapshotFile,
    question: Asked,
    asking: Asking<Asked, Answer>,
  ): Promise<Answered<Answer>> {
    let retrieved = new Date(file.retrieved);
    const askPath: AskPath = (path, read, body) => {
      const held = heldAt(file, path, body);
      if (!held) {
        const what = decodeURIComponent(path.split('?')[0]!);
        return Promise.reject(new NotHeld('not-found', `the snapshot ${this.address} does not hold ${what}`));
      }
      const moment = new Date(held.retrieved);
      if (moment < retrieved) retrieved = moment;
      return Promise.resolve(read(held.body));
    };
    const answer = await asking(await resolveItems(question, askPath), question, askPath);
    return { answer, retrieved, source: this.address };
  }

  async #read(signal: AbortSignal | undefined): Promise<SnapshotFile> {
    const { address } = this;
    const known = files.get(address);
    if (known) return known;
    const gone = missing.get(address);
    if (gone && Date.now() < gone.until) throw gone.error;
    try {
      const { answer } = await ask(address, readSnapshotFile, { ...this.options, signal, maxBytes });
      files.set(address, answer);
      return answer;
    } catch (failure) {
      if (!(failure instanceof FigshareError)) throw failure;
      const { kind, message, cause } = failure;
      const unread = `the snapshot ${address} could not be read: ${message}`;
      const error = new RequestError(kind, unread, { url: address, cause });
      if (kind === 'not-found') missing.set(address, { until: Date.now() + pause, error });
      throw error;
    }
  }
}

/**
 * A question as it is, then as it could be put when the snapshot was taken: until one of the days on which that was. These
 * may be later than what the reader's clock takes for today.
 */
function* cutTo<Asked extends Question>(file: SnapshotFile, question: Asked): Iterable<Asked> {
  yield question;
  const { period, granularity = 'month' } = question as { period?: Period; granularity?: Granularity };
  if (!period) return;
  const isUntilToday = period.end === dayOf(new Date());
  for (const end of daysOfTaking(file)) {
    if (end === period.end || (end > period.end && !isUntilToday)) continue;
    // What goes on until today by default begins as long before it.
    const isUsual = period.start === usualStart(granularity, period.end);
    const start = isUsual ? usualStart(granularity, end) : period.start;
    if (start <= end) yield { ...question, period: { start, end } };
  }
}
