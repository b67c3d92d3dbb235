/** The built site, from a folder of an origin of its own, and the services that it and its snippets ask. */
import type { Page } from '@playwright/test';
import { startSite, type Site } from '../support/origins.js';
import { test as base, type World } from './fixtures.js';

export * from './fixtures.js';

export const liveService = 'https://stats.figshare.com';

interface Fixtures {
  /** figshare's statistics, live, as the site and pages of others reach them: the test's `world`. */
  figshare: World;
  /** What the page asked of hosts that are not on this machine. */
  asked: string[];
  /** Puts a page of somebody else's on an origin of its own, where released files are on their CDN. */
  pasted: (body: string) => Promise<void>;
  visit: (path: string) => Promise<void>;
}

export const test = base.extend<Fixtures, { site: Site }>({
  site: [
    async ({}, use) => {
      const site = await startSite('/some/folder');
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],

  asked: async ({ page }, use) => {
    const asked: string[] = [];
    page.on('request', (request) => {
      const { hostname, href } = new URL(request.url());
      if (hostname !== '127.0.0.1' && href.startsWith('http')) asked.push(href);
    });
    await use(asked);
  },

  figshare: async ({ page, world, mainApi: _ }, use) => {
    await page.route(`${liveService}/**`, async (route) => {
      const { pathname, search } = new URL(route.request().url());
      const post = route.request().postData();
      const response = await fetch(world.url + pathname + search, {
        method: route.request().method(),
        ...(post !== null && { body: post }),
      }).catch(() => undefined);
      if (!response?.headers.has('access-control-allow-origin')) return route.abort();
      await route.fulfill({
        status: response.status,
        body: await response.text(),
        contentType: 'application/json',
        headers: { 'access-control-allow-origin': '*' },
      });
    });
    await use(world);
  },

  pasted: async ({ page, pages, cdn, path, figshare: _ }, use) => {
    await page.route('https://cdn.jsdelivr.net/npm/figshare-elements@*/dist/cdn/*', async (route) => {
      const { pathname } = new URL(route.request().url());
      await route.fulfill({
        body: cdn.text(`/${pathname.split('/').pop()!}`),
        contentType: 'text/javascript',
        headers: { 'access-control-allow-origin': '*' },
      });
    });
    await use(async (body) => {
      const address = pages.put(
        `${path}-pasted.html`,
        `<!doctype html><html lang="en"><title>A page of somebody's</title><body>${body}</body></html>`,
      );
      await page.goto(address);
    });
  },

  visit: async ({ page, site, figshare: _, asked: __ }, use) => {
    await use(async (path) => {
      await page.goto(`${site.url}/${path}`);
    });
  },
});

/** What the builder offers to paste each time: the text of its main box. */
export const snippetOf = (page: Page) =>
  page
    .locator('#boxes > div', { has: page.locator('button.main') })
    .locator('pre code')
    .innerText();

/** Catches what is copied, where a test may not read the clipboard. */
export const catchCopies = (page: Page) =>
  page.addInitScript(() => {
    const copied: string[] = [];
    Object.assign(window, { copied });
    Object.defineProperty(navigator, 'clipboard', {
      value: {
        writeText: async (text: string) => {
          copied.push(text);
        },
      },
    });
  });

export const lastCopied = (page: Page) =>
  page.evaluate(() => (window as unknown as { copied: string[] }).copied.at(-1) ?? '');
