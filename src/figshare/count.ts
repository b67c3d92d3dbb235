import type { AskPath } from './ask-path.js';
import { invalid } from './error.js';
import { type Item, parseItems } from './item.js';
import { count, field, list, record, sum } from './json.js';
import { countPath } from './path.js';
import { institutionIn, type Question, type Scoped } from './question.js';

/** How many public items some groups hold. */
export type CountQuestion = Question;

export interface CountOptions extends Scoped {
  /** Groups: `327`, `group/327`. */
  item: string | number;
}

/** @throws FigshareError `invalid`, which names the option and its value */
export function countQuestion(options: CountOptions): CountQuestion {
  const items = parseItems(options.item, 'group');
  if (items.some((item) => 'doi' in item || item.kind !== 'group')) {
    throw invalid('item', 'groups', options.item);
  }
  return { items, ...institutionIn(options) };
}

export interface GroupCount {
  id: number;
  /** Public items. */
  value: number;
}

/** All groups in one request. It is the only one by POST, so a browser asks for permission first (CORS). */
export async function askCount(
  items: readonly Item[],
  { institution }: CountQuestion,
  askPath: AskPath,
): Promise<GroupCount[]> {
  const ids = items.map(({ id }) => id);
  // By hand: old libraries give arrays a `toJSON` that makes a text of them.
  const body = `{"groups":[${ids.map((id) => `{"id":${id}}`).join()}]}`;
  return askPath(countPath(institution), (answer) => readCounts(answer, ids), body);
}

/**
 * Reads `{"327": 20, "328": 1}`.
 *
 * @param ids - of the groups that were asked for
 * @throws FigshareError `bad-data`: one of them is missing, or not a count
 */
export function readCounts(body: unknown, ids: readonly number[]): GroupCount[] {
  const counts = record(body, 'the answer should be an object with a number for each group');
  const groups = ids.map((id) => ({ id, value: count(field(counts, String(id)), String(id)) }));
  sum(groups.map(({ value }) => value)); // what is shown of all of it has to be exact, too
  return groups;
}

/**
 * Reads counts that were stored from an earlier answer.
 *
 * @throws FigshareError `bad-data`
 */
export function readKeptCount(kept: unknown): GroupCount[] {
  return list(kept).map((group) => ({
    id: count(field(group, 'id'), 'id'),
    value: count(field(group, 'value'), 'value'),
  }));
}
