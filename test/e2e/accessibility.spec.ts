/** For every reader: names, keys, contrast, forced colours, less motion, right to left; all elements on one page. */
import type { Locator } from '@playwright/test';
import { axe } from './axe.js';
import { allAre, allSettle, expect, inEveryEngine, named, test, type Page } from './fixtures.js';
import { breakdown, count, look, stats, subjects, timeline, top } from './elements.js';
import { rowOf, sections, tooWide, type Row } from './rows-on-a-page.js';
import { showEveryState } from './states.js';

/** A dark page and a light one, whatever the reader's system prefers. */
const schemes = ['light', 'dark'] as const;
const canvas = { head: '<style>:root { background: Canvas; color: CanvasText }</style>' };
const setScheme = (page: Page, scheme: string) =>
  page.evaluate((to) => (document.documentElement.style.colorScheme = to), scheme);

/** What is said of a number in a line, while the pointer rests there. */
const popoverIn = (row: Locator) => row.locator('[popover]:popover-open');

const colorsOf = (one: Locator) => one.evaluate((element) => window.colorsOf(element));

/** All elements in all their variants. */
const everyVariant = subjects.flatMap((element) =>
  element.variants.map((variant): Row => {
    return [`${element.tag} ${variant}`, element.html(element.item, look(variant, 'loading="eager"'))];
  }),
);

test('numbers are named by themselves and their metrics, the exact ones where compact ones are seen', async ({
  page,
  show,
  world,
}) => {
  world.faults([{ path: '/total/article/12', fault: 403 }]);
  const inSentences = ['badge', 'text'];
  await show(
    sections(
      ['three metrics', stats.html('766364', 'metrics="views downloads citations"')],
      ['without a link', stats.html('766364', 'variant="text" no-link')],
      ['not known', stats.html('12')],
      ...stats.variants.map((variant): Row => [variant, stats.html('766364', look(variant, 'compact'))]),
    ),
  );
  await allSettle(page, 6);
  await expect
    .soft(rowOf(page, 'three metrics'))
    .toMatchAriaSnapshot('- link /46,088 views ?, 5,210 downloads ?, 12 citations/');
  await expect
    .soft(rowOf(page, 'without a link'))
    .toMatchAriaSnapshot('- button "46,088 views and 5,210 downloads"');
  const unknown = rowOf(page, 'not known');
  await expect.soft(unknown.getByText('–', { exact: true }).first()).toBeVisible();
  await expect
    .soft(unknown.getByRole('link'))
    .toHaveAccessibleName(named('views: not known', 'downloads: not known'));
  for (const variant of stats.variants)
    await expect.soft(rowOf(page, variant).getByText('46K', { exact: true }), variant).toBeVisible();
  for (const variant of inSentences) {
    const link = rowOf(page, variant).getByRole('link');
    await expect.soft(link, variant).toHaveAccessibleName(/^46,088 views( ?, | and )5,210 downloads$/);
    await link.hover();
    await expect.soft(popoverIn(rowOf(page, variant))).toContainText('46,088 views and 5,210 downloads');
    await page.keyboard.press('Escape'); // it lies over the next line
  }
  // What stands alone is no link: it is read.
  await expect
    .soft(rowOf(page, 'card'))
    .toMatchAriaSnapshot('- text: /^Use on figshare 46,088 views ?, 5,210 downloads [^K]*$/');

  // The browser's own tree: Playwright computes names by itself.
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const links = nodes
    .filter(({ role }) => role?.value === 'link')
    .map(({ name }) => String(name?.value).replaceAll(' ,', ',').trim());
  expect(links).toEqual([
    '46,088 views, 5,210 downloads, 12 citations',
    'views: not known, downloads: not known',
    '46,088 views, 5,210 downloads',
    '46,088 views and 5,210 downloads',
    'View on figshare ↗', // in the card
  ]);
  await session.detach();
});

test(
  'Tab stops once at each link and button, with an outline that is seen, and at nothing that is hidden',
  { tag: inEveryEngine },
  async ({ page, show }) => {
    const fallback = '<a href="https://example.org/">The data</a>';
    const rows: Row[] = [
      ...stats.variants.map((variant): Row => [variant, stats.html('766364', look(variant))]),
      ['without a link', stats.html('766364', 'no-link')],
      ...subjects.map((element): Row => [
        element.tag,
        element.html(element.item, 'loading="eager"', fallback),
      ]),
    ];
    await show(`<button>Before</button>${sections(...rows)}<button>After</button>`);
    await allAre(page, 'ready', rows.length);
    const wanted = await page
      .locator('[data-row]')
      .evaluateAll((all) =>
        all.map((row) => [
          (row as HTMLElement).dataset['row'],
          row.firstElementChild!.shadowRoot!.querySelectorAll('a[href], button, [tabindex="0"]').length,
        ]),
      );
    expect(wanted.slice(0, 4)).toEqual([
      ...stats.variants.map((variant) => [variant, 1]),
      ['without a link', 1],
    ]);

    await page.getByRole('button', { name: 'Before' }).focus();
    const stops: string[] = [];
    for (;;) {
      await page.keyboard.press('Tab');
      const { row, isOurs, outline } = await page.evaluate(() => {
        const host = document.activeElement!;
        const focused = host.shadowRoot?.activeElement ?? host;
        return {
          row: host.closest<HTMLElement>('[data-row]')?.dataset['row'],
          isOurs: focused !== host,
          outline: window.colorsOf(focused).outline,
        };
      });
      if (!row) break;
      stops.push(row);
      expect.soft(isOurs, `focus in ${row} is not at its fallback`).toBe(true);
      expect.soft([outline.style, outline.width], row).toEqual(['solid', 2]);
      expect.soft(outline.contrast, row).toBeGreaterThanOrEqual(3);
    }
    await expect(page.getByRole('button', { name: 'After' })).toBeFocused();
    expect(wanted.map(([row]) => [row, stops.filter((stop) => stop === row).length])).toEqual(wanted);
  },
);

test('axe finds nothing in any variant and state, on a light page and on a dark one', async ({
  page,
  show,
  world,
}) => {
  await showEveryState(page, world, show, subjects, canvas);
  await page.addScriptTag(axe);
  for (const scheme of schemes) {
    await setScheme(page, scheme);
    const violations = await page.evaluate(
      async (runOnly) => {
        const found = await window.axe.run(document, { resultTypes: ['violations'], ...runOnly });
        return found.violations.map(({ id, nodes }) => [
          id,
          ...nodes.map(({ html, target }) => `${JSON.stringify(target)} ${html}`),
        ]);
      },
      scheme === 'dark' ? { runOnly: ['cat.color'] } : {},
    );
    expect.soft(violations, `on a ${scheme} page`).toEqual([]);
  }
});

test(
  'all text is told from what is behind it, on a light page and on a dark one',
  { tag: inEveryEngine },
  async ({ page, show, world }) => {
    world.faults(
      subjects.map(({ asks, body }) => ({ ...asks(12), fault: 'body', raw: body('"many"', '12') })),
    );
    const rows = subjects.flatMap(({ tag, item, variants, html }) =>
      variants.flatMap((variant): Row[] => [
        [`${tag} ${variant}`, html(item, look(variant, 'loading="eager"'))],
        [`${tag} ${variant} that has failed`, html('12', look(variant, 'loading="eager"'))],
        [`${tag} ${variant} to be clicked`, html(item, look(variant, 'loading="click"'))],
      ]),
    );
    await show(sections(...rows), canvas);
    await allSettle(page, (2 * rows.length) / 3);
    for (const { tag, texts } of subjects)
      for (const part of texts)
        expect.soft(await page.locator(`${tag} [part=${part}]`).count(), `${tag} ${part}`).toBeGreaterThan(0);
    const parts = subjects.flatMap(({ tag, texts }) => texts.map((part) => `${tag} [part=${part}]`)).join();
    for (const scheme of schemes) {
      await setScheme(page, scheme);
      const pale = await page.locator(parts).evaluateAll((all) =>
        all.flatMap((one) => {
          if (!one.checkVisibility({ visibilityProperty: true })) return [];
          const contrast = window.colorsOf(one).text;
          const host = (one.getRootNode() as ShadowRoot).host;
          return contrast >= 4.5
            ? []
            : `${host.closest<HTMLElement>('[data-row]')!.dataset['row']}: ${one.getAttribute('part')} ${contrast.toFixed(2)}`;
        }),
      );
      expect.soft(pale, `on a ${scheme} page`).toEqual([]);
    }
  },
);

test('what is counted and the day are told, in a popover or a line', async ({ page, show }) => {
  await show(sections(...subjects.map(({ tag, item, html }): Row => [tag, html(item, 'loading="eager"')])));
  await allAre(page, 'ready', subjects.length);
  for (const { tag, role, counted } of subjects) {
    const row = rowOf(page, tag);
    if (role === 'link') {
      await row.getByRole('link').hover();
      await expect.soft(popoverIn(row), tag).toHaveText(counted);
      await page.keyboard.press('Escape');
    } else await expect.soft(row.locator('[part=meta]'), tag).toHaveText(counted);
  }
});

test('nothing moves for readers who want less motion', async ({ page, show }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await show(sections(...everyVariant));
  await allAre(page, 'ready', everyVariant.length);
  expect(await page.evaluate(() => matchMedia('(prefers-reduced-motion: reduce)').matches)).toBe(true);
  const moving = await page.locator('[data-row]').evaluateAll((all) =>
    all.flatMap((row) => {
      const animations = row.firstElementChild!.shadowRoot!.getAnimations();
      const longest = Math.max(0, ...animations.map(({ effect }) => Number(effect!.getTiming().duration)));
      return longest < 10 ? [] : `${(row as HTMLElement).dataset['row']}: ${longest} ms`;
    }),
  );
  expect(moving).toEqual([]);
});

test.describe('colours', () => {
  const isDark = async (row: Locator) => (await colorsOf(row.locator('[part=base]'))).background < 0.5;

  /** On what pages elements are dark. */
  async function expectToFollow(page: Page, dark: readonly string[]): Promise<void> {
    const pages = ['light', 'dark', 'light dark', ''];
    const found: string[] = [];
    for (const scheme of pages) {
      await setScheme(page, scheme);
      if (await isDark(rowOf(page, 'as the page'))) found.push(scheme);
      expect.soft(await isDark(rowOf(page, 'light')), `theme="light" on "${scheme}"`).toBe(false);
      expect.soft(await isDark(rowOf(page, 'dark')), `theme="dark" on "${scheme}"`).toBe(true);
    }
    expect.soft(found).toEqual(dark);
  }
  const rows = sections(
    ['as the page', stats.html('766364')],
    ['light', stats.html('766364', 'theme="light"')],
    ['dark', stats.html('766364', 'theme="dark"')],
  );

  test('follow the page, but for a theme', { tag: inEveryEngine }, async ({ page, show }) => {
    await show(rows, canvas);
    await allAre(page, 'ready', 3);
    await expectToFollow(page, ['dark']);
  });

  test('follow the reader’s system only where the page does', async ({ page, show }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await show(rows, canvas);
    await allAre(page, 'ready', 3);
    expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
    await expectToFollow(page, ['dark', 'light dark']);
  });

  test('of one’s own are taken from the page', async ({ page, show }) => {
    await show(stats.html('766364'), {
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

test('forced colours leave borders, text, drawings and the room of numbers that are awaited', async ({
  page,
  show,
  world,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  world.faults([{ path: '/total/article/11', fault: 'hang' }]);
  const framed = ['badge', 'card'];
  const drawn = ['sparkline', 'bars'];
  await show(
    sections(
      ...framed.map((variant): Row => [variant, stats.html('766364', look(variant))]),
      ...drawn.map((variant): Row => [variant, timeline.html('766364', look(variant))]),
      ...framed.map((variant): Row => [`${variant} that loads`, stats.html('11', look(variant))]),
    ),
  );
  await allSettle(page, 4);
  expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
  for (const variant of framed) {
    const base = rowOf(page, variant).locator('[part=base]');
    const { border } = await colorsOf(rowOf(page, variant).locator(`.${variant}`));
    expect.soft(border.width, variant).toBeGreaterThanOrEqual(1);
    expect.soft(border.contrast, variant).toBeGreaterThanOrEqual(3);
    for (const part of ['value', 'label']) {
      const { text } = await colorsOf(base.locator(`[part=${part}]`).first());
      expect.soft(text, `${part} of a ${variant}`).toBeGreaterThanOrEqual(4.5);
    }
    // A skeleton is all background, which forced colours take away.
    const skeleton = rowOf(page, `${variant} that loads`).locator('[part=value]').first();
    expect.soft((await colorsOf(skeleton)).border.width, `${variant} that loads`).toBeGreaterThanOrEqual(1);
  }
  const text = await page.locator('body').evaluate((body) => getComputedStyle(body).color);
  await expect.soft(page.locator('[part=line]').first()).toHaveCSS('stroke', text);
  await expect.soft(page.locator('[part=bar]').first()).toHaveCSS('fill', text);
});

test.describe('right to left', () => {
  /** From where to where names follow numbers, first numbers second ones, and bars grow. */
  async function directionsOf(row: Locator) {
    const lefts = (part: string) =>
      row.locator(`[part=${part}]`).evaluateAll((all) =>
        all
          .map((one) => one.getBoundingClientRect())
          .filter(({ width }) => width > 0)
          .map(({ left, right }) => ({ left, right })),
      );
    return { values: await lefts('value'), labels: await lefts('label'), bars: await lefts('bar') };
  }
  interface Edge {
    left: number;
    right: number;
  }
  const isRightOf = (one: Edge | undefined, other: Edge | undefined) => one!.left > other!.left;

  const lists = (attributes: string): Row[] => [
    ['a breakdown', breakdown.html('766364', attributes)],
    ['a list of authors', `<figshare-top of="author" ${attributes}></figshare-top>`],
    ['a list of hosts, though these are Latin,', top.html('766364', attributes)],
  ];

  /** Rows of lists: names before numbers, and bars that begin at one edge. */
  async function expectLists(page: Page, direction: 'ltr' | 'rtl'): Promise<void> {
    for (const [name] of lists('')) {
      const { values, labels, bars } = await directionsOf(rowOf(page, name));
      const edges = bars.slice(0, 4).map(({ left, right }) => (direction === 'rtl' ? right : left));
      expect.soft(isRightOf(values[1], labels[1]), name).toBe(direction === 'ltr');
      expect
        .soft(Math.max(...edges) - Math.min(...edges), `bars of ${name} begin at one edge`)
        .toBeLessThan(1);
      expect.soft(bars.length, `bars of ${name}`).toBeGreaterThan(1);
    }
  }

  test(
    'everything in Arabic runs from the right, but a drawing of time',
    { tag: inEveryEngine },
    async ({ page, show }) => {
      const rows: Row[] = [
        ...stats.variants.map((variant): Row => [variant, stats.html('766364', look(variant))]),
        ...lists('loading="eager"'),
        ['a count', count.html('400', 'loading="eager"')],
        ['time', timeline.html('766364', 'variant="bars" loading="eager"')],
      ];
      await show(sections(...rows), { html: 'lang="ar" dir="rtl"' });
      await allAre(page, 'ready', rows.length);
      const [views, downloads] = await page.evaluate(() =>
        [46088, 5210].map((number) => new Intl.NumberFormat('ar').format(number)),
      );
      for (const variant of stats.variants) {
        const words = new RegExp(`${views} مشاهدة.*${downloads} تنزيلات`);
        const shown = rowOf(page, variant);
        if (variant === 'card') await expect.soft(shown, variant).toMatchAriaSnapshot(`- text: ${words}`);
        else await expect.soft(shown.getByRole('link'), variant).toHaveAccessibleName(words);
        const { values, labels } = await directionsOf(rowOf(page, variant));
        expect.soft(isRightOf(values[0], values[1]), `${variant}: views before downloads`).toBe(true);
        if (variant !== 'card')
          expect.soft(isRightOf(values[0], labels[0]), `${variant}: number before name`).toBe(true);
      }
      await expectLists(page, 'rtl');
      const counted = await directionsOf(rowOf(page, 'a count'));
      expect.soft(isRightOf(counted.values[0], counted.labels[0]), 'a count').toBe(true);
      const { bars } = await directionsOf(rowOf(page, 'time'));
      expect.soft(isRightOf(bars.at(-1), bars[0]), 'time').toBe(true);
      expect.soft(await tooWide(page)).toEqual([]);
    },
  );

  test(
    'an element in another language than its page keeps its own direction',
    { tag: inEveryEngine },
    async ({ page, show }) => {
      const english: Row = ['a badge', `اسم ${stats.html('766364', 'lang="en"')} نص`];
      await show(sections(english, ...lists('loading="eager" lang="en"')), { html: 'lang="ar" dir="rtl"' });
      await allAre(page, 'ready', 4);
      await expect(rowOf(page, 'a badge').getByRole('link')).toHaveAccessibleName(
        named('46,088 views', '5,210 downloads'),
      );
      const { values, labels } = await directionsOf(rowOf(page, 'a badge'));
      expect.soft(isRightOf(labels[0], values[0]), 'a badge').toBe(true);
      await expectLists(page, 'ltr');

      await show(sections(...lists('loading="eager" lang="ar"')));
      await allAre(page, 'ready', 3);
      await expectLists(page, 'rtl');
    },
  );
});
