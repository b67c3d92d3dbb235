/** The large variant of a timeline: Chart.js comes as a file of its own, late, and paints in the page's colours. */
import { readFile } from 'node:fs/promises';
import { timeline } from './elements.js';
import {
  allAre,
  anyElement,
  classicTag,
  expect,
  filesAsked,
  moduleTag,
  painted,
  test,
  type Page,
} from './fixtures.js';

const chart = (attributes = '') => timeline.html('766364', `variant="chart" ${attributes}`);
const file = 'figshare-chart.js';
const canvas = (page: Page) => page.locator('figshare-timeline canvas');

type Color = readonly [red: number, green: number, blue: number];
const blue: Color = [0x1f, 0x5f, 0xbf];
const paleBlue: Color = [0x8a, 0xb4, 0xff];
const brown: Color = [0xb3, 0x54, 0x1e];
const pink: Color = [200, 0, 100];

/** How many pixels of the canvas have a colour. */
const count = (page: Page, color: Color) =>
  canvas(page)
    .first()
    .evaluate((one, [red, green, blue]) => {
      const { width, height } = one as HTMLCanvasElement;
      if (width === 0 || height === 0) return 0;
      const { data } = (one as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height);
      let found = 0;
      for (let at = 0; at < data.length; at += 4) {
        const isNear = [red, green, blue].every((value, index) => Math.abs(data[at + index]! - value) < 6);
        if (isNear && data[at + 3]! > 200) found += 1;
      }
      return found;
    }, color);

const isPainted = (page: Page, color = blue) => expect.poll(() => count(page, color)).toBeGreaterThan(30);
const isGone = (page: Page, color: Color) => expect.poll(() => count(page, color)).toBe(0);

const light = '<style>:root { color-scheme: light; background: Canvas }</style>';

test.describe('figshare-chart.js', () => {
  test('is asked for only by a chart, when that is near, once for many', async ({ page, show, cdn }) => {
    const asked = filesAsked(page, file);
    const others = timeline.inSentences.map((variant) => timeline.html('766364', `variant="${variant}"`));
    await show(`${others.join('')}<div style="height: 3000px"></div><main>${chart().repeat(5)}</main>`);
    await expect(page.locator(anyElement).nth(1)).toHaveJSProperty('status', 'ready');
    await painted(page);
    expect(asked).toEqual([]);
    await page.locator('main').scrollIntoViewIfNeeded();
    await isPainted(page);
    await expect(canvas(page)).toHaveCount(5);
    expect(asked).toEqual([`${cdn.url}/${file}`]);
  });

  for (const [bundle, tag] of [
    ['figshare-elements.js', moduleTag],
    ['figshare-elements.iife.js', classicTag],
  ] as const) {
    test(`lies beside ${bundle}, on another origin than the page`, async ({ page, show, cdn, log }) => {
      const asked = filesAsked(page, file);
      await show(chart(), { scripts: tag(`${cdn.url}/${bundle}`) });
      await isPainted(page);
      expect(asked).toEqual([`${cdn.url}/${file}`]);
      expect(log.all).toEqual([]);
    });
  }

  /** Bars, and a page that works: one warning says which file is missing. */
  async function showsBars(page: Page, warnings: string[]): Promise<void> {
    await allAre(page, 'ready', 3);
    await expect(page.locator('[part=bar]')).toHaveCount(12);
    await expect(canvas(page)).toHaveCount(0);
    expect(warnings).toEqual([expect.stringContaining(file)]);
    await expect(page.getByRole('button', { name: 'Table' })).toHaveCount(3);
    await page.getByRole('button', { name: 'Table' }).first().click();
    await expect(page.getByRole('table')).toBeVisible();
    await page.getByRole('img').first().focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('[aria-live]').first()).toHaveText('2013: 967 views');
  }

  test('is not there: bars and one warning', async ({ page, show, cdn, path, log }) => {
    const alone = cdn.put(`${path}/figshare-elements.js`, cdn.text('/figshare-elements.js'));
    await show(chart().repeat(3), { scripts: moduleTag(alone) });
    await showsBars(page, log.warnings);
  });

  test('is refused by the page’s policy: bars and one warning', async ({ page, show, cdn, log }) => {
    await show(chart().repeat(3), {
      headers: { 'content-security-policy': `script-src ${cdn.url}/figshare-elements.js` },
    });
    await showsBars(page, log.warnings);
  });

  test('is nowhere near a bundle that was copied into the page: bars and one warning', async ({
    page,
    show,
    cdn,
    log,
  }) => {
    const text = cdn.text('/figshare-elements.js').replaceAll('</script', '<\\/script');
    await show(chart().repeat(3), { scripts: `<script type="module">${text}</script>` });
    await showsBars(page, log.warnings);
  });

  // Where such a script is from is a secret in Chromium, and none in Firefox.
  test('is found by a classic script without crossorigin, or there are bars', async ({
    page,
    show,
    cdn,
    log,
  }) => {
    const address = `${cdn.url}/figshare-elements.iife.js`;
    await show(chart().repeat(3), { scripts: `<script defer src="${address}"></script>` });
    await allAre(page, 'ready', 3);
    await expect
      .poll(async () => ({ bars: await page.locator('[part=bar]').count(), warnings: log.warnings.length }))
      .toEqual((await canvas(page).count()) === 3 ? { bars: 0, warnings: 0 } : { bars: 12, warnings: 1 });
  });
});

test.describe('the canvas', () => {
  test('follows the page’s colours while it is open', async ({ page, show }) => {
    await show(chart('metrics="views downloads"'), { head: light });
    await isPainted(page, blue);
    await isPainted(page, brown);
    await page.evaluate(() => (document.documentElement.style.colorScheme = 'dark'));
    await isPainted(page, paleBlue);
    await isGone(page, blue);
    await page.evaluate(() => document.body.style.setProperty('--figshare-color-accent', 'rgb(200, 0, 100)'));
    await isPainted(page, pink);
    await isGone(page, paleBlue);
    await page.evaluate(() => (document.documentElement.style.colorScheme = 'light'));
    await isPainted(page, brown);
    await isPainted(page, pink);
  });

  test('keeps to a theme of its own', async ({ page, show }) => {
    await show(chart('theme="dark"'), { head: light });
    await isPainted(page, paleBlue);
  });

  test('is as wide as its column, also when that changes', async ({ page, show }) => {
    await show(`<main style="width: 600px">${chart('style="display: block"')}</main>`);
    await isPainted(page);
    const widths = () =>
      canvas(page).evaluate((one) => [one.clientWidth, (one as HTMLCanvasElement).width / devicePixelRatio]);
    await expect.poll(widths).toEqual([600, 600]);
    for (const width of [300, 900]) {
      await page.locator('main').evaluate((main, to) => (main.style.width = `${to}px`), width);
      await expect.poll(widths).toEqual([width, width]);
      await isPainted(page);
    }
  });

  test('is printed in light colours', async ({ page, show }) => {
    await show(chart(), { head: light.replace('light', 'dark') });
    await isPainted(page, paleBlue);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await isPainted(page, blue);
    await isGone(page, paleBlue);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await isPainted(page, paleBlue);
    await isGone(page, blue);
  });

  test('leaves nothing behind when it leaves', { tag: '@emulated' }, async ({ page, show }) => {
    test.slow(); // hundreds of charts
    await show('<main></main>');
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const rounds = (times: number) =>
      page.evaluate(
        async ([html, rounds]) => {
          const main = document.querySelector('main')!;
          for (let round = 0; round < rounds; round += 1) {
            main.innerHTML = html;
            const element = main.firstElementChild!;
            await new Promise((resolve) => element.addEventListener('figshare-load', resolve));
            await new Promise((resolve) => requestAnimationFrame(resolve));
            main.innerHTML = '';
          }
        },
        [chart('loading="eager"'), times] as const,
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
    await rounds(500);
    // One chart has about 40 nodes and 10 listeners.
    await expect.poll(async () => (await left()).nodes - before.nodes).toBeLessThan(40);
    expect((await left()).listeners - before.listeners).toBeLessThan(10);
  });
});

test('shows its table on demand', async ({ page, show }) => {
  await show(chart('metrics="views downloads"'));
  await allAre(page, 'ready');
  const button = page.getByRole('button', { name: 'Table' });
  await expect(button).toHaveAttribute('aria-expanded', 'false');
  await expect(page.getByRole('table')).toHaveCount(0);
  await button.click();
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await expect(button).toBeFocused();
  await expect(page.getByRole('table')).toBeVisible();
  await expect(page.getByRole('columnheader')).toHaveText(['year', 'views', 'downloads']);
  await expect(page.getByRole('rowheader')).toHaveText(['2013', '2014', '2015', '2016']);
  await expect(page.getByRole('row').last()).toHaveText('201617,0261,410');
  await button.click();
  await expect(button).toHaveAttribute('aria-expanded', 'false');
  await expect(page.getByRole('table')).toHaveCount(0);
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

// Of a file made in the page, Playwright hears nothing in Firefox.
test(
  'saves its numbers as a file, under the strictest policy',
  { tag: '@emulated' },
  async ({ page, show, cdn, standIn }) => {
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
  },
);

test('its buttons are large enough to be hit', async ({ page, show }) => {
  await show(chart('metrics="views downloads"'));
  await allAre(page, 'ready');
  await expect(page.getByRole('button')).toHaveCount(4);
  for (const button of await page.getByRole('button').all()) {
    const { width, height } = (await button.boundingBox())!;
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
  }
});
