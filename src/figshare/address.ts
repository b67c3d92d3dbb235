/** Types of articles, which stand in their addresses (FIGSHARE.md 6.5). */
const types =
  ' figure media dataset fileset poster journal_contribution presentation thesis software online_resource preprint ' +
  'book conference_contribution chapter peer_review educational_resource report standard composition funding ' +
  'physical_object data_management_plan workflow monograph performance event service model registration ';

/** Hosts of figshare's that are no pages for readers. */
const machines = ' api stats widgets ndownloader ';

/** `[{title}/]{id}[/{version}]`, and what changes nothing behind it. */
const versioned = /^(?:([^/]+)\/)??([1-9]\d*)(?:\/\d{1,3})?(?:\/(?:versions|files)\/\d+|\/embed)*$/;
const unversioned = /^(?:([^/]+)\/)??([1-9]\d*)$/;

/** An item's folder, also of the API, of downloads, and inside a project or collection. */
const folder =
  /^(?:v2\/|ndownloader\/)?(?:(?:project|collection)s\/(?:[^/]+\/)??\d+\/(?=articles\/))?([a-z]+)s\/(.+)/;

/** An address with its scheme or without, and a path if without: `e.g.` is none. */
const address =
  /^(?:(?:https?:)?\/\/(?:[^\s/?#@]*@)?|(?=[^/]+\/))((?:[^\s/?#@:.]+\.)+[a-z][a-z\d-]+)\.?(?::\d+)?(\/[^?#]*)?(\?[^#]*)?(?:#.*)?$/i;

export interface Address {
  /** In small letters. */
  host: string;
  path: string;
  query: string;
}

/** What an address tells: an item, or in words what it should have been. */
export type AddressReading =
  | { kind: string; digits: string; institution?: string; isPage: boolean }
  /** `isClose`: somebody meant an item by it, so it is no prose beside others. */
  | { expected?: string; isClose: boolean };

export function addressOf(word: string): Address | undefined {
  const [, host, path = '', query = ''] = address.exec(word) ?? [];
  return host ? { host: host.toLowerCase(), path, query } : undefined;
}

/** Reads the address of an item's page, or of what a program asks about it (FIGSHARE.md 6.5). */
export function readAddress({ host, path, query }: Address): AddressReading {
  const [ours, subdomain = 'www'] = /^(?:(.+)\.)?figshare\.com$/.exec(host) ?? [];
  const isClose = !!ours;
  if (/^\/s\/\w/.test(path) || /[?&]private_link=/.test(query)) {
    return { expected: 'public, not a private link', isClose };
  }
  if (/^\/(?:ndownloader\/)?files\/\d/.test(path)) {
    return { expected: 'a whole item, not one of its files', isClose };
  }
  const names = path.toLowerCase().split('/').filter(Boolean).join('/');
  const [, counted, number] = subdomain === 'stats' ? (/\/([a-z]+)\/(\d+)$/.exec(names) ?? []) : [];
  const [, kind = counted, below = ''] = folder.exec(names) ?? [];
  const digits = number ?? idIn(kind, below, isClose);
  if (!kind || !digits) return { isClose: isClose && !!below };
  const isPage = !machines.includes(` ${subdomain} `);
  const isPortal = ours && isPage && subdomain !== 'www' && !subdomain.includes('.');
  return { kind, digits, ...(isPortal && { institution: subdomain }), isPage };
}

/** The id in what stands behind `/articles/` and its like. On any host but figshare's, only articles with their type. */
function idIn(kind: string | undefined, below: string, isOurs: boolean): string | undefined {
  const [, type = '', typed = ''] = kind === 'article' ? (/^([a-z_]+)\/(.+)/.exec(below) ?? []) : [];
  if (!isOurs && !types.includes(` ${type} `)) return undefined;
  const isVersioned = kind === 'article' || kind === 'collection';
  const form = isVersioned ? versioned : unversioned;
  const [, title = '', id] = (isOurs ? form.exec(below) : undefined) ?? form.exec(typed) ?? [];
  // Either of two long numbers may be the id. Behind a damaged number, a short one is its version; behind nothing but
  // a type, on hosts of others, a year is a year.
  const isUncertain =
    !id ||
    /^(?:[1-9]\d{4,}|versions|files)$/.test(title) ||
    (isVersioned && id.length < 4 && /\d/.test(title)) ||
    (!isOurs && !title && /^(?:19|20)\d\d$/.test(id));
  return isUncertain ? undefined : id;
}
