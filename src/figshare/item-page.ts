import type { Item, Kind, Mention } from './item.js';

/** Where figshare shows items of a kind; groups have no page outside their institution's portal. */
const folders: Partial<Record<Kind, string>> = {
  article: 'articles',
  collection: 'collections',
  author: 'authors',
  project: 'projects',
};

/** The page of one item as its author named it: the DOI, the address given, else the page at figshare.com. */
export function itemPage({ item, as, text }: Mention): string | undefined {
  if (as === 'doi') return doiPage(text);
  return text || ('id' in item ? numberPage(item) : undefined);
}

/** The page of an item that is known by its number. */
export function numberPage({ kind, id }: Item): string | undefined {
  const folder = folders[kind];
  return folder && `https://figshare.com/${folder}/_/${id}`;
}

function doiPage(doi: string): string {
  return `https://doi.org/${encodeURI(doi).replace(/[?#]/g, encodeURIComponent)}`;
}
