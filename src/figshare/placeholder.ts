import { parseItems } from './item.js';

/** An element that a link or a placeholder asks for, in places that take no tag of ours. */
export interface Placeholder {
  name: ElementName;
  /** As they stand, by name; `item` among them. Nobody has checked them but `item`. */
  attributes: Map<string, string>;
}

/** Our tags without their prefix. */
export const elementNames = ['stats', 'timeline', 'breakdown', 'top', 'count'] as const;
export type ElementName = (typeof elementNames)[number];

/**
 * What a link asks for by its fragment: `https://doi.org/10.6084/m9.figshare.766364#figshare-stats?variant=card`.
 * Blanks in a value are written `+` or `%20`.
 *
 * @param address - the link's; whatever ends its sentence may still be at its end
 * @returns undefined unless the fragment names an element and the address before it is an item
 */
export function readLink(address: string): Placeholder | undefined {
  const [page, ...fragments] = address.split('#figshare-') as [string, ...string[]];
  const [, name, mark, rest = ''] =
    /^(\w+)(?:(\?|%3f)([^]*))?$/i.exec(withoutEnd(fragments.join('#figshare-'))) ?? [];
  if (!isElementName(name) || !isItem(page)) return undefined;
  // Some editors encode the question mark, and all that follows.
  const attributes = new Map(new URLSearchParams(mark === '?' ? rest : decoded(rest)));
  // A list of the most viewed items of all is about none of them.
  const isAbout = name !== 'top' || (attributes.get('by') ?? 'item') !== 'item';
  if (isAbout && !attributes.get('item')) attributes.set('item', page);
  return { name, attributes };
}

/**
 * What a placeholder asks for by its data: `<div data-figshare-stats data-item="766364" data-variant="card">`.
 *
 * @param attributes - the element's; those without `data-` before their names say nothing
 */
export function readData(attributes: Iterable<{ name: string; value: string }>): Placeholder | undefined {
  const data = new Map<string, string>();
  for (const { name, value } of attributes)
    if (name.startsWith('data-')) data.set(name.slice('data-'.length), value);
  const name = elementNames.find((known) => data.delete(`figshare-${known}`));
  return name && { name, attributes: data };
}

export function isElementName(name: string | undefined): name is ElementName {
  return elementNames.some((known) => known === name);
}

function isItem(text: string): boolean {
  try {
    return parseItems(text).length === 1;
  } catch {
    return false; // it is a link to something else
  }
}

/** Without the marks that end a sentence, which programs that make links of addresses take for a part of them. */
function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && '.,;:!?)]}\'"»”’'.includes(text[end - 1]!)) end -= 1;
  return text.slice(0, end);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return ''; // options that nobody can read are none
  }
}
