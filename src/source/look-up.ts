import { FigshareError } from '../figshare/error.js';
import type { Item, ItemByDoi } from '../figshare/item.js';
import { ask, type AskOptions } from './door.js';

/** figshare's main API, which knows what item a DOI belongs to (FIGSHARE.md 6.4). */
export const mainApi = 'https://api.figshare.com/v2';

/**
 * Finds the item of a DOI, among the articles first.
 *
 * @throws FigshareError `not-found`: no public item has it; `bad-data`; those of `ask`
 */
export async function lookUp(item: Item | ItemByDoi, options: AskOptions & { api?: string }): Promise<Item> {
  if (!('doi' in item)) return item;
  const api = options.api ?? mainApi;
  for (const kind of ['article', 'collection'] as const) {
    const url = `${api}/${kind}s?doi=${encodeURIComponent(item.doi)}`;
    const { answer: id } = await ask(url, (body) => readMatch(body, item.doi), options);
    if (id !== undefined) return { kind, id };
  }
  throw new FigshareError('not-found', `figshare knows no public item with the DOI "${item.doi}"`);
}

/** The search may find more than what it was asked for: only the same DOI counts, of whichever version. */
function readMatch(body: unknown, doi: string): number | undefined {
  const plain = (text: unknown) =>
    String(text)
      .toLowerCase()
      .replace(/\.v\d+$/, '');
  const found = body as Partial<Record<'id' | 'doi', unknown>>[];
  const match = Array.isArray(body) ? found.find((one) => plain(one?.doi) === plain(doi)) : {};
  if (!match) return undefined;
  if (Number.isSafeInteger(match.id) && (match.id as number) > 0) return match.id as number;
  throw new FigshareError('bad-data', `the answer to "${doi}" should be a list of items with their ids`);
}
