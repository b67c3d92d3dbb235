import type { Item, Kind } from './item.js';

/** Why an address is no item: in words for its author. */
export type Refusal = 'file' | 'private' | 'other';

const folders: Record<string, Kind> = {
  articles: 'article',
  collections: 'collection',
  projects: 'project',
  authors: 'author',
  groups: 'group',
};

/** Hosts of figshare that are no portal. */
const services = new Set([
  'www',
  'api',
  'stats',
  'widgets',
  'ndownloader',
  'docs',
  'help',
  'support',
  'info',
]);

/** What figshare calls its articles in their addresses: a portal on a domain of its own is known by it (FIGSHARE.md 6.5). */
const types = new Set(
  (
    'figure media dataset fileset poster journal_contribution presentation thesis software online_resource preprint ' +
    'book conference_contribution chapter peer_review educational_resource report standard composition funding ' +
    'physical_object data_management_plan workflow monograph performance event service model registration'
  ).split(' '),
);

const isId = (text = '') => /^[1-9]\d*$/.test(text) && Number.isSafeInteger(Number(text));
const isVersion = (text = '') => /^\d{1,3}$/.test(text);

/**
 * The item that an address of figshare's, or of a portal on a domain of its own, leads to. An id stands in a segment of
 * its own, behind the title; what cannot be read for certain is refused.
 */
export function readAddress({ hostname, port, pathname, searchParams }: URL): Item | Refusal {
  const host = hostname.replace(/\.$/, '');
  const isFigshares = (host === 'figshare.com' || host.endsWith('.figshare.com')) && !port;
  const segments = pathname.split('/').slice(1).map(decoded);
  while (segments.length > 0 && /^[.,;:!?)\]}'’”»*]*$/.test(segments.at(-1)!)) segments.pop();
  if (!isFigshares) {
    const [folder, type = ''] = segments;
    const isPortals = folder === 'articles' && types.has(type.toLowerCase());
    return isPortals ? behind('article', segments.slice(2), 1) : 'other';
  }

  if (segments[0] === 's' || searchParams.has('private_link')) return 'private';
  const slug = host.replace(/\.?figshare\.com$/, '');
  const institution = slug && !slug.includes('.') && !services.has(slug) ? { institution: slug } : {};
  const read = readOwn(slug, segments);
  return typeof read === 'string' ? read : { ...read, ...institution };
}

function readOwn(slug: string, segments: string[]): Item | Refusal {
  if (slug === 'stats') {
    const [kind, id] = segments.slice(-2);
    const folder = Object.values(folders).find((known) => known === kind);
    return folder && isId(id) ? { kind: folder, id: Number(id) } : 'other';
  }
  let path = segments;
  if (path[0] === 'ndownloader' || (slug === 'api' && /^v\d$/.test(path[0] ?? ''))) path = path.slice(1);
  if (/^(?:files|download)$/.test(path[0] ?? '')) return 'file';
  // What stands in a project or a collection is an article.
  const inner = path.indexOf('articles', 1);
  if (inner > 0 && /^(?:projects|collections)$/.test(path[0]!) && isId(path[inner - 1]))
    path = path.slice(inner);
  const kind = Object.hasOwn(folders, path[0] ?? '') ? folders[path[0]!] : undefined;
  return kind ? behind(kind, path.slice(1), kind === 'article' ? 2 : 1) : 'other';
}

/**
 * @param path - a title, an id, a version: what follows the folder
 * @param most - how many titles there may be
 */
function behind(kind: Kind, path: string[], most: number): Item | Refusal {
  let rest = path;
  if (rest.at(-1) === 'embed') rest = rest.slice(0, -1);
  if (/^(?:versions|files)$/.test(rest.at(-2) ?? '') && /^\d+$/.test(rest.at(-1)!)) rest = rest.slice(0, -2);
  const [last, before] = rest.toReversed();
  const isVersioned = (kind === 'article' || kind === 'collection') && isVersion(last) && isId(before);
  const titles = rest.slice(0, isVersioned ? -2 : -1);
  const id = isVersioned ? before : last;
  if (!isId(id) || titles.length > most) return 'other';
  // A short number behind what begins like one is a version, and the id is spoilt.
  if (
    !isVersioned &&
    isVersion(id) &&
    /^\d/.test(titles.at(-1) ?? '') &&
    kind !== 'project' &&
    kind !== 'author'
  )
    return 'other';
  return { kind, id: Number(id) };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
