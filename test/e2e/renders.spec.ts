/** The recorded numbers, in every way that a page may ask for them. */
import {
  allShow,
  breakdown,
  count,
  each,
  itemsWith,
  look,
  shows,
  stats,
  subjects,
  timeline,
  top,
} from './elements.js';
import { allAre, allSettle, askAll, expect, inEveryEngine, poll, seen, test } from './fixtures.js';
import { readRows, sections, type Row } from './rows-on-a-page.js';

const fallback = '<a href="https://example.org/">The data</a>';
const oneOfEach = each(({ item, html }) => html(item));
/** What stands alone says in a sentence what a dash says in a line. */
const notKnown = new Map<string, string>([breakdown, top].map(({ tag }) => [tag, 'did not answer.']));
const unknown = subjects.map(
  ({ asks, body }) => ({ ...asks('12'), fault: 'body', raw: body('"many"', '12') }) as const,
);

test.describe('the recorded numbers come from', { tag: inEveryEngine }, () => {
  const files = [
    ['figshare-stats.js', 'type="module"', [stats]],
    ['figshare-elements.js', 'type="module"', subjects],
    ['figshare-elements.iife.js', 'defer crossorigin', subjects],
    ['figshare-auto.js', 'type="module"', subjects],
  ] as const;
  for (const [file, type, elements] of files) {
    const body = each(({ item, html }) => html(item), elements);

    test(file, async ({ page, show, cdn }) => {
      await show(body, { scripts: `<script ${type} src="${cdn.url}/${file}"></script>` });
      await allShow(page, elements);
      await allAre(page, 'ready', elements.length);
    });

    test(`${file} with the integrity that sri.json tells`, async ({ page, show, cdn }) => {
      const { [file]: integrity } = JSON.parse(cdn.text('/sri.json')) as Record<string, string>;
      expect(integrity).toMatch(/^sha384-/);
      await show(body, {
        scripts: `<script ${type} crossorigin="anonymous" integrity="${integrity}" src="${cdn.url}/${file}"></script>`,
      });
      await allShow(page, elements);
    });
  }

  test('a classic script in the head that does not wait for the page', async ({ page, show, cdn }) => {
    await show(oneOfEach, { scripts: `<script src="${cdn.url}/figshare-elements.iife.js"></script>` });
    await allShow(page);
  });
});

test('an item may be named by its DOI', async ({ page, show }) => {
  const named = subjects.filter(({ takesDois }) => takesDois);
  await show(each(({ html }) => html('10.6084/m9.figshare.766364'), named));
  await allShow(page, named);
});

test('numbers and words are in the page’s language', async ({ page, show }) => {
  const inGerman = new Map([
    [stats, /\b46\.088 Aufrufe/],
    [timeline, /^39\.165 Aufrufe über 4 Jahre$/],
    [breakdown, /^\s*Vereinigte Staaten\s+6\.605\s+39\s%\s*$/],
    [top, /^\s*www\.google\.com\s+5\.959\s*$/],
    [count, /^12\.345 öffentliche Einträge$/],
  ]);
  await show(oneOfEach, { html: 'lang="de"' });
  for (const element of subjects) await shows(element, page.locator(element.tag), inGerman.get(element));
});

test('elements may be inserted later, with properties', async ({ page, show }) => {
  await show(each(({ html }) => html('')));
  for (const { tag, item } of subjects)
    await page.locator(tag).evaluate((template, number) => {
      const one = document.createElement(template.localName);
      for (const { name, value } of template.attributes) Object.assign(one, { [name]: value });
      Object.assign(one, { item: number });
      template.replaceWith(one);
    }, Number(item));
  await allShow(page);
});

test('several items are summed, and a sum links nowhere', async ({ page, show, world }) => {
  world.settings(itemsWith({ 101: 1000, 102: 300, 103: 7, 'collection/103': 7 }));
  // Of as many kinds as may be.
  const third = new Map([
    [top, 'article/103'],
    [count, 'group/103'],
  ]);
  await show(each((element) => element.html(`101 102 ${third.get(element) ?? 'collection/103'}`)));
  for (const { tag, linksToItem } of subjects) {
    await expect.soft(page.locator(tag)).toContainText('1,307');
    if (linksToItem) await expect.soft(page.locator(tag).getByRole('link')).toHaveCount(0);
  }
});

test('a part of a sum is never shown as the whole', async ({ page, show, world }) => {
  world.settings(itemsWith({ 101: 1000 }));
  world.faults(
    subjects.map(({ asks, body }) => ({ ...asks(102), fault: 'body', raw: body('"many"', '102') })),
  );
  await show(each(({ html }) => html('101 102')));
  await allAre(page, 'error', subjects.length);
  for (const { tag } of subjects) {
    await expect.soft(page.locator(tag)).toContainText(notKnown.get(tag) ?? '–');
    await expect.soft(page.locator(tag)).not.toContainText('1,000');
  }
});

test('zero, nothing in a period, and not known look different', async ({ page, show, world }) => {
  world.settings({
    items: { 'article/1': { views: 0, timeline: { views: { '2015-05-05': 0, '2016-12-31': 0 } } } },
  });
  world.faults(unknown);
  const nothing = /^no views in this period$/i;
  const period = subjects.filter(({ empty }) => empty);
  await show(
    each(
      ({ item, empty, html }) =>
        html('1', 'metrics="views"') +
        html('12', 'metrics="views"') +
        (empty ? html(item, `metrics="views" ${empty}`) : ''),
    ),
  );
  await askAll(page);
  await allSettle(page, 2 * subjects.length + period.length);
  for (const { tag } of subjects) {
    const [zero, failed] = await page.locator(tag).all();
    // Where events are listed, there is no zero to show.
    const isList = tag === breakdown.tag || tag === top.tag;
    await expect.soft(zero!.getByText(isList ? nothing : '0', { exact: true }).first()).toBeVisible();
    await expect.soft(failed!).toContainText(notKnown.get(tag) ?? '–');
    await expect.soft(failed!.getByText('0', { exact: true })).toHaveCount(0);
  }
  for (const { tag } of period) {
    const empty = page.locator(tag).nth(2);
    await expect.soft(empty.getByText(nothing)).toBeVisible();
    await expect.soft(empty.locator('[part=value]:visible')).toHaveCount(0);
  }
});

test('each item links to its page, where href says, or nowhere', async ({ page, show }) => {
  const address = 'https://figshare.com/articles/dataset/some_title/766364';
  const links: [string, string, string | undefined][] = [
    ['a DOI', 'item="doi:10.6084/m9.figshare.766364"', 'https://doi.org/10.6084/m9.figshare.766364'],
    ['a number', 'item="766364"', 'https://figshare.com/articles/_/766364'],
    ['a figshare URL', `item="${address}"`, address],
    ['with href', 'item="766364" href="https://example.org/data"', 'https://example.org/data'],
    ['with no-link', 'item="766364" no-link', undefined],
    ['a group, which has no page', 'item="group/327"', undefined],
  ];
  const table: Row[] = [];
  const wanted = new Map<string, string | undefined>();
  for (const { tag, question } of subjects.filter(({ linksToItem }) => linksToItem))
    for (const [what, attributes, href] of links) {
      table.push([`${tag}, ${what}`, `<${tag} ${attributes} ${question}></${tag}>`]);
      wanted.set(`${tag}, ${what}`, href);
    }
  await show(sections(...table));
  for (const [row, { status, links: found }] of await readRows(page)) {
    const href = wanted.get(row);
    const rel = expect.stringMatching(/noopener/) as unknown;
    expect
      .soft({ status, links: found }, row)
      .toEqual({ status: 'ready', links: href ? [{ href, rel }] : [] });
  }
});

test('figshare-load tells the numbers, out of any shadow root', async ({ page, show, world }) => {
  await show('<div id="host"></div>');
  await page.evaluate((html) => {
    const root = document.querySelector('#host')!.attachShadow({ mode: 'open' });
    root.innerHTML = html;
  }, oneOfEach);
  await poll(async () => (await seen(page)).loads).toHaveLength(subjects.length);
  const { loads, errors } = await seen(page);
  const years = [967, 6867, 14305, 17026].map((value, index) => ({ date: String(2013 + index), value }));
  const answers = new Map<object, unknown>([
    [stats, { views: 46088, downloads: 5210 }],
    [timeline, { views: years }],
    [breakdown, expect.arrayContaining([expect.objectContaining({ name: 'United States', value: 6605 })])],
    [top, expect.arrayContaining([{ key: 'www.google.com', value: 5959 }])],
    [count, [{ id: 400, value: 12345 }]],
  ]);
  for (const element of subjects)
    expect
      .soft(
        loads.find(({ tag }) => tag === element.tag),
        element.tag,
      )
      .toMatchObject({ status: 'ready', answer: answers.get(element), source: world.url, isDate: true });
  expect(errors).toEqual([]);
});

test('nothing is written to the attributes or between the tags', async ({ page, show, world }) => {
  world.faults(unknown);
  await show('<main></main>');
  const html = subjects.flatMap((element) =>
    element.variants.flatMap((variant) =>
      [element.item, '12', 'nonsense'].map((item) => element.html(item, look(variant), fallback)),
    ),
  );
  const written = await page.locator('main').evaluate((main, elements) => {
    main.innerHTML = elements;
    return main.innerHTML;
  }, html.join('\n'));
  await askAll(page);
  await allSettle(page, html.length);
  expect((await page.locator('main').innerHTML()).split('\n')).toEqual(written.split('\n'));
});

test('an element hides while its number is below hide-below', async ({ page, show }) => {
  await show(
    each(
      ({ item, recorded: { first }, html }) =>
        html(item, `hide-below="${first + 1}"`) + html(item, `hide-below="${first}"`),
    ),
  );
  await askAll(page);
  await allAre(page, 'ready', 2 * subjects.length);
  for (const { tag } of subjects) {
    await expect.soft(page.locator(tag).first()).toBeHidden();
    await expect.soft(page.locator(tag).last()).toBeVisible();
  }
});
