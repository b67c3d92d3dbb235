import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { parseItem } from '../../figshare/item.js';
import { elementNames, type Attributes } from './questions.js';
import { linksIn, withoutCode } from './markdown.js';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** An element of ours, or what stands for one, in the text of a page. */
export interface Found {
  /** Without its prefix. */
  name: string;
  attributes: Attributes;
  line: number;
}

/** The elements in HTML, with the links and placeholders that become one. */
export function elementsInHtml(text: string): Found[] {
  return elementsBelow(parse(text, { sourceCodeLocationInfo: true })).flatMap((element) => {
    const line = element.sourceCodeLocation?.startLine ?? 1;
    return foundsIn(element).map((found) => ({ ...found, line }));
  });
}

/** Those in Markdown: what its text holds, but no code. */
export function elementsInMarkdown(text: string): Found[] {
  const shown = withoutCode(text);
  const links = linksIn(shown).flatMap(({ address, line }) => {
    const found = linked(address);
    return found ? [{ ...found, line }] : [];
  });
  return [...elementsInHtml(shown), ...links];
}

/** In the order of the page. It may be nested deeper than calls may: tags are forgotten to be closed. */
function elementsBelow(root: Node): Element[] {
  const elements: Element[] = [];
  const waiting = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('tagName' in node) elements.push(node);
    for (const child of childrenOf(node).toReversed()) waiting.push(child);
  }
  return elements;
}

/** What a template holds is not on the page, unless it is a shadow root. */
function childrenOf(node: Node): Node[] {
  const isShadow = 'content' in node && node.attrs.some(({ name }) => name === 'shadowrootmode');
  if (isShadow) return [node.content];
  return 'childNodes' in node ? node.childNodes : [];
}

function foundsIn({ tagName, attrs }: Element): Omit<Found, 'line'>[] {
  const values = attrs.map(({ name, value }) => [name, value] as const);
  const [, own] = /^figshare-(\w+)$/.exec(tagName) ?? [];
  if (own) return isOurs(own) ? [{ name: own, attributes: attributesOf(values) }] : [];

  const link = tagName === 'a' && linked(Object.fromEntries(values)['href'] ?? '');
  const data = values.flatMap(([name, value]) => {
    const [, own] = /^data-(.+)/.exec(name) ?? [];
    return own ? [[own, value] as const] : [];
  });
  const placeholders = data.flatMap(([mark]) => {
    const [, name] = /^figshare-(\w+)$/.exec(mark) ?? [];
    return isOurs(name) ? [{ name, attributes: attributesOf(data) }] : [];
  });
  return link ? [link, ...placeholders] : placeholders;
}

/** A link that becomes an element: `https://doi.org/10.6084/m9.figshare.766364#figshare-stats?variant=card`. */
function linked(address: string): Omit<Found, 'line'> | undefined {
  const [, page = '', name, query = ''] = /^([^#]*)#figshare-(\w+)(?:\?(.*))?$/s.exec(address.trim()) ?? [];
  if (!isOurs(name)) return undefined;
  const told = attributesOf(new URLSearchParams(query));
  const isAbout = name !== 'top' || (told['by'] ?? 'item') !== 'item';
  // `#figshare-top` alone leads up the page: a list is asked for by what it lists.
  if (isAbout ? !told.item && !isItem(page) : !query && !isItem(page)) return undefined;
  return { name, attributes: { ...told, item: told.item || (isAbout ? page : '') } };
}

function isItem(address: string): boolean {
  try {
    return !!parseItem(address);
  } catch {
    return false; // another link, whatever stands behind its "#"
  }
}

function isOurs(name: string | undefined): name is string {
  return name !== undefined && elementNames.includes(name);
}

function attributesOf(values: Iterable<readonly [string, string]>): Attributes {
  const { item = '', 'item-type': itemType, ...others } = Object.fromEntries(values);
  return { ...others, item, itemType };
}
