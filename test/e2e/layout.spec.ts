/** Nothing on the page moves: not when the script arrives, not when the numbers do. */
import {
  allAre,
  expect,
  moduleTag,
  painted,
  paintedWhole,
  seen,
  test,
  type Page,
  type World,
} from './fixtures.js';
import { showEveryState, variants } from './states.js';

const fallback = '<a href="https://doi.org/10.6084/m9.figshare.766364">The data</a>';

/** From nothing to the most viewed article of all: what items commonly have. */
const common = [46_088, 5, 0, 231, 1, 905, 65_819, 18_734, 12, 1_502];

/** So many items, with these numbers of views in turn. */
function settle(world: World, count: number, views = common): void {
  const items = Array.from({ length: count }, (_, index) => {
    const number = views[index % views.length]!;
    return [`article/${100 + index}`, { views: number, downloads: Math.floor(number / 9) }] as const;
  });
  world.settings({ items: Object.fromEntries(items) });
  world.faults([{ path: '*', fault: 'hang' }]);
}

const inParagraphs = 'in paragraphs of their own';
const inSentences = 'in sentences';
const placings: Record<string, (element: string) => string> = {
  [inParagraphs]: (element) => `<p class="mark">${element}</p><p class="mark">And text below it.</p>`,
  [inSentences]: (element) =>
    `<p class="mark">Seen ${element} <span class="mark">and these words stay.</span></p>`,
};

function elements(count: number, attributes: string, placing: (element: string) => string, content = '') {
  return Array.from({ length: count }, (_, index) =>
    placing(
      `<figshare-stats item="${100 + index}" loading="eager" ${attributes}>${content}</figshare-stats>`,
    ),
  ).join('\n');
}

interface Place {
  text: string;
  x: number;
  y: number;
  height: number;
}

/** Where everything is that is marked. */
const places = (page: Page): Promise<Place[]> =>
  page.locator('.mark').evaluateAll((marks) =>
    marks.map((mark) => {
      const { x, y, height } = mark.getBoundingClientRect();
      return { text: mark.textContent.trim(), x, y: y + scrollY, height };
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
  await allAre(page, 'ready', count);
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

for (const variant of variants) {
  for (const count of [1, 20]) {
    for (const [where, placing] of Object.entries(placings)) {
      test(`${count} × ${variant} ${where}: numbers move nothing`, async ({ page, show, world, cdn }) => {
        settle(world, count);
        await show(elements(count, `variant="${variant}"`, placing), { scripts: beforePaint(cdn.url) });
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

for (const variant of ['badge', 'text'] as const) {
  for (const [where, placing] of Object.entries(placings)) {
    for (const [instead, content] of [
      ['', ''],
      [' in place of a link', fallback],
    ] as const) {
      const name = `20 × ${variant}${instead} ${where}: a script that comes late moves no line`;
      test(name, async ({ page, show, world, cdn, path }) => {
        settle(world, 20);
        const address = cdn.put(`${path}.js`, cdn.text('/figshare-stats.js'));
        const release = cdn.hold(`${path}.js`);
        await show(elements(20, `variant="${variant}"`, placing, content), {
          scripts: paintedWhole + moduleTag(address),
          until: 'commit',
        });
        await expect(page.locator('figshare-stats')).toHaveCount(20);
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
  const shown = items.map((item) =>
    placings[inSentences]!(`<figshare-stats item="${item}"></figshare-stats>`),
  );
  await show(shown.join('\n'), { scripts: beforePaint(cdn.url) });
  await allAre(page, 'loading', items.length);
  await painted(page);
  const before = await places(page);
  await answer(page, world, items.length);
  expect(moved(before, await places(page))).toEqual([]);
  expect(await shifts(page)).toEqual([]);
});

test('a failure without a fallback moves nothing', async ({ page, show, world, cdn }) => {
  settle(world, 4);
  await show(
    variants.map((variant) => elements(4, `variant="${variant}"`, placings[inSentences]!)).join('\n'),
    { scripts: beforePaint(cdn.url) },
  );
  await allAre(page, 'loading', 12);
  await painted(page);
  const before = await places(page);
  world.faults([{ path: '*', fault: 'body', body: { views: 'many' } }]);
  world.release();
  await world.wait({ open: 0 });
  // Those that were asked before get their answers, the rest the fault: both move nothing.
  await expect
    .poll(() =>
      page
        .locator('figshare-stats')
        .evaluateAll(
          (all) => all.filter((one) => (one as unknown as { status: string }).status === 'loading').length,
        ),
    )
    .toBe(0);
  await painted(page);
  note('in all', await shifts(page));
  expect(moved(before, await places(page))).toEqual([]);
  expect(await shifts(page)).toEqual([]);
});

const cards: [string, string][] = [
  ['a card', ''],
  ['a card of four metrics', 'metrics="views downloads shares citations"'],
  ['a compact card', 'compact'],
  ['a card of a period', 'start="2014-01-01" end="2014-12-31"'],
  ['a card of a year without events', 'start="2019-01-01" end="2019-12-31"'],
  ['a German card', 'lang="de" metrics="views downloads shares citations"'],
  ['a Japanese card', 'lang="ja"'],
  ['an Arabic card', 'lang="ar" dir="rtl"'],
];
for (const width of [1280, 320]) {
  for (const [what, attributes] of cards) {
    test(`${what} keeps its height at ${width} px`, async ({ page, show, world, cdn }) => {
      await page.setViewportSize({ width, height: 800 });
      world.faults([{ path: '*', fault: 'hang' }]);
      await show(
        `<figshare-stats item="766364" variant="card" ${attributes}></figshare-stats><p class="mark">Text below.</p>`,
        { scripts: beforePaint(cdn.url) },
      );
      const card = page.locator('figshare-stats');
      await allAre(page, 'loading');
      await painted(page);
      const before = await card.boundingBox();
      const below = await places(page);
      world.faults([]);
      world.release();
      await allAre(page, what.includes('without') ? 'empty' : 'ready');
      await painted(page);
      const after = await card.boundingBox();
      note('in all', await shifts(page));
      expect(
        Math.abs(after!.height - before!.height),
        `from ${before!.height} to ${after!.height} px`,
      ).toBeLessThan(0.5);
      expect(moved(below, await places(page))).toEqual([]);
      expect(await shifts(page)).toEqual([]);
    });
  }
}

test('a badge makes its line no higher', async ({ page, show }) => {
  await show(`<p class="mark">Text</p><p class="mark">Text <figshare-stats item="766364"></figshare-stats></p>
    <p class="mark">Text <figshare-stats item="766364" variant="text"></figshare-stats></p>`);
  await allAre(page, 'ready', 2);
  const [plain, badge, text] = await places(page);
  expect([badge!.height, text!.height]).toEqual([plain!.height, plain!.height]);
});

/** How far the page and its elements reach beyond its right edge. */
const overflow = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });

test('nothing is wider than a page of 320 px', async ({ page, show, world }) => {
  await page.setViewportSize({ width: 320, height: 600 });
  await showEveryState(page, world, show);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});

test('nothing is wider than a printed page', { tag: '@emulated' }, async ({ page, show, world }) => {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 320, height: 600 });
  await showEveryState(page, world, show);
  expect(await page.evaluate(() => matchMedia('print').matches)).toBe(true);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});

for (const variant of variants) {
  test(`the largest numbers fit into 320 px as ${variant}`, async ({ page, show }) => {
    await page.setViewportSize({ width: 320, height: 600 });
    await show(`<figshare-stats item="30000003" variant="${variant}" lang="de"
      metrics="views downloads shares citations"></figshare-stats>`);
    await allAre(page, 'ready');
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });

  test(`long names of one’s own fit into 320 px as ${variant}`, async ({ page, show }) => {
    await page.setViewportSize({ width: 320, height: 600 });
    await show(`<figshare-stats item="766364" variant="${variant}"
      label-views="times that somebody opened this dataset’s page"></figshare-stats>`);
    await allAre(page, 'ready');
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });
}

test('prints its numbers', { tag: '@emulated' }, async ({ page, show }) => {
  await page.emulateMedia({ media: 'print' });
  await show(
    variants.map((variant) => `<figshare-stats item="766364" variant="${variant}"></figshare-stats>`).join(),
  );
  await allAre(page, 'ready', 3);
  for (const value of await page.getByText('46,088', { exact: true }).all())
    await expect(value).toBeVisible();
  await expect(page.getByText('46,088', { exact: true })).toHaveCount(3);
});
