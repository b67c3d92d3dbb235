import { addressOf, readAddress, type Address } from './address.js';
import { doiBehind, doiIn, readDoi, readDoiPath, type DoiReading } from './doi.js';
import { invalid } from './error.js';
import { wordsOf, type Word } from './item-text.js';

export const kinds = ['article', 'collection', 'author', 'group', 'project'] as const;
export type Kind = (typeof kinds)[number];

/** Something figshare counts. Ids are per kind: article 13 and project 13 have nothing in common. */
export interface Item {
  kind: Kind;
  id: number;
  /** Slug of its portal, as its address tells it, or the first word of its DOI, which is a guess. */
  institution?: string;
}

/** An item that its DOI does not tell: the main API has to be asked. */
export interface ItemByDoi {
  doi: string;
}

/** An item, and how a text names it. */
export interface Mention {
  item: Item | ItemByDoi;
  as: 'number' | 'kind/number' | 'doi' | 'address';
  /** The DOI or the address of a page, without what surrounds it; empty where it is neither. */
  text: string;
}

/** A word that names no item. */
interface Other {
  word?: string;
  /** What it should have been, where that is more than what an item always should be. */
  expected?: string;
  /** It was meant for an item, so it is no prose beside others. */
  isClose?: boolean;
}

const usual = `a number, kind/number (${kinds.join(', ')}), DOI or figshare URL`;
const aboutPeople = 'no ORCID iD: the builder finds the items of one';

const orcid = /(?:\d{4}-){3}\d{3}[\dX]/i;

/** Of the numbers beside DOIs, those of years, pages, references are no longer. */
const longestInProse = 9999;

/** An address alone, with spaces or commas in its title; not one without its id, and something else behind it. */
const spacedTitle = new RegExp(
  `^\\s*https?://(?:[\\w-]+\\.)*figshare\\.com/articles/\\w+/[^/:"<>]+?[\\s,;](?!(?:${kinds.join('|')}|file|version)s?/|\\d+/)[^\\s,;/.:"<>]+/[1-9]\\d{4,}(?:/\\d{1,3})?\\s*$`,
  'i',
);

/**
 * Reads one item in any form that people have at hand: `766364`, `project/13`, a DOI, a figshare URL, with what is
 * pasted around it. Never guesses: a DOI that does not hold its item's id comes back as `{ doi }`, to be looked up.
 *
 * @param kindOfNumber - what a bare number is
 * @throws FigshareError `invalid`, also for several
 */
export function parseItem(text: string | number, kindOfNumber?: Kind): Item | ItemByDoi {
  const [mention, ...others] = mentionsIn(text, kindOfNumber, text);
  if (!mention || others.length > 0) throw invalid('item', 'one item, not several', text);
  return mention.item;
}

/**
 * Reads several, separated by white space, `,` or `;`: each once, in order. Beside a DOI or an address, other words are
 * prose and left out, and so are numbers: short ones, and all where there are words, too (`(ref. 42)`).
 *
 * @param kindOfNumber - what a bare number is
 * @throws FigshareError `invalid`: there is none, or one that cannot be read for certain
 */
export function parseItems(text: string | number, kindOfNumber?: Kind): (Item | ItemByDoi)[] {
  return mentionsIn(text, kindOfNumber).map(({ item }) => item);
}

/**
 * What `parseItems` gives, and how the text names it.
 *
 * @param value - what an error names, if not the word that is wrong
 * @throws FigshareError `invalid`
 */
export function mentionsIn(
  text: string | number,
  kindOfNumber: Kind = 'article',
  value?: string | number,
): Mention[] {
  const whole = String(text);
  // Most are: of a number alone, what follows tells nothing else, but is slow when it runs for the first time.
  const number = itemOf(kindOfNumber, whole);
  if (number) return [{ item: number, as: 'number', text: '' }];
  const plain = spacedTitle.test(whole) ? whole.trim().replace(/[\s,;]+/g, '_') : whole;
  const words = wordsOf(plain).map((word) => readWord(word, kindOfNumber));
  const mentions = words.filter(isMention);
  const others = words.filter((word): word is Other => !isMention(word));
  const isProse = mentions.some(isReference);
  const isWrong = others.some(({ isClose }) => isClose) || (others.length > 0 && !isProse);
  if (isWrong || mentions.length === 0) {
    const { expected = usual, word = whole } = others.find(({ expected }) => expected) ?? others[0] ?? {};
    throw invalid('item', expected, value ?? (mentions.length > 0 && whole.includes(word) ? word : text));
  }
  const isLeftOut = ({ item, as }: Mention) =>
    isProse && as === 'number' && 'id' in item && (others.length > 0 || item.id <= longestInProse);
  return eachOnce(mentions.filter((mention) => !isLeftOut(mention)));
}

/** By kind and id; the versions of a DOI are one. */
export function eachOnce(mentions: Mention[]): Mention[] {
  const names = new Set<string>();
  return mentions.filter(({ item }) => {
    const { size } = names;
    return (
      names.add(
        itemName(item)
          .toLowerCase()
          .replace(/\.v\d+$/, ''),
      ).size > size
    );
  });
}

/** Reads one of `wordsOf`. */
export function readWord({ text, isBroken, isCut }: Word, kindOfNumber: Kind = 'article'): Mention | Other {
  // Long texts are made of numbers and words: everything else has a slash.
  const number = isCut ? undefined : itemOf(kindOfNumber, text);
  if (number) return { item: number, as: 'number', text: '' };
  const read = /[/%]/.test(text) ? readNamed(text) : {};
  if (!isMention(read)) return { ...read, word: text, ...(orcid.test(text) && { expected: aboutPeople }) };
  return (isReference(read) ? isBroken : isCut) ? { isClose: true } : read;
}

export function isMention(read: Mention | Other): read is Mention {
  return 'item' in read;
}

/** `article/766364`, or the DOI: as items are written in messages, keys and on the command line. */
export function itemName(item: Item | ItemByDoi): string {
  return 'doi' in item ? item.doi : `${item.kind}/${item.id}`;
}

function isReference({ as }: Mention): boolean {
  return as === 'doi' || as === 'address';
}

function readNamed(text: string): Mention | Other {
  const address = addressOf(text);
  if (address) return readAddressed(text, address);
  const at = doiIn(text);
  // What "110.6084/…" and "x/10.6084/…" are, nobody knows.
  if (at >= 0 && /(?:^|[^\d./]|doi\/)$/i.test(text.slice(0, at))) return ofDoi(readDoi(text.slice(at)));
  const [kind = '', digits, ...others] = text.split('/', 3);
  const item = others.length === 0 && itemOf(kind, digits);
  return item ? { item, as: 'kind/number', text: '' } : {};
}

function readAddressed(text: string, address: Address): Mention | Other {
  const { host, path } = address;
  if (/^(?:(?:dx|www)\.)?doi\.org$|^hdl\.handle\.net$/.test(host)) {
    return doiIn(path) < 0 ? {} : ofDoi(readDoiPath(path));
  }
  const read = readAddress(address);
  if ('digits' in read) {
    const item = itemOf(read.kind, read.digits, read.institution);
    return item ? { item, as: 'address', text: read.isPage ? withScheme(text) : '' } : { isClose: true };
  }
  const doi = doiBehind(path);
  return doi ? ofDoi(doi) : read;
}

function ofDoi(read: DoiReading | undefined): Mention | Other {
  if (!read) return { isClose: true };
  const { kind, digits, doi, institution } = read;
  const item = kind ? itemOf(kind, digits, institution) : { doi };
  return item ? { item, as: 'doi', text: doi } : { isClose: true };
}

function itemOf(name: string, digits = '', institution?: string): Item | undefined {
  if (!/^[1-9]\d*$/.test(digits) || !Number.isSafeInteger(Number(digits))) return undefined;
  const lower = name.toLowerCase();
  const kind = kinds.find((known) => known === lower);
  if (!kind) return undefined;
  const id = Number(digits);
  return institution ? { kind, id, institution } : { kind, id };
}

function withScheme(address: string): string {
  return /^https?:/i.test(address) ? address : `https://${address.replace(/^\/\//, '')}`;
}
