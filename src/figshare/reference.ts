import { readAddress, type Refusal } from './address.js';
import { readDoi } from './doi.js';
import type { Item, ItemByDoi } from './item.js';

/** A DOI or an address in a text, and what it leads to. */
export interface Reference {
  item: Item | ItemByDoi | Refusal;
  /** Where a link to it leads: the DOI's address, or the address as it stands. */
  page: string;
}

/** What is not seen is no part of an address, unless it stands inside a number. */
const unseen =
  /(?<!\d)[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+(?!\d|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff])/g;

/** Where an address or a DOI may begin. */
const starts = /https?:\/\/|10\.\d{4,9}(?:\/|%2f)/gi;

/** Hosts that lead to what a DOI names. */
const resolvers = /(?:^|[/.])(?:doi\.org|hdl\.handle\.net|datacite\.org)$/;

/** Words between white space, quotes, and the brackets that no address holds. */
const words = /[^\s<>"“”„«»`{}|\\]+/g;

/** Takes out what nobody sees. */
export const seenOf = (text: string) => text.replace(unseen, '');

/** The DOIs and addresses in a text, in its order. */
export function referencesIn(text: string): Reference[] {
  return [...seenOf(text).matchAll(words)].flatMap(([word]) => referencesInWord(word));
}

function referencesInWord(word: string): Reference[] {
  const pieces = piecesOf(word);
  return pieces.flatMap((piece, index) => {
    const reference = /^http/i.test(piece.text) ? ofAddress(piece.text) : ofDoi(piece.text, piece.isEncoded);
    const next = pieces[index + 1];
    // Glued together, nobody can tell where one ends and the next begins.
    if (next?.isGlued && reference && typeof reference.item !== 'string')
      return [{ ...reference, item: 'other' as const }];
    if (piece.isGlued && index > 0) return [];
    return reference ? [reference] : [];
  });
}

interface Piece {
  text: string;
  isGlued: boolean;
  isEncoded: boolean;
}

function piecesOf(word: string): Piece[] {
  const found: { at: number; isGlued: boolean; isEncoded: boolean }[] = [];
  let isInAddress = false;
  for (const { 0: start, index } of word.matchAll(starts)) {
    const before = word[index - 1] ?? '';
    const isSeparate = /^[,;:=([\])、，；（*_~'’‘]?$/.test(before);
    if (/^http/i.test(start)) {
      isInAddress = true;
      found.push({ at: index, isGlued: /[/&+]/.test(before) && found.length > 0, isEncoded: false });
      continue;
    }
    // In an address it is a part of it, unless a comma parts them.
    if (isInAddress && !/[,;、，；)\]](?:doi:)?$/i.test(word.slice(Math.max(0, index - 5), index))) continue;
    if (found.length > 0 && !isSeparate && !isInAddress) {
      found.push({ at: index, isGlued: true, isEncoded: false });
      continue;
    }
    const host = /([^/]*)\/(?:doi:)?$/i.exec(word.slice(Math.max(0, index - 40), index))?.[1];
    const isResolved = host !== undefined && resolvers.test(host.toLowerCase());
    if (!isSeparate && !isResolved) continue;
    isInAddress = false;
    found.push({ at: index, isGlued: false, isEncoded: isResolved });
  }
  if (found.length === 0) {
    const host = /^[([*_']*((?:[\w-]+\.)+[a-z]+\/.*)$/i.exec(word)?.[1];
    return host ? [{ text: `https://${host}`, isGlued: false, isEncoded: false }] : [];
  }
  return found.map(({ at, ...rest }, index) => ({ text: word.slice(at, found[index + 1]?.at), ...rest }));
}

/** @param isEncoded - as addresses are */
function ofDoi(text: string, isEncoded: boolean): Reference | undefined {
  const isSlashed = /^10\.\d+\//.test(text);
  const plain = isEncoded || !isSlashed ? decoded(text.replace(/[?#].*$/s, '')) : text;
  const read = plain === undefined ? undefined : readDoi(plain);
  if (!read) return { item: 'other', page: text };
  return { item: read.item, page: doiPage(read.doi) };
}

function ofAddress(text: string): Reference {
  const address = withoutEnd(text);
  const refused = { item: 'other' as const, page: address };
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return refused;
  }
  if (resolvers.test(url.hostname)) {
    const [, doi] = /\/(?:doi:)?(10\.\d{4,9}(?:\/|%2f).*)$/i.exec(/^[^?#]*/.exec(address)![0]) ?? [];
    return (doi && ofDoi(doi, true)) || refused;
  }
  return { item: readAddress(url), page: address };
}

/** A link's address has no mark at its end that ends a sentence, and no bracket that it has not opened. */
function withoutEnd(text: string): string {
  let end = text.length;
  let open = 0;
  for (const character of text) open += character === '(' ? 1 : character === ')' ? -1 : 0;
  for (; end > 0; end -= 1) {
    const last = text[end - 1]!;
    if (last === ')' && open < 0) open += 1;
    else if (!".,;:!?'’”»]}*。，、；：？！…".includes(last)) break;
  }
  return text.slice(0, end);
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined; // a stray "%"
  }
}

function doiPage(doi: string): string {
  return `https://doi.org/${encodeURI(doi).replace(/[?#]/g, encodeURIComponent)}`;
}
