import { FigshareError } from '../figshare/error.js';
import type { Kind } from '../figshare/item.js';
import { ask, type AskOptions } from './door.js';
import { mainApi } from './look-up.js';

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

/** @throws FigshareError `bad-data`; those of `ask` */
export async function askName(
  kind: Kind,
  id: string,
  options: AskOptions & { api?: string },
): Promise<Named> {
  const { answer } = await ask(`${options.api ?? mainApi}/${kind}s/${id}`, readName, options);
  return answer;
}

function readName(body: unknown): Named {
  const { title, url_public_html: page } = (body ?? {}) as Partial<Record<string, unknown>>;
  if (typeof title !== 'string' || !title.trim()) {
    throw new FigshareError('bad-data', 'the answer should have a title');
  }
  return { title, page: typeof page === 'string' ? page : undefined };
}
