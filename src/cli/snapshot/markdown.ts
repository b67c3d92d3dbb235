import { unwrapped } from '../../figshare/item-text.js';

/** Markdown with spaces in place of its code, fenced and inline, and of escaped characters: lines stay where they are. */
export function withoutCode(text: string): string {
  return withoutFences(text.replace(/\r\n?/g, '\n'))
    .replace(/\\[<`[]/g, '  ')
    .replace(/(?<!`)(`+)(?!`)((?:(?!\n[ \t]*\n)[^])*?[^`])\1(?!`)/g, blank);
}

/** Links as Markdown has them: `[text](address)`, `<address>`, `[label]: address`, and bare. */
export function linksIn(text: string): { address: string; line: number }[] {
  return [...text.matchAll(/(?<=^|[(<\s])https?:\/\/[^\s<>()"']+/g)].map(({ 0: address, index }) => ({
    address: unwrapped(address), // the last mark of a sentence is no part of it
    line: text.slice(0, index).split('\n').length,
  }));
}

function withoutFences(text: string): string {
  let fence = '';
  const lines = text.split('\n').map((line) => {
    const [, mark = '', info = ''] = /^(?:[\s>]|[-*+]\s|\d+[.)]\s)*(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    const isInside = fence !== '';
    if (!isInside && mark && !(mark.startsWith('`') && info.includes('`'))) fence = mark;
    else if (isInside && mark.startsWith(fence) && !info.trim()) fence = '';
    else if (!isInside) return line;
    return blank(line);
  });
  return lines.join('\n');
}

function blank(code: string): string {
  return code.replace(/[^\n]/g, ' ');
}
