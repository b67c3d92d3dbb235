import type { Refusal } from './address.js';
import { invalid, type FigshareError } from './error.js';
import { itemName, kinds, type Item, type ItemByDoi, type Kind } from './item.js';
import { referencesIn, seenOf, type Reference } from './reference.js';

/**
 * Reads one item in any form that people have at hand: `766364`, `project/13`, a DOI, a figshare URL, with what
 * surrounds them where they were copied from. Never guesses: a DOI that does not hold its item's id comes back as
 * `{ doi }`, to be looked up (FIGSHARE.md 6).
 *
 * @param kindOfNumber - what a bare number is
 * @throws FigshareError `invalid`, also for a list of several
 */
export function parseItem(text: string | number, kindOfNumber: Kind = 'article'): Item | ItemByDoi {
  const [item, ...others] = parseItems(text, kindOfNumber);
  if (!item || others.length > 0) throw unreadable(text);
  return item;
}

/**
 * Reads a list of items, separated by white space, `,` or `;`. Beside a DOI or an address, other words are prose.
 *
 * @param kindOfNumber - what a bare number is
 * @returns one or more, each once
 * @throws FigshareError `invalid`
 */
export function parseItems(text: string | number, kindOfNumber: Kind = 'article'): (Item | ItemByDoi)[] {
  return readItems(text, kindOfNumber).map(({ item }) => item);
}

/** An item, and where its author says that it is to be found. */
export interface NamedItem {
  item: Item | ItemByDoi;
  /** Undefined where a number names it. */
  page: string | undefined;
}

/** As `parseItems`, with the page that names each. @throws FigshareError `invalid` */
export function readItems(value: string | number, kindOfNumber: Kind = 'article'): NamedItem[] {
  const text = String(value);
  const plain = seenOf(text).trim();
  // A title may hold blanks, where an address was copied as a page shows it.
  const whole = /^https?:\/\/\S+\.com\/.*\s/.test(plain) && !/:\/\/.*(?::\/\/|10\.\d{4})/s.test(plain);
  const references = [
    ...(whole ? referencesIn(plain.replace(/\s+(?=.*\/\d)/g, '_')) : []),
    ...referencesIn(text),
  ];
  const read = references.filter(isRead);
  if (read.length === 0) {
    const [refused] = references;
    if (refused) throw refusedAs(refused.item as Refusal, text);
    return once(numbersIn(plain, kindOfNumber, text));
  }
  const refused = references.find(({ item, page }) => typeof item === 'string' && isPart(item, page));
  if (refused && !whole) throw refusedAs(refused.item as Refusal, text);
  const named = plain.split(/[\s,;]+/).flatMap((word) => {
    const [, kind, digits] = /^([a-z]+)\/(\d+)$/i.exec(word) ?? [];
    const item = digits ? itemOf(kind?.toLowerCase(), digits) : undefined;
    return item ? [{ item, page: undefined }] : [];
  });
  return once([...read, ...named]);
}

/**
 * Finds every item in any text (a README, BibTeX, a CSV), each once, in its order. A DOI of another publisher comes as
 * `{ doi }`; bare numbers are not found.
 */
export function findItems(text: string): (Item | ItemByDoi)[] {
  return once(referencesIn(text).filter(isRead)).map(({ item }) => item);
}

const isRead = (reference: Reference): reference is Reference & { item: Item | ItemByDoi } =>
  typeof reference.item !== 'string';

/** A sum without a part of what was listed would be a wrong number; a page of somebody else is prose. */
const isPart = (refusal: string, page: string) =>
  refusal !== 'other' || /^10\.|^https?:\/\/[^/]*(?:doi\.org|figshare\.com)\//i.test(page);

/** A list of numbers is one throughout. */
function numbersIn(plain: string, kindOfNumber: Kind, text: string): NamedItem[] {
  const bare = plain.replace(/^["'“”„«»‘’`]+|["'“”„«»‘’`]+$/g, '');
  if (/^(?:[a-z]*:?\/\/orcid\.org\/)?\d{4}-\d{4}-\d{4}-\d{3}[\dx]$/i.test(bare.replace(/^https?:/i, '')))
    throw invalid('item', 'an item: the builder finds the figshare author of an ORCID iD', text);
  const words = bare.split(/[\s,;]+/).filter(Boolean);
  // 766,364 is one number, and the comma is not between two.
  if (words.length === 0 || bare.split(/[\s;]+/).some((word) => /^\d{1,3}(?:,\d{3})+$/.test(word)))
    throw unreadable(text);
  return words.map((word) => {
    const [, kind, digits = ''] = /^(?:([a-z]+)\/)?(\d+)$/i.exec(word) ?? [];
    const item = itemOf(kind?.toLowerCase() ?? kindOfNumber, digits);
    if (!item) throw unreadable(text);
    return { item, page: undefined };
  });
}

function itemOf(name: string | undefined, digits: string): Item | undefined {
  const kind = kinds.find((known) => known === name);
  const id = Number(digits);
  return kind && /^[1-9]\d*$/.test(digits) && Number.isSafeInteger(id) ? { kind, id } : undefined;
}

function once<Named extends { item: Item | ItemByDoi }>(all: Named[]): Named[] {
  const names = new Set<string>();
  return all.filter(({ item }) => {
    const name = itemName(item).toLowerCase();
    return !names.has(name) && names.add(name);
  });
}

function refusedAs(refusal: Refusal, text: string): FigshareError {
  if (refusal === 'private') return invalid('item', 'public, not a private link', text);
  if (refusal === 'file') return invalid('item', 'a whole item, not one of its files', text);
  return unreadable(text);
}

function unreadable(text: string | number): FigshareError {
  return invalid('item', `a number, kind/number (${kinds.join(', ')}), DOI or figshare URL`, text);
}
