/** The embed page in frames as places make them: a relay's, and the static one. */
import { readdirSync, readFileSync } from 'node:fs';
import { listen, type Listening } from '../../src/relay/node.js';
import { expect, inEveryEngine, poll, test as base, type Page } from './fixtures.js';

/** Not known to the compiler before the build. */
const published = 'figshare-elements/relay';
const { createRelay } = (await import(published)) as typeof import('../../src/relay.js');

const usual = 'allow-scripts';
const fragment = '#?secret=abcDEF1234&element=top&item=5';

interface Embedding {
  /** Opens a page that holds a frame, and listens to what it says. */
  frame: (src: string, options?: { sandbox?: string; style?: string; width?: number }) => Promise<void>;
  relay: Listening;
  /** Address of the static page, in a place of its own on the pages' host. */
  site: string;
}

const test = base.extend<Embedding>({
  relay: async ({ world }, use) => {
    const relay = await listen(createRelay({ upstream: world.url, perSecond: Infinity }), {
      port: 0,
      hostname: '127.0.0.1',
    });
    await use(relay);
    world.release();
    await relay.stop();
  },
  site: async ({ pages, path }, use) => {
    const folder = 'dist/site/embed';
    for (const name of readdirSync(folder)) {
      const served = name === 'index.html' ? '' : name;
      const headers = { 'access-control-allow-origin': '*' };
      pages.put(`${path}/embed/${served}`, readFileSync(`${folder}/${name}`, 'utf8'), headers);
    }
    await use(`${pages.url}${path}/embed/`);
  },
  frame: async ({ page, pages, path }, use) => {
    await use(async (src, { sandbox = usual, style = '', width = 480 } = {}) => {
      const address = pages.put(
        `${path}-host.html`,
        `<!doctype html><title>A place</title>
        <script>
          const told = [];
          addEventListener('message', ({ data }) => told.push(data));
        </script>
        <iframe src="${src.replaceAll('&', '&amp;')}" sandbox="${sandbox}" style="${style}" width="${width}"
          height="600" title="Numbers"></iframe>`,
      );
      await page.goto(address);
    });
  },
});

const inside = (page: Page) => page.frameLocator('iframe');
const told = (page: Page) => page.evaluate<Record<string, unknown>[]>('told');
const heightOf = (page: Page) =>
  inside(page)
    .locator('html')
    .evaluate((root) => Math.ceil(root.getBoundingClientRect().height));

test(
  'a relay’s page shows its element in a sandbox, and says how high it is',
  { tag: inEveryEngine },
  async ({ page, relay, frame, log, world }) => {
    await frame(`${relay.url}/embed/?element=stats&item=766364&variant=card${fragment}`);
    await expect(inside(page).getByRole('link', { name: /figshare/ })).toBeVisible();
    await expect(inside(page).locator('figshare-stats')).toHaveJSProperty('status', 'ready');
    await expect(inside(page).locator('figshare-top')).toHaveCount(0);
    await poll(async () => (await told(page)).at(-1)).toEqual({
      message: 'height',
      value: await heightOf(page),
      secret: 'abcDEF1234',
    });
    expect(await told(page)).toContainEqual({ type: 'figshare-height', height: await heightOf(page) });
    const before = await heightOf(page);
    await page.locator('iframe').evaluate((frame) => frame.setAttribute('width', '180'));
    await poll(() => heightOf(page)).toBeGreaterThan(before);
    await poll(async () => (await told(page)).at(-2)).toEqual({
      type: 'figshare-height',
      height: await heightOf(page),
    });
    expect(log.errors).toEqual([]);
    expect(world.record().requests).toHaveLength(1); // the words and the element are one answer
  },
);

test('it tells WordPress again, when that begins to listen', async ({ page, relay, frame }) => {
  await frame(`${relay.url}/embed/?item=766364#?secret=abcDEF1234`);
  await poll(async () => (await told(page)).length).toBeGreaterThan(1);
  const before = (await told(page)).length;
  await page.locator('iframe').evaluate((frame: HTMLIFrameElement) => {
    frame.contentWindow!.postMessage({ message: 'ready', secret: 'abcDEF1234' }, '*');
  });
  await poll(async () => (await told(page)).slice(before)).toEqual([
    { type: 'figshare-height', height: await heightOf(page) },
    { message: 'height', value: await heightOf(page), secret: 'abcDEF1234' },
  ]);
});

test('it needs no script for its numbers', async ({ page, relay, frame }) => {
  await frame(`${relay.url}/embed/?item=766364`, { sandbox: '' });
  const link = inside(page).getByRole('link', { name: '46,088 views and 5,210 downloads' });
  await expect(link).toBeVisible();
  await expect(link).toHaveAttribute('href', 'https://figshare.com/articles/_/766364');
  expect(await told(page)).toEqual([]);
});

test('it asks at once where nobody sees it', async ({ page, relay, frame, world }) => {
  await frame(`${relay.url}/embed/?element=breakdown&item=766364`, { style: 'display: none' });
  const element = page.frames()[1]!.locator('figshare-breakdown');
  await expect(element).toHaveJSProperty('status', 'empty');
  expect(world.record().requests).not.toEqual([]);
  expect(await told(page)).toEqual([]);
  await page.locator('iframe').evaluate((frame) => frame.removeAttribute('style'));
  await poll(async () => (await told(page)).at(-1)).toEqual({
    type: 'figshare-height',
    height: await heightOf(page),
  });
});

test('chart and map are drawn in a sandbox', { tag: inEveryEngine }, async ({ page, relay, frame, log }) => {
  const dates = 'start=2013-01-01&end=2016-12-31&granularity=year';
  await frame(`${relay.url}/embed/?element=timeline&item=766364&variant=chart&${dates}`);
  await expect(inside(page).locator('canvas')).toBeVisible();
  await frame(
    `${relay.url}/embed/?element=breakdown&item=766364&variant=map&start=2015-04-19&end=2016-04-21`,
  );
  await expect(inside(page).locator('figshare-breakdown svg.map')).toBeVisible();
  expect(log.warnings).toEqual([]);
  expect(log.errors).toEqual([]);
});

test('its links open outside the frame', async ({ page, context, relay, frame }) => {
  await context.route('https://figshare.com/**', (route) =>
    route.fulfill({ body: 'figshare', contentType: 'text/html' }),
  );
  const address = `${relay.url}/embed/?item=766364`;
  await frame(address, { sandbox: 'allow-scripts allow-popups' });
  await expect(inside(page).locator('figshare-stats')).toHaveJSProperty('status', 'ready');
  const opening = context.waitForEvent('page');
  await inside(page).getByRole('link').click();
  const opened = await opening;
  expect(opened.url()).toBe('https://figshare.com/articles/_/766364');
  expect(await opened.evaluate('opener')).toBeNull();
  expect(page.frames()[1]!.url()).toBe(address);
  await opened.close();
  await context.unrouteAll();
});

const looks = (page: Page) =>
  inside(page)
    .locator('html')
    .evaluate((root) =>
      [root, document.body].map((element) => {
        const { backgroundColor, colorScheme } = getComputedStyle(element);
        return [backgroundColor, colorScheme];
      }),
    );

test('the page around shows through, unless there is a theme', async ({ page, relay, frame }) => {
  const clear = ['rgba(0, 0, 0, 0)', 'normal'];
  await frame(`${relay.url}/embed/?item=766364`);
  expect(await looks(page)).toEqual([clear, clear]);
  await frame(`${relay.url}/embed/?item=766364&theme=dark`);
  const [[background, scheme] = []] = await looks(page);
  expect(scheme).toBe('dark');
  expect(background).not.toBe(clear[0]);
});

test('it speaks the reader’s language, or the one that it is told', async ({ page, relay, frame }) => {
  await frame(`${relay.url}/embed/?item=766364&metrics=views`);
  await expect(inside(page).getByRole('link', { name: '46,088 views' })).toBeVisible();
  await expect(inside(page).locator('html')).toHaveAttribute('lang', 'en-US');
  await frame(`${relay.url}/embed/?item=766364&metrics=views&lang=de`);
  await expect(inside(page).getByRole('link', { name: '46.088 Aufrufe' })).toBeVisible();
  await expect(inside(page).locator('html')).toHaveAttribute('lang', 'de');
});

const framed = [
  'element=stats',
  'element=stats&variant=text',
  'element=stats&variant=card',
  'element=stats&variant=card&metrics=views+downloads+shares+citations',
  'element=timeline',
  'element=timeline&variant=bars',
  'element=timeline&variant=chart&metrics=views+downloads',
  'element=breakdown',
  'element=breakdown&variant=table&limit=5',
  'element=breakdown&variant=map',
  'element=top&by=referral',
];

for (const query of framed) {
  test(`the frame that oEmbed gives ${query} holds all of it`, async ({ page, relay, frame }) => {
    const url = encodeURIComponent(`${relay.url}/embed/?${query}&item=30000001`);
    const { html, width, height } = (await (await fetch(`${relay.url}/oembed?url=${url}`)).json()) as {
      html: string;
      width: number;
      height: number;
    };
    const [, src] = /src="([^"]+)"/.exec(html) ?? [];
    await frame(src!.replaceAll('&amp;', '&'), { width });
    await expect(inside(page).locator('body > *')).toHaveJSProperty('status', 'ready');
    if (query.includes('chart')) await expect(inside(page).locator('canvas')).toBeVisible();
    await poll(() => heightOf(page)).toBeLessThanOrEqual(height);
    await poll(() => heightOf(page)).toBeGreaterThanOrEqual(height - 60);
    expect(
      await inside(page)
        .locator('html')
        .evaluate((root) => root.scrollWidth),
    ).toBeLessThanOrEqual(width);
  });
}

test.describe('the static page', () => {
  test(
    'shows its element in a sandbox',
    { tag: inEveryEngine },
    async ({ page, site, frame, log, world }) => {
      await page.route('https://relay.example.org/**', async (route) => {
        const { pathname, search } = new URL(route.request().url());
        const answer = await fetch(world.url + pathname + search);
        await route.fulfill({
          body: await answer.text(),
          contentType: 'application/json',
          headers: { 'access-control-allow-origin': '*' },
        });
      });
      const source = encodeURIComponent('https://relay.example.org');
      await frame(`${site}?element=stats&item=766364&variant=card&source=${source}${fragment}`);
      await expect(inside(page).locator('figshare-stats')).toHaveJSProperty('status', 'ready');
      await expect(inside(page).locator('body > *')).toHaveCount(1);
      await poll(async () => (await told(page)).at(-1)).toEqual({
        message: 'height',
        value: await heightOf(page),
        secret: 'abcDEF1234',
      });
      expect(log.errors).toEqual([]);
    },
  );

  test('asks nobody that its site has not chosen, by HTTP', async ({
    page,
    site,
    frame,
    world,
    pages,
    path,
  }) => {
    await page.route('https://stats.figshare.com/**', (route) => route.abort());
    await frame(`${site}?item=766364&source=${encodeURIComponent(world.url)}`);
    await expect(inside(page).locator('figshare-stats')).not.toHaveAttribute('source');
    await frame(`${site}?item=766364&source=${encodeURIComponent(`https://a.test ${world.url}`)}`);
    await expect(inside(page).locator('figshare-stats')).not.toHaveAttribute('source');
    expect(world.record().requests).toEqual([]);
    pages.put(`${path}/embed/figshare.json`, '{}');
    await frame(`${site}?item=766364&source=figshare.json`);
    await expect(inside(page).locator('figshare-stats')).toHaveAttribute('source', 'figshare.json');
  });

  test('is a link to itself without scripts', async ({ page, site, frame }) => {
    const address = `${site}?element=stats&item=766364`;
    await frame(address, { sandbox: '' });
    const link = inside(page).getByRole('link', { name: 'Show these figshare statistics' });
    await expect(link).toBeVisible();
    expect(
      await link.evaluate((link: HTMLAnchorElement) => [
        link.href,
        link.ownerDocument.querySelector('base')!.target,
      ]),
    ).toEqual([address, '_blank']);
  });
});
