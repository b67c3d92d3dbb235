import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An origin of its own on this machine: what was put there is served, all else is 404. */
export interface Origin {
  /** `http://127.0.0.1:PORT`, without a closing slash. */
  readonly url: string;
  /** Serves a text from now on, in place of what was there. Gives its address. */
  put(path: string, text: string, headers?: Record<string, string>): string;
  /** What is served there. */
  text(path: string): string;
  /** Lets whoever asks for a path wait until the returned function is called. */
  hold(path: string): () => void;
  close(): Promise<void>;
}

interface File {
  text: string;
  headers: Record<string, string>;
}

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};

/** Where the pages are: nothing but what a test puts there. */
export const startPages = () => start();

/** What a CDN serves of this package, as CDNs serve it: dist/cdn, with CORS for everybody. */
export async function startCdn(): Promise<Origin> {
  const cdn = await start({
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
  });
  // All of it now: a build that goes on meanwhile does not mix two versions in one run.
  for (const name of readdirSync('dist/cdn')) cdn.put(`/${name}`, readFileSync(`dist/cdn/${name}`, 'utf8'));
  return cdn;
}

export interface Site extends Origin {
  /** Those of its pages: `''`, `builder/`, … */
  folders: string[];
}

/** The built site as any host serves it, in a folder: `url` is that of the folder. */
export async function startSite(folder: string): Promise<Site> {
  const site = await start();
  const folders: string[] = [];
  for (const name of readdirSync('dist/site', { recursive: true, encoding: 'utf8' })) {
    const path = `${folder}/${name.replaceAll('\\', '/')}`;
    if (!statSync(`dist/site/${name}`).isFile()) continue;
    const text = readFileSync(`dist/site/${name}`, 'utf8');
    site.put(path, text);
    if (!path.endsWith('/index.html')) continue;
    const parent = path.slice(0, -'index.html'.length);
    site.put(parent, text);
    // That one is made to stand in pages of others.
    if (!parent.endsWith('/embed/')) folders.push(parent.slice(folder.length + 1));
  }
  return { ...site, url: site.url + folder, folders: folders.sort() };
}

async function start(always: Record<string, string> = {}): Promise<Origin> {
  const files = new Map<string, File>();
  const held = new Map<string, Promise<void>>();

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://any');
    await held.get(pathname);
    const file = files.get(pathname);
    if (!file) return void response.writeHead(404, always).end();
    const type = types[/\w+$/.exec(pathname)?.[0] ?? ''] ?? types['html']!;
    response.writeHead(200, {
      'content-type': type,
      'cache-control': 'no-store',
      ...always,
      ...file.headers,
    });
    response.end(file.text);
  }

  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    put(path, text, headers = {}) {
      files.set(path, { text, headers });
      return url + path;
    },
    text(path) {
      const file = files.get(path);
      if (!file) throw new Error(`nothing is served at ${path}, only at ${[...files.keys()].join(', ')}`);
      return file.text;
    },
    hold(path) {
      let release!: () => void;
      held.set(path, new Promise((resolve) => (release = resolve)));
      return () => {
        held.delete(path);
        release();
      };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
