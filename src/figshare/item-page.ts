import type { Item, Mention } from './item.js';

/** The page of one item as its author named it: the DOI, the address given, else the page at figshare.com. */
export function itemPage({ item, as, text }: Mention): string | undefined {
  if (as === 'doi') return doiPage(text);
  return text || ('id' in item ? numberPage(item) : undefined);
}

/** The page of an item that is known by its number; groups have none outside their institution's portal. */
export function numberPage({ kind, id }: Item): string | undefined {
  return kind === 'group' ? undefined : `https://figshare.com/${kind}s/_/${id}`;
}

function doiPage(doi: string): string {
  return `https://doi.org/${encodeURI(doi).replace(/[?#]/g, encodeURIComponent)}`;
}
