import { unwrapped } from '../../figshare/item-text.js';

/**
 * Markdown with spaces in place of its code, fenced and inline, of its comments and of escaped characters: lines stay
 * where they are. What Quarto passes on as HTML (` ```{=html} `) is no code. Text that is indented is kept, since it may
 * belong to a list. Takes a time that grows with the length only, whatever the text holds.
 */
export function withoutCode(text: string): string {
  return withoutFences(text.replace(/\r\n?/g, '\n'))
    .replace(/\\[<`[]/g, '  ')
    .split(/(\n[ \t]*\n)/) // no code span goes on in another paragraph
    .map(withoutSpans)
    .join('');
}

/** Links as Markdown has them: `[text](address)`, `<address>`, `[label]: address`, and bare. */
export function linksIn(text: string): { address: string; line: number }[] {
  return text.split('\n').flatMap((shown, index) =>
    Array.from(shown.matchAll(/(?<![\w"'=/])https?:\/\/[^\s<>()"']+/g), ([address]) => ({
      address: unwrapped(address.replaceAll('&amp;', '&')), // the mark that ends a sentence is no part of it
      line: index + 1,
    })),
  );
}

function withoutFences(text: string): string {
  let fence = '';
  let isComment = false;
  let isHtml = false;
  const lines = text.split('\n').map((line) => {
    if (isComment || (!fence && /^ {0,3}<!--/.test(line))) {
      const end = line.indexOf('-->', isComment ? 0 : line.indexOf('<!--') + '<!--'.length);
      isComment = end < 0;
      return isComment ? blank(line) : blank(line.slice(0, end)) + line.slice(end).replace('-->', '   ');
    }
    const [, mark = '', info = ''] = /^(?:[\s>]|[-*+]\s|\d+[.)]\s)*(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (fence) {
      const isEnd = mark.startsWith(fence) && !info.trim();
      if (isEnd) fence = '';
      return isHtml && !isEnd ? line : blank(line);
    }
    if (!mark || (mark.startsWith('`') && info.includes('`'))) return line;
    fence = mark;
    isHtml = info.trim() === '{=html}';
    return blank(line);
  });
  return lines.join('\n');
}

/** A code span goes from some backticks to the next that are as many. */
function withoutSpans(paragraph: string): string {
  const runs = [...paragraph.matchAll(/`+/g)];
  const next: (number | undefined)[] = [];
  const lastOf = new Map<number, number>();
  for (let index = runs.length - 1; index >= 0; index--) {
    const { length } = runs[index]![0];
    next[index] = lastOf.get(length);
    lastOf.set(length, index);
  }
  let shown = '';
  let from = 0;
  for (let index = 0; index < runs.length; index++) {
    const close = next[index];
    if (close === undefined) continue;
    const end = runs[close]!.index + runs[close]![0].length;
    const span = paragraph.slice(runs[index]!.index, end);
    const isHtml = paragraph.startsWith('{=html}', end);
    shown += paragraph.slice(from, runs[index]!.index) + (isHtml ? span.replaceAll('`', ' ') : blank(span));
    from = end;
    index = close;
  }
  return shown + paragraph.slice(from);
}

function blank(code: string): string {
  return code.replace(/[^\n]/g, ' ');
}
