/// <reference types="node" />
import { text } from 'node:stream/consumers';
import { FigshareError } from '../../figshare/error.js';
import { itemName, parseItems } from '../../figshare/item.js';
import { inquiriesOf, inquiriesOfItem, type Attributes } from './questions.js';
import type { Inquiry } from './inquiry.js';
import { readPages } from './read-pages.js';

export interface Wanted {
  inquiries: Inquiry[];
  /** What could not be read as a question, each as a line. */
  problems: string[];
}

/**
 * What is asked by items, by those on standard input, and by pages.
 *
 * @param items - `-` is standard input, and so is nothing at all where no terminal is behind it
 * @throws where a page cannot be read
 */
export async function readWanted(
  items: readonly string[],
  pages: readonly string[],
  today: string,
): Promise<Wanted> {
  const isPiped = items.length + pages.length === 0 && !process.stdin.isTTY;
  const piped = items.includes('-') || isPiped ? await text(process.stdin) : '';
  const lines = [...items.filter((item) => item !== '-'), ...piped.split('\n')];
  const listed = lines.flatMap(itemsIn);
  const byItem = listed.map((item) => read(() => inquiriesOfItem(item, today), 'item'));
  const byPage = (await readPages(pages)).flatMap(({ file, elements }) =>
    elements.map(({ name, attributes, line }) => {
      const where = `${file}:${line}: ${tagOf(name, attributes)}`;
      return read(() => inquiriesOf(name, attributes, today, where), where);
    }),
  );
  const each = [...byItem, ...byPage];
  return {
    inquiries: each.flatMap(({ inquiries }) => inquiries),
    problems: each.flatMap(({ problems }) => problems),
  };
}

/** The items in a line; where it cannot be read, its words, so that those of them that can are asked for. */
function itemsIn(line: string): string[] {
  try {
    return parseItems(line).map(itemName);
  } catch (error) {
    if (!(error instanceof FigshareError)) throw error;
    return line.split(/\s+/).filter(Boolean);
  }
}

function read(inquiries: () => Inquiry[], where: string): Wanted {
  try {
    return { inquiries: inquiries(), problems: [] };
  } catch (error) {
    if (!(error instanceof FigshareError)) throw error;
    return { inquiries: [], problems: [`${where}: ${error.message}`] };
  }
}

function tagOf(name: string, { item }: Attributes): string {
  return `<figshare-${name}${item ? ` item="${item.trim()}"` : ''}>`;
}
