/** The large variant of a timeline: it is painted in the page's colours, and its buttons do what they say. */
import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import { timeline } from './elements.js';
import { allAre, expect, inEveryEngine, test, type Page } from './fixtures.js';
import { rowOf, sections } from './rows-on-a-page.js';

const chart = (attributes = '') => timeline.html('766364', `variant="chart" ${attributes}`);
const canvas = (within: Page | Locator) => within.locator('figshare-timeline canvas');

/** The accents under black text and under white: as light as the text asks for, of one hue each. */
const blue = 'oklch(0.38 0.15 258)';
const paleBlue = 'oklch(0.8 0.15 258)';
const brown = 'oklch(0.38 0.09 52)';
const pink = 'rgb(200, 0, 100)';

/** How many pixels of the canvas have a colour, as CSS writes it. */
const count = (within: Page | Locator, color: string) =>
  canvas(within)
    .first()
    .evaluate((one, color) => {
      const { width, height } = one as HTMLCanvasElement;
      if (width === 0 || height === 0) return 0;
      const swatch = new OffscreenCanvas(1, 1).getContext('2d')!;
      swatch.fillStyle = color;
      swatch.fillRect(0, 0, 1, 1);
      const wanted = [...swatch.getImageData(0, 0, 1, 1).data].slice(0, 3);
      const { data } = (one as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height);
      let found = 0;
      for (let at = 0; at < data.length; at += 4) {
        const isNear = wanted.every((value, index) => Math.abs(data[at + index]! - value) < 6);
        if (isNear && data[at + 3]! > 200) found += 1;
      }
      return found;
    }, color);

const soon = { intervals: [20] };
const isPainted = (within: Page | Locator, color = blue) =>
  expect.poll(() => count(within, color), soon).toBeGreaterThan(30);
const isGone = (within: Page | Locator, color: string) =>
  expect.poll(() => count(within, color), soon).toBe(0);

const light = '<style>:root { color-scheme: light; background: Canvas }</style>';

test.describe('the canvas', () => {
  test(
    'follows the page’s colours while it is open, and is printed in light ones; a theme stays',
    { tag: inEveryEngine },
    async ({ page, show }) => {
      await show(sections(['open', chart('metrics="views downloads"')], ['themed', chart('theme="dark"')]), {
        head: light,
      });
      const [open, themed] = [rowOf(page, 'open'), rowOf(page, 'themed')];
      const set = (name: string, value: string, selector = 'html') =>
        page
          .locator(selector)
          .evaluate((one, [name, value]) => one.style.setProperty(name, value), [name, value] as const);
      await isPainted(open, blue);
      await isPainted(open, brown);
      await isPainted(themed, paleBlue);

      await set('color-scheme', 'dark');
      await isPainted(open, paleBlue);
      await isGone(open, blue);
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      await isPainted(open, blue);
      await isGone(open, paleBlue);
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      await isPainted(open, paleBlue);
      await isGone(open, blue);

      await set('--figshare-color-accent', 'rgb(200, 0, 100)', 'body');
      await isPainted(open, pink);
      await isGone(open, paleBlue);
      await set('color-scheme', 'light');
      await isPainted(open, brown);
      await isPainted(open, pink);
    },
  );

  test('is as wide as its column, also when that changes', { tag: inEveryEngine }, async ({ page, show }) => {
    await show(`<main style="width: 600px">${chart('style="display: block"')}</main>`);
    await isPainted(page);
    // The name of its line stands beside it; in a narrow column, above.
    const widths = () =>
      canvas(page).evaluate((one) => {
        const { parentElement } = one.parentElement!;
        const name = parentElement!.querySelector<HTMLElement>('.ends')!.offsetWidth;
        const drawn = (one as HTMLCanvasElement).width / devicePixelRatio;
        const isDrawn = Math.abs(drawn - one.clientWidth) <= 1;
        return [parentElement!.clientWidth, one.clientWidth + name, isDrawn];
      });
    await expect.poll(widths, soon).toEqual([600, 600, true]);
    for (const width of [300, 900]) {
      await page.locator('main').evaluate((main, to) => (main.style.width = `${to}px`), width);
      await expect.poll(widths, soon).toEqual([width, width, true]);
      await isPainted(page);
    }
  });

  test('leaves nothing behind when it leaves', async ({ page, show }) => {
    await show('<main></main>');
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const rounds = (times: number) =>
      page.evaluate(
        async ([html, rounds]) => {
          const main = document.querySelector('main')!;
          for (let round = 0; round < rounds; round += 1) {
            main.innerHTML = html;
            await Promise.all(
              [...main.children].map(
                (element) => new Promise((resolve) => element.addEventListener('figshare-load', resolve)),
              ),
            );
            await new Promise((resolve) => requestAnimationFrame(resolve));
            main.innerHTML = '';
          }
        },
        [chart('loading="eager"').repeat(10), times] as const,
      );
    const left = async () => {
      await session.send('HeapProfiler.collectGarbage');
      const { metrics } = await session.send('Performance.getMetrics');
      const { Nodes: nodes, JSEventListeners: listeners } = Object.fromEntries(
        metrics.map(({ name, value }) => [name, value]),
      );
      return { nodes: nodes!, listeners: listeners! };
    };
    await rounds(3);
    const before = await left();
    await rounds(8);
    // Of 80 charts with about 40 nodes and 10 listeners each: a single one more for each would be far above.
    await expect.poll(async () => (await left()).nodes - before.nodes, soon).toBeLessThan(40);
    expect((await left()).listeners - before.listeners).toBeLessThan(10);
    await session.detach();
  });
});

test('hides and shows a line by its name', async ({ page, show }) => {
  await show(chart('metrics="views downloads"'), { head: light });
  const [views, downloads] = ['views', 'downloads'].map((name) => page.getByRole('button', { name }));
  await isPainted(page, brown);
  await expect(downloads!).toHaveAttribute('aria-pressed', 'true');
  await downloads!.click();
  await expect(downloads!).toHaveAttribute('aria-pressed', 'false');
  await isGone(page, brown);
  await isPainted(page, blue);
  await views!.click();
  await isGone(page, blue);
  await downloads!.press('Space');
  await expect(downloads!).toHaveAttribute('aria-pressed', 'true');
  await expect(views!).toHaveAttribute('aria-pressed', 'false');
  await isPainted(page, brown);
});

// In Chromium alone: of a file made in the page, Playwright hears nothing in Firefox.
test('saves its numbers as a file, under the strictest policy', async ({ page, show, cdn, standIn }) => {
  await show(chart('metrics="views downloads"'), {
    headers: {
      'content-security-policy': `default-src 'none'; script-src ${cdn.url}; style-src 'self';
        connect-src ${standIn.url}; require-trusted-types-for 'script';
        trusted-types lit-html 'allow-duplicates'`.replace(/\s+/g, ' '),
    },
  });
  await isPainted(page);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toBe(
    'figshare-article-766364-views-downloads-2013-01-01-2016-12-31.csv',
  );
  const rows = await readFile(await download.path(), 'utf8');
  expect(rows).toMatch(
    /^date,views,downloads\r\n2013,967,\d+\r\n2014,6867,\d+\r\n2015,14305,\d+\r\n2016,17026,1410\r\n$/,
  );
});

test('its buttons are large enough to be hit', async ({ page, show }) => {
  await show(chart('metrics="views downloads"'));
  await allAre(page, 'ready');
  await expect(page.getByRole('button')).toHaveCount(4);
  for (const button of await page.getByRole('button').all()) {
    const { width, height } = (await button.boundingBox())!;
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
  }
});

test('keeps the names of its lines on paper, where nobody presses a button', async ({ page, show }) => {
  await show(chart('metrics="views downloads" loading="eager"'));
  await allAre(page, 'ready');
  await isPainted(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.switch').filter({ hasText: 'views' })).toBeVisible();
  await expect(page.locator('.switch').filter({ hasText: 'downloads' })).toBeVisible();
  await expect(page.getByText('CSV')).toBeHidden();
});
