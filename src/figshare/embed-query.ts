import type { ElementName, Placeholder } from './placeholder.js';

/** What an embed page's address may set of every element. The page itself says who answers, and asks at once. */
const shared = ['item', 'institution', 'start', 'end', 'hide-below', 'no-link', 'theme', 'lang', 'heading'];

/** And of each. */
const own: Record<ElementName, string[]> = {
  stats: [
    ...['metrics', 'variant', 'compact'],
    ...['label-views', 'label-downloads', 'label-shares', 'label-citations'],
  ],
  timeline: ['metrics', 'granularity', 'cumulative', 'variant', 'category', 'item-type'],
  breakdown: [...['metric', 'by', 'country', 'limit', 'min-count', 'variant', 'category', 'item-type']],
  top: ['of', 'metric', 'by', 'limit'],
  count: [],
};

export const elementNames = Object.keys(own) as ElementName[];

/** The attributes that an embed page's address may set. */
export function embedNames(name: ElementName): readonly string[] {
  return [...shared, ...own[name]];
}

/**
 * The element that an embed page's address asks for: `?element=stats&item=766364&variant=card`. Names that are not on
 * the list say nothing.
 *
 * @returns undefined where there is no such element
 */
export function readEmbedQuery(query: URLSearchParams): Placeholder | undefined {
  const name = (query.get('element') || 'stats').replace(/^figshare-/, '');
  if (!isElementName(name)) return undefined;
  const attributes = new Map<string, string>();
  for (const option of embedNames(name)) {
    const value = query.get(option);
    if (value !== null) attributes.set(option, value);
  }
  return { name, attributes };
}

function isElementName(name: string): name is ElementName {
  return elementNames.some((known) => known === name);
}
