/** Nothing on the page moves: not when the script arrives, not when the numbers do. */
import {
  allAre,
  allSettle,
  anyElement,
  expect,
  inEveryEngine,
  moduleTag,
  painted,
  paintedWhole,
  seen,
  test as base,
  type Page,
  type World,
} from './fixtures.js';
import {
  breakdown,
  count,
  itemsFrom,
  look,
  stats,
  subjects,
  timeline,
  top,
  type Subject,
} from './elements.js';
import { moved, places, sections, tooWide, type Row } from './rows-on-a-page.js';
import { showEveryState } from './states.js';

/** Shifts are told of what is in view. */
const tall = { width: 1280, height: 24_000 };

const test = base.extend<{ showWaiting: (...rows: Row[]) => Promise<void> }>({
  /**
   * Shows rows whose answers wait until they are let go. The elements are known before anything is painted: what
   * moves then is the numbers' doing alone.
   */
  showWaiting: async ({ page, show, world, cdn }, use) => {
    await use(async (...rows) => {
      await page.setViewportSize(tall);
      world.faults([{ path: '*', fault: 'hang' }]);
      await show(sections(...rows), {
        scripts: `${paintedWhole}<script crossorigin src="${cdn.url}/figshare-elements.iife.js"></script>`,
      });
      await areWaiting(page);
    });
  },
});

/** All elements are drawn without an answer, and in view. */
async function areWaiting(page: Page): Promise<void> {
  await allAre(page, 'loading', await page.locator(anyElement).count());
  if ((await page.locator('[variant=chart]').count()) > 0) await hasLoaded(page, 'figshare-chart.js');
  await painted(page);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(tall.height);
}

const hasLoaded = (page: Page, file: string) =>
  page.waitForFunction(
    (file) => performance.getEntriesByType('resource').some(({ name }) => name.endsWith(file)),
    file,
  );

/** Lets all answers go, now that the page has been painted without them. */
async function answer(page: Page, world: World): Promise<void> {
  world.faults([]);
  world.release();
  await allSettle(page, await page.locator(anyElement).count());
  await painted(page);
}

/** A line of Arabic alone gains three pixels where its noun takes a shorter form: that is 2.5e-8, and nobody sees it. */
const unseen = 1e-7;
const shifts = async (page: Page) => (await seen(page)).shifts.filter(({ value }) => value > unseen);

/** Into the report: what was measured, whether it passes or not. */
function note(when: string, found: { value: number }[]): void {
  const sum = found.reduce((before, { value }) => before + value, 0);
  test.info().annotations.push({ type: 'layout shift', description: `${when}: ${sum.toFixed(5)}` });
}

const phrase = 'variant="text" loading="eager"';
const inParagraphs = 'in paragraphs of their own';
const inSentences = 'in sentences';
const placings = {
  [inParagraphs]: (element: string) =>
    `<p class="still">${element}</p><p class="still">And text below it.</p>`,
  [inSentences]: (element: string) =>
    `<p class="still">Seen ${element} <span class="still">and these words stay.</span></p>`,
};
type Where = keyof typeof placings;

/** Where a variant belongs. */
const placesOf = ({ inSentences: fitting }: Subject, variant: string): Where[] =>
  fitting.includes(variant) ? [inParagraphs, inSentences] : [inParagraphs];

/** Each element has items of its own, with all numbers that are common. */
const firstItem = (element: Subject) => 1000 * (1 + subjects.indexOf(element));

function giveCommonNumbers(world: World): void {
  const all = subjects.map((element) => itemsFrom(firstItem(element), element.common.length, element.common));
  world.settings({
    items: Object.fromEntries(all.flatMap(({ items }) => Object.entries(items))),
    groups: Object.fromEntries(all.flatMap(({ groups }) => Object.entries(groups))),
  });
}

/** What stands in a line holds room for numbers of four digits; what stands alone for all. */
const hasRoomFor = (element: Subject, variant: string, number: number) =>
  !isInLine(element, variant) || number < 10_000;

const isInLine = ({ inSentences: fitting }: Subject, variant: string) =>
  fitting.includes(variant) && variant !== 'card';

/** A phrase is as wide as its words. */
const isBoxed = (variant: string) => variant !== 'text';

/** A row with an element for each common number; for a few of them, of each length, where an element is large. */
function rowOfNumbers(element: Subject, variant: string, where: Where, content = ''): Row {
  const isLarge = !element.inSentences.includes(variant);
  const shown = element.common
    .map((number, index) => ({ number, item: firstItem(element) + index }))
    .filter(({ number }) => hasRoomFor(element, variant, number))
    .slice(0, isLarge ? 4 : undefined)
    .map(({ item }) => placings[where](element.html(item, look(variant, 'loading="eager"'), content)));
  const instead = content && ' in place of a link';
  return [`${element.tag} ${variant}${instead} ${where}`, shown.join('\n')];
}

/** The narrow one is that of a page of 320 px. */
const columns = { 'a wide column': '', 'a narrow column': 'style="inline-size: 304px"' };

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

test('numbers move nothing when they come', { tag: inEveryEngine }, async ({ page, showWaiting, world }) => {
  giveCommonNumbers(world);
  const rows = subjects.flatMap((element) =>
    element.variants
      .filter(isBoxed)
      .flatMap((variant) => placesOf(element, variant).map((where) => rowOfNumbers(element, variant, where))),
  );
  await showWaiting(...rows);
  expect(await shifts(page), 'before the answers').toEqual([]);
  const before = await places(page);
  await answer(page, world);
  note('in all', await shifts(page));
  expect(moved(before, await places(page))).toEqual([]);
  expect(await shifts(page)).toEqual([]);
});

const fallback = '<a href="https://doi.org/10.6084/m9.figshare.766364">The data</a>';

for (const where of [inParagraphs, inSentences] as const) {
  test(
    `a script that comes late moves no line ${where}`,
    { tag: inEveryEngine },
    async ({ page, show, world, cdn, path, bundle }) => {
      giveCommonNumbers(world);
      world.faults([{ path: '*', fault: 'hang' }]);
      const rows = subjects.flatMap((element) =>
        element.asWords.flatMap((variant) =>
          ['', fallback].map((content) => rowOfNumbers(element, variant, where, content)),
        ),
      );
      await page.setViewportSize(tall);
      const address = cdn.put(`${path}.js`, cdn.text(`/${bundle}`));
      const release = cdn.hold(`${path}.js`);
      await show(sections(...rows), { scripts: paintedWhole + moduleTag(address), until: 'commit' });
      await expect(page.locator('section')).toHaveCount(rows.length);
      await painted(page);
      const before = await places(page);
      release();
      await areWaiting(page);
      expect(moved(before, await places(page), ['y', 'height'])).toEqual([]);
      const defined = await shifts(page);
      // Words in the same line do move, once: the page did not know how wide the element would be.
      if (where === inParagraphs) expect(defined).toEqual([]);
      await answer(page, world);
      expect(moved(before, await places(page), ['y', 'height'])).toEqual([]);
      note('on definition', defined);
      note('in all', await shifts(page));
    },
  );
}

test(
  'a failure without a fallback moves nothing',
  { tag: inEveryEngine },
  async ({ page, showWaiting, world }) => {
    giveCommonNumbers(world);
    const rows = subjects.flatMap((element) =>
      element.variants
        .filter(isBoxed)
        .map((variant) => rowOfNumbers(element, variant, placesOf(element, variant).at(-1)!)),
    );
    await showWaiting(...rows);
    const before = await places(page);
    world.faults([{ path: '*', fault: 'body', body: 'no answer to anything' }]);
    world.release();
    // The four that were asked before get their answers, the rest the fault: both move nothing.
    await allSettle(page, await page.locator(anyElement).count());
    await painted(page);
    note('in all', await shifts(page));
    expect((await seen(page)).errors.length).toBeGreaterThan(50);
    expect(moved(before, await places(page))).toEqual([]);
    expect(await shifts(page)).toEqual([]);
  },
);

test(
  'a number that is shorter than its room, or not known, stands by its name in the middle of the pill',
  { tag: inEveryEngine },
  async ({ page, showWaiting, world }) => {
    world.settings(itemsFrom(1, 8, [5]));
    await showWaiting(...[1, 2, 3, 4, 5, 6, 7, 8].map((item): Row => [`${item}`, stats.html(item)]));
    world.faults([{ path: '*', fault: 'body', body: 'no answer to anything' }]);
    world.release();
    await allSettle(page, 8); // the four that were asked before get their answers
    const cells = await page.locator('figshare-stats').evaluateAll((all) =>
      all.flatMap((one) =>
        [...one.shadowRoot!.querySelectorAll('.cell')].map((cell) => {
          const [box, value, label] = [cell, ...cell.querySelectorAll('[part]')].map((part) =>
            part.getBoundingClientRect(),
          );
          return {
            text: cell.textContent.trim(),
            before: value!.left - box!.left,
            between: label!.left - value!.right,
            behind: box!.right - label!.right,
          };
        }),
      ),
    );
    expect(cells.filter(({ text }) => text.startsWith('5'))).toHaveLength(4);
    expect(cells.filter(({ text }) => text.startsWith('–'))).toHaveLength(8);
    for (const { text, before, between, behind } of cells) {
      expect.soft(between, text).toBeLessThan(5);
      expect.soft(before, text).toBeGreaterThan(9);
      expect.soft(Math.abs(before - behind), text).toBeLessThan(2);
    }
  },
);

test(
  'a frame is as high as the drawing that was waited for, its words in the middle; else as high as these',
  { tag: inEveryEngine },
  async ({ page, showWaiting, world }) => {
    await showWaiting(...[1, 2, 3, 4, 5].map((item): Row => [`${item}`, breakdown.html(item)]));
    const framed = page.locator('[data-row="5"] > *');
    const height = (await framed.boundingBox())!.height;
    world.faults([{ path: '*', fault: 'body', body: 'no answer to anything' }]);
    world.release();
    await allSettle(page, 5);
    const around = await framed.evaluate((one) => {
      const frame = one.shadowRoot!.querySelector('.frame')!;
      const [box, title, button] = [
        frame,
        frame.querySelector('.title')!,
        frame.querySelector('button')!,
      ].map((part) => part.getBoundingClientRect());
      return { height: box!.height, above: title!.top - box!.top, below: box!.bottom - button!.bottom };
    });
    expect(around.height).toBe(height);
    expect(around.above).toBeGreaterThan(50);
    expect(Math.abs(around.above - around.below)).toBeLessThan(12);

    await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<figshare-breakdown item="?">'));
    await allSettle(page, 6);
    expect((await page.locator('figshare-breakdown').last().boundingBox())!.height).toBeLessThan(120);
  },
);

for (const [column, style] of Object.entries(columns)) {
  test(
    `nothing changes its height in ${column} when the answer comes`,
    { tag: inEveryEngine },
    async ({ page, showWaiting, world }) => {
      world.settings({
        items: { 'article/2000': { views: 4_608, downloads: 521, shares: 77, from: '2013-01-01' } },
        groups: { 2000: 4_608 },
      });
      const rows = subjects.flatMap((element) =>
        heights[element.tag].map(([what, attributes]): Row => {
          const { tag, item, html } = element;
          const isLine = isInLine(element, /variant="(.*?)"/.exec(attributes)?.[1] ?? '');
          const shown = html(isLine ? '2000' : item, `loading="eager" ${attributes}`);
          return [`${tag}: ${what}`, `<div class="still" ${style}>${shown}</div>`];
        }),
      );
      await showWaiting(...rows);
      const before = await places(page);
      await answer(page, world);
      note('in all', await shifts(page));
      expect(moved(before, await places(page))).toEqual([]);
      expect(await shifts(page)).toEqual([]);
    },
  );
}

test(
  'a phrase that fails leaves its line as high as it was',
  { tag: inEveryEngine },
  async ({ page, showWaiting, world }) => {
    // The first four are asked at once, and get their answers.
    await showWaiting(
      ...[1, 2, 3, 4, 5, 6].map((item): Row => [`${item}`, placings[inSentences](stats.html(item, phrase))]),
    );
    const before = await places(page);
    world.faults([{ path: '*', fault: 'body', body: 'no answer to anything' }]);
    world.release();
    await allSettle(page, 6);
    expect((await seen(page)).errors).toHaveLength(2);
    expect(moved(before, await places(page), ['y', 'height'])).toEqual([]);
  },
);

const fourDigits = [4_608, 6_581, 1_873, 9_999] as const;
const fiveDigits = [46_088, 65_819, 18_734, 99_999] as const;
const sixDigits = [460_881, 658_192, 187_343, 999_999] as const;

for (const size of [
  { width: 1280, height: 720 },
  { width: 320, height: 600 },
])
  for (const [element, variant, numbers] of [
    [stats, 'badge', fiveDigits],
    [stats, 'badge', sixDigits],
    [stats, 'text', fourDigits],
    [stats, 'text', fiveDigits],
    [timeline, 'sparkline', fiveDigits],
    [count, '', fiveDigits],
    [count, '', sixDigits],
  ] as const)
    test(`20 numbers like ${numbers[0]} in ${element.tag} ${variant} hardly move the words around them, ${size.width} px`, async ({
      page,
      show,
      world,
      cdn,
    }) => {
      await page.setViewportSize(size);
      const { items, groups } = itemsFrom(1000, 20, numbers);
      if (element === stats) Object.values(items).forEach((item) => (item.downloads = item.views));
      world.settings({ items, groups });
      world.faults([{ path: '*', fault: 'hang' }]);
      const sentences = Array.from({ length: 20 }, (_, index) =>
        placings[inSentences](element.html(1000 + index, look(variant, 'loading="eager"'))),
      );
      await show(sections(...sentences.map((html, index): Row => [`sentence ${index}`, html])), {
        scripts: `${paintedWhole}<script crossorigin src="${cdn.url}/figshare-elements.iife.js"></script>`,
      });
      await allAre(page, 'loading', 20);
      await painted(page);
      expect(await shifts(page), 'before the answers').toEqual([]);
      await answer(page, world);
      const found = await shifts(page);
      note('in all', found);
      await expect(page.locator(element.tag).first()).toContainText(numbers[0].toLocaleString('en'));
      expect(found.reduce((sum, { value }) => sum + value, 0)).toBeLessThanOrEqual(0.01);
    });

for (const size of [
  { width: 1280, height: 720 },
  { width: 320, height: 600 },
])
  test(`20 links that become badges hardly move the words around them, ${size.width} px`, async ({
    page,
    show,
    world,
    cdn,
    path,
  }) => {
    await page.setViewportSize(size);
    world.settings(itemsFrom(1000, 20, [46_088, 65_819, 18_734, 99_999]));
    world.faults([{ path: '*', fault: 'hang' }]);
    const sentences = Array.from({ length: 20 }, (_, index) => {
      const badge = stats.html(1000 + index, 'loading="eager"', fallback);
      return `<p>What stands before it, ${badge}, and what stands behind it.</p>`;
    });
    const address = cdn.put(`${path}.js`, cdn.text('/figshare-stats.js'));
    const release = cdn.hold(`${path}.js`);
    // Hinting rounds the width of a zero, which the page's CSS reckons with, and not that of the numbers.
    const head = '<style>body { text-rendering: geometricPrecision }</style>';
    await show(sentences.join('\n'), { head, scripts: paintedWhole + moduleTag(address), until: 'commit' });
    await expect(page.locator('p')).toHaveCount(20);
    await painted(page);
    release();
    await allAre(page, 'loading', 20);
    await painted(page);
    note('on definition', await shifts(page));
    await expect(page.getByText('The data').first()).toBeVisible();
    await answer(page, world);
    const found = await shifts(page);
    note('in all', found);
    await expect(page.locator('figshare-stats').first()).toContainText('46,088');
    expect(found.reduce((sum, { value }) => sum + value, 0)).toBeLessThanOrEqual(0.01);
  });

test(
  'names that come after the numbers move nothing',
  { tag: inEveryEngine },
  async ({ page, showWaiting, world, mainApi }) => {
    const title = `${'Very long words, '.repeat(20)}${'l'.repeat(200)}`;
    mainApi.settings({ items: { 'article/766364': { title }, 'collection/1234': { title } } });
    mainApi.faults([{ path: '*', fault: 'hang' }]);
    const lists = [
      'limit="10"',
      'limit="3"',
      'limit="50"',
      'of="collection"',
      'metric="downloads" lang="de" no-link',
    ];
    const rows = lists.flatMap((attributes) =>
      Object.entries(columns).map(([column, style]): Row => {
        const shown = placings[inParagraphs](`<figshare-top loading="eager" ${attributes}></figshare-top>`);
        return [`${attributes} in ${column}`, `<div ${style}>${shown}</div>`];
      }),
    );
    await showWaiting(...rows);
    const before = await places(page);
    await answer(page, world);
    await mainApi.wait({ requests: 4 });
    expect(moved(before, await places(page))).toEqual([]);

    mainApi.faults([]);
    mainApi.release();
    await expect(page.getByText(title)).toHaveCount(rows.length);
    await mainApi.wait({ requests: 20, open: 0 });
    await painted(page);
    note('in all', await shifts(page));
    expect(moved(before, await places(page))).toEqual([]);
    expect(await shifts(page)).toEqual([]);
  },
);

const largest: Record<Subject['tag'], string> = {
  'figshare-stats': 'metrics="views downloads shares citations"',
  'figshare-timeline': 'metrics="views downloads shares" start="2023-01-01" end="2999-12-31"',
  'figshare-breakdown': 'by="city" start="2024-01-01" end="2999-12-31"',
  'figshare-top': 'start="2024-01-01" end="2999-12-31"',
  'figshare-count': '',
};

test.describe('at 320 px', () => {
  test.beforeEach(({ page }) => page.setViewportSize({ width: 320, height: 600 }));

  test(
    'nothing is wider than the page, neither the largest numbers nor names of one’s own',
    {
      tag: inEveryEngine,
    },
    async ({ page, show, world }) => {
      world.settings({ groups: { 30000003: 2 ** 50 } });
      const numbers = subjects.flatMap((element) =>
        element.variants.map((variant): Row => {
          const attributes = look(variant, `loading="eager" lang="de" ${largest[element.tag]}`);
          return [`the largest numbers of ${element.tag} ${variant}`, element.html('30000003', attributes)];
        }),
      );
      const names = stats.variants.map((variant): Row => {
        const attributes = `${look(variant)} label-views="times that somebody opened this dataset’s page"`;
        return [`own names of a ${variant}`, stats.html('766364', `loading="eager" ${attributes}`)];
      });
      await show(sections(...numbers, ...names));
      await allAre(page, 'ready', numbers.length + names.length);
      expect(await tooWide(page)).toEqual([]);
    },
  );

  test(
    'nothing is wider than the page in any state',
    { tag: inEveryEngine },
    async ({ page, show, world }) => {
      await showEveryState(page, world, show, subjects);
      expect(await tooWide(page)).toEqual([]);
    },
  );

  test('a printed page shows the numbers, and nothing that is wider than it', async ({
    page,
    show,
    world,
  }) => {
    await showEveryState(page, world, show, subjects);
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(() => matchMedia('print').matches)).toBe(true);
    expect(await tooWide(page)).toEqual([]);
    for (const ready of await page.locator('[data-state=ready]').all()) {
      const numbers = ready.locator('[part=value], [part=summary]').filter({ visible: true });
      await expect(numbers.first(), (await ready.getAttribute('data-row'))!).toHaveText(/\d/);
    }
  });
});
