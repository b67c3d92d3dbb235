import { FigshareError } from '../figshare/error.js';
import { itemName, type Item, type ItemByDoi } from '../figshare/item.js';
import type { Question } from '../figshare/question.js';
import type { AskPath } from './network/ask.js';

/** The items that a question is about; each counts once, however it is written. */
export async function found({ items }: Question, askPath: AskPath): Promise<Item[]> {
  const all = await Promise.all(items.map((item) => lookUp(item, askPath)));
  return [...new Map(all.map((item) => [itemName(item), item])).values()];
}

/**
 * Finds the item of a DOI at the main API (FIGSHARE.md 6.4), among the articles first.
 *
 * @throws FigshareError `not-found`: no public item has it; `bad-data`; those of `askPath`
 */
export async function lookUp(item: Item | ItemByDoi, askPath: AskPath): Promise<Item> {
  if (!('doi' in item)) return item;
  for (const kind of ['article', 'collection'] as const) {
    const path = `/v2/${kind}s?doi=${encodeURIComponent(item.doi)}`;
    const id = await askPath(path, (body) => readMatch(body, item.doi));
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
