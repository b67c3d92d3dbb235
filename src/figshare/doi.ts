import { unwrapped, withoutInvisible } from './item-text.js';

/** Prefixes, behind `10.`, whose DOIs end in the article's or collection's id (FIGSHARE.md 6.3). */
const prefixesWithId =
  ' 6084 17633 25383 25917 26187 60809 23641 25573 23640 25452 57831 17028 26174 23634 25858 83056 25444 24378 15131 ' +
  '25422 17045 25916 83399 17608 25375 60696 48420 82444 60580 71741 26180 26188 5522 25384 1184 25400 60893 ';

/** Prefix, label, one number, perhaps its version, and the end, or what cannot belong to a number. */
const withId =
  /^10\.(?:5522\/04\/|23640\/07243\.|\d+\/)((?:[a-z][\w-]*[./])*)([1-9]\d*)(?:\.v\d+)?(?=$|[/?#&()<>[\]])/i;

/** figshare's own with more or less than its pattern: cut short, or grown together with what stands behind it. */
const damaged = /^10\.6084\/m9(?:\.figshare(?:\.c)?)?(?:$|\.[1-9]\d*(?!\d|_D\d))|\dv\d+$/i;

/** What a DOI tells. */
export interface DoiReading {
  /** As written, without what stands around it. */
  doi: string;
  /** What the DOI holds; without it, the main API has to be asked. */
  kind?: 'article' | 'collection';
  digits?: string;
  institution?: string;
}

/** Where a DOI begins in a word; -1 where there is none. */
export function doiIn(word: string): number {
  return word.search(/10\.\d{4,9}(?:\/|%2F)/i);
}

/**
 * Reads what begins as a DOI.
 *
 * @returns undefined where it cannot be read for certain, and nobody can be asked for it as it stands
 */
export function readDoi(text: string): DoiReading | undefined {
  const doi = unwrapped(text.replace(/%2F/i, '/'), '/');
  const [start, prefix] = /^10\.(\d{4,9})\/+(?=[^/])/.exec(doi) ?? [];
  // Two that grew together are neither.
  if (!start || /10\.\d{4,9}\/|:\/\/|\ufffd/.test(doi.slice(start.length))) return undefined;
  if (!prefixesWithId.includes(` ${prefix} `)) return { doi };

  const [matched, label = '', digits] = withId.exec(doi) ?? [];
  if (matched && (prefix !== '6084' || /^m9\.figshare\.(c\.)?$/i.test(label))) {
    // A number behind the number, or an entity for a digit: which is the item's is not said.
    if (/^(?:[/?#&(]\d|&#)/.test(doi.slice(matched.length))) return { doi };
    const kind = /(^|[./])c\.$/i.test(label) ? 'collection' : 'article';
    return { doi: matched, kind, digits, ...portalOf(doi) };
  }
  return damaged.test(doi) || /[^!-~]/.test(doi) ? undefined : { doi };
}

/** A DOI behind its resolver's address, which may be percent-encoded, and stand twice. */
export function readDoiPath(path: string): DoiReading | undefined {
  if (/%3\d/.test(path)) return undefined; // an encoded digit
  try {
    const text = withoutInvisible(decodeURIComponent(path)).trim();
    return readDoi(text.replace(/^(?:\/|doi:\s*|https?:\/\/(?:(?:dx|www)\.)?doi\.org\/)+/i, ''));
  } catch {
    return undefined; // a stray "%"
  }
}

/** The first word of an institution's DOI is the slug of its portal, often: a guess (FIGSHARE.md 6.8). */
export function portalOf(doi: string): { institution?: string } {
  const [, institution] = /^10\.\d+\/(?!m9\.|figshare\.|c\.)([a-z][\w-]*)\./i.exec(doi) ?? [];
  return institution ? { institution: institution.toLowerCase() } : {};
}

/** A DOI that another service's address ends in. It counts where it holds the id, and where no other number is there. */
export function doiBehind(path: string): DoiReading | undefined {
  const at = path.search(/\/10\.\d{4,9}\//);
  if (at < 0 || /\/\d{4,}(?:\/|$)/.test(path.slice(0, at))) return undefined;
  const read = readDoi(path.slice(at + 1));
  return read?.kind && path.slice(at + 1) === read.doi ? read : undefined;
}
