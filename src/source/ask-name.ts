import { FigshareError } from '../figshare/error.js';
import type { Item, Kind } from '../figshare/item.js';
import type { Question } from '../figshare/question.js';
import type { AskPath } from './network/ask.js';

/** What the main API calls an item, and where its page is. */
export interface Named {
  /** It may hold HTML. */
  title: string;
  page: string | undefined;
}

/** Kinds that the main API tells the names of. */
export function hasName(kind: Kind): boolean {
  return kind === 'article' || kind === 'collection' || kind === 'project';
}

/** What the main API calls the first of some items. */
export async function askName(items: readonly Item[], _: Question, askPath: AskPath): Promise<Named> {
  const [{ kind, id }] = items as [Item];
  return askPath(`/v2/${kind}s/${id}`, readName);
}

function readName(body: unknown): Named {
  const { title, url_public_html: page } = (body ?? {}) as Partial<Record<string, unknown>>;
  if (typeof title !== 'string' || !title.trim()) {
    throw new FigshareError('bad-data', 'the answer should have a title');
  }
  return { title, page: typeof page === 'string' ? page : undefined };
}
