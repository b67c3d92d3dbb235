import { FigshareError } from '../figshare/error.js';
import type { AskPath, Asking } from '../figshare/ask-path.js';
import { addressOf, isMainApi, resolveItems } from '../figshare/main-api.js';
import type { Question } from '../figshare/question.js';
import { linkedController } from './network/abort.js';
import { ask, type Reply } from './network/ask.js';
import type { Answered, Source, SourceOptions } from './source.js';

/** figshare's own statistics service. */
export const liveService = 'https://stats.figshare.com';

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

  /** One item that fails leaves no answer: a part is never shown as the whole. */
  async answer<Asked extends Question, Answer>(
    question: Asked,
    asking: Asking<Asked, Answer>,
    { signal }: SourceOptions = {},
  ): Promise<Answered<Answer>> {
    const { address } = this;
    const { api = mainApi, timeout } = this.options;
    const controller = linkedController(signal);
    // How old a DOI or a name is does not matter to the numbers.
    const replies: Reply<unknown>[] = [];
    const askPath: AskPath = async (path, read, body) => {
      const url = addressOf(path, address, api);
      try {
        const reply = await ask(url, read, { timeout, signal: controller.signal, body });
        if (!isMainApi(path)) replies.push(reply);
        return reply.answer;
      } catch (error) {
        throw isMainApi(path) ? error : named(error, address);
      }
    };
    try {
      const items = await resolveItems(question, askPath);
      const answer = await asking(items, question, askPath, address);
      const moments = replies.map(({ retrieved }) => retrieved.getTime());
      const isStale = replies.some((reply) => reply.isStale);
      controller.letGo();
      return {
        answer,
        retrieved: new Date(Math.min(Date.now(), ...moments)),
        source: address,
        ...(isStale && { isStale }),
      };
    } catch (error) {
      controller.abort(); // once one item fails, the others are not wanted any more
      throw error;
    }
  }
}

/** Where other than figshare's own service knows nothing, its address may be wrong: the message shows it. */
function named(error: unknown, address: string): unknown {
  if (!(error instanceof FigshareError) || error.kind !== 'not-found' || address === liveService)
    return error;
  const hint = `source "${address}" should be a relay, or a snapshot whose name ends in ".json"`;
  return new FigshareError(error.kind, `${error.message}; ${hint}`);
}
