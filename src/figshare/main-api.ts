import type { AskPath } from './ask-path.js';
import { portalOf } from './doi.js';
import { FigshareError } from './error.js';
import { itemName, type Item, type ItemByDoi, type Kind } from './item.js';
import { badData, field, list } from './json.js';
import type { Question } from './question.js';

/** Before the paths of the main API, api.figshare.com, which knows DOIs and names. */
const prefix = '/v2/';

/** Whether a path is asked of the main API. An institution's scope may be called `v2`, too, and is the service's. */
export function isMainApi(path: string): boolean {
  return /^\/v2\/(articles|collections|projects)[/?]/.test(path);
}

/** The address of a path: the main API's, below its own address, or the service's. */
export function addressOf(path: string, service: string, api: string): string {
  return isMainApi(path) ? api + path.slice(prefix.length - 1) : service + path;
}

/** The items that a question is about; each counts once, however it is written. */
export async function resolveItems({ items }: Question, askPath: AskPath): Promise<Item[]> {
  const all = await Promise.all(items.map((item) => lookUp(item, askPath)));
  const byName = new Map<string, Item>();
  for (const item of all) {
    // Of two ways to name an item, one may tell its portal.
    const known = byName.get(itemName(item));
    byName.set(itemName(item), known?.institution ? known : item);
  }
  return [...byName.values()];
}

/**
 * Finds the item of a DOI (FIGSHARE.md 6.4), among the articles first.
 *
 * @throws FigshareError `not-found`: no public item has it; `bad-data`; those of `askPath`
 */
export async function lookUp(item: Item | ItemByDoi, askPath: AskPath): Promise<Item> {
  if (!('doi' in item)) return item;
  for (const kind of ['article', 'collection'] as const) {
    const path = `${prefix}${kind}s?doi=${encodeURIComponent(item.doi)}`;
    const id = await askPath(path, (body) => readMatch(body, item.doi));
    if (id !== undefined) return { kind, id, ...portalOf(item.doi) };
  }
  throw new FigshareError('not-found', `figshare knows no public item with the DOI "${item.doi}"`);
}

/** The search may find more than what it was asked for: only the same DOI counts, of whichever version. */
function readMatch(body: unknown, doi: string): number | undefined {
  const plain = (text: unknown) =>
    String(text)
      .toLowerCase()
      .replace(/\.v\d+$/, '');
  const expected = `the answer to "${doi}" should be a list of items with their ids`;
  const found = list(body, expected) as Partial<Record<'id' | 'doi', unknown>>[];
  const match = found.find((one) => plain(one?.doi) === plain(doi));
  if (!match) return undefined;
  if (Number.isSafeInteger(match.id) && (match.id as number) > 0) return match.id as number;
  throw badData(expected, match.id);
}

/** What the main API calls an item, and where its page is. */
export interface Named {
  /** It may hold HTML. */
  title: string;
  page: string | undefined;
}

/** Kinds whose names the main API knows. */
export function hasName(kind: Kind): boolean {
  return kind === 'article' || kind === 'collection' || kind === 'project';
}

/** What the main API calls the first of some items. */
export async function askName(items: readonly Item[], _: Question, askPath: AskPath): Promise<Named> {
  const [{ kind, id }] = items as [Item];
  return askPath(`${prefix}${kind}s/${id}`, readName);
}

function readName(body: unknown): Named {
  const title = field(body, 'title');
  if (typeof title !== 'string' || !title.trim()) throw badData('the answer should have a title', title);
  const { url_public_html: page } = body as Partial<Record<string, unknown>>;
  return { title, page: typeof page === 'string' ? page : undefined };
}
