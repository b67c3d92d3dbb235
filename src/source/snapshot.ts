import { FigshareError } from '../figshare/error.js';
import { yearUntil, type Period } from '../figshare/period.js';
import type { Question } from '../figshare/question.js';
import { ask, type AskPath } from './network/ask.js';
import { found } from './resolve-items.js';
import { heldAt, daysOfTaking, readSnapshotFile, type SnapshotFile } from './snapshot-file.js';
import type { Answered, Asking, Source, SourceOptions } from './source.js';

/** Many answers, yet no more than a page should load. */
const maxBytes = 20_000_000;

/** A file is read once for each page. */
const files = new Map<string, SnapshotFile>();

/** What a snapshot does not hold. */
class NotHeld extends FigshareError {}

/** Answers in a file beside the page, taken some time before: one request, however many questions. */
export class Snapshot implements Source {
  readonly isPartial = true;

  /** @param address - absolute, of a JSON file */
  constructor(
    readonly address: string,
    private readonly options: { timeout?: number | undefined } = {},
  ) {}

  /**
   * A period that ends after the file was taken is answered up to that day, which `period` in the answer tells.
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
    for (const asked of cutTo(daysOfTaking(file), question)) {
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
    const answer = await asking(await found(question, askPath), question, askPath);
    return { answer, retrieved, source: this.address };
  }

  async #read(signal: AbortSignal | undefined): Promise<SnapshotFile> {
    const { address } = this;
    const known = files.get(address);
    if (known) return known;
    try {
      const { answer } = await ask(address, readSnapshotFile, { ...this.options, signal, maxBytes });
      files.set(address, answer);
      return answer;
    } catch (error) {
      if (!(error instanceof FigshareError)) throw error;
      const { kind, message, cause } = error;
      throw new FigshareError(kind, `the snapshot ${address} could not be read: ${message}`, { cause });
    }
  }
}

/** A question as it is, then as it could be put when the snapshot was taken: until one of the days on which that was. */
function* cutTo<Asked extends Question>(days: readonly string[], question: Asked): Iterable<Asked> {
  yield question;
  const { period } = question as { period?: Period };
  for (const end of days) {
    if (!period || end >= period.end) continue;
    // What goes on until today by default begins a year before it.
    const start = period.start === yearUntil(period.end) ? yearUntil(end) : period.start;
    if (start <= end) yield { ...question, period: { start, end } };
  }
}
