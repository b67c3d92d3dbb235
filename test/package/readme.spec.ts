/** What the README lists, held to the code: nothing is missing, and nothing is named that does not exist. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { FigshareStatus } from '../../src/elements/question-controller.js';
import type { ErrorKind } from '../../src/figshare/error.js';
import { json } from './dist.js';

const readme = readFileSync('README.md', 'utf8');
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(`src/${file}`, 'utf8'))
  .join('\n');

const kinds: Record<ErrorKind, true> = {
  invalid: true,
  forbidden: true,
  'not-found': true,
  busy: true,
  unreachable: true,
  unavailable: true,
  'bad-data': true,
};
const statuses: Record<FigshareStatus, true> = {
  idle: true,
  loading: true,
  ready: true,
  empty: true,
  stale: true,
  error: true,
};

test('has at most 260 lines', () => {
  expect(readme.split('\n').length - 1).toBeLessThanOrEqual(260);
});

test('lists every kind of error', () => {
  expect(sorted(cellsUnder('| `kind`', 0))).toEqual(sorted(Object.keys(kinds)));
});

test('lists every status', () => {
  expect(sorted(cellsUnder('| what you see', 1))).toEqual(sorted(Object.keys(statuses)));
});

test('names every part and custom property', () => {
  const listed = sorted(namesIn(/Parts: ([^.]*)\./.exec(readme)![1]!));
  expect(listed).toEqual(sorted([...sources.matchAll(/part="([a-z]+)"/g)].map(([, part]) => part!)));
  const properties = namesIn(/Properties: ([^.]*)\./.exec(readme)![1]!);
  expect(sorted(properties)).toEqual(sorted(sources.match(/--figshare-[a-z0-9-]+/g)!));
});

test('names every import, and every file of the bundle', () => {
  const { exports } = json('package.json') as { exports: Record<string, string> };
  const inner = ['.', './package.json', './cdn/*', './define/figshare-*'];
  for (const path of Object.keys(exports).filter((path) => !inner.includes(path))) {
    expect(readme, path).toContain(`${path.slice(1)}\``);
  }
  const files = readdirSync('dist/cdn').filter((file) => !/\.(?:map|txt)$/.test(file));
  for (const file of files) expect(readme, file).toContain(`\`${file}\``);
});

test('shows commands that exist', () => {
  const help = execFileSync('node', ['dist/cli/main.js', '--help'], { encoding: 'utf8' });
  const commands = [...help.matchAll(/^ {2}([a-z]+) \[options\]/gm)].map(([, name]) => name!);
  const shown = [...readme.matchAll(/^npx figshare-elements ([a-z]+)/gm)].map(([, name]) => name!);
  expect(sorted(shown)).toEqual(sorted(commands));
});

test('links to files that exist', () => {
  const links = [...readme.matchAll(/(?:\]\(|(?:src|srcset)=")(?!https?:|#|\/)([^)"]+)/g)];
  expect(links.length).toBeGreaterThan(3);
  for (const [, link] of links) expect(existsSync(link!), link).toBe(true);
});

test('and recipes hold no line that Markdown reads as a quotation', () => {
  const recipes = readdirSync('demo/recipes').filter((name) => name.endsWith('.md'));
  for (const file of ['README.md', ...recipes.map((name) => `demo/recipes/${name}`)]) {
    expect(readFileSync(file, 'utf8').match(/^[ \t]*\/?>.*$/gm), file).toBeNull();
  }
});

/** The names in one column of the table whose head begins like this. */
function cellsUnder(head: string, column: number): string[] {
  const [, ...rows] = readme.slice(readme.indexOf(head)).split('\n\n')[0]!.split('\n').slice(1);
  return rows.flatMap((row) => namesIn(row.split('|')[column + 1]!));
}

function namesIn(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name!);
}

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
