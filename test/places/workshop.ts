/** A temporary folder in which one place is installed, filled, served and looked at; all of it is gone afterwards. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { usual } from '../../demo/snippets/choice.js';
import { fill, fillingOf, type Release } from '../../demo/snippets/fill.js';
import { readRecipe } from '../../demo/snippets/recipe.js';
import type { Chromium } from './chromium.js';
import { unpackDebian, type Debian } from './debian.js';

export interface Run {
  env?: Record<string, string>;
  /** What the program reads. */
  input?: string;
  /** Below the place's folder. */
  cwd?: string;
}

export interface Snippets {
  /** What an administrator puts in, in the recipe's order. */
  once: string[];
  /** What an author puts in. */
  each: string;
}

export interface Workshop {
  folder: string;
  chromium: Chromium;
  /** The package as `npm pack` makes it. */
  tarball: string;
  /** Fills a text's placeholders, such as `%AUTO_SCRIPT%`. */
  fill: (text: string) => string;
  /** A recipe's snippets of the example item, as the builder prints them. */
  recipe: (name: string) => Promise<Snippets>;
  write: (path: string, text: string) => Promise<void>;
  read: (path: string) => Promise<string>;
  /** Installs packages at exact versions, without their scripts. */
  npm: (...packages: string[]) => Promise<void>;
  debian: (names: string[], without?: RegExp) => Promise<Debian>;
  /** What a program wrote. @throws with all of that when it fails */
  run: (program: string, args: string[], options?: Run) => Promise<string>;
  /** Starts a server and waits until it answers. */
  start: (program: string, args: string[], url: string, options?: Run) => Promise<void>;
  /** Serves a folder as any host does. */
  serve: (path?: string) => Promise<string>;
}

export interface Shared {
  chromium: Chromium;
  tarball: string;
  release: Release;
}

/** Makes the folder, lets `use` work in it, and removes all that it made. */
export async function inWorkshop<Result>(
  { chromium, tarball, release }: Shared,
  use: (at: Workshop) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'figshare-place-'));
  const ends: (() => unknown)[] = [];
  const filled = (text: string) => fill(text, fillingOf(usual, release));
  const run: Workshop['run'] = (program, args, options) => execute(program, args, folder, options);
  try {
    return await use({
      folder,
      chromium,
      tarball,
      fill: filled,
      run,
      async recipe(name) {
        const recipe = readRecipe(name, await readFile(`demo/recipes/${name}.md`, 'utf8'));
        if (!recipe) throw new Error(`demo/recipes/${name}.md is no recipe`);
        const texts = (when: 'once' | 'each') =>
          recipe.boxes.filter((box) => box.when === when).map(({ text }) => filled(text));
        return { once: texts('once'), each: texts('each')[0] ?? '' };
      },
      async write(path, text) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), text);
      },
      read: (path) => readFile(join(folder, path), 'utf8'),
      async npm(...packages) {
        if (!existsSync(join(folder, 'package.json')))
          await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
        const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
        await run('npm', ['install', '--save-exact', ...quiet, ...packages]);
      },
      debian: (names, without) => unpackDebian(folder, names, without),
      async start(program, args, url, options = {}) {
        const child = spawn(program, args, {
          cwd: join(folder, options.cwd ?? ''),
          env: { ...process.env, ...options.env },
          stdio: 'ignore',
          detached: true, // so that its own children end with it
        });
        ends.push(() => process.kill(-child.pid!));
        await answers(url, () => child.exitCode);
      },
      async serve(path = '') {
        const server = createServer(({ url = '/' }, response) => {
          const asked = decodeURIComponent(new URL(url, 'http://any').pathname);
          const file = fileOf(join(folder, path, asked));
          response.writeHead(file ? 200 : 404, { 'content-type': file ? typeOf(file) : 'text/plain' });
          if (file) createReadStream(file).pipe(response);
          else response.end();
        }).listen(0, '127.0.0.1');
        await once(server, 'listening');
        ends.push(() => {
          server.close();
          server.closeAllConnections();
        });
        return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      },
    });
  } finally {
    for (const end of ends) end();
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

async function execute(program: string, args: string[], folder: string, { env, input, cwd = '' }: Run = {}) {
  const child = spawn(program, args, { cwd: join(folder, cwd), env: { ...process.env, ...env } });
  const written: string[] = [];
  const errors: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (part: string) => written.push(part));
  child.stderr.setEncoding('utf8').on('data', (part: string) => errors.push(part));
  child.stdin.on('error', () => {}); // a program that reads nothing may be gone already
  child.stdin.end(input ?? '');
  const [code] = (await once(child, 'close')) as [number | null];
  if (code === 0) return written.join('');
  const output = [...written, ...errors].join('').trim().slice(-3000);
  throw new Error(`${program} ${args.join(' ').slice(0, 200)} ended with ${code ?? 'a signal'}\n${output}`);
}

/** Asks until somebody answers, whatever the answer is. */
async function answers(url: string, exitCode: () => number | null): Promise<void> {
  const until = Date.now() + 60_000;
  for (;;) {
    try {
      await fetch(url, { redirect: 'manual' });
      return;
    } catch (error) {
      if (exitCode() !== null)
        throw new Error(`the server of ${url} ended with ${exitCode()}`, { cause: error });
      if (Date.now() > until) throw new Error(`nobody answers at ${url}`, { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function fileOf(path: string): string | undefined {
  return [path, join(path, 'index.html'), `${path}.html`].find(
    (one) => existsSync(one) && statSync(one).isFile(),
  );
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};
const typeOf = (file: string) => types[extname(file)] ?? 'application/octet-stream';
