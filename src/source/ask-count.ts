import { readCounts, type CountQuestion, type GroupCount } from '../figshare/count.js';
import type { Item } from '../figshare/item.js';
import { countPath } from '../figshare/path.js';
import type { AskPath } from './network/ask.js';

/** All groups in one request. It is the only one by POST, so a browser asks for leave first (CORS). */
export async function askCount(
  items: readonly Item[],
  { institution }: CountQuestion,
  askPath: AskPath,
): Promise<GroupCount[]> {
  const ids = items.map(({ id }) => id);
  const body = JSON.stringify({ groups: ids.map((id) => ({ id })) });
  return askPath(countPath(institution), (answer) => readCounts(answer, ids), body);
}
