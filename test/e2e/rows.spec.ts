/** What breakdowns, top lists and counts alone promise: what their rows hold, what is asked for names, by whose leave. */
import type { Locator } from '@playwright/test';
import { breakdown, count, questions, shows, top } from './elements.js';
import {
  allAre,
  expect,
  inEveryEngine,
  overflow,
  painted,
  seen,
  test,
  type Page,
  type World,
} from './fixtures.js';
import { rowOf, sections, type Row } from './rows-on-a-page.js';

const { html } = breakdown;
const list = (attributes = '') => `<figshare-top ${attributes}></figshare-top>`;
const fallback = '<a href="https://example.org/">The data</a>';

/** The names of rows or entries, as they are seen. */
const labels = (within: Page | Locator) => within.locator('[part=label]');

test('a breakdown is a figure with a caption and a table with row headers, as bars and as a table', async ({
  page,
  show,
  world,
}) => {
  const views = { '2016-05-05': 10 };
  const countries = { Spain: 6, Malta: 1, Unknown: 3 };
  world.settings({ items: { 'article/5': { timeline: { views }, countries } } });
  await show(
    sections(...breakdown.variants.map((variant): Row => [variant, html('5', `variant="${variant}"`)])),
  );
  await allAre(page, 'ready', 2);
  for (const variant of breakdown.variants) {
    await expect.soft(rowOf(page, variant)).toMatchAriaSnapshot(`
      - figure /^10 views from 2 countries, most. Spain \\(60%\\)$/:
        - table /^Views by country Jan 1 . Dec 31, 2016$/:
          - caption: /^Views by country Jan 1 . Dec 31, 2016$/
          - rowgroup:
            - row "Country Views Share":
              - columnheader "Country"
              - columnheader "Views"
              - columnheader "Share"
          - rowgroup:
            - row "Spain 6 60%":
              - rowheader "Spain"
              - cell "6"
              - cell "60%"
            - row "Malta 1 10%":
              - rowheader "Malta"
              - cell "1"
              - cell "10%"
            - row "Place not known 3 30%":
              - rowheader "Place not known"
              - cell "3"
              - cell "30%"
        - text: /figshare raw counts, all versions · /
        - link "View on figshare ↗"
    `);
  }
  const named = await namesInTree(page);
  expect(named('table')).toHaveLength(2);
  const rowheaders = ['Spain', 'Malta', 'Place not known'];
  expect(named('rowheader')).toEqual([...rowheaders, ...rowheaders]);
  const cells = ['6', '60%', '1', '10%', '3', '30%'];
  expect(named('cell').filter(Boolean)).toEqual([...cells, ...cells]);
  expect(named('image')).toEqual([]);
});

test('a bar begins where its line does: in Arabic at the right', async ({ page, show }) => {
  await show(
    sections(
      ...['en', 'ar'].map((lang): Row => [
        lang,
        `<div lang="${lang}">${html('766364', 'variant="bars"')}</div>`,
      ]),
    ),
  );
  await allAre(page, 'ready', 2);
  for (const [lang, side] of [
    ['en', 'left'],
    ['ar', 'right'],
  ] as const) {
    const [bar, track] = await rowOf(page, lang)
      .locator('.bar')
      .nth(1)
      .evaluate((bar) =>
        [bar, bar.parentElement!].map((one) => one.getBoundingClientRect().toJSON() as DOMRect),
      );
    expect.soft(bar![side], lang).toBeCloseTo(track![side], 1);
    expect.soft(bar!.width, lang).toBeLessThan(track!.width - 1);
  }
});

test('a top list is an ordered list of ranks, names and numbers, with a caption', async ({
  page,
  show,
  mainApi,
}) => {
  const ranked = ['2064072', '1018769', '766364'].map((id) => `Sample article ${id}`);
  await show(list('limit="3"'));
  await expect(labels(page)).toHaveText(ranked);
  expect(questions(mainApi)).toHaveLength(3);
  await expect(page.locator('figshare-top ol')).not.toHaveCount(0);
  await expect(page.locator(top.tag)).toMatchAriaSnapshot(`
    - figure "Most viewed articles all time":
      - list:
        - listitem:
          - link "Sample article 2064072":
            - /url: https://figshare.com/articles/dataset/Sample_article_2064072/2064072
          - text: 65,819
        - listitem:
          - link "Sample article 1018769"
          - text: 46,370
        - listitem:
          - link "Sample article 766364"
          - text: 46,088
      - text: /figshare raw counts, all versions · /
  `);
  for (const label of await labels(page).all())
    expect(await label.evaluate((one) => one.closest('[lang]')!.getAttribute('lang'))).toBe('');
  const named = await namesInTree(page);
  expect(named('figure')).toEqual([expect.stringContaining('Most viewed articles')]);
  expect(named('list')).toHaveLength(1);
  expect(named('listitem')).toHaveLength(3);
  expect(named('link')).toEqual(ranked);
  expect(named('image')).toEqual([]);
});

test(
  'a count asks for leave across origins, then for all groups in one question, and sums them',
  {
    tag: inEveryEngine,
  },
  async ({ page, show, world }) => {
    world.settings({ groups: { 5: 1000 } });
    await show('<figshare-count item="327 group/328 5 327"></figshare-count>');
    await expect(page.locator(count.tag)).toHaveText('1,021 public items');
    const [leave, post] = world.record().requests;
    expect(leave).toMatchObject({
      method: 'OPTIONS',
      headers: {
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    expect(post).toMatchObject({
      method: 'POST',
      path: '/count/articles',
      query: '',
      posted: '{"groups":[{"id":327},{"id":328},{"id":5}]}',
      headers: { 'content-type': 'application/json' },
    });
    expect(world.record().requests).toHaveLength(2);
  },
);

test.describe('names of a top list are asked for', () => {
  test('four at a time, once each for 20 lists, and the page is told of the numbers only', async ({
    page,
    show,
    world,
    mainApi,
  }) => {
    mainApi.faults([{ path: '*', fault: 'hang', times: 4 }]);
    await show(list('loading="eager"').repeat(20));
    await mainApi.wait({ requests: 4 });
    mainApi.release();
    await allAre(page, 'ready', 20);
    await expect(page.getByRole('link', { name: /^Sample article \d+$/ })).toHaveCount(200);
    const { requests, maxOpen } = mainApi.record();
    expect(maxOpen).toBe(4);
    expect(requests).toHaveLength(10);
    expect(new Set(requests.map(({ path }) => path)).size).toBe(10);
    for (const { path } of requests) expect(path).toMatch(/^\/v2\/articles\/\d+$/);
    expect(world.record().requests).toHaveLength(1);
    expect((await seen(page)).loads).toHaveLength(20);
  });

  test(
    'in vain where the page’s policy does not allow it',
    { tag: inEveryEngine },
    async ({ page, show, standIn, cdn }) => {
      const policy = `default-src 'self'; script-src ${cdn.url}; connect-src ${standIn.url}`;
      await show(list('limit="2"'), { headers: { 'content-security-policy': policy } });
      await allAre(page, 'ready');
      await expect
        .poll(async () => (await seen(page)).violations, { intervals: [20] })
        .toContainEqual(expect.stringContaining('api.figshare.com'));
      await expect(labels(page)).toHaveText(['#2064072', '#1018769']);
      expect((await seen(page)).errors).toEqual([]);
    },
  );

  test.describe('in a browser', () => {
    test.use({ ownContext: true });

    test('without a word on the reader', { tag: inEveryEngine }, async ({ page, show, mainApi, context }) => {
      await context.addCookies([{ name: 'reader', value: 'somebody', url: 'https://api.figshare.com' }]);
      const asked = page.waitForRequest('https://api.figshare.com/**');
      await show(list('limit="1"'));
      await expect(labels(page)).toHaveText(['Sample article 2064072']);
      expect(questions(mainApi)).toHaveLength(1);
      const headers = await (await asked).allHeaders();
      for (const name of ['cookie', 'referer', 'authorization']) expect(headers).not.toHaveProperty(name);
    });
  });
});

const evil = '<img src=x onerror="window.harmed = true"><script>window.harmed = true</script>';

test.describe('HTML is text or nothing', () => {
  test.afterEach(async ({ page }) => {
    const strange = page.locator('img, iframe, object, embed, b, i, script:not([src])');
    await expect(strange).toHaveCount(0);
    expect(await page.evaluate(() => 'harmed' in window)).toBe(false);
  });

  test('in titles and addresses of items', { tag: inEveryEngine }, async ({ page, show, world, mainApi }) => {
    const titles: [title: string, text: string][] = [
      ['Growth of <i>E. coli</i> at 37 &deg;C &amp; above', 'Growth of E. coli at 37 °C & above'],
      [`${evil} A title`, 'window.harmed = true A title'],
      ['&lt;img src=x onerror=alert(1)&gt; told', '<img src=x onerror=alert(1)> told'],
      ['&amp;lt;b&amp;gt; twice', '&lt;b&gt; twice'],
      ['p < 0.05 and q > 3', 'p < 0.05 and q > 3'],
      ['<<b>script>x</<b>script>', '<script>x</script>'],
      ['<img src=x onerror="window.harmed = true"', '<img src=x onerror="window.harmed = true"'],
      ['${alert(1)} {{7*7}} &constructor;', '${alert(1)} {{7*7}} &constructor;'],
    ];
    const body = Object.fromEntries(titles.map((_, index) => [101 + index, 9 - index]));
    world.faults([{ path: '*', fault: 'body', body: { top: body } }]);
    const script = 'javascript:window.harmed=1';
    mainApi.faults(
      titles.map(([title], index) => ({
        path: `/v2/articles/${101 + index}`,
        fault: 'body',
        body: { title, url_public_html: script },
      })),
    );
    await show(list('limit="8"'));
    await expect(labels(page)).toHaveText(titles.map(([, text]) => text));
    for (const [index, link] of (await page.getByRole('listitem').getByRole('link').all()).entries()) {
      await expect(link).toHaveAttribute('href', `https://figshare.com/articles/_/${101 + index}`);
      await expect(link).toHaveAttribute('rel', /noopener/);
    }
  });

  test('in ids, referrers, countries and cities, where __proto__ is a name like others', async ({
    page,
    show,
    world,
    mainApi,
  }) => {
    const keys = [evil, '../../account', '12?x=1', '__proto__', '-1', '1e3', 'constructor'];
    const hosts = [evil, 'javascript:alert(1)', '//evil.example', 'a.example/<b>', 'doi.org', '127.0.0.1'];
    const ranked = (all: string[]) =>
      `{"top":{${all.map((key, index) => `${JSON.stringify(key)}:${9 - index}`).join()}}}`;
    const places = `{"breakdown":{"total":{
      ${JSON.stringify(evil)}:{${JSON.stringify(evil)}:9,"__proto__":4,"constructor":1,"total":20},
      "__proto__":{"total":5},"toString":{"total":2}}}}`;
    world.faults([
      { path: '/breakdown/*', fault: 'body', raw: places },
      { path: '/top/*', query: 'sub_item', fault: 'body', raw: ranked(hosts) },
      { path: '/top/*', fault: 'body', raw: ranked(keys) },
    ]);
    await show(
      sections(
        ['ids', list('loading="eager"')],
        ['hosts', top.html('766364', 'loading="eager"')],
        ['countries', html('5', 'loading="eager"')],
        ['cities', html('5', 'by="city" variant="table" loading="eager"')],
      ),
    );
    await allAre(page, 'ready', 4);
    await expect.soft(labels(rowOf(page, 'ids'))).toHaveText(keys.map((key) => `#${key}`));
    await expect.soft(rowOf(page, 'ids').getByRole('link')).toHaveCount(0);
    await expect.soft(labels(rowOf(page, 'hosts'))).toHaveText(hosts);
    const links = rowOf(page, 'hosts').getByRole('listitem').getByRole('link');
    await expect.soft(links).toHaveText(['doi.org']);
    await expect.soft(links).toHaveAttribute('href', 'https://doi.org/');
    await expect.soft(labels(rowOf(page, 'countries'))).toHaveText([evil, '__proto__', 'toString']);
    const cities = [`${evil}, ${evil}`, `__proto__, ${evil}`, `constructor, ${evil}`, 'Other places'];
    await expect.soft(labels(rowOf(page, 'cities'))).toHaveText(cities);
    await expect
      .soft(rowOf(page, 'cities').locator('[part=row] [part=value]'))
      .toHaveText(['9', '4', '1', '13']);
    await painted(page);
    expect(mainApi.record().requests).toEqual([]);
  });
});

test.describe('in an institution', () => {
  const elements = [breakdown, top, count];
  const inMonash = (content = '') =>
    sections(
      ...elements.map(({ tag, item, html }): Row => [
        tag,
        html(item, 'institution="monash" loading="eager"', content),
      ]),
    );
  const paths = elements.map(({ item, asks }) => `/monash${asks(item).path}`);
  const asked = (world: World) => questions(world).map(({ path }) => path);

  test('all is asked by its slug', async ({ page, show, world }) => {
    world.faults(
      elements.map(({ item, body }, index) => ({ path: paths[index]!, fault: 'body', raw: body('7', item) })),
    );
    await show(inMonash());
    for (const element of elements) await shows(element, rowOf(page, element.tag), element.says('7'));
    expect(asked(world).sort()).toEqual([...paths].sort());
  });

  test('that wants credentials it is said where these belong, once, and the fallback stays', async ({
    page,
    show,
    world,
    log,
  }) => {
    world.faults([{ path: '/monash/*', fault: 403 }]);
    await show(inMonash(fallback));
    await allAre(page, 'error', elements.length);
    const { errors } = await seen(page);
    for (const { kind, message } of errors) {
      expect(kind).toBe('forbidden');
      expect(message).toMatch(/credentials.*\brelay\b/s);
    }
    expect(log.warnings).toEqual([expect.stringContaining(errors[0]!.message)]);
    await expect(page.getByRole('link', { name: 'The data' })).toHaveCount(elements.length);
    expect(asked(world).sort()).toEqual([...paths].sort());
    for (const { headers } of questions(world)) expect(headers).not.toHaveProperty('authorization');
  });

  test.describe('that asks for a password', () => {
    // What a browser was told of a password is kept in its context.
    test.use({ ownContext: true });

    test('no window opens', async ({ page, show, world }) => {
      const prompts = await passwordPrompts(page);
      world.faults([{ path: '*', fault: 401 }]);
      await show(inMonash());
      await allAre(page, 'error', elements.length);
      for (const { kind } of (await seen(page)).errors) expect(kind).toBe('forbidden');
      expect(asked(world).sort()).toEqual([...paths].sort());
      expect(prompts).toEqual([]);

      // A request with credentials would have.
      const address = `${world.url}/total/article/5`;
      await page.evaluate((url) => fetch(url, { mode: 'no-cors', credentials: 'include' }), address);
      expect(prompts).toEqual([address]);
    });
  });
});

test.describe('at 320 px', () => {
  const long = 'Donaudampfschifffahrtsgesellschaft'.repeat(5);

  test(
    'long names of items and hosts are cut, and those of places are whole',
    { tag: inEveryEngine },
    async ({ page, show, world, mainApi }) => {
      await page.setViewportSize({ width: 320, height: 600 });
      mainApi.settings({ items: { 'article/2064072': { title: long } } });
      world.faults([
        { path: '/top/*', query: 'sub_item', fault: 'body', body: { [`${long}.example`]: 2 ** 50 } },
        {
          path: '/breakdown/*',
          fault: 'body',
          body: { breakdown: { total: { [long]: { [long]: 2 ** 50 } } } },
        },
      ]);
      const shown = [
        list('limit="3" loading="eager"'),
        top.html('766364', 'loading="eager"'),
        html('5', 'loading="eager"'),
        html('5', 'loading="eager" variant="table" by="city"'),
      ];
      await show(shown.map((one) => `<p>${one}</p>`).join('\n'));
      await allAre(page, 'ready', 4);
      const cut = page.locator(`[title*="${long}"]`);
      await expect(cut).toHaveCount(2);
      for (const one of await cut.all()) {
        await expect(one).toHaveCSS('text-overflow', 'ellipsis');
        expect((await one.boundingBox())!.width).toBeLessThan(250);
      }
      const whole = page.locator('figshare-breakdown [part=label]');
      await expect(whole).toHaveText([long, `${long}, ${long}`]);
      for (const one of await whole.all()) {
        const { x, width } = (await one.boundingBox())!;
        expect(x + width).toBeLessThanOrEqual(320);
        expect(await one.evaluate((name) => name.scrollWidth - name.clientWidth)).toBeLessThanOrEqual(0);
      }
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      for (const number of await page.locator('[part=value]').all()) {
        const { x, width } = (await number.boundingBox())!;
        expect(x + width).toBeLessThanOrEqual(320);
      }
    },
  );

  test(
    'in a column that is narrower than its page nothing leaves the column',
    { tag: inEveryEngine },
    async ({ page, show, mainApi }) => {
      await page.setViewportSize({ width: 320, height: 600 });
      mainApi.settings({ items: { 'article/2064072': { title: long } } });
      const eager = 'loading="eager"';
      const shown = [list(`limit="3" ${eager}`), html('766364', eager), count.html('400', eager)];
      const all = shown.map((one) => `<p>${one}</p>`);
      await show(`<main style="width: 200px; overflow: auto">${all.join('\n')}</main>`);
      await allAre(page, 'ready', 3);
      await expect(page.getByText(long)).toHaveCount(1);
      expect(await page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth)).toBe(0);
    },
  );
});

test('forced colours leave bars to be seen', { tag: '@emulated' }, async ({ page, show }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await show(`${html('766364')}${list(`${top.question} item="766364"`)}`);
  await allAre(page, 'ready', 2);
  for (const tag of [breakdown.tag, top.tag]) {
    const { fill, color } = await page
      .locator(`${tag} [part=bar]`)
      .first()
      .evaluate((bar) => ({
        fill: getComputedStyle(bar).fill,
        color: getComputedStyle(document.body).color,
      }));
    expect(fill, tag).toBe(color);
  }
});

/** Names in the browser's own accessibility tree, by role: Playwright computes names by itself. */
async function namesInTree(page: Page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return (role: string) =>
    nodes
      .filter((node) => !node.ignored && node.role?.value === role)
      .map(({ name }) => String(name?.value ?? ''));
}

/** Where the browser would have opened a window for a password. */
async function passwordPrompts(page: Page): Promise<string[]> {
  const prompts: string[] = [];
  const session = await page.context().newCDPSession(page);
  session.on('Fetch.requestPaused', ({ requestId }) => {
    void session.send('Fetch.continueRequest', { requestId });
  });
  session.on('Fetch.authRequired', ({ requestId, request }) => {
    prompts.push(request.url);
    const authChallengeResponse = { response: 'CancelAuth' } as const;
    void session.send('Fetch.continueWithAuth', { requestId, authChallengeResponse });
  });
  await session.send('Fetch.enable', { handleAuthRequests: true });
  return prompts;
}
