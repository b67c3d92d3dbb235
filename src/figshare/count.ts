import { badData, field, isRecord, readCount } from './answer.js';
import { invalid } from './error.js';
import { parseItems } from './item.js';
import { institutionIn, type Question, type Scoped } from './question.js';

export interface GroupCount {
  id: number;
  /** Public items. */
  value: number;
}

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
    throw invalid('item', 'groups: only these are counted', options.item);
  }
  return { items, ...institutionIn(options) };
}

/**
 * Reads `{"327": 20, "328": 1}`.
 *
 * @param ids - of the groups that were asked for
 * @throws FigshareError `bad-data`: one of them is missing, or not a count
 */
export function readCounts(body: unknown, ids: readonly number[]): GroupCount[] {
  if (!isRecord(body)) throw badData('the answer should be an object with a number for each group', body);
  return ids.map((id) => ({ id, value: readCount(field(body, String(id)), String(id)) }));
}

/**
 * Reads counts that were kept from an earlier answer.
 *
 * @throws FigshareError `bad-data`
 */
export function readKeptCounts(kept: unknown): GroupCount[] {
  if (!Array.isArray(kept)) throw badData('the answer should be a list', kept);
  return kept.map((group: unknown) => ({
    id: readCount(field(group, 'id'), 'id'),
    value: readCount(field(group, 'value'), 'value'),
  }));
}
