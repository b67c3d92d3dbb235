/** Chromium, in which the hosts that snippets name are led to this machine: the CDN to `dist/cdn`, figshare to the stand-in. */
import { existsSync, readFileSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { cdnAddress, type Release } from '../../demo/snippets/fill.js';
import { chromiumArgs, programs } from '../support/system.mjs';
import { startStandIn, type StandIn } from '../support/stand-in.js';

/** What the stand-in answers for the example item. */
const views = '46,088';

export interface Chromium {
  standIn: StandIn;
  /** Lends a page of its own, opened at the address: for editors, and steps that a person would take. */
  onPage: <Result>(url: string, use: (page: Page) => Promise<Result>) => Promise<Result>;
  /** Opens the address and waits for the number, in the page or in a frame of it. @throws with what is there in its place */
  number: (url: string) => Promise<string>;
  /** Opens the address and waits for an image of ours to be drawn. */
  image: (url: string) => Promise<string>;
  close: () => Promise<void>;
}

export async function startChromium(release: Release): Promise<Chromium> {
  const standIn = await startStandIn();
  const browser: Browser = await chromium.launch({
    executablePath: programs.chromium,
    args: chromiumArgs,
  });
  const context: BrowserContext = await browser.newContext({ locale: 'en-US' });
  await lead(context, standIn, release);

  async function onPage<Result>(url: string, use: (page: Page) => Promise<Result>): Promise<Result> {
    const page = await context.newPage();
    try {
      await page.goto(url);
      return await use(page);
    } finally {
      await page.close();
    }
  }
  return {
    standIn,
    onPage,
    number: (url) => onPage(url, numberOn),
    image: (url) =>
      onPage(url, async (page) => {
        await page.waitForFunction(
          () => [...document.images].some(({ naturalWidth }) => naturalWidth > 0),
          undefined,
          { timeout },
        );
        return 'image shows';
      }),
    async close() {
      await browser.close();
      await standIn.close();
    },
  };
}

const timeout = 15_000;

async function lead(context: BrowserContext, standIn: StandIn, release: Release): Promise<void> {
  const cors = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
  // Whatever else a place asks the world for, fonts or news of its own, is not to be had.
  await context.route(
    ({ hostname }) => hostname !== '127.0.0.1' && hostname !== 'localhost',
    (route) => route.abort(),
  );
  await context.route(`${cdnAddress(release)}/**`, async (route) => {
    const file = `dist/cdn/${new URL(route.request().url()).pathname.split('/').at(-1)}`;
    if (!existsSync(file)) return route.fulfill({ status: 404 });
    return route.fulfill({ body: readFileSync(file), contentType: 'text/javascript', headers: cors });
  });
  for (const host of ['https://stats.figshare.com', 'https://api.figshare.com']) {
    await context.route(`${host}/**`, async (route) => {
      const answer = await fetch(standIn.url + route.request().url().slice(host.length));
      await route.fulfill({
        status: answer.status,
        body: await answer.text(),
        contentType: 'application/json',
        headers: cors,
      });
    });
  }
}

/** Looks into every frame until one of our elements shows the number. */
async function numberOn(page: Page): Promise<string> {
  const until = Date.now() + timeout;
  for (;;) {
    const texts: string[] = [];
    for (const frame of page.frames()) {
      // A frame that is being replaced has nothing to tell yet.
      texts.push(...(await frame.evaluate(shownByElements).catch(() => [])));
    }
    if (texts.some((text) => text.includes(views))) return 'number shows';
    if (Date.now() > until) {
      const there = texts.length > 0 ? texts.join(' | ') : 'no element of ours';
      throw new Error(`no number on ${page.url()}, but: ${there}`);
    }
    await page.waitForTimeout(100);
  }
}

/** Runs in the page. */
function shownByElements(): string[] {
  const all = document.querySelectorAll<HTMLElement & { status?: string }>(
    'figshare-stats, figshare-timeline, figshare-breakdown, figshare-top, figshare-count',
  );
  // Printing asks for what waits to be near the viewport, too.
  dispatchEvent(new Event('beforeprint'));
  return [...all].map(
    (one) =>
      `${one.status ?? 'not defined'}: ${one.shadowRoot?.textContent?.replace(/\s+/g, ' ').trim() ?? ''}`,
  );
}
