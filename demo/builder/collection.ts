/** What a collection, or a group, holds: its articles, page by page. */
import { isRecord } from '../../src/figshare/json.js';
import { askJson } from '../snippets/names.js';

const pageSize = 100;
const mostPages = 50;

/**
 * @param path - `/v2/collections/1234/articles`, or `/v2/articles?group=327`
 * @param onPage - told how many are known so far
 * @returns `article/766364`, …
 */
export async function articlesAt(
  path: string,
  api: string,
  { signal, onPage }: { signal?: AbortSignal; onPage?: (count: number) => void } = {},
): Promise<string[]> {
  const articles = new Set<string>();
  for (let page = 1; page <= mostPages; page += 1) {
    const query = `${path.includes('?') ? '&' : '?'}page=${page}&page_size=${pageSize}`;
    const body = await askJson(path + query, api, signal);
    const all = Array.isArray(body) ? (body as unknown[]) : [];
    const before = articles.size;
    for (const one of all)
      if (isRecord(one) && Number.isSafeInteger(one['id'])) articles.add(`article/${one['id'] as number}`);
    onPage?.(articles.size);
    // A service that does not know pages would give the same for ever.
    if (all.length < pageSize || articles.size === before) break;
  }
  return [...articles];
}
