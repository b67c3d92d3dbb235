/** The map of a breakdown: it moves nothing, it is read by keys, it stands under the strictest policy. */
import { breakdown } from './elements.js';
import { allAre, expect, inEveryEngine, painted, paintedWhole, seen, test, type Page } from './fixtures.js';
import { moved, places, rowOf, sections, tooWide } from './rows-on-a-page.js';

const map = (attributes = '') => breakdown.html('766364', `variant="map" ${attributes}`);
const chart = (page: Page) => page.locator('figshare-breakdown [part=chart]');

test.use({ bundle: 'figshare-elements.js' });

test(
  'moves nothing, wide or narrow, neither when it comes nor when it is read',
  { tag: inEveryEngine },
  async ({ page, show, world, cdn }) => {
    await page.setViewportSize({ width: 1280, height: 1600 });
    world.faults([{ path: '*', fault: 'hang' }]);
    const columns = { wide: '', narrow: 'style="inline-size: 304px"' };
    const rows = Object.entries(columns).map(([name, style]) => {
      const shown = map('loading="eager"');
      return [
        name,
        `<div ${style}><p class="still">${shown}</p><p class="still">Text below.</p></div>`,
      ] as const;
    });
    await show(sections(...rows), {
      scripts: `${paintedWhole}<script crossorigin src="${cdn.url}/figshare-elements.iife.js"></script>`,
    });
    await allAre(page, 'loading', 2);
    await painted(page);
    const before = await places(page);
    world.faults([]);
    world.release();
    await expect(chart(page)).toHaveCount(2);
    for (const name of Object.keys(columns)) {
      await rowOf(page, name).locator('[part=chart]').focus();
      await page.keyboard.press('ArrowRight');
      await painted(page);
      expect(moved(before, await places(page)), `while the ${name} one is read`).toEqual([]);
    }
    expect((await seen(page)).shifts).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
  },
);

test(
  'is read by keys from the largest country on, with one stop of the Tab key',
  { tag: inEveryEngine },
  async ({ page, show }) => {
    await show(`<button>Before</button>${map('no-link')}<button>After</button>`);
    await expect(chart(page)).toBeVisible();
    await page.getByRole('button', { name: 'Before' }).focus();
    await page.keyboard.press('Tab');
    await expect(chart(page)).toBeFocused();
    await expect(chart(page)).toHaveCSS('outline-style', 'solid');
    const slider = page.getByRole('slider', {
      name: /^17,026 views from \d+ countries, most: United States/,
    });
    const reads = (text: string) => expect(slider).toHaveAttribute('aria-valuetext', text);
    await reads('17,026 views');
    await page.keyboard.press('ArrowRight');
    await reads('United States: 6,605 views');
    await page.keyboard.press('ArrowLeft');
    await reads('United States: 6,605 views');
    await page.keyboard.press('Escape');
    await reads('17,026 views');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Table' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('row').nth(1)).toHaveText(/United States\s+6,605\s+39%/);
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'After' })).toBeFocused();
  },
);

test(
  'is drawn and has a name, under the strictest policy',
  { tag: inEveryEngine },
  async ({ page, show, cdn, log }) => {
    await show(map(), {
      headers: {
        'content-security-policy': `default-src 'none'; script-src ${cdn.url}; style-src 'self'; img-src 'self'; connect-src *; require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'`,
      },
    });
    await expect(page.getByRole('figure', { name: /17,026 views from \d+ countries/ })).toBeVisible();
    await expect(chart(page)).toBeVisible();
    const levels = await chart(page)
      .locator('.land')
      .evaluateAll((all) => {
        const colours = all.map((land) => {
          const { fill, fillOpacity } = getComputedStyle(land);
          return fill + fillOpacity;
        });
        return new Set(colours).size;
      });
    expect(levels).toBeGreaterThanOrEqual(4);
    expect(log.all).toEqual([]);
  },
);
