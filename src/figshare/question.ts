import { invalid } from './error.js';
import type { Item, ItemByDoi } from './item.js';

/** What every question is about: some items, taken together. */
export interface Question extends Scope {
  items: (Item | ItemByDoi)[];
}

/** Which part of an item's events is asked for. */
export interface Scope {
  /** Slug of an institution: only what happened in its portal. */
  institution?: string;
  subItem?: SubItem;
}

/** Only what belongs to a category or an item type. */
export interface SubItem {
  type: 'category' | 'item_type';
  id: string;
}

/** `YYYY-MM-DD`, both included. */
export interface Dates {
  start?: string | undefined;
  end?: string | undefined;
}

export interface Scoped {
  /** Slug of an institution's scope. */
  institution?: string | undefined;
}

export interface Parted {
  /** Id of a category: only what belongs to it. */
  category?: string | number | undefined;
  /** An item type, such as `dataset`: only what belongs to it. */
  itemType?: string | undefined;
}

export function datesIn({ start, end }: Dates): { start?: string; end?: string } {
  return { ...(start != null && { start }), ...(end != null && { end }) };
}

export function institutionIn({ institution }: Scoped): { institution?: string } {
  if (!institution) return {};
  if (/^[a-z\d][\w-]*$/i.test(institution)) return { institution };
  throw invalid('institution', 'a slug such as "monash"', institution);
}

export function subItemIn({ category, itemType }: Parted): { subItem?: SubItem } {
  if (category == null && itemType == null) return {};
  if (category != null && itemType != null) {
    throw invalid('category', 'absent where item-type is given', `${category}" with item-type "${itemType}`);
  }
  if (category != null && !/^[1-9]\d{0,14}$/.test(String(category))) {
    throw invalid('category', "a category's number", category);
  }
  if (itemType != null && !/^[\w-]{1,40}$/.test(itemType)) {
    throw invalid('item-type', 'an item type such as "dataset"', itemType);
  }
  const id = String(category ?? itemType);
  return { subItem: { type: category != null ? 'category' : 'item_type', id } };
}

/** The service was never seen to be asked for more. */
const mostEntries = 100;

/** How long a list is at most. @throws FigshareError `invalid` */
export function parseLimit(limit: string | number): number {
  const number = Number(limit);
  if (String(limit).trim() && Number.isInteger(number) && number >= 1 && number <= mostEntries) return number;
  throw invalid('limit', `a number from 1 to ${mostEntries}`, limit);
}

/** @throws FigshareError `invalid` */
export function oneOf<Value extends string>(name: string, known: readonly Value[], text: string): Value {
  const found = known.find((value) => value === text);
  if (!found) throw invalid(name, `one of ${known.join(', ')}`, text);
  return found;
}
