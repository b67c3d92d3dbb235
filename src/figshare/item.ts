import { FigshareError } from './error.js';

export const kinds = ['article', 'collection', 'author', 'group', 'project'] as const;
export type Kind = (typeof kinds)[number];

/** Something figshare counts. Ids are per kind: article 13 and project 13 have nothing in common. */
export interface Item {
  kind: Kind;
  id: number;
}

/** An item that its DOI does not tell: the main API has to be asked. */
export interface ItemByDoi {
  doi: string;
}

/** Prefixes whose DOIs end in the article's or collection's id (FIGSHARE.md 6.3). */
const prefixesWithId = new Set(
  (
    '10.17633 10.25383 10.25917 10.26187 10.60809 10.23641 10.25573 10.23640 10.25452 10.57831 10.17028 10.26174 ' +
    '10.23634 10.25858 10.83056 10.25444 10.24378 10.15131 10.25422 10.17045 10.25916 10.83399 10.17608 10.25375 ' +
    '10.60696 10.48420 10.82444 10.60580 10.71741 10.26180 10.26188 10.5522 10.25384 10.1184 10.25400 10.60893'
  ).split(' '),
);

/**
 * Reads one item in any form that people have at hand: `766364`, `project/13`, a DOI, a figshare URL.
 * Never guesses: a DOI that does not hold its item's id comes back as `{ doi }`, to be looked up.
 *
 * @param kindOfNumber - what a bare number is
 * @throws FigshareError `invalid`
 */
export function parseItem(text: string, kindOfNumber: Kind = 'article'): Item | ItemByDoi {
  const trimmed = text.trim();
  const number = /^(?:([a-z]+)\/)?(\d+)$/i.exec(trimmed);
  const doi = /^(?:doi:\s*|(?:https?:\/\/)?(?:(?:dx|www)\.)?doi\.org\/)?(10\.\d{4,9}(?:\/|%2f)\S+)$/i.exec(
    trimmed,
  );
  if (number) return itemOf(number[1]?.toLowerCase() ?? kindOfNumber, number[2], text);
  if (doi?.[1]) return itemOfDoi(doi[1], text);
  if (/^https?:\/\//i.test(trimmed)) return itemOfUrl(trimmed, text);
  throw unreadable(text);
}

/** Reads a white-space separated list of items. `doi: 10.…` with a space, as papers print it, is one item. */
export function parseItems(text: string, kindOfNumber?: Kind): (Item | ItemByDoi)[] {
  return splitItems(text).map((one) => parseItem(one, kindOfNumber));
}

export function splitItems(text: string): string[] {
  return text
    .replace(/\bdoi:\s+/gi, 'doi:')
    .split(/\s+/)
    .filter(Boolean);
}

/** `article/766364`, or the DOI: as items are written in messages, keys and on the command line. */
export function itemName(item: Item | ItemByDoi): string {
  return 'doi' in item ? item.doi : `${item.kind}/${item.id}`;
}

function itemOf(kind: string, digits: string | undefined, text: string): Item {
  const id = Number(digits);
  const known = kinds.find((one) => one === kind);
  if (!known || !digits || digits.startsWith('0') || !Number.isSafeInteger(id)) throw unreadable(text);
  return { kind: known, id };
}

function itemOfDoi(encoded: string, text: string): Item | ItemByDoi {
  // A link is percent-encoded and may carry a query; in a bare DOI, "%", "?" and "#" are its own letters.
  const isLink = /^https?:|^10\.\d+%2f/i.test(text.trim());
  const doi = (isLink ? decoded(encoded.replace(/[?#].*$/, ''), text) : encoded).replace(/[./]+$/, '');
  const [, prefix = '', suffix = ''] = /^(10\.\d+)\/(.+)$/.exec(doi) ?? [];
  if (!suffix) throw unreadable(text);

  const own = prefix === '10.6084' && /^m9\.figshare\.(c\.)?([1-9]\d*)(?:\.v\d+)?$/i.exec(suffix);
  const theirs = prefixesWithId.has(prefix) && /(?:^|[./])(c\.)?([1-9]\d*)(?:\.v\d+)?$/i.exec(suffix);
  const found = own || theirs;
  return found ? itemOf(found[1] ? 'collection' : 'article', found[2], text) : { doi };
}

/** Any host: portals have domains of their own (FIGSHARE.md 6.5 and 6.6). */
function itemOfUrl(href: string, text: string): Item | ItemByDoi {
  if (!URL.canParse(href)) throw unreadable(text);
  const url = new URL(href);
  if (/^\/s\//.test(url.pathname) || url.searchParams.has('private_link')) {
    throw new FigshareError(
      'invalid',
      `item "${text}" is a private link, and figshare counts public items only`,
    );
  }
  if (/^\/(ndownloader\/)?files\/\d/.test(url.pathname) || url.searchParams.has('file')) {
    throw new FigshareError(
      'invalid',
      `item "${text}" names a single file, and figshare counts whole items: give the item's own address`,
    );
  }
  const [folder = '', ...rest] = url.pathname
    .replace(/[./]+$/, '')
    .slice(1)
    .split('/');
  const kind = kinds.find((one) => `${one}s` === folder);
  const last = rest.at(-1);
  const beforeLast = rest.at(-2);
  if (!kind || rest.length > 4) throw unreadable(text);
  // Two trailing numbers are id and version, unless the second is too long for a version: then the first
  // is a title such as "2020". Authors, groups and projects have no versions.
  const versioned = kind === 'article' || kind === 'collection';
  const isVersion = versioned && /^[1-9]\d*$/.test(beforeLast ?? '') && /^\d{1,3}$/.test(last ?? '');
  const id = isVersion ? beforeLast : last;
  if (!/^\d+$/.test(id ?? '')) throw unreadable(text);
  return itemOf(kind, id, text);
}

function decoded(encoded: string, text: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch (cause) {
    throw unreadable(text, cause);
  }
}

function unreadable(text: string, cause?: unknown): FigshareError {
  return new FigshareError(
    'invalid',
    `item must be a number, kind/number (${kinds.join(', ')}), DOI or figshare URL, got "${text}"`,
    { cause },
  );
}
