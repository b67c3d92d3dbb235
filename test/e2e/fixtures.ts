/**
 * Each test has a service of its own (`world`) and gets its page from one origin, the built files from a second
 * and the numbers from a third. A test in which anything is thrown on the page has failed.
 */
import { expect, test as base, type Browser, type BrowserContext, type Page } from '@playwright/test';
import type { FigshareBreakdown } from '../../src/elements/breakdown/figshare-breakdown.js';
import type { FigshareCount } from '../../src/elements/count/figshare-count.js';
import type { FigshareStats } from '../../src/elements/stats/figshare-stats.js';
import type { FigshareTimeline } from '../../src/elements/timeline/figshare-timeline.js';
import type { FigshareTop } from '../../src/elements/top/figshare-top.js';
import type { FigshareStatus } from '../../src/elements/question-controller.js';
import { documentedCss } from '../support/documented-css.js';
import { startCdn, startPages, type Origin } from '../support/origins.js';
import { startStandIn, type StandIn, type World } from '../support/stand-in.js';
import { measureColors } from './contrast.js';
import { watch, type Seen } from './watch.js';

export { expect };
export type { FigshareStats, FigshareStatus, FigshareTimeline, Page, World };

/** For the tag of a test that browsers may answer differently: it runs in Firefox, too. */
export const inEveryEngine = '@engine';

/** Whichever of the elements: for a selector, and what they have in common. */
export const anyElement =
  'figshare-stats, figshare-timeline, figshare-breakdown, figshare-top, figshare-count';
export type AnyElement = FigshareStats | FigshareTimeline | FigshareBreakdown | FigshareTop | FigshareCount;

export interface PageOptions {
  /** Goes into the head, before the scripts. */
  head?: string;
  /** The tags that load the element; the test's `bundle` as a module unless told. */
  scripts?: string;
  /** Attributes of `<html>`. */
  html?: string;
  headers?: Record<string, string>;
  /** What `page.goto` waits for. */
  until?: 'load' | 'commit';
}

/** What the console said. */
export interface Log {
  /** Uncaught errors and rejections. */
  thrown: string[];
  /** `console.error`, by whomever: the browser also reports failed requests here. */
  errors: string[];
  /** Warnings of our elements. */
  warnings: string[];
  /** Everything in one text. */
  all: string[];
}

const viewport = { width: 1280, height: 720 };

interface Fixtures {
  /**
   * For tests that look at storage, cookies, the clock or the network of a whole context, or that leave something
   * in it (`test.use({ ownContext: true })`): each gets a fresh one. To all others that would cost up to two seconds.
   */
  ownContext: boolean;
  /** The file that pages load as a module unless told: an option, for `test.use`. */
  bundle: string;
  world: World;
  /** figshare's main API, as the page reaches it: a world of its own. */
  mainApi: World;
  log: Log;
  /** Opens a page with this body, a world as its source, and the CSS that we document for before the script. */
  show: (body: string, options?: PageOptions) => Promise<void>;
  /** The page's origin keeps texts of this test apart from those of others under this path. */
  path: string;
}

interface Shared {
  /** The page of all tests of a worker that do not ask for a context of their own. */
  sharedPage: Page;
  standIn: StandIn;
  pages: Origin;
  cdn: Origin;
}

/** Firefox's words on a request that it refused: they come like an uncaught error, and nothing was thrown. */
const browsersOwn = /^((Cross-Origin Request Blocked|Content-Security-Policy): |Loading module from )/;

export const test = base.extend<Fixtures, Shared>({
  sharedPage: [
    async ({ browser }, use) => {
      const context = await newContext(browser);
      await use(await context.newPage());
      await context.close();
    },
    { scope: 'worker' },
  ],

  ownContext: [false, { option: true }],

  page: async ({ browser, sharedPage, ownContext }, use) => {
    if (!ownContext) {
      await use(sharedPage);
      return asNew(sharedPage);
    }
    const context = await newContext(browser);
    await use(await context.newPage());
    await context.close();
  },

  context: async ({ page }, use) => use(page.context()),

  standIn: [
    async ({}, use) => {
      const standIn = await startStandIn();
      await use(standIn);
      await standIn.close();
    },
    { scope: 'worker' },
  ],
  pages: [
    async ({}, use) => {
      const pages = await startPages();
      pages.put('/favicon.ico', '');
      await use(pages);
      await pages.close();
    },
    { scope: 'worker' },
  ],
  cdn: [
    async ({}, use) => {
      const cdn = await startCdn();
      await use(cdn);
      await cdn.close();
    },
    { scope: 'worker' },
  ],

  bundle: ['figshare-elements.js', { option: true }],

  path: async ({}, use, { testId, repeatEachIndex }) => use(`/${testId}-${repeatEachIndex}`),

  world: async ({ standIn, path }, use) => {
    const world = standIn.world(path.slice(1));
    await use(world);
    world.forget();
  },

  mainApi: async ({ standIn, path, page }, use) => {
    const api = standIn.world(`${path.slice(1)}-api`);
    await page.route('https://api.figshare.com/**', async (route) => {
      const { pathname, search } = new URL(route.request().url());
      const posted = route.request().postData();
      const response = await fetch(api.url + pathname + search, {
        method: route.request().method(),
        ...(posted !== null && { body: posted, headers: { 'content-type': 'application/json' } }),
      });
      await route.fulfill({
        status: response.status,
        body: await response.text(),
        contentType: 'application/json',
        headers: { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'content-type' },
      });
    });
    await use(api);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    api.forget();
  },

  log: [
    async ({ page }, use) => {
      const log: Log = { thrown: [], errors: [], warnings: [], all: [] };
      page.on('pageerror', (error) => {
        log.all.push(String(error));
        if (!browsersOwn.test(String(error))) log.thrown.push(String(error));
      });
      page.on('console', (message) => {
        log.all.push(message.text());
        if (message.type() === 'error') log.errors.push(message.text());
        if (message.type() === 'warning' && message.text().startsWith('<figshare-'))
          log.warnings.push(message.text());
      });
      await use(log);
      expect(log.thrown, 'thrown on the page').toEqual([]);
    },
    { auto: true },
  ],

  show: async ({ page, pages, cdn, world, path, bundle }, use) => {
    const css = pages.put(`${path}.css`, documentedCss);
    await use(async (body, { head = '', scripts, html = 'lang="en"', headers, until = 'load' } = {}) => {
      const address = pages.put(
        `${path}.html`,
        `<!doctype html>
        <html ${html}>
          <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>A page of somebody's</title>
            <link rel="stylesheet" href="${css}">
            ${head}
            <meta name="figshare-source" content="${world.url}">
            ${scripts ?? moduleTag(`${cdn.url}/${bundle}`)}
          </head>
          <body>${body}<template id="end"></template></body>
        </html>`,
        headers,
      );
      await page.goto(address, { waitUntil: until });
    });
  },
});

async function newContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport });
  await context.addInitScript(watch);
  await context.addInitScript(measureColors);
  return context;
}

/** What a test may have changed about the shared page, changed back. */
async function asNew(page: Page): Promise<void> {
  for (const event of ['console', 'pageerror', 'request']) page.removeAllListeners(event);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  if (page.url().startsWith('http')) {
    await page.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
  }
  await page.goto('about:blank');
  const { width, height } = page.viewportSize()!;
  if (width !== viewport.width || height !== viewport.height) await page.setViewportSize(viewport);
  await page.emulateMedia({ media: null, colorScheme: null, forcedColors: null, reducedMotion: null });
}

export const moduleTag = (address: string) => `<script type="module" src="${address}"></script>`;
/** With `crossorigin`, without which a classic script from elsewhere does not know where it is from. */
export const classicTag = (address: string) => `<script defer crossorigin src="${address}"></script>`;

/** For the head: nothing is painted before the whole page is read, where the browser can wait (Chromium). */
export const paintedWhole = '<link rel="expect" href="#end" blocking="render">';

/** The accessible name of these figures side by side. Whether a space stands before the comma is a matter of taste. */
export const named = (...figures: string[]) => new RegExp(`^${figures.join(' ?, ')}$`);

/** Waits for what a page comes to in milliseconds, and on a busy machine much later: it looks more often, and for longer, than Playwright does by itself. */
export const poll = <Value>(look: () => Value | Promise<Value>) =>
  expect.poll(look, { intervals: [20, 50, 100, 200], timeout: 30_000 });

/** Lets all elements ask that wait to be near the viewport, wherever they stand: a page is printed whole. */
export const askAll = (page: Page) =>
  page.evaluate(() => {
    dispatchEvent(new Event('beforeprint'));
    dispatchEvent(new Event('afterprint'));
  });

/** Waits until all elements on the page are in this state, and have said so if it is one that they announce. */
export async function allAre(page: Page, status: FigshareStatus, count = 1): Promise<void> {
  await poll(() => statuses(page, status)).toEqual({ count, others: [] });
  if (status === 'idle' || status === 'loading') return;
  await poll(() => settled(page)).toBeGreaterThanOrEqual(count);
}

/** Waits until so many elements have an answer, whichever, or none to hope for; and have said so. */
export async function allSettle(page: Page, count: number): Promise<void> {
  await poll(() => settled(page)).toBe(count);
}

/** How many elements there are, and those that are in another state. */
const statuses = (page: Page, status: FigshareStatus) =>
  page.locator(anyElement).evaluateAll(
    (all, wanted) => ({
      count: all.length,
      others: (all as AnyElement[]).flatMap((one) =>
        one.status === wanted ? [] : `${one.outerHTML.slice(0, 200)} is ${one.status}`,
      ),
    }),
    status,
  );

const settled = async (page: Page) => {
  const { loads, errors } = await seen(page);
  return loads.length + errors.length;
};

/** What the watch on the page has seen so far. */
export const seen = (page: Page): Promise<Seen> => page.evaluate(() => window.seen());

/** Where the page asks for a file from now on, wherever it expects it. */
export function filesAsked(page: Page, file: string): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith(`/${file}`)) asked.push(request.url());
  });
  return asked;
}

/** How far the page and its elements reach beyond its edge. */
export const overflow = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });

/** Resolves when what is on the page now has been painted. */
export const painted = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
      }),
  );
