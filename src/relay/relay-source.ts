import { dayAfter, dayOf } from '../figshare/period.js';
import { parseRoute } from './route.js';
import type { Question } from '../figshare/question.js';
import { withSignal } from '../source/network/abort.js';
import type { AskPath, Asking } from '../figshare/ask-path.js';
import { resolveItems } from '../figshare/main-api.js';
import type { Answered, Source, SourceOptions } from '../source/source.js';
import type { Answers } from './answers.js';

/** The relay's own answers as a source, for what it draws itself: the same memory, the same queue. */
export class RelaySource implements Source {
  constructor(
    readonly address: string,
    private readonly answers: Answers,
    private readonly now: () => number,
  ) {}

  /** @throws FigshareError; the signal's reason when that aborts, while what was asked goes on for the next one */
  async answer<Asked extends Question, Answer>(
    question: Asked,
    asking: Asking<Asked, Answer>,
    { signal }: SourceOptions = {},
  ): Promise<Answered<Answer>> {
    let retrieved = this.now();
    const askPath: AskPath = async (target, read, body) => {
      const [path = '', query = ''] = target.split('?');
      const method = body === undefined ? 'GET' : 'POST';
      const route = parseRoute(
        { method, path, query, ...(body !== undefined && { body }) },
        lastDay(this.now()),
      );
      const answer = await this.answers.to(route);
      retrieved = Math.min(retrieved, answer.retrieved);
      return read(JSON.parse(answer.text));
    };
    const items = await resolveItems(question, askPath);
    const asked = asking(items, question, askPath);
    const answer = await (signal ? withSignal(asked, signal) : asked);
    return { answer, retrieved: new Date(retrieved), source: this.address };
  }
}

/** Worked out once a day: each request asks for it. */
let known = { day: NaN, after: '' };

/** On which a period may end at the latest: where the reader lives, it may be tomorrow already. */
export function lastDay(now: number): string {
  const day = Math.floor(now / 86_400_000);
  if (day !== known.day) known = { day, after: dayAfter(dayOf(new Date(now))) };
  return known.after;
}
