import type { Item, ItemByDoi } from './item.js';

/** What a DOI says of its item, and where in the text the DOI ends. */
export interface DoiReading {
  item: Item | ItemByDoi;
  /** The DOI alone, as it stands. */
  doi: string;
}

/** Prefixes, behind `10.`, whose DOIs end in the article's or collection's id (FIGSHARE.md 6.3). */
const prefixesWithId = new Set(
  (
    '17633 25383 25917 26187 60809 23641 25573 23640 25452 57831 17028 26174 23634 25858 83056 25444 24378 15131 ' +
    '25422 17045 25916 83399 17608 25375 60696 48420 82444 60580 71741 26180 26188 5522 25384 1184 25400 60893'
  ).split(' '),
);

/** Labels that are digits alone. All others hold a letter. */
const digitLabels: Record<string, string> = { '5522': '04/', '23640': '07243.' };

/** What may stand behind an id and is none of its DOI's: marks of a sentence, brackets, a query. */
const ends = /^(?:[)\]}>"'’”»`,;:!?#&|*~…。，、；：？！）」』】/]|\.(?![a-z0-9_-]))/i;

/**
 * Reads the DOI that a text begins with. A DOI that does not hold its item's id is left to be looked up.
 *
 * @param text - begins with `10.`; white space is not in it
 * @returns undefined where nobody can tell what is meant
 */
export function readDoi(text: string): DoiReading | undefined {
  const [start = '', prefix = ''] = /^10\.(\d{4,9})\//.exec(text) ?? [];
  if (!start) return undefined;
  const suffix = text.slice(start.length);
  const label = prefix === '6084' ? /^m9\.figshare\./i.exec(suffix)?.[0] : labelOf(prefix, suffix);
  const known = label === undefined ? null : /^(c\.)?([1-9]\d*)(\.v\d+)?/i.exec(suffix.slice(label.length));
  if (known) {
    const end = start.length + label!.length + known[0].length;
    const rest = text.slice(end);
    if (/^[\d\P{ASCII}]/u.test(rest) && !ends.test(rest)) return undefined;
    if (rest === '' || ends.test(rest)) {
      // Two that are glued together leave open where the first one ends.
      if (/^\/.*(?:10\.\d{4}|:\/\/)/.test(rest)) return undefined;
      const id = Number(known[2]);
      if (!Number.isSafeInteger(id)) return undefined;
      const kind = known[1] ? 'collection' : 'article';
      return { item: { kind, id, ...institutionOf(prefix, label!) }, doi: text.slice(0, end) };
    }
    if (prefix === '6084' && !/^[._]/.test(rest)) return undefined;
  }
  const doi = trimmedDoi(text);
  if (doi.length <= start.length || /\P{ASCII}/u.test(doi)) return undefined;
  const guess = /^([a-z][\w-]*)\.\d+(?:\.v\d+)?$/i.exec(doi.slice(start.length))?.[1];
  return { item: { doi, ...institutionOf(prefix, guess ? `${guess}.` : '') }, doi };
}

/** The words before the id under an institution's prefix; none is a label, too. Undefined where it can be none. */
function labelOf(prefix: string, suffix: string): string | undefined {
  if (!prefixesWithId.has(prefix)) return undefined;
  const digits = digitLabels[prefix];
  if (digits && suffix.startsWith(digits)) return digits;
  let label = '';
  for (const [word] of suffix.matchAll(/[\w-]+[./]/gy)) {
    if (!/[a-z]/i.test(word) || word.toLowerCase() === 'c.') break;
    label += word;
  }
  return label;
}

/** The slug of the item's portal is often the first word behind the prefix: a guess that costs a question. */
function institutionOf(prefix: string, label: string): { institution?: string } {
  const word = prefix === '6084' ? undefined : /^([a-z][\w-]*)\./i.exec(label)?.[1];
  return word ? { institution: word.toLowerCase() } : {};
}

/** Without what surrounds a DOI in a sentence. Its own brackets are in pairs. */
function trimmedDoi(text: string): string {
  let end = text.search(/[,;](?=10\.\d{4}|https?:|doi:)/i);
  if (end < 0) end = text.length;
  let open = 0;
  for (const character of text.slice(0, end)) open += character === '(' ? 1 : character === ')' ? -1 : 0;
  for (; end > 0; end -= 1) {
    const last = text[end - 1]!;
    if (last === ')' && open < 0) open += 1;
    else if (!'.,;:!?\'"’”»]}*/。，、；：？！'.includes(last)) break;
  }
  return text.slice(0, end);
}
