import { allAre, classicTag, expect, moduleTag, named, seen, test, type FigshareStats } from './fixtures.js';

const name = named('46,088 views', '5,210 downloads');

test.describe('shows the recorded numbers', () => {
  test('from figshare-stats.js as a module', async ({ page, show }) => {
    await show('<figshare-stats item="766364"></figshare-stats>');
    await expect(page.getByRole('link', { name })).toBeVisible();
    await expect(page.locator('figshare-stats')).toHaveJSProperty('status', 'ready');
  });

  test('from figshare-elements.js as a module', async ({ page, show, cdn }) => {
    await show('<figshare-stats item="766364"></figshare-stats>', {
      scripts: moduleTag(`${cdn.url}/figshare-elements.js`),
    });
    await expect(page.getByRole('link', { name })).toBeVisible();
  });

  test('from figshare-elements.iife.js as a classic script', async ({ page, show, cdn }) => {
    await show('<figshare-stats item="766364"></figshare-stats>', {
      scripts: classicTag(`${cdn.url}/figshare-elements.iife.js`),
    });
    await expect(page.getByRole('link', { name })).toBeVisible();
  });

  test('from a classic script in the head that does not wait for the page', async ({ page, show, cdn }) => {
    await show('<figshare-stats item="766364"></figshare-stats>', {
      scripts: `<script src="${cdn.url}/figshare-elements.iife.js"></script>`,
    });
    await expect(page.getByRole('link', { name })).toBeVisible();
  });

  for (const file of ['figshare-stats.js', 'figshare-elements.js', 'figshare-elements.iife.js']) {
    test(`from ${file} with the integrity that sri.json tells`, async ({ page, show, cdn }) => {
      const { [file]: integrity } = JSON.parse(cdn.text('/sri.json')) as Record<string, string>;
      expect(integrity).toMatch(/^sha384-/);
      const type = file.includes('iife') ? 'defer' : 'type="module"';
      await show('<figshare-stats item="766364"></figshare-stats>', {
        scripts: `<script ${type} crossorigin="anonymous" integrity="${integrity}" src="${cdn.url}/${file}"></script>`,
      });
      await expect(page.getByRole('link', { name })).toBeVisible();
    });
  }

  test('of an item named by its DOI', async ({ page, show }) => {
    await show('<figshare-stats item="10.6084/m9.figshare.766364"></figshare-stats>');
    await expect(page.getByRole('link', { name })).toBeVisible();
  });

  test('as a phrase and as a card', async ({ page, show }) => {
    await show(`<figshare-stats item="766364" variant="text"></figshare-stats>
      <figshare-stats item="766364" variant="card"></figshare-stats>`);
    await expect(
      page.getByRole('link', { name: '46,088 views and 5,210 downloads', exact: true }),
    ).toBeVisible();
    await expect(page.getByRole('link', { name: /^46,088 views ?, 5,210 downloads.*as of/ })).toBeVisible();
  });

  test('of the metrics asked for, in their order, under the page’s own words', async ({ page, show }) => {
    await show(
      '<figshare-stats item="766364" metrics="citations shares views" label-views="looks"></figshare-stats>',
    );
    await expect(page.getByRole('link')).toHaveAccessibleName(
      named('12 citations', '3 shares', '46,088 looks'),
    );
  });

  test('in the page’s language', async ({ page, show }) => {
    await show('<figshare-stats item="766364"></figshare-stats>', { html: 'lang="de"' });
    await expect(page.getByRole('link')).toHaveAccessibleName(named('46.088 Aufrufe', '5.210 Downloads'));
  });

  test('in elements that are inserted later, with properties', async ({ page, show }) => {
    await show('<main></main>');
    await page.evaluate(() => {
      const element = document.createElement('figshare-stats');
      Object.assign(element, { item: 766364, metrics: 'downloads' });
      document.querySelector('main')!.append(element);
    });
    await expect(page.getByRole('link')).toHaveAccessibleName('5,210 downloads');
  });
});

test('sums several items, and links a sum nowhere', async ({ page, show, world }) => {
  world.settings({
    items: {
      'article/101': { views: 1000, downloads: 20 },
      'article/102': { views: 300, downloads: 4 },
      'collection/103': { views: 7, downloads: 1 },
    },
  });
  await show('<figshare-stats item="101 102 collection/103"></figshare-stats>');
  await expect(page.locator('figshare-stats')).toContainText('1,307');
  await expect(page.locator('figshare-stats')).toContainText('25');
  await expect(page.getByRole('link')).toHaveCount(0);
});

test('never shows a part of a sum as the whole', async ({ page, show, world }) => {
  world.settings({ items: { 'article/101': { views: 1000, downloads: 20 } } });
  world.faults([{ path: '/total/article/102', fault: 'body', body: { views: 'many' } }]);
  await show('<figshare-stats item="101 102"></figshare-stats>');
  await allAre(page, 'error');
  await expect(page.locator('figshare-stats')).toContainText('–');
  await expect(page.locator('figshare-stats')).not.toContainText('1,000');
});

test('shows zero, nothing in a period, and not known differently', async ({ page, show, world }) => {
  world.faults([{ path: '/total/article/12', fault: 'body', body: { views: 'many' } }]);
  await show(`<figshare-stats item="1" metrics="views"></figshare-stats>
    <figshare-stats item="766364" metrics="views" start="2019-01-01" end="2019-12-31"></figshare-stats>
    <figshare-stats item="12" metrics="views"></figshare-stats>`);
  const [zero, empty, unknown] = await page.locator('figshare-stats').all();
  await expect(zero!).toHaveText('0 views');
  await expect(empty!).toHaveText('no views in this period');
  await expect(unknown!).toContainText('–');
  await expect(unknown!).not.toContainText('0');
});

test.describe('links', () => {
  const links: [string, string, string | RegExp | undefined][] = [
    ['a number to its page at figshare', 'item="766364"', /^https:\/\/figshare\.com\/articles\/.*766364$/],
    [
      'a DOI to the DOI',
      'item="doi:10.6084/m9.figshare.766364"',
      'https://doi.org/10.6084/m9.figshare.766364',
    ],
    [
      'a figshare URL to itself',
      'item="https://figshare.com/articles/dataset/some_title/766364"',
      'https://figshare.com/articles/dataset/some_title/766364',
    ],
    ['where href says', 'item="766364" href="https://example.org/data"', 'https://example.org/data'],
    ['nowhere with no-link', 'item="766364" no-link', undefined],
    ['nowhere from a group, which has no page', 'item="group/327"', undefined],
  ];
  for (const [name, attributes, href] of links) {
    test(name, async ({ page, show }) => {
      await show(`<figshare-stats ${attributes}></figshare-stats>`);
      await allAre(page, 'ready');
      const link = page.getByRole('link');
      if (href === undefined) return expect(link).toHaveCount(0);
      await expect(link).toHaveAttribute('href', href);
      await expect(link).toHaveAttribute('rel', /noopener/);
    });
  }
});

test('tells its numbers in figshare-load, out of any shadow root', async ({ page, show, world }) => {
  await show('<div id="host"></div>');
  await page.evaluate(() => {
    const root = document.querySelector('#host')!.attachShadow({ mode: 'open' });
    root.append(document.createElement('figshare-stats'));
    root.querySelector('figshare-stats')!.item = '766364';
  });
  await expect.poll(async () => (await seen(page)).loads).toHaveLength(1);
  const { loads, errors } = await seen(page);
  expect(loads[0]).toMatchObject({
    status: 'ready',
    answer: { views: 46088, downloads: 5210 },
    source: world.url,
    isDate: true,
  });
  expect(errors).toEqual([]);
});

test('writes neither to its attributes nor between its tags', async ({ page, show, world }) => {
  world.faults([{ path: '/total/article/12', fault: 'body', body: { views: 'many' } }]);
  await show(
    ['766364', '12', 'nonsense']
      .map(
        (item) =>
          `<figshare-stats item="${item}"><a href="https://example.org/">The data</a></figshare-stats>`,
      )
      .join(''),
  );
  await expect
    .poll(async () => {
      const { loads, errors } = await seen(page);
      return loads.length + errors.length;
    })
    .toBe(3);
  const html = await page.locator('figshare-stats').evaluateAll((all) => all.map((one) => one.outerHTML));
  expect(html).toEqual(
    ['766364', '12', 'nonsense'].map(
      (item) => `<figshare-stats item="${item}"><a href="https://example.org/">The data</a></figshare-stats>`,
    ),
  );
});

test('tells its state to style sheets', async ({ page, show }) => {
  await show('<figshare-stats item="766364"></figshare-stats>', {
    head: '<style>figshare-stats:state(ready) { outline: 3px solid red }</style>',
  });
  await expect(page.locator('figshare-stats')).toHaveCSS('outline-width', '3px');
});

test('hides while its number is below hide-below', async ({ page, show }) => {
  await show(`<figshare-stats item="766364" hide-below="46089"></figshare-stats>
    <figshare-stats item="766364" hide-below="46088"></figshare-stats>`);
  await allAre(page, 'ready', 2);
  await expect(page.locator('figshare-stats').first()).toBeHidden();
  await expect(page.locator('figshare-stats').last()).toBeVisible();
});

test('prefers a source of its own to the page’s', async ({ page, show, standIn, path }) => {
  const other = standIn.world(`${path.slice(1)}-other`);
  other.settings({ items: { 'article/766364': { views: 5, downloads: 6 } } });
  await show(`<figshare-stats item="766364" source="${other.url}"></figshare-stats>`);
  await expect(page.getByRole('link')).toHaveAccessibleName(named('5 views', '6 downloads'));
  other.forget();
});

test('asks the next source when one fails', async ({ page, show, standIn, path, world }) => {
  const broken = standIn.world(`${path.slice(1)}-broken`);
  broken.faults([{ path: '*', fault: 403 }]);
  await show(`<figshare-stats item="766364" source="${broken.url} ${world.url}"></figshare-stats>`);
  await expect(page.getByRole('link')).toHaveAccessibleName(name);
  expect(broken.record().requests.length).toBeGreaterThan(0);
  expect(await page.locator('figshare-stats').evaluate((one) => (one as FigshareStats).status)).toBe('ready');
  broken.forget();
});
