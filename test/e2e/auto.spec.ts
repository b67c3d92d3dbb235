/** Links and placeholders become elements, where `figshare-auto.js` is on the page. */
import { shows, stats, questions } from './elements.js';
import { allAre, expect, inEveryEngine, moduleTag, test, type Page } from './fixtures.js';

const doi = 'https://doi.org/10.6084/m9.figshare.766364';
const link = (options = '', words = 'The data') => `<a href="${doi}#figshare-stats${options}">${words}</a>`;

/** A script that runs where it stands, as content management systems write it. */
const classic = (address: string) => `<script src="${address}"></script>`;

const tags = (page: Page, tag = stats.tag) => page.locator(tag);
test.use({ bundle: 'figshare-auto.js' });

for (const [how, tagOf] of [
  ['a module', moduleTag],
  ['a classic script', classic],
] as const) {
  test(
    `a link becomes an element with the link as its fallback, by ${how}`,
    { tag: inEveryEngine },
    async ({ page, show, cdn, log }) => {
      await show(`<p>See ${link('?variant=card&amp;metrics=views+downloads')}.</p>`, {
        scripts: tagOf(`${cdn.url}/figshare-auto.js`),
      });
      await allAre(page, 'ready');
      await expect(tags(page)).toHaveAttribute('variant', 'card');
      await expect(tags(page)).toHaveAttribute('metrics', 'views downloads');
      await expect(tags(page)).toHaveAttribute('item', doi);
      await expect(tags(page).locator('> a')).toHaveText('The data');
      await expect(tags(page)).toMatchAriaSnapshot(
        '- text: /^Use on figshare 46,088 views ?, 5,210 downloads/',
      );
      await expect(page.getByRole('link')).toHaveAccessibleName('View on figshare ↗');
      expect(log.warnings).toEqual([]);
    },
  );

  test(
    `a chart finds its code beside ${how} from another origin`,
    { tag: inEveryEngine },
    async ({ page, show, cdn, log }) => {
      await show(
        `<a href="${doi}#figshare-timeline?variant=chart&start=2013-01-01&end=2016-12-31&granularity=year">Data</a>`,
        { scripts: tagOf(`${cdn.url}/figshare-auto.js`) },
      );
      await expect(page.locator('canvas')).toBeVisible();
      expect(log.warnings).toEqual([]);
    },
  );
}

test('every element has a link and a placeholder, and what is none stays', async ({ page, show, log }) => {
  const here = 'x.html';
  const rows: [string, string, string][] = [
    ['stats', link(), 'figshare-stats'],
    ['timeline', `<a href="${doi}#figshare-timeline">x</a>`, 'figshare-timeline'],
    ['breakdown', `<a href="${doi}#figshare-breakdown">x</a>`, 'figshare-breakdown'],
    ['top', `<a href="${doi}#figshare-top?by=referral">x</a>`, 'figshare-top'],
    ['count', `<a href="${doi}#figshare-count?item=327">x</a>`, 'figshare-count'],
    ['a placeholder', '<div data-figshare-stats data-item="766364" data-other="1"></div>', 'figshare-stats'],
    ['a placeholder in a sentence', '<span data-figshare-count data-item="327"></span>', 'figshare-count'],
    ['another link', `<a href="${doi}">x</a>`, 'a'],
    ['a link to no item', '<a href="https://example.org/#figshare-stats">x</a>', 'a'],
    ['a heading of this page', '<a href="#figshare-top">Back to top</a>', 'a'],
    ['a heading of another page', `<a href="${here}#figshare-stats">x</a>`, 'a'],
    ['what somebody writes', `<div contenteditable>${link()}</div>`, 'a'],
    [
      'a part of it that is not written',
      `<div contenteditable><p contenteditable="false">${link()}</p></div>`,
      'p',
    ],
  ];
  await show(rows.map(([name, html]) => `<section data-row="${name}">${html}</section>`).join('\n'));
  await expect(page.locator('section[data-row=stats] > figshare-stats')).toHaveCount(1);
  const seen = await page.locator('section[data-row]').evaluateAll((all) =>
    all.map((row) => {
      const holder = row.querySelector(
        ':scope > [data-figshare-stats], :scope > [data-figshare-count], :scope > [contenteditable]',
      );
      return [row.getAttribute('data-row'), (holder ?? row).firstElementChild?.localName];
    }),
  );
  expect(seen).toEqual(rows.map(([name, , tag]) => [name, tag]));
  await expect(page.locator('[contenteditable] figshare-stats')).toHaveCount(0);
  expect(log.warnings).toEqual([]);
});

test('what comes later is made an element, once', async ({ page, show, world }) => {
  await show('<main></main>');
  await page.evaluate(() => customElements.whenDefined('figshare-stats'));
  await page.locator('main').evaluate((main, html) => {
    main.innerHTML = `<p>${html}</p>`;
    const late = document.createElement('a');
    main.append(late);
    late.textContent = 'late';
    setTimeout(() => (late.href = main.querySelector('a')!.href));
  }, link());
  await allAre(page, 'ready', 2);
  // An element that moves is not made anew, and neither is its fallback.
  await page.locator('main').evaluate((main) => main.prepend(main.lastElementChild!));
  await allAre(page, 'ready', 2);
  await expect(page.locator('figshare-stats figshare-stats')).toHaveCount(0);
  expect(questions(world)).toHaveLength(1);
});

test('an option that is none of the element’s does nothing, and is told once', async ({
  page,
  show,
  log,
}) => {
  await show(`${link('?onclick=alert(1)&style=color:red&variant=text')} ${link('?onclick=alert(1)')}`);
  await allAre(page, 'ready', 2);
  const attributes = await tags(page)
    .first()
    .evaluate((element) => element.getAttributeNames().sort());
  expect(attributes).toEqual(['item', 'variant']);
  expect(log.warnings.filter((text) => text.includes('onclick'))).toHaveLength(1);
});

test('a link whose words are its address gets words', async ({ page, show, world }) => {
  world.faults([{ path: '*', fault: 403 }]);
  const address = `${doi}#figshare-stats?variant=card`;
  await show(`<a href="${address}">${address}</a> <a href="${doi}#figshare-stats">${doi}</a> ${link()}`);
  await allAre(page, 'error', 3);
  await expect(page.getByRole('link')).toHaveText(['Data on figshare', 'Data on figshare', 'The data']);
});

test('a page that a framework takes over is left alone until it has', async ({ page, show, pages }) => {
  const release = pages.hold('/late.svg');
  pages.put('/late.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await show(`<div id="__next"><p>${link()}</p></div><img src="/late.svg" alt="">`, {
    until: 'commit',
  });
  await page.waitForFunction(
    () => document.readyState === 'interactive' && customElements.get('figshare-stats'),
  );
  await expect(page.locator('p > a')).toHaveCount(1);
  release();
  await shows(stats, page);
});
