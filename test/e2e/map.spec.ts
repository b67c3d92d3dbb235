/** The map of a breakdown: its file comes late, and where it does not come there are bars. */
import { breakdown } from './elements.js';
import {
  allAre,
  classicTag,
  expect,
  filesAsked,
  moduleTag,
  overflow,
  painted,
  paintedWhole,
  seen,
  test,
  type Page,
} from './fixtures.js';

const map = (attributes = '') => breakdown.html('766364', `variant="map" ${attributes}`);
const file = 'figshare-map.js';
const chart = (page: Page) => page.locator('figshare-breakdown [part=chart]');

test.use({ bundle: 'figshare-elements.js' });

test('its file is asked for only by a map, when that is near, once for many', async ({ page, show, cdn }) => {
  const asked = filesAsked(page, file);
  await show(`${breakdown.html('766364')}<div style="height: 3000px"></div><main>${map().repeat(3)}</main>`);
  await expect(page.locator('figshare-breakdown').first()).toHaveJSProperty('status', 'ready');
  await painted(page);
  expect(asked).toEqual([]);
  await page.locator('main').scrollIntoViewIfNeeded();
  await expect(chart(page)).toHaveCount(3);
  expect(asked).toEqual([`${cdn.url}/${file}`]);
});

for (const [bundle, tag] of [
  ['figshare-elements.js', moduleTag],
  ['figshare-elements.iife.js', classicTag],
] as const) {
  test(`lies beside ${bundle}, on another origin than the page`, async ({ page, show, cdn, log }) => {
    const asked = filesAsked(page, file);
    await show(map(), { scripts: tag(`${cdn.url}/${bundle}`) });
    await expect(chart(page)).toBeVisible();
    expect(asked).toEqual([`${cdn.url}/${file}`]);
    expect(log.all).toEqual([]);
  });
}

test('there are bars where the file cannot be loaded, and one warning', async ({ page, show, log }) => {
  await page.route(`**/${file}`, (route) => route.abort());
  await show(map().repeat(2));
  await allAre(page, 'ready', 2);
  await expect(page.locator('figshare-breakdown [part=bar]').first()).toBeVisible();
  await expect(chart(page)).toHaveCount(0);
  expect(log.warnings).toEqual([expect.stringContaining(file)]);
});

for (const width of [1280, 320]) {
  test(`moves nothing at ${width} px, neither when it comes nor when it is read`, async ({
    page,
    show,
    world,
    cdn,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    world.faults([{ path: '*', fault: 'hang' }]);
    await show(`<p>${map('loading="eager"')}</p><p id="below">Text below.</p>`, {
      scripts: `${paintedWhole}<script crossorigin src="${cdn.url}/figshare-elements.iife.js"></script>`,
    });
    await allAre(page, 'loading');
    await painted(page);
    const before = await page.locator('#below').boundingBox();
    world.faults([]);
    world.release();
    await expect(chart(page)).toBeVisible();
    await chart(page).focus();
    await page.keyboard.press('ArrowRight');
    await painted(page);
    expect(await page.locator('#below').boundingBox()).toEqual(before);
    expect((await seen(page)).shifts).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });
}

test('is read by keys from the largest country on, with one stop of the Tab key', async ({ page, show }) => {
  await show(`<button>Before</button>${map('no-link')}<button>After</button>`);
  await expect(chart(page)).toBeVisible();
  await page.getByRole('button', { name: 'Before' }).focus();
  await page.keyboard.press('Tab');
  await expect(chart(page)).toBeFocused();
  await expect(chart(page)).toHaveCSS('outline-style', 'solid');
  const live = page.locator('figshare-breakdown [aria-live=polite]');
  await expect(live).toHaveText('');
  await page.keyboard.press('ArrowRight');
  await expect(live).toHaveText('United States: 6,605 views');
  await page.keyboard.press('ArrowLeft');
  await expect(live).toHaveText('United States: 6,605 views');
  await page.keyboard.press('Escape');
  await expect(live).toHaveText('');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Table' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row').first()).toContainText('United States');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'After' })).toBeFocused();
});

test('is an image with a name, under the strictest policy', async ({ page, show, cdn, log }) => {
  await show(map(), {
    headers: {
      'content-security-policy': `default-src 'none'; script-src ${cdn.url}; style-src 'self'; img-src 'self'; connect-src *; require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'`,
    },
  });
  await expect(page.getByRole('img', { name: 'views by country' })).toBeVisible();
  expect(log.all).toEqual([]);
});
