import { invalid } from '../figshare/error.js';
import { itemName, type Item } from '../figshare/item.js';
import { topPath } from '../figshare/path.js';
import { largestOf, readTop, type Top, type TopQuestion } from '../figshare/top.js';
import type { AskPath } from './network/ask.js';

/** A sum of lists that were cut at the limit would miss what each had just below it. */
const entriesPerSummand = 100;

/** The largest, of all items of a kind or of some together. */
export async function askTop(items: readonly Item[], question: TopQuestion, askPath: AskPath): Promise<Top> {
  const { limit } = question;
  const of = items[0]?.kind ?? question.of; // a DOI may be a collection's
  if (items.some(({ kind }) => kind !== of))
    throw invalid('item', 'all of one kind', items.map(itemName).join(' '));
  const count = items.length > 1 ? entriesPerSummand : limit;
  const whose = items.length > 0 ? items.map(({ id }) => id) : [undefined];
  const lists = whose.map((id) => askPath(topPath({ ...question, of }, count, id), readTop));
  return largestOf(await Promise.all(lists), limit);
}
