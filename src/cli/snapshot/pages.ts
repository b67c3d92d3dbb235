/// <reference types="node" />
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Tokenizer, TokenizerMode, type Token } from 'parse5';
import { glob } from 'tinyglobby';
import { isElementName, readData, readLink, type Placeholder } from '../../figshare/placeholder.js';
import { WrongUse } from '../wrong-use.js';
import { linksIn, withoutCode } from './markdown.js';

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
  // A variable of a script's that is not set would be the root of all files.
  if (!pattern) throw new WrongUse('--from "" names no file, folder or glob');
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

/** In these no tag is a tag but their own end; where scripts run, `noscript` is one of them. */
const textModes = new Map<string, Tokenizer['state']>([
  ['title', TokenizerMode.RCDATA],
  ['textarea', TokenizerMode.RCDATA],
  ['script', TokenizerMode.SCRIPT_DATA],
  ['plaintext', TokenizerMode.PLAINTEXT],
  ...['style', 'xmp', 'iframe', 'noembed', 'noframes', 'noscript'].map(
    (name) => [name, TokenizerMode.RAWTEXT] as const,
  ),
]);

/**
 * The elements in HTML, with the links and placeholders that become one, in the order of the page. Its tags are read one
 * by one, and no tree is made of them: that takes a time that grows with the square of tags that are never closed.
 */
export function elementsInHtml(text: string): PageElement[] {
  const found: PageElement[] = [];
  /** Templates that are open. What one holds is not on the page, unless it is a shadow root. */
  const templates: { isShadow: boolean }[] = [];
  /** Drawings and formulas that are open. */
  let drawings = 0;
  const ignore = () => undefined;
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag(tag) {
        const element = templates.every(({ isShadow }) => isShadow) && readElement(tag);
        if (element) found.push({ ...element, line: tag.location?.startLine ?? 1 });
        if (tag.tagName === 'template')
          templates.push({ isShadow: tag.attrs.some(({ name }) => name === 'shadowrootmode') });
        if (isForeign(tag) && !tag.selfClosing) drawings += 1;
        tokenizer.inForeignNode = drawings > 0;
        // In a drawing, <title/> is whole.
        if (!tag.selfClosing || drawings === 0)
          tokenizer.state = textModes.get(tag.tagName) ?? tokenizer.state;
      },
      onEndTag(tag) {
        if (tag.tagName === 'template') templates.pop();
        if (isForeign(tag)) drawings = Math.max(0, drawings - 1);
        tokenizer.inForeignNode = drawings > 0;
      },
      onComment: ignore,
      onDoctype: ignore,
      onEof: ignore,
      onCharacter: ignore,
      onNullCharacter: ignore,
      onWhitespaceCharacter: ignore,
    },
  );
  tokenizer.write(text, true);
  return found;
}

function isForeign({ tagName }: Token.TagToken): boolean {
  return tagName === 'svg' || tagName === 'math';
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

/** What `figshare-auto.js` makes of it in a browser. */
function readElement({ tagName, attrs }: Token.TagToken): Placeholder | undefined {
  const attributes = new Map(attrs.map(({ name, value }) => [name, value]));
  const [, own] = /^figshare-(\w+)$/.exec(tagName) ?? [];
  if (isElementName(own)) return { name: own, attributes };
  if (tagName === 'a') return readLink(attributes.get('href')?.trim() ?? '');
  if (tagName !== 'div' && tagName !== 'span') return undefined;
  return readData(Array.from(attributes, ([name, value]) => ({ name, value })));
}
