import { invalid, type FigshareError } from './error.js';

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

/** Prefixes, behind `10.`, whose DOIs end in the article's or collection's id (FIGSHARE.md 6.3). */
const prefixesWithId =
  '17633 25383 25917 26187 60809 23641 25573 23640 25452 57831 17028 26174 23634 25858 83056 25444 24378 15131 ' +
  '25422 17045 25916 83399 17608 25375 60696 48420 82444 60580 71741 26180 26188 5522 25384 1184 25400 60893';

/**
 * Reads one item in any form that people have at hand: `766364`, `project/13`, a DOI, a figshare URL.
 * Never guesses: a DOI that does not hold its item's id comes back as `{ doi }`, to be looked up.
 *
 * @param kindOfNumber - what a bare number is
 * @throws FigshareError `invalid`
 */
export function parseItem(text: string, kindOfNumber: Kind = 'article'): Item | ItemByDoi {
  const trimmed = text.trim();
  const [, kind, digits] = /^(?:([a-z]+)\/)?(\d+)$/i.exec(trimmed) ?? [];
  if (digits) return itemOf(kind?.toLowerCase() ?? kindOfNumber, digits, text);

  const [, link, doi] =
    /^(doi:\s*|(?:https?:\/\/)?(?:(?:dx|www)\.)?doi\.org\/)?(10\..+)$/i.exec(trimmed) ?? [];
  // A link is percent-encoded and may carry a query; in a bare DOI, "%", "?" and "#" are its own letters.
  if (doi) return itemOfDoi(link?.endsWith('/') ? decoded(doi.replace(/[?#].*/, ''), text) : doi, text);

  if (/^https?:/i.test(trimmed) && URL.canParse(trimmed)) return itemOfUrl(new URL(trimmed), text);
  throw unreadable(text);
}

/** The items in a white-space separated list; `doi: 10.…` with a space, as papers print it, is one. */
export function splitItems(list: string): string[] {
  return list
    .replace(/\bdoi:\s+/gi, 'doi:')
    .split(/\s+/)
    .filter(Boolean);
}

/** `article/766364`, or the DOI: as items are written in messages, keys and on the command line. */
export function itemName(item: Item | ItemByDoi): string {
  return 'doi' in item ? item.doi : `${item.kind}/${item.id}`;
}

function itemOf(name: string | undefined, digits: string | undefined, text: string): Item {
  const kind = kinds.find((known) => known === name);
  const id = Number(digits);
  if (!kind || !/^[1-9]\d*$/.test(digits ?? '') || !Number.isSafeInteger(id)) throw unreadable(text);
  return { kind, id };
}

function itemOfDoi(whole: string, text: string): Item | ItemByDoi {
  const doi = whole.replace(/[./,;]+$/, '');
  const [, prefix, suffix] = /^10\.(\d{4,9})\/(\S+)$/.exec(doi) ?? [];
  if (!prefix || !suffix) throw unreadable(text);
  const form =
    prefix === '6084'
      ? /^m9\.figshare\.(c\.)?([1-9]\d*)(\.v\d+)?$/i
      : /(?:^|[./])(c\.)?([1-9]\d*)(\.v\d+)?$/i;
  const isKnown = prefix === '6084' || prefixesWithId.split(' ').includes(prefix);
  const [, c, digits] = form.exec(suffix) ?? [];
  return isKnown && digits ? itemOf(c ? 'collection' : 'article', digits, text) : { doi };
}

/** On any host: portals have domains of their own (FIGSHARE.md 6.5 and 6.6). */
function itemOfUrl({ pathname, searchParams }: URL, text: string): Item {
  if (pathname.startsWith('/s/') || searchParams.has('private_link')) {
    throw invalid('item', 'public, not a private link', text);
  }
  if (/^\/(ndownloader\/)?files\//.test(pathname) || searchParams.has('file')) {
    throw invalid('item', 'a whole item, not one of its files', text);
  }
  const [, kind, path = ''] = /^\/([a-z]+)s\/(.+?)[./]*$/.exec(pathname) ?? [];
  const [last = '', before = '', ...titles] = path.split('/').reverse();
  // Two trailing numbers are id and version; a second one that is too long for a version follows a title
  // such as "2020". Authors, groups and projects have no versions.
  const isVersioned = /^(article|collection)\d+\/\d{1,3}$/.test(`${kind}${before}/${last}`);
  if (titles.length > (isVersioned ? 2 : 1)) throw unreadable(text);
  return itemOf(kind, isVersioned ? before : last, text);
}

function decoded(encoded: string, text: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    throw unreadable(text); // a stray "%"
  }
}

function unreadable(text: string): FigshareError {
  return invalid('item', `a number, kind/number (${kinds.join(', ')}), DOI or figshare URL`, text);
}
