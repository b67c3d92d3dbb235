import { createRequire } from 'node:module';
import type { Locator } from '@playwright/test';
import { allAre, allSettle, expect, named, test, type Page } from './fixtures.js';
import { forEachElement, look, shows, stats } from './elements.js';
import { showEveryState } from './states.js';

const { variants } = stats;

interface AxeResults {
  violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[];
}
declare global {
  interface Window {
    axe: { run: (context: Document, options: object) => Promise<AxeResults> };
  }
}

/** A dark page and a light one, whatever the reader's system prefers. */
const schemes = ['light', 'dark'] as const;
const scheme = (name: string) =>
  `<style>:root { color-scheme: ${name}; background: Canvas; color: CanvasText }</style>`;

const colorsOf = (one: Locator) => one.evaluate((element) => window.colorsOf(element));

test('a badge is named by its numbers and their names', async ({ page, show }) => {
  await show('<figshare-stats item="766364" metrics="views downloads citations"></figshare-stats>');
  await allAre(page, 'ready');
  await expect(page.locator('figshare-stats')).toMatchAriaSnapshot(
    '- link /46,088 views ?, 5,210 downloads ?, 12 citations/',
  );
});

for (const variant of variants) {
  test(`a compact ${variant} shows 46K and is named by the exact number`, async ({ page, show }) => {
    await show(`<figshare-stats item="766364" variant="${variant}" compact></figshare-stats>`);
    await allAre(page, 'ready');
    const link = page.getByRole('link');
    await expect(link.getByText('46K', { exact: true })).toBeVisible();
    await expect(link).toHaveAccessibleName(/46,088 views\b.*5,210 downloads/);
    await expect(link).not.toHaveAccessibleName(/46K/);
    await expect(link).toHaveAttribute('title', /46,088 views/);
    await expect(page.locator('figshare-stats')).toMatchAriaSnapshot(
      '- link /46,088 views.*5,210 downloads/',
    );
  });
}

test('without a link the numbers are text', async ({ page, show }) => {
  await show('<figshare-stats item="766364" variant="text" no-link></figshare-stats>');
  await allAre(page, 'ready');
  await expect(page.locator('figshare-stats')).toMatchAriaSnapshot(
    '- text: 46,088 views and 5,210 downloads',
  );
});

test('a number that is not known is told in words', async ({ page, show, world }) => {
  world.faults([{ path: '*', fault: 403 }]);
  await show('<figshare-stats item="766364"></figshare-stats>');
  await allAre(page, 'error');
  await expect(page.getByText('–', { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('link')).toHaveAccessibleName(named('not known views', 'not known downloads'));
});

test.describe('with the keyboard', () => {
  test('Tab reaches each link once, and one sees where the focus is', async ({ page, show }) => {
    await show(`<button>Before</button>
      ${variants.map((variant) => `<p><figshare-stats item="766364" variant="${variant}"></figshare-stats></p>`).join('')}
      <button>After</button>`);
    await allAre(page, 'ready', 3);
    await page.getByRole('button', { name: 'Before' }).focus();
    for (const index of [0, 1, 2]) {
      await page.keyboard.press('Tab');
      const link = page.getByRole('link').nth(index);
      await expect(link).toBeFocused();
      const { style, width, contrast } = (await colorsOf(link)).outline;
      expect([style, width]).toEqual(['solid', 2]);
      expect(contrast).toBeGreaterThanOrEqual(3);
    }
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'After' })).toBeFocused();
  });

  test('what is drawn without a link takes no tab stop', async ({ page, show }) => {
    await show(
      '<button>Before</button><figshare-stats item="766364" no-link></figshare-stats><button>After</button>',
    );
    await allAre(page, 'ready');
    await page.getByRole('button', { name: 'Before' }).focus();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'After' })).toBeFocused();
  });
});

forEachElement((element) => {
  for (const name of schemes) {
    test(`axe finds nothing in any variant and state, ${name}`, async ({ page, show, world }) => {
      await showEveryState(page, world, show, element, { head: scheme(name) });
      await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') });
      const { violations } = await page.evaluate(() =>
        window.axe.run(document, { resultTypes: ['violations'] }),
      );
      expect(
        violations.map(({ id, nodes }) => [id, ...nodes.map(({ target }) => JSON.stringify(target))]),
      ).toEqual([]);
    });
  }

  test('names the source and the day, in a tooltip or a line', async ({ page, show }) => {
    await show(element.html(element.item));
    await allAre(page, 'ready');
    if (element.role === 'link')
      await expect(page.getByRole('link')).toHaveAttribute('title', element.counted);
    else await expect(page.locator('[part=meta]')).toHaveText(element.counted);
  });

  test('a hidden fallback takes no tab stop', async ({ page, show }) => {
    await show(`<button>Before</button>
      ${element.html(element.item, '', '<a href="https://example.org/">The data</a>')}
      <button>After</button>`);
    await allAre(page, 'ready');
    await shows(element, page);
    await page.getByRole('button', { name: 'Before' }).focus();
    for (const link of await page.locator(element.tag).getByRole('link').all()) {
      await page.keyboard.press('Tab');
      await expect(link).toBeFocused();
    }
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'After' })).toBeFocused();
  });

  test('nothing moves for readers who want less motion', { tag: '@emulated' }, async ({ page, show }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await show(element.variants.map((variant) => element.html(element.item, look(variant))).join('\n'));
    await allAre(page, 'ready', element.variants.length);
    expect(await page.evaluate(() => matchMedia('(prefers-reduced-motion: reduce)').matches)).toBe(true);
    const durations = await page
      .locator(element.tag)
      .evaluateAll((all) =>
        all.flatMap((one) =>
          one.shadowRoot!.getAnimations().map((animation) => Number(animation.effect!.getTiming().duration)),
        ),
      );
    for (const duration of durations) expect(duration).toBeLessThan(10);
  });

  for (const name of schemes) {
    test(`of every variant is readable, ${name}`, async ({ page, show, world }) => {
      world.faults([{ ...element.asks(12), fault: 'body', raw: element.body('"many"', '12') }]);
      const shown = element.variants.flatMap((variant) => [
        element.html(element.item, look(variant)),
        element.html('12', look(variant)),
        element.html(element.item, look(variant, 'loading="click"')),
      ]);
      await show(shown.join('\n'), { head: scheme(name) });
      await allSettle(page, 2 * element.variants.length);
      for (const part of element.texts) {
        const all = await page.locator(`[part=${part}]`).all();
        expect(all.length, part).toBeGreaterThan(0);
        for (const one of all) expect((await colorsOf(one)).text, part).toBeGreaterThanOrEqual(4.5);
      }
    });
  }
});

test(
  'numbers and names are words of their own for assistive technology',
  { tag: '@emulated' },
  async ({ page, show }) => {
    await show(`<p><figshare-stats item="766364"></figshare-stats></p>
    <p><figshare-stats item="766364" variant="text"></figshare-stats></p>
    <p><figshare-stats item="766364" compact></figshare-stats></p>`);
    await allAre(page, 'ready', 3);
    // The browser's own tree: Playwright computes names by itself.
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const names = nodes.filter(({ role }) => role?.value === 'link').map(({ name }) => String(name?.value));
    expect(names).toHaveLength(3);
    for (const name of names) expect(name).toMatch(/^46,088 views( ?, | and )5,210 downloads$/);
  },
);

test.describe('colours', () => {
  const element = (attributes = '') => `<figshare-stats item="766364" ${attributes}></figshare-stats>`;
  const isDark = async (page: Page) => {
    const { background } = await colorsOf(page.locator('[part=base]').first());
    return background < 0.5;
  };

  for (const reader of schemes) {
    for (const ours of schemes) {
      const tag = reader === 'dark' ? ['@emulated'] : [];
      test(
        `follow a ${ours} page for a reader whose system is ${reader}`,
        { tag },
        async ({ page, show }) => {
          await page.emulateMedia({ colorScheme: reader });
          await show(element(), { head: scheme(ours) });
          await allAre(page, 'ready');
          expect(await isDark(page)).toBe(ours === 'dark');
        },
      );
    }
  }

  test('are light on a page that says nothing, though the reader’s system is dark', async ({
    page,
    show,
  }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await show(element());
    await allAre(page, 'ready');
    expect(await isDark(page)).toBe(false);
  });

  test('follow the system where the page does', { tag: '@emulated' }, async ({ page, show }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await show(element(), { head: scheme('light dark') });
    await allAre(page, 'ready');
    expect(await isDark(page)).toBe(true);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await isDark(page)).toBe(false);
  });

  for (const theme of schemes) {
    test(`are ${theme} with theme="${theme}", whatever the page is`, async ({ page, show }) => {
      await show(element(`theme="${theme}"`), { head: scheme(theme === 'dark' ? 'light' : 'dark') });
      await allAre(page, 'ready');
      expect(await isDark(page)).toBe(theme === 'dark');
    });
  }

  test('of one’s own are taken from the page', async ({ page, show }) => {
    await show(element(), {
      head: `<style>body { --figshare-color-text: rgb(1, 2, 3); --figshare-color-muted: rgb(4, 5, 6);
        --figshare-color-surface: rgb(255, 254, 253); --figshare-color-border: rgb(7, 8, 9) }</style>`,
    });
    await allAre(page, 'ready');
    await expect(page.locator('[part=value]').first()).toHaveCSS('color', 'rgb(1, 2, 3)');
    await expect(page.locator('[part=label]').first()).toHaveCSS('color', 'rgb(4, 5, 6)');
    await expect(page.locator('[part=base]')).toHaveCSS('background-color', 'rgb(255, 254, 253)');
    await expect(page.locator('[part=base]')).toHaveCSS('border-top-color', 'rgb(7, 8, 9)');
  });
});

test.describe('forced colours', () => {
  for (const variant of ['badge', 'card'] as const) {
    test(
      `leave a ${variant} its border and its text`,
      { tag: '@emulated' },
      async ({ page, show, world }) => {
        await page.emulateMedia({ forcedColors: 'active' });
        world.faults([{ path: '/total/article/11', fault: 'hang' }]);
        await show(`<figshare-stats item="766364" variant="${variant}"></figshare-stats>
        <figshare-stats item="11" variant="${variant}"></figshare-stats>`);
        await expect(page.locator('figshare-stats').first()).toHaveJSProperty('status', 'ready');
        await expect(page.locator('figshare-stats').last()).toHaveJSProperty('status', 'loading');
        expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
        const base = page.locator('figshare-stats').first().locator('[part=base]');
        const { border } = await colorsOf(base);
        expect(border.width).toBeGreaterThanOrEqual(1);
        expect(border.contrast).toBeGreaterThanOrEqual(3);
        for (const part of ['value', 'label'])
          expect((await colorsOf(base.locator(`[part=${part}]`).first())).text).toBeGreaterThanOrEqual(4.5);
        // A skeleton is all background, which forced colours take away.
        const skeleton = page.locator('figshare-stats').last().locator('[part=value]').first();
        expect((await colorsOf(skeleton)).border.width).toBeGreaterThanOrEqual(1);
      },
    );
  }
});

test.describe('right to left', () => {
  for (const variant of variants) {
    test(`a ${variant} in Arabic runs from the right`, async ({ page, show }) => {
      await show(`<p><figshare-stats item="766364" variant="${variant}"></figshare-stats></p>`, {
        html: 'lang="ar" dir="rtl"',
      });
      await allAre(page, 'ready');
      const [views, downloads] = await page.evaluate(() =>
        [46088, 5210].map((count) => new Intl.NumberFormat('ar').format(count)),
      );
      await expect(page.getByRole('link')).toHaveAccessibleName(
        new RegExp(`${views} مشاهدة.*${downloads} تنزيلات`),
      );
      const left = async (text: string) =>
        (await page.getByRole('link').getByText(text, { exact: true }).boundingBox())!;
      const [first, second] = [await left(views!), await left(downloads!)];
      expect(first.x).toBeGreaterThan(second.x);
      if (variant !== 'card') expect(first.x).toBeGreaterThan((await left('مشاهدة')).x);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
    });
  }

  test('an element in another language than its page keeps its own direction', async ({ page, show }) => {
    await show('<p>اسم <figshare-stats item="766364" lang="en"></figshare-stats> نص</p>', {
      html: 'lang="ar" dir="rtl"',
    });
    await allAre(page, 'ready');
    await expect(page.getByRole('link')).toHaveAccessibleName(named('46,088 views', '5,210 downloads'));
    const number = await page.getByText('46,088', { exact: true }).boundingBox();
    const label = await page.getByText('views', { exact: true }).boundingBox();
    expect(number!.x).toBeLessThan(label!.x);
  });
});
