/** Whole pages with badges, as a reader loads them: what they load, ask and shift, and when the numbers are there. */
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { chromiumArgs, programs } from '../support/system.mjs';
import { pageScript } from './bundle.js';
import { answerTo, contenders, services, type Contender, type ContenderName } from './contenders.js';
import type {} from './page/watch.js';
import type { Files } from './peers.js';

export interface Loading {
  contender: ContenderName;
  count: number;
  /** On the slow `line`, with a CPU four times as slow. */
  isSlow?: boolean;
  /** Milliseconds that the service takes. */
  answerAfter?: number;
  /** What the service does in place of answering. */
  fault?: 429 | 'offline';
  policy?: string;
  scripts?: 'none' | 'twice';
  /** Of each badge; a contender that cannot add up shows one badge for each. */
  items?: number;
}

export interface Loaded {
  /** Milliseconds from the start of the navigation to the first and to the last number. */
  first?: number;
  last?: number;
  shift: number;
  requests: number;
  /** Gzipped bytes of scripts. */
  bytes: number;
  /** Milliseconds of the main thread. */
  cpu: number;
  /** Of a badge, after collecting garbage: bytes of the JavaScript heap, and DOM nodes. */
  heap: number;
  nodes: number;
  /** What the reader sees. */
  text: string;
  errors: number;
}

/** Bits a second, and milliseconds to and fro. */
const line = { bits: 1_600_000, latency: 150 };

/** Waits until the numbers are there, or for what happens without. */
const patience = 4_000;

const watch = await pageScript('watch');

export async function startLoading(files: Files) {
  const packed = new Map([...files].map(([name, text]) => [`/${name}`, gzipSync(text, { level: 9 })]));
  const page = { html: '', policy: '' };
  const server = createServer((request, response) => {
    const script = packed.get(request.url ?? '');
    if (script) {
      const headers = {
        'content-type': 'text/javascript',
        'content-encoding': 'gzip',
        'cache-control': 'no-store',
      };
      return response.writeHead(200, headers).end(script);
    }
    const policy = page.policy ? { 'content-security-policy': page.policy } : {};
    const isPage = request.url === '/';
    return response
      .writeHead(isPage ? 200 : 404, { 'content-type': 'text/html', ...policy })
      .end(isPage ? page.html : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.launch({ executablePath: programs.chromium, args: chromiumArgs });
  return {
    async load(loading: Loading): Promise<Loaded> {
      Object.assign(page, { html: htmlOf(loading), policy: loading.policy ?? '' });
      return loadIn(browser, origin, packed, loading);
    },
    version: browser.version(),
    async stop(): Promise<void> {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Badges that a page shows. */
function badgesOf({ contender, count, items = 1 }: Loading): number {
  return canAdd(contender) ? count : count * items;
}

const canAdd = (contender: ContenderName) => ['stats', 'eager', 'all'].includes(contender);

function htmlOf(loading: Loading): string {
  const { contender, items = 1, scripts } = loading;
  const { tag, attributes, scripts: names, css = '' }: Contender = contenders[contender];
  const badges = Array.from({ length: badgesOf(loading) }, (_, index) => {
    const written = tag(index * items + 1);
    const ids = Array.from({ length: items }, (__, more) => index * items + more + 1).join(' ');
    const all = canAdd(contender) ? written.replace(/item="\d+"/, `item="${ids}"`) : written;
    return `<p>What stands before it, ${all}, and what stands behind it.</p>`;
  });
  const script = names.map((name) => `<script ${attributes} src="/${name}"></script>`).join('');
  const loaded = scripts === 'none' ? '' : scripts === 'twice' ? script + script : script;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Badges</title><link rel="icon" href="data:,"><style>${css}</style>${loaded}</head><body>${badges.join('')}</body></html>`;
}

async function loadIn(
  browser: Browser,
  origin: string,
  packed: ReadonlyMap<string, Buffer>,
  loading: Loading,
): Promise<Loaded> {
  const { contender, isSlow, answerAfter = 0, fault } = loading;
  const context = await browser.newContext({ locale: 'en', viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  try {
    let [requests, bytes, errors] = [0, 0, 0];
    page.on('pageerror', () => errors++);
    page.on('console', (message) => message.type() === 'error' && errors++);
    page.on('request', (request) => (bytes += packed.get(new URL(request.url()).pathname)?.length ?? 0));
    await answerServices(
      client,
      fault,
      { answerAfter, latency: isSlow ? line.latency : 0 },
      () => requests++,
    );
    const count = fault || loading.policy || loading.scripts === 'none' ? 1 : badgesOf(loading);
    await page.addInitScript(`${watch}\nwatchNumbers(${count})`);
    if (isSlow) await slow(client);
    await client.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(origin, { waitUntil: 'commit' });
    if (contender !== 'github' && count > 20) await scrollThrough(page);
    const done = await page
      .waitForFunction(() => window.badgesSeen.last, null, {
        timeout: fault || loading.policy || loading.scripts === 'none' ? patience : 15_000,
      })
      .then(
        () => true,
        () => false,
      );
    const { TaskDuration = 0 } = await metricsOf(client);
    const seen = await page.evaluate(() => ({ ...window.badgesSeen, body: document.body.innerText }));
    // What the page itself says around a badge is not the badge's.
    const own = seen.body.replace(/What stands before it,|, and what stands behind it\./g, '');
    const text = `${own} ${seen.text}`;
    await client.send('HeapProfiler.collectGarbage');
    const { JSHeapUsedSize = 0, Nodes = 0 } = await metricsOf(client);
    return {
      ...(done && { first: seen.first, last: seen.last }),
      shift: seen.shift,
      requests,
      bytes,
      cpu: TaskDuration * 1000,
      heap: JSHeapUsedSize,
      nodes: Nodes,
      text: text.replace(/\s+/g, ' ').trim(),
      errors,
    };
  } finally {
    await context.close();
  }
}

/**
 * In the browser's own words: `page.route` hears of a request only when the page has ended the task that made it.
 *
 * @param latency - of the line: what is answered here does not cross the one that the browser slows down
 */
async function answerServices(
  client: CDPSession,
  fault: Loading['fault'],
  { answerAfter, latency }: { answerAfter: number; latency: number },
  onRequest: () => void,
): Promise<void> {
  const open = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
  const headers = {
    ...open,
    'content-type': 'application/json',
    ...(fault === 429 && { 'retry-after': '60' }),
  };
  const responseHeaders = Object.entries(headers).map(([name, value]) => ({ name, value }));
  client.on('Fetch.requestPaused', ({ requestId, request: { url, method } }) => {
    const isQuestion = method !== 'OPTIONS'; // a browser's own, which nobody has to work out an answer to
    if (isQuestion) onRequest();
    const body = Buffer.from(JSON.stringify(fault ? {} : answerTo(url))).toString('base64');
    void pause(isQuestion ? latency + answerAfter : latency)
      .then(() =>
        fault === 'offline'
          ? client.send('Fetch.failRequest', { requestId, errorReason: 'InternetDisconnected' })
          : client.send('Fetch.fulfillRequest', {
              requestId,
              responseCode: fault ?? 200,
              responseHeaders,
              body,
            }),
      )
      .catch(() => undefined); // the page is gone: nobody waits for it
  });
  await client.send('Fetch.enable', {
    patterns: services.map((host) => ({ urlPattern: `https://${host}/*` })),
  });
}

async function slow(client: CDPSession): Promise<void> {
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: line.latency,
    downloadThroughput: line.bits / 8,
    uploadThroughput: line.bits / 8,
  });
  await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

/** Elements that load when they come near ask for nothing before. */
async function scrollThrough(page: Page): Promise<void> {
  await page.waitForLoadState();
  await page.evaluate(async () => {
    for (let at = 0; at < document.body.scrollHeight; at += innerHeight) {
      scrollTo(0, at);
      await new Promise((resolve) => requestAnimationFrame(resolve));
      await new Promise((resolve) => setTimeout(resolve));
    }
  });
}

async function metricsOf(client: CDPSession): Promise<Record<string, number>> {
  const { metrics } = await client.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}
