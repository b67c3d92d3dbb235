/** Nothing on the page moves: not when the script arrives, not when the numbers do. */
import {
  allAre,
  allSettle,
  expect,
  moduleTag,
  overflow,
  painted,
  paintedWhole,
  seen,
  test,
  type Page,
  type World,
} from './fixtures.js';
import {
  breakdown,
  forEachElement,
  itemsFrom,
  look,
  stats,
  timeline,
  top,
  type Subject,
} from './elements.js';
import { showEveryState } from './states.js';

const fallback = '<a href="https://doi.org/10.6084/m9.figshare.766364">The data</a>';

/** So many items, whose answers have to wait. */
function settle(world: World, count: number, { common }: Subject): void {
  world.settings(itemsFrom(100, count, common));
  world.faults([{ path: '*', fault: 'hang' }]);
}

const inParagraphs = 'in paragraphs of their own';
const inSentences = 'in sentences';
const placings: Record<string, (element: string) => string> = {
  [inParagraphs]: (element) => `<p class="still">${element}</p><p class="still">And text below it.</p>`,
  [inSentences]: (element) =>
    `<p class="still">Seen ${element} <span class="still">and these words stay.</span></p>`,
};

/** Where a variant belongs. */
const placingsOf = ({ inSentences: fitting }: Subject, variant: string) =>
  Object.entries(placings).filter(([where]) => where === inParagraphs || fitting.includes(variant));

const several = (
  { html }: Subject,
  count: number,
  attributes: string,
  placing: (element: string) => string,
  content = '',
) =>
  Array.from({ length: count }, (_, index) =>
    placing(html(100 + index, `loading="eager" ${attributes}`, content)),
  ).join('\n');

interface Place {
  text: string;
  x: number;
  y: number;
  height: number;
}

/** Where everything is that is marked. */
const places = (page: Page): Promise<Place[]> =>
  page.locator('.still').evaluateAll((marks) =>
    marks.map((mark) => {
      const { x, y, height } = mark.getBoundingClientRect();
      return { text: mark.getAttribute('title') ?? mark.textContent.trim(), x, y: y + scrollY, height };
    }),
  );

/** What moved or changed its height, by so much that it can be seen. */
function moved(before: Place[], after: Place[], sides: ('x' | 'y' | 'height')[] = ['x', 'y', 'height']) {
  return before.flatMap((place, index) =>
    sides.flatMap((side) => {
      const difference = after[index]![side] - place[side];
      return Math.abs(difference) < 0.5
        ? []
        : `"${place.text}" ${side} ${difference > 0 ? '+' : ''}${difference} px`;
    }),
  );
}

/** Lets all answers go, now that the page has been painted without them. */
async function answer(page: Page, world: World, count: number): Promise<void> {
  world.faults([]);
  world.release();
  await allSettle(page, count);
  await painted(page);
}

/** The element is known before anything is painted: what shifts then is the numbers' doing alone. */
const beforePaint = (cdn: string) =>
  `${paintedWhole}<script src="${cdn}/figshare-elements.iife.js"></script>`;

const shifts = async (page: Page) => (await seen(page)).shifts;

/** Into the report: what was measured, whether it passes or not. */
function note(when: string, found: { value: number }[]): void {
  const sum = found.reduce((before, { value }) => before + value, 0);
  test.info().annotations.push({ type: 'layout shift', description: `${when}: ${sum.toFixed(5)}` });
}

/** What an element may show, and what may make it higher or lower. */
const heights: Record<Subject['tag'], [string, string][]> = {
  'figshare-stats': [
    ['a card', 'variant="card"'],
    ['a card of four metrics', 'variant="card" metrics="views downloads shares citations"'],
    ['a compact card', 'variant="card" compact'],
    ['a card of a period', 'variant="card" start="2014-01-01" end="2014-12-31"'],
    ['a card of a year without events', 'variant="card" start="2019-01-01" end="2019-12-31"'],
    ['a German card', 'variant="card" lang="de" metrics="views downloads shares citations"'],
    ['a Japanese card', 'variant="card" lang="ja"'],
    ['an Arabic card', 'variant="card" lang="ar" dir="rtl"'],
  ],
  'figshare-timeline': [
    ['bars', 'variant="bars"'],
    ['bars of three metrics', 'variant="bars" metrics="views downloads shares"'],
    ['bars of one year', 'variant="bars" start="2014-01-01" end="2014-12-31"'],
    ['bars without events', `variant="bars" ${timeline.empty}`],
    ['bars by month', 'variant="bars" granularity="month" start="2014-01-01"'],
    ['a chart', 'variant="chart"'],
    ['a chart of three metrics', 'variant="chart" metrics="views downloads shares"'],
    ['a chart of running totals', 'variant="chart" cumulative'],
    ['a chart by day', 'variant="chart" granularity="day" start="2016-11-15"'],
    ['a chart without events', `variant="chart" ${timeline.empty}`],
    ['a German chart', 'variant="chart" lang="de" metrics="views downloads"'],
    ['a Japanese chart', 'variant="chart" lang="ja"'],
    ['an Arabic chart', 'variant="chart" lang="ar" dir="rtl"'],
    ['a chart without a link', 'variant="chart" no-link'],
  ],
  'figshare-breakdown': [
    ['bars', ''],
    ['a table', 'variant="table"'],
    ['more rows than there are places', 'limit="50"'],
    ['one row', 'limit="1"'],
    ['one row of all that are many', 'min-count="5000"'],
    ['cities', 'by="city" limit="25"'],
    ['cities of a country', 'by="city" country="Australia"'],
    ['bars without events', breakdown.empty!],
    ['German bars', 'lang="de"'],
    ['a Japanese table', 'lang="ja" variant="table"'],
    ['Arabic bars', 'lang="ar" dir="rtl"'],
    ['bars without a link', 'no-link'],
  ],
  'figshare-top': [
    ['referrers', ''],
    ['three referrers', 'limit="3"'],
    ['more referrers than there are', 'limit="50"'],
    ['categories', 'by="category"'],
    ['item types', 'by="item-type"'],
    ['no referrers', top.empty!],
    ['a German list', 'lang="de"'],
    ['a Japanese list', 'lang="ja"'],
    ['an Arabic list', 'lang="ar" dir="rtl"'],
    ['a list without links', 'no-link'],
  ],
  'figshare-count': [
    ['a count', ''],
    ['a German count', 'lang="de"'],
    ['a Japanese count', 'lang="ja"'],
    ['an Arabic count', 'lang="ar" dir="rtl"'],
    ['a count without a link', 'no-link'],
  ],
};

forEachElement((element) => {
  for (const variant of element.variants) {
    for (const count of [1, 20]) {
      for (const [where, placing] of placingsOf(element, variant)) {
        test(`${count} × ${variant} ${where}: numbers move nothing`, async ({ page, show, world, cdn }) => {
          settle(world, count, element);
          await show(several(element, count, look(variant), placing), {
            scripts: beforePaint(cdn.url),
          });
          await allAre(page, 'loading', count);
          await painted(page);
          expect(await shifts(page), 'before the answers').toEqual([]);
          const before = await places(page);
          await answer(page, world, count);
          note('in all', await shifts(page));
          expect(moved(before, await places(page))).toEqual([]);
          expect(await shifts(page)).toEqual([]);
        });
      }
    }
  }

  for (const variant of element.asWords) {
    for (const [where, placing] of Object.entries(placings)) {
      for (const [instead, content] of [
        ['', ''],
        [' in place of a link', fallback],
      ] as const) {
        const name = `20 × ${variant}${instead} ${where}: a script that comes late moves no line`;
        test(name, async ({ page, show, world, cdn, path, bundle }) => {
          settle(world, 20, element);
          const address = cdn.put(`${path}.js`, cdn.text(`/${bundle}`));
          const release = cdn.hold(`${path}.js`);
          await show(several(element, 20, look(variant), placing, content), {
            scripts: paintedWhole + moduleTag(address),
            until: 'commit',
          });
          await expect(page.locator(element.tag)).toHaveCount(20);
          await painted(page);
          const before = await places(page);
          release();
          await allAre(page, 'loading', 20);
          await painted(page);
          expect(moved(before, await places(page), ['y', 'height'])).toEqual([]);
          const defined = await shifts(page);
          // Words in the same line do move, once: the page did not know how wide the element would be.
          if (where === inParagraphs) expect(defined).toEqual([]);
          await answer(page, world, 20);
          expect(moved(before, await places(page), ['y', 'height'])).toEqual([]);
          note('on definition', defined);
          note('in all', await shifts(page));
        });
      }
    }
  }

  test('a failure without a fallback moves nothing', async ({ page, show, world, cdn }) => {
    settle(world, 4, element);
    const placed = element.variants.map((variant) =>
      several(element, 4, look(variant), placingsOf(element, variant).at(-1)![1]),
    );
    await show(placed.join('\n'), { scripts: beforePaint(cdn.url) });
    await allAre(page, 'loading', 4 * element.variants.length);
    await painted(page);
    const before = await places(page);
    world.faults([{ path: '*', fault: 'body', raw: element.body('"many"') }]);
    world.release();
    // Those that were asked before get their answers, the rest the fault: both move nothing.
    await allSettle(page, 4 * element.variants.length);
    await painted(page);
    note('in all', await shifts(page));
    expect(moved(before, await places(page))).toEqual([]);
    expect(await shifts(page)).toEqual([]);
  });

  for (const width of [1280, 320]) {
    test(`keeps its height at ${width} px, whatever it shows`, async ({ page, show, world, cdn }) => {
      await page.setViewportSize({ width, height: 800 });
      world.faults([{ path: '*', fault: 'hang' }]);
      const shown = heights[element.tag].map(
        ([what, attributes]) =>
          `<p class="still" title="${what}">${element.html(element.item, `loading="eager" ${attributes}`)}</p>`,
      );
      await show(`${shown.join('\n')}<p class="still">Text below.</p>`, { scripts: beforePaint(cdn.url) });
      await allAre(page, 'loading', shown.length);
      await painted(page);
      const before = await places(page);
      await answer(page, world, shown.length);
      note('in all', await shifts(page));
      expect(moved(before, await places(page))).toEqual([]);
      expect(await shifts(page)).toEqual([]);
    });
  }
});

test('the larger numbers of authors, groups and sums move no words either', async ({
  page,
  show,
  world,
  cdn,
}) => {
  const numbers = { views: 999_999, downloads: 61_504, shares: 77, cites: 9_999 };
  const items = ['author/97657', 'group/327', 'project/13', 'collection/1234'];
  world.settings({ items: Object.fromEntries(items.map((item) => [item, numbers])) });
  world.faults([{ path: '*', fault: 'hang' }]);
  const shown = items.map((item) => placings[inSentences]!(stats.html(item)));
  await show(shown.join('\n'), { scripts: beforePaint(cdn.url) });
  await allAre(page, 'loading', items.length);
  await painted(page);
  const before = await places(page);
  await answer(page, world, items.length);
  expect(moved(before, await places(page))).toEqual([]);
  expect(await shifts(page)).toEqual([]);
});

for (const width of [1280, 320]) {
  test(`names that come after the numbers move nothing at ${width} px`, async ({
    page,
    show,
    world,
    mainApi,
    cdn,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    const title = `${'Very long words, '.repeat(20)}${'l'.repeat(200)}`;
    mainApi.settings({ items: { 'article/766364': { title }, 'collection/1234': { title } } });
    mainApi.faults([{ path: '*', fault: 'hang' }]);
    world.faults([{ path: '*', fault: 'hang' }]);
    const lists = ['', 'limit="3"', 'limit="50"', 'of="collection"', 'metric="downloads" lang="de" no-link'];
    const shown = lists.map((attributes) =>
      placings[inParagraphs]!(`<figshare-top loading="eager" ${attributes}></figshare-top>`),
    );
    await show(shown.join('\n'), { scripts: beforePaint(cdn.url) });
    await allAre(page, 'loading', lists.length);
    await painted(page);
    const before = await places(page);
    await answer(page, world, lists.length);
    await mainApi.wait({ requests: 4 });
    expect(moved(before, await places(page))).toEqual([]);

    mainApi.faults([]);
    mainApi.release();
    await expect(page.getByText(title)).toHaveCount(lists.length);
    await mainApi.wait({ requests: 20, open: 0 });
    await painted(page);
    note('in all', await shifts(page));
    expect(moved(before, await places(page))).toEqual([]);
    expect(await shifts(page)).toEqual([]);
  });
}

test('a badge and a phrase make their line no higher', async ({ page, show }) => {
  const words = [stats.html('766364'), stats.html('766364', 'variant="text"')];
  await show(['', ...words].map((word) => `<p class="still">Text ${word}</p>`).join('\n'));
  await allAre(page, 'ready', 2);
  const [plain, ...others] = await places(page);
  expect(others.map(({ height }) => height)).toEqual(words.map(() => plain!.height));
});

const largest: Record<Subject['tag'], string> = {
  'figshare-stats': 'metrics="views downloads shares citations"',
  'figshare-timeline': 'metrics="views downloads shares" start="2023-01-01" end="2999-12-31"',
  'figshare-breakdown': 'by="city" start="2024-01-01" end="2999-12-31"',
  'figshare-top': 'start="2024-01-01" end="2999-12-31"',
  'figshare-count': '',
};

forEachElement((element) => {
  const { variants, html } = element;

  test('nothing is wider than a page of 320 px', async ({ page, show, world }) => {
    await page.setViewportSize({ width: 320, height: 600 });
    await showEveryState(page, world, show, element);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });

  test('nothing is wider than a printed page', { tag: '@emulated' }, async ({ page, show, world }) => {
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 320, height: 600 });
    await showEveryState(page, world, show, element);
    expect(await page.evaluate(() => matchMedia('print').matches)).toBe(true);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });

  test('the largest numbers fit into 320 px', async ({ page, show, world }) => {
    world.settings({ groups: { 30000003: 2 ** 50 } });
    await page.setViewportSize({ width: 320, height: 600 });
    for (const variant of variants) {
      await show(html('30000003', look(variant, `lang="de" ${largest[element.tag]}`)));
      await allAre(page, 'ready');
      expect(await overflow(page), variant).toBeLessThanOrEqual(0);
    }
  });

  test('prints its numbers', { tag: '@emulated' }, async ({ page, show }) => {
    await page.emulateMedia({ media: 'print' });
    await show(variants.map((variant) => html(element.item, look(variant))).join());
    await allAre(page, 'ready', variants.length);
    const numbers = page.locator('[part=value]').getByText(element.recorded.seen, { exact: true });
    await expect(numbers).toHaveCount(variants.length);
    for (const number of await numbers.all()) await expect(number).toBeVisible();
  });
});

test('long names of one’s own fit into 320 px', async ({ page, show }) => {
  await page.setViewportSize({ width: 320, height: 600 });
  for (const variant of stats.variants) {
    await show(
      stats.html(
        '766364',
        `variant="${variant}" label-views="times that somebody opened this dataset’s page"`,
      ),
    );
    await allAre(page, 'ready');
    expect(await overflow(page), variant).toBeLessThanOrEqual(0);
  }
});
