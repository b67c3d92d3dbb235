/** What a timeline alone promises: how it is read with pointer and keys, what it asks, what is heard of it. */
import type { Locator } from '@playwright/test';
import { timeline } from './elements.js';
import { allAre, expect, inEveryEngine, painted, test, type Page } from './fixtures.js';
import { rowOf, sections, type Row } from './rows-on-a-page.js';

const { html, variants, inSentences } = timeline;
const figure = (variant: string, attributes = '') =>
  html('766364', `variant="${variant}" loading="eager" ${attributes}`);

/** The numbers beside or under a drawing in a line: they are of the period, whatever is read. */
const numbers = (within: Page | Locator) => within.locator('figshare-timeline .reading');
const total = /^\s*39,165\s+views\s+in 4 years\s*$/;

/** Where a drawing says which point is read: in its popover; a chart as the value of a slider. */
const said = (within: Page | Locator) => within.locator('figshare-timeline .popover .read');
const live = (within: Page | Locator) => within.locator('figshare-timeline [aria-live=polite]');

/** What Tab reaches of a drawing. */
const stopOf = (row: Locator, variant: string) =>
  variant === 'chart' ? row.getByRole('slider') : row.getByRole('link');

/** Expects what is told of a point to those who do not see it; of none, unless told which. */
async function tells(row: Locator, variant: string, point: string | undefined, when: string): Promise<void> {
  if (variant !== 'chart') return expect(live(row), `${when} in ${variant}`).toHaveText(point ?? '');
  const text = point ?? '39,165 views in 4 years';
  await expect(stopOf(row, variant), `${when} in ${variant}`).toHaveAttribute('aria-valuetext', text);
}

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
  test(
    'Tab stops once at each drawing, or at its link, and at the buttons of a chart',
    { tag: inEveryEngine },
    async ({ page, show }) => {
      const rows = inSentences.flatMap((variant): Row[] => [
        [`${variant} with a link`, figure(variant)],
        [`${variant} without a link`, figure(variant, 'no-link')],
      ]);
      const body = sections(...rows, ['chart', figure('chart', 'metrics="views downloads"')]);
      await showDrawn(page, show, `${body}<button>After</button>`, rows.length + 1);
      const inARow = (name: string) => [
        name.endsWith('without a link')
          ? rowOf(page, name).getByRole('button')
          : rowOf(page, name).getByRole('link').first(),
      ];
      const chart = rowOf(page, 'chart');
      const stops = [
        ...rows.flatMap(([name]) => inARow(name)),
        chart.getByRole('slider'),
        chart.getByRole('button', { name: 'views' }),
        chart.getByRole('button', { name: 'downloads' }),
        chart.getByRole('button', { name: 'Table' }),
        chart.getByRole('button', { name: 'CSV' }),
        chart.getByRole('link'),
      ];
      for (const [index, stop] of stops.entries()) {
        await page.keyboard.press('Tab');
        await expect(stop).toBeFocused();
        await expect(stop).toHaveCSS('outline-style', 'solid');
        const [row] = rows[index] ?? [];
        if (!row) continue;
        await page.keyboard.press('ArrowRight');
        await expect(said(rowOf(page, row)), row).toHaveText('2013: 967 views');
      }
      await page.keyboard.press('Tab');
      await expect(page.getByRole('button', { name: 'After' })).toBeFocused();
    },
  );

  test(
    'arrows, Home and End read date by date, Escape or leaving ends it',
    { tag: inEveryEngine },
    async ({ page, show }) => {
      const rows = sections(...variants.map((variant): Row => [variant, figure(variant)]));
      await showDrawn(page, show, rows, variants.length);
      for (const variant of variants) {
        const row = rowOf(page, variant);
        await stopOf(row, variant).focus();
        await tells(row, variant, undefined, 'before a key');
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
          await tells(row, variant, `${date}: ${number} views`, key);
          if (variant !== 'chart') await expect(numbers(row), key).toHaveText(total);
        }
        await page.keyboard.press('Escape');
        await tells(row, variant, undefined, 'Escape');
        if (variant !== 'chart') await expect(numbers(row), `Escape in ${variant}`).toHaveText(total);
        await expect(stopOf(row, variant), `Escape in ${variant}`).toBeFocused();

        await page.keyboard.press('ArrowLeft');
        await tells(row, variant, '2016: 17,026 views', 'a key after Escape');
        await page.keyboard.press('ArrowLeft');
        await stopOf(row, variant).evaluate((one) => (one as HTMLElement).blur());
        await tells(row, variant, undefined, 'blur');
        if (variant !== 'chart') await expect(numbers(row), `blur in ${variant}`).toHaveText(total);
      }
    },
  );

  test('other keys do what they always do', { tag: inEveryEngine }, async ({ page, show }) => {
    await showDrawn(page, show, `${figure('sparkline')}<div style="height: 5000px; width: 5000px"></div>`);
    await page.getByRole('link').focus();
    await page.keyboard.press('ArrowRight');
    await expect(said(page)).toHaveText('2013: 967 views');
    await page.keyboard.press('PageDown');
    await page.waitForFunction(() => scrollY > 0);
    expect(await page.evaluate(() => scrollX)).toBe(0);
    await expect(said(page)).toHaveText('2013: 967 views');
  });
});

test.describe('with the pointer', () => {
  test(
    'a drawing shows the date under it, and nothing moves',
    { tag: inEveryEngine },
    async ({ page, show, world }) => {
      const views = { '2013-05-05': 12, '2014-05-05': 345, '2015-05-05': 6789, '2016-05-05': 1023 };
      const downloads = { '2013-05-05': 1, '2016-05-05': 777 };
      world.settings({ items: { 'article/9': { timeline: { views, downloads } } } });
      const rows = variants.map((variant): Row => {
        const element = html('9', `variant="${variant}" metrics="views downloads" loading="eager"`);
        const after = variant === 'chart' ? '</p><p>' : '';
        return [variant, `<p>Seen ${element}${after} <span class="after">and these words stay.</span></p>`];
      });
      await showDrawn(page, show, sections(...rows), variants.length);
      await painted(page);
      const rooms = () =>
        page.locator('.after, figshare-timeline, [part=chart], .reading').evaluateAll((all) =>
          all.map((one) => {
            const { x, y, width, height } = one.getBoundingClientRect();
            return one.classList.contains('reading') ? [x, y, height] : [x, y, width, height];
          }),
        );
      const before = await rooms();
      for (const variant of variants) {
        const row = rowOf(page, variant);
        for (const [position, date, number] of [
          [0.08, 2013, '12'],
          [0.98, 2016, '1,023'],
          [0.67, 2015, '6,789'],
          [0.08, 2013, '12'],
        ] as const) {
          await point(page, row.locator('[part=chart]'), position);
          const words = new RegExp(`^${date}: ${number} views, \\d+ downloads?$`);
          if (variant === 'chart')
            await expect(stopOf(row, variant)).toHaveAttribute('aria-valuetext', words);
          else await expect(said(row), variant).toHaveText(words);
          expect(await rooms(), `${variant} at ${date}`).toEqual(before);
        }
        if (variant !== 'chart') await expect(live(row), variant).toHaveText('');
        await page.mouse.move(0, 700);
        await expect(row.locator('.popover'), variant).toHaveCount(0);
        if (variant !== 'chart')
          await expect(numbers(row), variant).toHaveText(/\b8,169\s+views.*in 4 years/s);
        expect(await rooms(), `${variant} that is left`).toEqual(before);
      }
    },
  );

  test('Escape ends it, wherever the focus is', { tag: inEveryEngine }, async ({ page, show }) => {
    await showDrawn(page, show, `${figure('bars')}<button>Elsewhere</button>`);
    await page.getByRole('button').focus();
    await point(page, page.locator('[part=chart]'), 0.05);
    await expect(said(page)).toHaveText('2013: 967 views');
    await page.keyboard.press('Escape');
    await expect(said(page)).toHaveCount(0);
    await expect(numbers(page)).toHaveText(total);
    await expect(page.getByRole('button')).toBeFocused();
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
    expect(path.match(/[ML]/g)).toHaveLength(48);
    await page.getByRole('link').focus();
    await expect(page.getByRole('row')).toHaveCount(4_001);
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
    await open.getByRole('link').focus();
    await expect(open.locator('.popover [part=summary]')).toContainText('is not over.');
    await expect(open.getByRole('row').last()).toContainText('so far');
  }
  for (const whole of [wholeLine!, wholeBars!]) {
    await whole.getByRole('link').focus();
    await expect(whole.locator('.popover')).toBeVisible();
    await expect(whole).not.toContainText(/so far|not over/);
  }

  await expect(line!.locator('.rest')).toHaveAttribute('d', /^M/);
  await expect(line!.locator('.rest')).not.toHaveCSS('stroke-dasharray', 'none');
  await expect(line!.locator('.hollow')).toHaveCSS('fill', 'rgba(0, 0, 0, 0)');
  await expect(wholeLine!.locator('.rest')).toHaveAttribute('d', '');
  await expect(wholeLine!.locator('.hollow')).toHaveCount(0);

  await expect(bars!.locator('.rest')).toHaveCount(1);
  await expect(bars!.locator('.rest')).toHaveCSS('fill', 'none');
  await expect(wholeBars!.locator('.rest')).toHaveCount(0);
});

test.describe('for assistive technology', () => {
  // Dots for colons, which would end a key of the snapshots.
  const summary = 'Jan 1, 2013 – Dec 31, 2016. 39,165 views, most in 2016 \\(17,026\\), rising.';

  test('a sparkline and bars are a link with a short name, and their table is built when it is looked for', async ({
    page,
    show,
  }) => {
    const rows = inSentences.map((variant): Row => [variant, figure(variant)]);
    await showDrawn(page, show, sections(...rows), rows.length);
    for (const [variant] of rows) {
      const row = rowOf(page, variant);
      await expect.soft(row.getByRole('link')).toHaveAccessibleName('39,165 views in 4 years');
      await expect.soft(row.getByRole('table')).toHaveCount(0);
    }

    // The browser's own tree: Playwright computes names by itself.
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    await session.detach();
    const named = (role: string) =>
      nodes
        .filter((node) => !node.ignored && node.role?.value === role)
        .map(({ name }) => String(name?.value));
    const ofEach = (name: RegExp) => rows.map(() => expect.stringMatching(name) as unknown);
    expect(named('image')).toEqual([]);
    expect(named('link')).toEqual(ofEach(/^39,165 views in 4 years$/));

    for (const [variant] of rows) {
      const row = rowOf(page, variant);
      await row.getByRole('link').focus();
      await expect.soft(row).toMatchAriaSnapshot(`
        - table /^${summary}$/:
          - rowgroup:
            - row "Year Views":
              - columnheader "Year"
              - columnheader "Views"
          - rowgroup:
            - row "2013 967":
              - rowheader "2013"
              - cell "967"
            - row "2014 6,867"
            - row "2015 14,305"
            - row "2016 17,026"
      `);
    }
  });

  test('a chart is a slider with a name among its buttons', async ({ page, show }) => {
    await showDrawn(page, show, figure('chart', 'metrics="views downloads"'));
    await expect(page.locator('figshare-timeline')).toMatchAriaSnapshot(`
      - figure:
        - text: Views and downloads a year
        - slider /^Jan 1, 2013 – Dec 31, 2016. 39,165 views, most in 2016 \\(17,026\\), rising. 4,488 downloads, .*\\)(, rising)?\\.$/
        - button "views" [pressed]
        - button "downloads" [pressed]
        - paragraph
        - button "Table"
        - button "CSV"
        - link "View on figshare ↗"
    `);
  });
});
