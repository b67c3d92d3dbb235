import type { Question } from '../figshare/question.js';
import { following } from './network/abort.js';
import { ask, type AskPath } from './network/ask.js';
import { found } from './resolve-items.js';
import type { Answered, Asking, Source, SourceOptions } from './source.js';

/** figshare's main API, which knows DOIs and names. */
export const mainApi = 'https://api.figshare.com/v2';

export interface ServiceOptions {
  /** Address of the main API. */
  api?: string | undefined;
  /** Milliseconds for one request. */
  timeout?: number | undefined;
}

/** figshare's statistics service, or a relay with the same paths. */
export class Service implements Source {
  /** @param address - absolute, without a slash at its end */
  constructor(
    readonly address: string,
    private readonly options: ServiceOptions = {},
  ) {}

  /** One item that cannot be had leaves no answer: a part is never shown as the whole. */
  async answer<Asked extends Question, Answer>(
    question: Asked,
    asking: Asking<Asked, Answer>,
    { signal }: SourceOptions = {},
  ): Promise<Answered<Answer>> {
    const { address } = this;
    const { api = mainApi, timeout } = this.options;
    const controller = following(signal);
    let retrieved: Date | undefined;
    const askPath: AskPath = async (path, read, body) => {
      const url = path.startsWith('/v2/') ? api + path.slice(3) : address + path;
      const reply = await ask(url, read, { timeout, signal: controller.signal, body });
      if (!retrieved || reply.retrieved < retrieved) retrieved = reply.retrieved;
      return reply.answer;
    };
    try {
      const items = await found(question, askPath);
      const answer = await asking(items, question, askPath, address);
      return { answer, retrieved: retrieved ?? new Date(), source: address };
    } finally {
      controller.abort(); // once one item fails, the others are not wanted any more
    }
  }
}
