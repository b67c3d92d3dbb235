/** Types of articles, which stand in their addresses (FIGSHARE.md 6.5). */
const types =
  ' figure media dataset fileset poster journal_contribution presentation thesis software online_resource preprint ' +
  'book conference_contribution chapter peer_review educational_resource report standard composition funding ' +
  'physical_object data_management_plan workflow monograph performance event service model registration ';

/** Hosts of figshare's that are no institution's portal. The first few are no pages for readers either. */
const machines = ' api stats widgets ndownloader ';
const others = ' www docs help support info ';

/** `[{slug}/]{id}[/{version}]`, and what changes nothing behind it. */
const versioned = /^(?:([^/]+)\/)??([1-9]\d*)(?:\/\d{1,3})?(?:\/(?:versions|files)\/\d+|\/embed)*$/;
const unversioned = /^(?:([^/]+)\/)??([1-9]\d*)$/;

/** `[/{institution}]/total/views/article/{id}` */
const statistics =
  /^(?:\/([a-z\d][\w-]*))?\/(?:total|timeline|breakdown|top)\/(?:[a-z]+\/)*?(article|collection|author|group|project)\/([1-9]\d*)$/i;

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
  const [isOurs, subdomain = 'www'] = /^(?:(.+)\.)?figshare\.com$/.exec(host) ?? [];
  const isClose = !!isOurs;
  if (/^\/s\/\w/.test(path) || /[?&]private_link=/i.test(query)) {
    return { expected: 'public, not a private link', isClose };
  }
  if (/^\/(?:ndownloader\/)?files\/\d/.test(path)) {
    return { expected: 'a whole item, not one of its files', isClose };
  }

  const [, scope, statisticsKind, statisticsDigits] = statistics.exec(path) ?? [];
  if (subdomain === 'stats' && statisticsKind && statisticsDigits) {
    return {
      kind: statisticsKind,
      digits: statisticsDigits,
      ...(scope && { institution: scope }),
      isPage: false,
    };
  }

  const names = path.split('/').filter(Boolean).join('/');
  const [, folder = '', below] =
    /^(?:v2\/|ndownloader\/)?(?:(?:project|collection)s\/(?:[^/]+\/)??\d+\/(?=articles\/))?(article|collection|author|project|group)s\/(.+)/i.exec(
      names,
    ) ?? [];
  const kind = folder.toLowerCase();
  const digits = below && idIn(kind, below, isClose);
  if (!digits) {
    const expected =
      'written as kind/number, such as collection/1234, unless it is an address at figshare.com';
    return isOurs ? { isClose: !!below } : { expected, isClose };
  }
  const isMachine = machines.includes(` ${subdomain} `);
  const isPortal =
    isOurs && !isMachine && /^[a-z\d-]+$/.test(subdomain) && !others.includes(` ${subdomain} `);
  return { kind, digits, ...(isPortal && { institution: subdomain }), isPage: !isMachine };
}

/** The id in what stands behind `/articles/` and its like. Of any host but figshare's, only articles with their type. */
function idIn(kind: string, below: string, isOurs: boolean): string | undefined {
  const [first = '', rest] = /^(\w+)\/(.+)/.exec(below)?.slice(1) ?? [];
  const isTyped = kind === 'article' && types.includes(` ${first.toLowerCase()} `);
  if (!isTyped && !isOurs) return undefined;
  const isVersioned = kind === 'article' || kind === 'collection';
  const form = isVersioned ? versioned : unversioned;
  const [, title = '', id = ''] = form.exec(isTyped ? rest! : below) ?? [];
  if (!id) {
    // A type of article that is not known yet.
    const [, digits] =
      (kind === 'article' && /^[a-z_]+\/[^/]+\/([1-9]\d{4,})(?:\/\d{1,3})?$/.exec(below)) || [];
    return digits;
  }
  // Either of two long numbers may be the id. Behind a damaged number, a short one is its version; behind nothing but
  // a type, on hosts of others, a year is a year.
  if (/^[1-9]\d{4,}$/.test(title)) return undefined;
  if (isVersioned && id.length < 4 && /\d/.test(title)) return undefined;
  if (!isOurs && !title && /^(?:19|20)\d\d$/.test(id)) return undefined;
  return id;
}
