/** The chart of a timeline and the map of a breakdown are files of their own, which come late or not at all. */
import { breakdown, timeline } from './elements.js';
import {
  allAre,
  anyElement,
  classicTag,
  expect,
  filesAsked,
  inEveryEngine,
  moduleTag,
  painted,
  test,
  type Page,
} from './fixtures.js';

const files = ['figshare-chart.js', 'figshare-map.js'];
const chart = timeline.html('766364', 'variant="chart"');
const map = breakdown.html('766364', 'variant="map"');
const canvas = (page: Page) => page.locator('figshare-timeline canvas');
const drawnMap = (page: Page) => page.locator('figshare-breakdown [part=chart]');

test.use({ bundle: 'figshare-elements.js' });

test(
  'they are asked for only by a chart and a map, when these are near, once for many',
  { tag: inEveryEngine },
  async ({ page, show, cdn }) => {
    const asked = files.map((file) => filesAsked(page, file));
    const others = [
      ...timeline.inSentences.map((variant) => timeline.html('766364', `variant="${variant}"`)),
      ...breakdown.variants.map((variant) =>
        breakdown.html('766364', `variant="${variant}" loading="eager"`),
      ),
    ];
    const near = `<main>${chart.repeat(3)}${map.repeat(3)}</main>`;
    await show(`${others.join('')}<div style="height: 5000px"></div>${near}`);
    await page.waitForFunction(
      ([every, count]) =>
        [...document.querySelectorAll(every)].filter(
          (one) => (one as { status?: string } & Element).status === 'ready',
        ).length === count,
      [anyElement, others.length] as const,
    );
    await painted(page);
    expect(asked).toEqual([[], []]);
    await page.locator('main').scrollIntoViewIfNeeded();
    await drawnMap(page).last().scrollIntoViewIfNeeded();
    await expect(canvas(page)).toHaveCount(3);
    await expect(drawnMap(page)).toHaveCount(3);
    expect(asked).toEqual(files.map((file) => [`${cdn.url}/${file}`]));
  },
);

for (const [bundle, tag] of [
  ['figshare-elements.js', moduleTag],
  ['figshare-elements.iife.js', classicTag],
] as const) {
  test(
    `they lie beside ${bundle}, on another origin than the page`,
    { tag: inEveryEngine },
    async ({ page, show, cdn, log }) => {
      const asked = files.map((file) => filesAsked(page, file));
      await show(chart + map, { scripts: tag(`${cdn.url}/${bundle}`) });
      await expect(canvas(page)).toBeVisible();
      await expect(drawnMap(page)).toBeVisible();
      expect(asked).toEqual(files.map((file) => [`${cdn.url}/${file}`]));
      expect(log.all).toEqual([]);
    },
  );
}

test.describe('there are bars and one warning for each', () => {
  /** Bars that can be read, and a page that works: the warnings say which file is missing. */
  async function showsBars(page: Page, warnings: string[]): Promise<void> {
    await allAre(page, 'ready', 4);
    await expect(page.locator('figshare-timeline [part=bar]')).toHaveCount(8);
    await expect(page.locator('figshare-breakdown [part=bar]').first()).toBeVisible();
    await expect(canvas(page)).toHaveCount(0);
    await expect(drawnMap(page)).toHaveCount(0);
    expect([...warnings].sort()).toEqual(
      files.map((file) => expect.stringContaining(file) as unknown).reverse(),
    );
    const buttons = page.locator(timeline.tag).getByRole('button', { name: 'Table' });
    await expect(buttons).toHaveCount(2);
    await buttons.first().click();
    await expect(page.locator(timeline.tag).getByRole('table')).toBeVisible();
    const bars = page.locator(timeline.tag).getByRole('slider').first();
    await bars.focus();
    await page.keyboard.press('ArrowRight');
    await expect(bars).toHaveAttribute('aria-valuetext', '2013: 967 views');
  }
  const body = chart.repeat(2) + map.repeat(2);

  test('where the files are not there', { tag: inEveryEngine }, async ({ page, show, cdn, path, log }) => {
    const alone = cdn.put(`${path}/figshare-elements.js`, cdn.text('/figshare-elements.js'));
    await show(body, { scripts: moduleTag(alone) });
    await showsBars(page, log.warnings);
  });

  test('where the page’s policy refuses them', { tag: inEveryEngine }, async ({ page, show, cdn, log }) => {
    await show(body, {
      headers: { 'content-security-policy': `script-src ${cdn.url}/figshare-elements.js` },
    });
    await showsBars(page, log.warnings);
  });

  test(
    'where the bundle was copied into the page',
    { tag: inEveryEngine },
    async ({ page, show, cdn, log }) => {
      const text = cdn.text('/figshare-elements.js').replaceAll('</script', '<\\/script');
      await show(body, { scripts: `<script type="module">${text}</script>` });
      await showsBars(page, log.warnings);
    },
  );

  // Where such a script is from is a secret in Chromium, and none in Firefox.
  test(
    'where a classic script without crossorigin is not told where it is from',
    { tag: inEveryEngine },
    async ({ page, show, cdn, log }) => {
      await show(body, { scripts: `<script defer src="${cdn.url}/figshare-elements.iife.js"></script>` });
      await allAre(page, 'ready', 4);
      const shown = async () => ({
        canvases: await canvas(page).count(),
        maps: await drawnMap(page).count(),
        bars: await page.locator('figshare-timeline [part=bar]').count(),
        warnings: log.warnings.length,
      });
      const isTold = { canvases: 2, maps: 2, bars: 0, warnings: 0 };
      const isNotTold = { canvases: 0, maps: 0, bars: 8, warnings: 2 };
      await expect
        .poll(
          async () =>
            [isTold, isNotTold].map((one) => JSON.stringify(one)).includes(JSON.stringify(await shown())),
          { intervals: [20] },
        )
        .toBe(true);
    },
  );
});

test.describe('where sheets cannot be constructed', () => {
  test.use({ ownContext: true });

  test('a chart is drawn as before after another variant', async ({ page, show }) => {
    await page.addInitScript(() => Reflect.deleteProperty(Document.prototype, 'adoptedStyleSheets'));
    await show(chart);
    const look = () =>
      canvas(page).evaluate((drawn) => ({
        position: getComputedStyle(drawn).position,
        styles: (drawn.getRootNode() as ShadowRoot).querySelectorAll('style').length,
      }));
    await expect(canvas(page)).toHaveCount(1);
    const before = await look();
    expect(before.position).toBe('absolute');
    const element = page.locator('figshare-timeline');
    await element.evaluate((one) => one.setAttribute('variant', 'sparkline'));
    await expect(canvas(page)).toHaveCount(0);
    await element.evaluate((one) => one.setAttribute('variant', 'chart'));
    await expect(canvas(page)).toHaveCount(1);
    expect(await look()).toEqual(before);
  });
});
