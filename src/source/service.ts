import { itemName } from '../figshare/item.js';
import type { Question } from '../figshare/question.js';
import { following } from './abort.js';
import { ask, type AskPath } from './door.js';
import { lookUp } from './look-up.js';
import type { Answered, Asking, Source, SourceOptions } from './source.js';

export interface ServiceOptions {
  /** Address of the main API, for look-ups. */
  api?: string | undefined;
  /** Milliseconds for one request. */
  timeout?: number | undefined;
}

/** figshare's statistics service, or a relay with the same paths. */
export class Service implements Source {
  /** @param base - absolute address, without a slash at its end */
  constructor(
    private readonly base: string,
    private readonly options: ServiceOptions = {},
  ) {}

  /** One item that cannot be had leaves no answer: a part is never shown as the whole. */
  async answer<Asked extends Question, Answer>(
    question: Asked,
    asking: Asking<Asked, Answer>,
    { signal }: SourceOptions = {},
  ): Promise<Answered<Answer>> {
    const { base } = this;
    const controller = following(signal);
    const options = { ...this.options, signal: controller.signal };
    let retrieved: Date | undefined;
    const askPath: AskPath = async (path, read, body) => {
      const reply = await ask(base + path, read, { ...options, body });
      if (!retrieved || reply.retrieved < retrieved) retrieved = reply.retrieved;
      return reply.answer;
    };
    try {
      const found = await Promise.all(question.items.map((item) => lookUp(item, options)));
      const items = [...new Map(found.map((item) => [itemName(item), item])).values()]; // each counts once
      const answer = await asking(items, question, askPath, base);
      return { answer, retrieved: retrieved ?? new Date(), source: base };
    } finally {
      controller.abort(); // once one item fails, the others are not wanted any more
    }
  }
}
