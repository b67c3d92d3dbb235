/** What a timeline alone promises: how it is read with pointer and keys, what it asks, what is heard of it. */
import type { Locator } from '@playwright/test';
import { timeline } from './elements.js';
import { allAre, expect, painted, seen, test, type FigshareTimeline, type Page } from './fixtures.js';

const { html, variants, inSentences } = timeline;
const figure = (variant: string, attributes = '') =>
  html('766364', `variant="${variant}" loading="eager" ${attributes}`);

/** What the drawing says of the point that is read, and what is told to those who do not see it. */
const reading = (page: Page) => page.locator('figshare-timeline .reading:visible');
const live = (page: Page) => page.locator('figshare-timeline [aria-live=polite]');
const reads = (number: string, date: number | string) => new RegExp(`${number}\\s+views, ${date}`);
const atEnd = reads('17,026', 2016);

/** What Tab reaches of a drawing. */
const stopOf = (page: Page, variant: string) =>
  variant === 'chart' ? page.locator('canvas') : page.getByRole('link');

/** Moves the pointer to a place over a drawing: 0 is its left edge, 1 its right one. */
async function point(page: Page, drawing: Locator, position: number): Promise<void> {
  const { x, y, width, height } = (await drawing.boundingBox())!;
  await page.mouse.move(x + position * width, y + height / 2);
}

async function showDrawn(page: Page, show: (body: string) => Promise<void>, body: string, count = 1) {
  await show(body);
  await allAre(page, 'ready', count);
  await expect(page.locator('figshare-timeline [part=chart]')).toHaveCount(count);
}

test.describe('with the keyboard', () => {
  for (const variant of inSentences) {
    for (const [what, attributes] of [
      ['its link', ''],
      ['the drawing itself where there is no link', 'no-link'],
    ] as const) {
      test(`Tab stops at a ${variant} once, at ${what}`, async ({ page, show }) => {
        const body = `<button>Before</button>${figure(variant, attributes)}<button>After</button>`;
        await showDrawn(page, show, body);
        await page.getByRole('button', { name: 'Before' }).focus();
        await page.keyboard.press('Tab');
        const stop = attributes ? page.getByRole('img') : page.getByRole('link');
        await expect(stop).toBeFocused();
        await expect(stop).toHaveCSS('outline-style', 'solid');
        await page.keyboard.press('ArrowRight');
        await expect(reading(page)).toHaveText(reads('967', 2013));
        await page.keyboard.press('Tab');
        await expect(page.getByRole('button', { name: 'After' })).toBeFocused();
      });
    }
  }

  test('Tab stops at a chart’s canvas once, and at its buttons and its link', async ({ page, show }) => {
    await showDrawn(page, show, figure('chart', 'metrics="views downloads"'));
    const stops = [
      page.getByRole('button', { name: 'views' }),
      page.getByRole('button', { name: 'downloads' }),
      page.locator('canvas'),
      page.getByRole('button', { name: 'Table' }),
      page.getByRole('button', { name: 'CSV' }),
      page.getByRole('link'),
    ];
    for (const stop of stops) {
      await page.keyboard.press('Tab');
      await expect(stop).toBeFocused();
      await expect(stop).toHaveCSS('outline-style', 'solid');
    }
  });

  for (const variant of variants) {
    test(`arrows, Home and End read a ${variant} date by date, Escape ends it`, async ({ page, show }) => {
      await showDrawn(page, show, figure(variant));
      await stopOf(page, variant).focus();
      await expect(live(page)).toHaveText('');
      for (const [key, date, number] of [
        ['ArrowRight', 2013, '967'],
        ['ArrowRight', 2014, '6,867'],
        ['End', 2016, '17,026'],
        ['ArrowRight', 2016, '17,026'],
        ['ArrowLeft', 2015, '14,305'],
        ['Home', 2013, '967'],
        ['ArrowLeft', 2013, '967'],
      ] as const) {
        await page.keyboard.press(key);
        await expect(live(page)).toHaveText(`${date}: ${number} views`);
        await expect(reading(page)).toHaveText(reads(number, date));
      }
      await page.keyboard.press('Escape');
      await expect(live(page)).toHaveText('');
      await expect(reading(page)).toHaveText(atEnd);
      await expect(stopOf(page, variant)).toBeFocused();

      await page.keyboard.press('ArrowLeft');
      await expect(live(page)).toHaveText('2016: 17,026 views');
      await page.keyboard.press('ArrowLeft');
      await stopOf(page, variant).evaluate((one) => (one as HTMLElement).blur());
      await expect(live(page)).toHaveText('');
      await expect(reading(page)).toHaveText(atEnd);
    });
  }

  test('other keys do what they always do', async ({ page, show }) => {
    await showDrawn(page, show, `${figure('sparkline')}<div style="height: 5000px; width: 5000px"></div>`);
    await page.getByRole('link').focus();
    await page.keyboard.press('ArrowRight');
    await expect(reading(page)).toHaveText(reads('967', 2013));
    await page.keyboard.press('PageDown');
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
    expect(await page.evaluate(() => scrollX)).toBe(0);
    await expect(reading(page)).toHaveText(reads('967', 2013));
  });
});

test.describe('with the pointer', () => {
  for (const variant of variants) {
    test(`a ${variant} shows the date under it, and nothing moves`, async ({ page, show, world }) => {
      const views = { '2013-05-05': 12, '2014-05-05': 345, '2015-05-05': 6789, '2016-05-05': 1023 };
      const downloads = { '2013-05-05': 1, '2016-05-05': 777 };
      world.settings({ items: { 'article/9': { timeline: { views, downloads } } } });
      const element = html('9', `variant="${variant}" metrics="views downloads"`);
      const after = variant === 'chart' ? '</p><p>' : '';
      const words = `<span id="after">and these words stay.</span>`;
      await showDrawn(page, show, `<p>Seen ${element}${after} ${words}</p>`);
      await painted(page);
      const drawing = page.locator('figshare-timeline [part=chart]');
      const rooms = () =>
        page.locator('#after, figshare-timeline, [part=chart], .reading').evaluateAll((all) =>
          all.map((one) => {
            const { x, y, width, height } = one.getBoundingClientRect();
            return one.classList.contains('reading') ? [x, y, height] : [x, y, width, height];
          }),
        );
      const before = await rooms();
      for (const [position, date, number] of [
        [0.08, 2013, '12'],
        [0.98, 2016, '1,023'],
        [0.67, 2015, '6,789'],
        [0.08, 2013, '12'],
      ] as const) {
        await point(page, drawing, position);
        await expect(reading(page)).toHaveText(new RegExp(`\\b${number}\\s+views.*${date}`, 's'));
        expect(await rooms(), String(date)).toEqual(before);
      }
      await expect(live(page)).toHaveText('');
      await page.mouse.move(0, 700);
      await expect(reading(page)).toHaveText(/\b1,023\s+views.*2016/s);
      expect(await rooms()).toEqual(before);
    });
  }

  test('Escape ends it, wherever the focus is', async ({ page, show }) => {
    await showDrawn(page, show, `${figure('bars')}<button>Elsewhere</button>`);
    await page.getByRole('button').focus();
    await point(page, page.locator('[part=chart]'), 0.05);
    await expect(reading(page)).toHaveText(reads('967', 2013));
    await page.keyboard.press('Escape');
    await expect(reading(page)).toHaveText(atEnd);
    await expect(page.getByRole('button')).toBeFocused();
  });
});

test.describe('states', () => {
  test('an item without events is no cause for alarm', async ({ page, show, log }) => {
    await show(variants.map((variant) => html('1', `variant="${variant}"`)).join('\n'));
    await allAre(page, 'empty', 3);
    await expect(page.locator('[part=label]')).toHaveText(variants.map(() => 'no views in this period'));
    for (const one of await reading(page).all()) await expect(one).not.toContainText('–');
    await expect(page.locator('canvas')).toHaveCount(0);
    await expect(page.getByRole('img')).toHaveCount(0);
    expect(log.all).toEqual([]);
  });

  test('a granularity that changes while loading shows only the newest', async ({ page, show, world }) => {
    world.faults([{ ...timeline.asks(766364), fault: 'hang' }]);
    await show(html('766364'));
    await world.wait({ requests: 1 });
    await page.locator('figshare-timeline').evaluate((one) => one.setAttribute('granularity', 'month'));
    await expect(reading(page)).toHaveText(/views, Dec 2016/);
    await world.wait({ requests: 3, aborted: 1, open: 0 });
    await allAre(page, 'ready');
    expect((await seen(page)).loads).toHaveLength(1);
  });

  test('a variant that changes while loading asks nothing anew', async ({ page, show, world }) => {
    world.faults([{ path: '*', fault: 'hang' }]);
    await show(html('766364'));
    await world.wait({ requests: 1 });
    for (const variant of ['chart', 'bars'])
      await page.locator('figshare-timeline').evaluate((one, to) => one.setAttribute('variant', to), variant);
    await painted(page);
    world.release();
    await allAre(page, 'ready');
    await expect(page.locator('[part=bar]')).toHaveCount(4);
    await expect(page.locator('canvas')).toHaveCount(0);
    expect(world.record().requests).toMatchObject([{ aborted: false }]);
    expect((await seen(page)).loads).toHaveLength(1);
  });

  test('changing only the look asks nothing more', async ({ page, show, world }) => {
    await show(html('766364'));
    await allAre(page, 'ready');
    const element = page.locator('figshare-timeline');
    await element.evaluate((one) => ((one as FigshareTimeline).cumulative = true));
    await expect(reading(page)).toHaveText(/39,165\s+views.*Jan 1, 2013/s);
    for (const variant of ['bars', 'chart', 'sparkline'] as const) {
      await element.evaluate((one, to) => ((one as FigshareTimeline).variant = to), variant);
      await expect(page.locator(`figure.${variant}:visible [part=chart]`)).toBeVisible();
      await expect(reading(page)).toContainText('39,165');
    }
    expect(world.record().requests).toHaveLength(1);
    expect((await seen(page)).loads).toHaveLength(1);
  });
});

test.describe('asks', () => {
  test('4,000 days in windows of a year, at most four at a time, and draws no more than fits', async ({
    page,
    show,
    world,
  }) => {
    world.settings({ items: { 'article/9': { views: 900_000, from: '2012-06-01', to: '2024-12-31' } } });
    world.faults([{ path: '*', fault: 'hang', times: 4 }]);
    await show(html('9', 'granularity="day" start="2013-01-01" end="2023-12-14"'));
    await world.wait({ requests: 4 });
    world.release();
    await allAre(page, 'ready');
    const { requests, maxOpen } = world.record();
    expect(maxOpen).toBe(4);
    const windows = requests.map(({ query }) => {
      const range = new URLSearchParams(query);
      return [range.get('start_date')!, range.get('end_date')!] as const;
    });
    for (const [start, end] of windows)
      expect((Date.parse(end) - Date.parse(start)) / 86_400_000).toBeLessThan(366);
    // Further ones ask for days at the end of a window that an answer did not mention.
    for (let year = 2013; year < 2023; year += 1)
      expect(windows).toContainEqual([`${year}-01-01`, `${year}-12-31`]);
    expect(windows).toContainEqual(['2023-01-01', '2023-12-14']);

    const path = (await page.locator('[part=line]').first().getAttribute('d'))!;
    expect(path.length).toBeGreaterThan(500);
    expect(path.length).toBeLessThan(5_000);
    expect(await page.getByRole('row').count()).toBe(4_001);
  });

  test('once for each metric and window, however many timelines ask the same', async ({
    page,
    show,
    world,
  }) => {
    const attributes = 'metrics="views downloads" granularity="month"';
    const all = Array.from({ length: 20 }, (_, index) =>
      figure(inSentences[index % 2]!, `${attributes} ${index > 9 ? 'cumulative' : ''}`),
    );
    await show(all.join('\n'));
    await allAre(page, 'ready', 20);
    const asked = world.record().requests.map(({ path, query }) => `${path}?${query}`);
    const windows = [
      'start_date=2013-01-01&end_date=2014-12-31',
      'start_date=2015-01-01&end_date=2016-12-31',
    ];
    expect(asked.sort()).toEqual(
      ['downloads', 'views'].flatMap((metric) =>
        windows.map((window) => `/timeline/month/${metric}/article/766364?${window}`),
      ),
    );
  });
});

test('what is not over yet is drawn apart and said so', async ({ page, show }) => {
  const until = (item: string, period: string) =>
    inSentences.map((variant) => html(item, `${period} variant="${variant}"`)).join('\n');
  await show(
    until('30000001', 'granularity="month" start="2025-01-01" end="2999-12-31"') + until('766364', ''),
  );
  await allAre(page, 'ready', 4);
  const [line, bars, wholeLine, wholeBars] = await page.locator('figshare-timeline').all();
  for (const open of [line!, bars!]) {
    await expect(open.locator('.reading:visible')).toContainText('so far');
    await expect(open.getByRole('row').last()).toContainText('so far');
  }
  for (const whole of [wholeLine!, wholeBars!]) await expect(whole).not.toContainText('so far');

  await expect(line!.locator('.rest')).toHaveAttribute('d', /^M/);
  await expect(line!.locator('.rest')).not.toHaveCSS('stroke-dasharray', 'none');
  await expect(line!.locator('.hollow')).toHaveCSS('fill', 'rgb(255, 255, 255)');
  await expect(wholeLine!.locator('.rest')).toHaveAttribute('d', '');
  await expect(wholeLine!.locator('.hollow')).toHaveCount(0);

  await expect(bars!.locator('.rest')).toHaveCount(1);
  await expect(bars!.locator('.rest')).toHaveCSS('fill', 'none');
  await expect(wholeBars!.locator('.rest')).toHaveCount(0);
});

test.describe('for assistive technology', () => {
  // Dots for colons, which would end a key of the snapshots.
  const summary = 'Jan 1, 2013 – Dec 31, 2016. 39,165 views, most. 2016 \\(17,026\\), rising';

  for (const variant of inSentences) {
    test(`a ${variant} is a figure with a named image and a table`, async ({ page, show }) => {
      await showDrawn(page, show, figure(variant));
      await expect(page.locator('figshare-timeline')).toMatchAriaSnapshot(`
        - figure /${summary}/:
          - link /17,026 views ?, 2016/:
            - img /^${summary}$/
          - table /^${summary}$/:
            - rowgroup:
              - row "year views":
                - columnheader "year"
                - columnheader "views"
            - rowgroup:
              - row "2013 967":
                - rowheader "2013"
                - cell "967"
              - row "2014 6,867"
              - row "2015 14,305"
              - row "2016 17,026"
      `);
    });
  }

  test('a chart is an image with a name among its buttons', async ({ page, show }) => {
    await showDrawn(page, show, figure('chart', 'metrics="views downloads"'));
    await expect(page.locator('figshare-timeline')).toMatchAriaSnapshot(`
      - figure:
        - button "17,026 views" [pressed]
        - button "1,410 downloads" [pressed]
        - img /^Jan 1, 2013 – Dec 31, 2016. 39,165 views, most. 2016 \\(17,026\\), rising; 4,488 downloads, .*rising$/
        - button "Table"
        - button "CSV"
        - link /figshare raw counts, all versions · as of/
    `);
  });

  test('is the same in the browser’s own tree', { tag: '@emulated' }, async ({ page, show }) => {
    await showDrawn(page, show, figure('sparkline'));
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const named = (role: string) =>
      nodes
        .filter((node) => !node.ignored && node.role?.value === role)
        .map(({ name }) => String(name?.value));
    expect(named('image')).toEqual([expect.stringMatching(new RegExp(`^${summary}$`))]);
    expect(named('table')).toEqual([expect.stringMatching(new RegExp(`^${summary}$`))]);
    expect(named('link')).toEqual([expect.stringMatching(new RegExp(`^${summary} ?17,026 views`))]);
    expect(named('rowheader')).toEqual(['2013', '2014', '2015', '2016']);
  });

  test('in Arabic the words run from the right, the drawing from the left', async ({ page, show }) => {
    await show(`<p>${figure('bars')}</p>`, { html: 'lang="ar" dir="rtl"' });
    await allAre(page, 'ready');
    const number = await page.evaluate(() => new Intl.NumberFormat('ar').format(17026));
    const value = (await page.locator('[part=value]').getByText(number).boundingBox())!;
    const label = (await page.getByText('مشاهدة', { exact: true }).first().boundingBox())!;
    expect(value.x).toBeGreaterThan(label.x);
    const [first, last] = [page.locator('[part=bar]').first(), page.locator('[part=bar]').last()];
    expect((await first.boundingBox())!.x).toBeLessThan((await last.boundingBox())!.x);
    expect((await first.boundingBox())!.height).toBeLessThan((await last.boundingBox())!.height);
  });

  test('forced colours leave the drawing to be seen', { tag: '@emulated' }, async ({ page, show }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await showDrawn(page, show, figure('sparkline') + figure('bars'), 2);
    const text = await page.locator('body').evaluate((body) => getComputedStyle(body).color);
    await expect(page.locator('[part=line]').first()).toHaveCSS('stroke', text);
    await expect(page.locator('[part=bar]').first()).toHaveCSS('fill', text);
  });
});
