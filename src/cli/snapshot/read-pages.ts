/// <reference types="node" />
import { readFile, stat } from 'node:fs/promises';
import { glob } from 'tinyglobby';
import { elementsInHtml, elementsInMarkdown, type Found } from './pages.js';

export interface Page {
  file: string;
  elements: Found[];
}

const markdown = /\.(md|mdx|markdown|mdown|mkd|qmd|rmd)$/i;
const html = /\.(html?|xhtml)$/i;

/** Reads pages: files by their names, and all pages in folders and by globs. @throws where one matches nothing */
export async function readPages(patterns: readonly string[]): Promise<Page[]> {
  const files = await Promise.all(patterns.map(filesAt));
  const each = [...new Set(files.flat())].sort();
  return Promise.all(
    each.map(async (file) => {
      const text = await readFile(file, 'utf8');
      return { file, elements: markdown.test(file) ? elementsInMarkdown(text) : elementsInHtml(text) };
    }),
  );
}

async function filesAt(pattern: string): Promise<string[]> {
  const isFile = await stat(pattern).then(
    (entry) => entry.isFile(),
    () => false,
  );
  if (isFile) return [pattern];
  const files = await glob(pattern, { ignore: '**/node_modules/**' });
  const pages = files.filter((file) => markdown.test(file) || html.test(file));
  if (pages.length === 0) throw new Error(`--from "${pattern}" matches no HTML or Markdown file`);
  return pages;
}
