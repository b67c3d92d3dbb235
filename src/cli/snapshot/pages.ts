/// <reference types="node" />
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { glob } from 'tinyglobby';
import { isElementName, readData, readLink, type Placeholder } from '../../figshare/placeholder.js';
import { WrongUse } from '../wrong-use.js';
import { linksIn, withoutCode } from './markdown.js';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** An element of ours, or a link or placeholder that becomes one, in the text of a page. */
export interface PageElement extends Placeholder {
  line: number;
}

const markdown = /\.(md|mdx|markdown|mdown|mkd|qmd|rmd)$/i;
const html = /\.(html?|xhtml)$/i;

/**
 * Finds pages: files by their names, and all pages in folders and by globs.
 *
 * @returns their files, each once, in order
 * @throws WrongUse: one of the patterns matches nothing
 */
export async function findPages(patterns: readonly string[]): Promise<string[]> {
  const files = new Set<string>();
  for (const pattern of patterns) for (const file of await filesAt(pattern)) files.add(file);
  return [...files].sort();
}

/** Reads the elements of a page. @throws the system's error, where its file cannot be read */
export async function readPage(file: string): Promise<PageElement[]> {
  const text = await readFile(file, 'utf8');
  return markdown.test(file) ? elementsInMarkdown(text) : elementsInHtml(text);
}

async function filesAt(pattern: string): Promise<string[]> {
  if (await stat(pattern).then((entry) => entry.isFile(), isMissing)) return [pattern];
  const [folder, rest] = await splitAtGlob(pattern);
  const found = await glob(rest || '**', { cwd: folder, ignore: '**/node_modules/**' });
  const pages = found.filter((file) => markdown.test(file) || html.test(file));
  if (pages.length === 0) throw new WrongUse(`--from "${pattern}" matches no HTML or Markdown file`);
  return pages.map((file) => join(folder, file));
}

/** The folder that a pattern begins with, whose name may hold `[` or `(` as itself, and what is to be found in there. */
async function splitAtGlob(pattern: string): Promise<[folder: string, rest: string]> {
  const parts = pattern.split('/');
  for (let depth = parts.length; depth > 0; depth--) {
    const folder = parts.slice(0, depth).join('/') || '/';
    const isFolder = await stat(folder).then((entry) => entry.isDirectory(), isMissing);
    if (isFolder) return [folder, parts.slice(depth).join('/')];
  }
  return ['.', pattern];
}

/** It is a glob then, or nothing at all. */
const isMissing = () => false;

/** The elements in HTML, with the links and placeholders that become one. */
export function elementsInHtml(text: string): PageElement[] {
  return elementsBelow(parse(text, { sourceCodeLocationInfo: true })).flatMap((element) => {
    const found = readElement(element);
    return found ? [{ ...found, line: element.sourceCodeLocation?.startLine ?? 1 }] : [];
  });
}

/** Those in Markdown: in its HTML, and as links. */
export function elementsInMarkdown(text: string): PageElement[] {
  const shown = withoutCode(text);
  const links = linksIn(shown).flatMap(({ address, line }) => {
    const found = readLink(address);
    return found ? [{ ...found, line }] : [];
  });
  return [...elementsInHtml(shown), ...links];
}

/** In the order of the page. A loop, since tags that are never closed nest deeper than calls can. */
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

/** What `figshare-auto.js` makes of it in a browser. */
function readElement({ tagName, attrs }: Element): Placeholder | undefined {
  const attributes = new Map(attrs.map(({ name, value }) => [name, value]));
  const [, own] = /^figshare-(\w+)$/.exec(tagName) ?? [];
  if (isElementName(own)) return { name: own, attributes };
  if (tagName === 'a') return readLink(attributes.get('href')?.trim() ?? '');
  if (tagName !== 'div' && tagName !== 'span') return undefined;
  const data = [...attributes].filter(([name]) => name.startsWith('data-'));
  return readData(data.map(([name, value]) => [name.slice('data-'.length), value]));
}
