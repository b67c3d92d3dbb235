import type { Item } from './item.js';
import type { Question } from './question.js';

/**
 * Asks one path of a service, or of the main API (`isMainApi`), whose answer may be there already.
 *
 * @param read - makes an answer of a body, or throws `bad-data`
 * @param body - JSON, to be sent by POST
 */
export type AskPath = <Answer>(
  path: string,
  read: (body: unknown) => Answer,
  body?: string,
) => Promise<Answer>;

/**
 * How one kind of question is put to a service: in which requests, and how their answers become one. A page loads
 * only those that its elements ask.
 *
 * @param service - its address; none where what it answers is at rest
 */
export type Asking<Asked extends Question, Answer> = (
  items: readonly Item[],
  question: Asked,
  askPath: AskPath,
  service?: string,
) => Promise<Answer>;
