/** What breakdowns, top lists and counts alone promise: what their rows hold, what is asked for names, by whose leave. */
import type { Locator } from '@playwright/test';
import { breakdown, count, forEachElement, questions, shows, top, wasAsked } from './elements.js';
import { allAre, expect, overflow, painted, seen, test, type Page, type World } from './fixtures.js';

const { html } = breakdown;
const list = (attributes = '') => `<figshare-top ${attributes}></figshare-top>`;
const fallback = '<a href="https://example.org/">The data</a>';

/** The names of rows or entries, as they are seen. */
const labels = (page: Page) => page.locator('[part=label]');

/** Their numbers. */
const numbers = (within: Page | Locator) =>
  within
    .locator('[part=value]')
    .evaluateAll((all) => all.map((one) => Number(one.textContent.replaceAll(',', ''))));

const sum = (all: number[]) => all.reduce((before, number) => before + number, 0);

/** An item with so many views from each country, or from cities of it. */
function from(world: World, countries: Record<string, number | Record<string, number>>): void {
  const of = (country: number | Record<string, number>) =>
    typeof country === 'number' ? country : country['total']!;
  const views = sum(Object.values(countries).map(of));
  world.settings({ items: { 'article/5': { timeline: { views: { '2016-05-05': views } }, countries } } });
}

test.describe('a breakdown', () => {
  const places = {
    Unknown: 900,
    Spain: { Seville: 50, Unkown: 80, Unknown: 7, Madrid: 20, total: 160 },
    Germany: { Berlin: 60, total: 60 },
    Malta: { Valletta: 3, total: 4 },
    Chad: 1,
  };

  const rows: [attributes: string, whole: number, ranked: string[], rest: string[]][] = [
    ['by="country"', 1125, ['Spain', 'Germany', 'Malta', 'Chad'], ['unknown place']],
    ['limit="1"', 1125, ['Spain'], ['other', 'unknown place']],
    ['min-count="4"', 1125, ['Spain', 'Germany', 'Malta'], ['other', 'unknown place']],
    ['min-count="5000"', 1125, [], ['other', 'unknown place']],
    [
      'by="city"',
      1125,
      ['Berlin, Germany', 'Seville, Spain', 'Madrid, Spain', 'Valletta, Malta'],
      ['other', 'unknown place'],
    ],
    ['by="city" country="Spain"', 160, ['Seville', 'Madrid'], ['other', 'unknown place']],
    ['by="city" country="Germany" limit="3"', 60, ['Berlin'], []],
  ];
  for (const [attributes, whole, ranked, rest] of rows) {
    test(`of ${attributes} ranks no unknown place, and sums to the whole`, async ({ page, show, world }) => {
      from(world, places);
      await show(html('5', attributes) + html('5', `${attributes} variant="table"`));
      await allAre(page, 'ready', 2);
      const [bars, table] = await page.locator(breakdown.tag).all();
      for (const one of [bars!, table!]) {
        await expect(one.locator('[part=label]')).toHaveText([...ranked, ...rest]);
        expect(sum(await numbers(one))).toBe(whole);
      }
      await expect(bars!.locator('[part=bar]')).toHaveCount(ranked.length);
    });
  }

  test('cut at any limit sums to the same', async ({ page, show }) => {
    const limits = [1, 2, 5, 9, 10, 13, 100];
    const all = ['by="country"', 'by="city"'].flatMap((by) =>
      limits.map((limit) => html('766364', `${by} limit="${limit}" loading="eager"`)),
    );
    await show(all.join('\n'));
    await allAre(page, 'ready', all.length);
    for (const one of await page.locator(breakdown.tag).all())
      expect(sum(await numbers(one))).toBe(breakdown.recorded.first);
  });

  test('shows other rows without asking anew', async ({ page, show, world }) => {
    from(world, places);
    await show(html('5'));
    await allAre(page, 'ready');
    const set = (name: string, value: string) =>
      page
        .locator(breakdown.tag)
        .evaluate((one, [name, value]) => one.setAttribute(name!, value!), [name, value]);
    await set('limit', '1');
    await expect(labels(page)).toHaveText(['Spain', 'other', 'unknown place']);
    await set('by', 'city');
    await expect(labels(page)).toHaveText(['Berlin, Germany', 'other', 'unknown place']);
    await set('country', 'spain');
    await expect(labels(page)).toHaveText(['Seville', 'other', 'unknown place']);
    wasAsked(breakdown, world, 5);
    expect((await seen(page)).loads).toHaveLength(1);
  });

  test('says so when it has nothing of a country, also of one that is chosen later', async ({
    page,
    show,
    world,
  }) => {
    from(world, places);
    await show(
      html('5', 'by="city" country="Atlantis"') + html('5', 'by="city" country="Spain" id="changed"'),
    );
    const [first, changed] = await page.locator(breakdown.tag).all();
    await expect(first!).toContainText('no views in this period');
    await expect(changed!).toContainText('Seville');
    await changed!.evaluate((one) => one.setAttribute('country', 'Atlantis'));
    await expect(changed!).toContainText('no views in this period');
    await first!.evaluate((one) => one.setAttribute('country', 'Spain'));
    await expect(first!).toContainText('Seville');
  });

  for (const variant of breakdown.variants) {
    test(`as ${variant} is a figure with a caption and a table with row headers`, async ({
      page,
      show,
      world,
    }) => {
      from(world, { Spain: 6, Malta: 1, Unknown: 3 });
      await show(html('5', `variant="${variant}"`));
      await allAre(page, 'ready');
      const empty = variant === 'bars' ? '- cell' : '';
      await expect(page.locator(breakdown.tag)).toMatchAriaSnapshot(`
        - figure /views by country/:
          - table:
            - row "Spain 6 60%":
              - rowheader "Spain"
              ${empty}
              - cell "6"
              - cell "60%"
            - row "Malta 1 10%":
              - rowheader "Malta"
              ${empty}
              - cell "1"
              - cell "10%"
            - row "unknown place 3 30%":
              - rowheader "unknown place"
              ${empty}
              - cell "3"
              - cell "30%"
          - text: /views by country/
          - link /Jan 1 . Dec 31, 2016 · figshare raw counts, all versions · as of/
      `);
    });
  }

  test('is the same in the browser’s own tree', { tag: '@emulated' }, async ({ page, show }) => {
    await show(html('766364', 'limit="2"'));
    await allAre(page, 'ready');
    const named = await namesInTree(page);
    expect(named('table')).toHaveLength(1);
    expect(named('rowheader')).toEqual(['United States', 'United Kingdom', 'other', 'unknown place']);
    expect(named('cell').filter(Boolean)).toEqual([
      ...['6,605', '39%', '4,398', '26%', '5,583', '33%', '440', '3%'],
    ]);
    expect(named('image')).toEqual([]);
  });
});

test.describe('a top list', () => {
  const ranked = ['2064072', '1018769', '766364', '3413821', '4291565'];

  test('is an ordered list of ranks, names and numbers, with a caption', async ({ page, show, mainApi }) => {
    await show(list('limit="3"'));
    await expect(labels(page)).toHaveText(ranked.slice(0, 3).map((id) => `Sample article ${id}`));
    expect(questions(mainApi)).toHaveLength(3);
    await expect(page.locator('figshare-top ol')).toHaveCount(2); // one of them reserves the room
    await expect(page.locator(top.tag)).toMatchAriaSnapshot(`
      - figure /views · figshare raw counts, all versions · as of/:
        - list:
          - listitem:
            - text: "1"
            - link "Sample article 2064072":
              - /url: https://figshare.com/articles/dataset/Sample_article_2064072/2064072
            - text: 65,819
          - listitem:
            - text: "2"
            - link "Sample article 1018769"
            - text: 46,370
          - listitem:
            - text: "3"
            - link "Sample article 766364"
            - text: 46,088
        - text: /views · figshare raw counts/
    `);
  });

  test('is the same in the browser’s own tree', { tag: '@emulated' }, async ({ page, show, mainApi }) => {
    await show(list('limit="2"'));
    await expect(labels(page)).toHaveText([/^Sample article/, /^Sample article/]);
    expect(questions(mainApi)).toHaveLength(2);
    const named = await namesInTree(page);
    expect(named('list')).toHaveLength(1);
    expect(named('listitem')).toHaveLength(2);
    expect(named('link')).toEqual(['Sample article 2064072', 'Sample article 1018769']);
    expect(named('image')).toEqual([]);
  });

  test.describe('asks for names', () => {
    test('four at a time, once each for 20 lists, and tells the page of the numbers only', async ({
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

    test('without a word on the reader', async ({ page, show, mainApi, context }) => {
      await context.addCookies([{ name: 'reader', value: 'somebody', url: 'https://api.figshare.com' }]);
      const asked = page.waitForRequest('https://api.figshare.com/**');
      await show(list('limit="1"'));
      await expect(labels(page)).toHaveText(['Sample article 2064072']);
      expect(questions(mainApi)).toHaveLength(1);
      const headers = await (await asked).allHeaders();
      for (const name of ['cookie', 'referer', 'authorization']) expect(headers).not.toHaveProperty(name);
    });

    test('only after the press that the reader gave leave with', async ({ page, show, mainApi }) => {
      await show(list('limit="2" loading="click"'));
      const button = page.getByRole('button', { name: /api\.figshare\.com/ });
      await expect(button).toBeVisible();
      await painted(page);
      expect(mainApi.record().requests).toEqual([]);
      await button.click();
      await expect(labels(page)).toHaveText([/^Sample article/, /^Sample article/]);
      expect(questions(mainApi)).toHaveLength(2);
    });

    for (const attributes of ['of="author"', 'of="group"', top.question, 'by="category"', 'by="item-type"']) {
      test(`not where there are none: ${attributes}`, async ({ page, show, mainApi }) => {
        await show(list(attributes));
        await allAre(page, 'ready');
        await painted(page);
        expect(mainApi.record().requests).toEqual([]);
      });
    }

    test('and says the number of those that it cannot have', async ({ page, show, mainApi, log }) => {
      mainApi.faults([
        { path: '/v2/articles/2064072', fault: 404 },
        { path: '/v2/articles/1018769', fault: 'html' },
        { path: '/v2/articles/766364', fault: 'body', body: { title: 7 } },
        { path: '/v2/articles/3413821', fault: 'body', body: { title: '<b></b> &nbsp;' } },
      ]);
      await show(list('limit="5"'));
      await expect(labels(page)).toHaveText([
        ...ranked.slice(0, 4).map((id) => `article ${id}`),
        'Sample article 4291565',
      ]);
      await mainApi.wait({ requests: 5, open: 0 });
      await expect(page.getByRole('link', { name: 'article 766364' })).toHaveAttribute(
        'href',
        'https://figshare.com/articles/_/766364',
      );
      await allAre(page, 'ready');
      expect((await seen(page)).errors).toEqual([]);
      expect(log.warnings).toEqual([]);
      // Nor does it try again when it is drawn again.
      await page.locator(top.tag).evaluate((one) => one.setAttribute('no-link', ''));
      await expect(page.getByRole('link')).toHaveCount(0);
      expect(questions(mainApi)).toHaveLength(5);
    });

    test('in vain where the page’s policy does not allow it', async ({ page, show, standIn, cdn }) => {
      const policy = `default-src 'self'; script-src ${cdn.url}; connect-src ${standIn.url}`;
      await show(list('limit="2"'), { headers: { 'content-security-policy': policy } });
      await allAre(page, 'ready');
      await expect
        .poll(async () => (await seen(page)).violations)
        .toContainEqual(expect.stringContaining('api.figshare.com'));
      await expect(labels(page)).toHaveText(['article 2064072', 'article 1018769']);
      expect((await seen(page)).errors).toEqual([]);
    });

    test('no more when it has left the page', async ({ page, show, mainApi }) => {
      mainApi.faults([{ path: '*', fault: 'hang' }]);
      await show(list());
      await mainApi.wait({ requests: 4 });
      await page.locator(top.tag).evaluate((one) => one.remove());
      mainApi.faults([]);
      mainApi.release();
      await mainApi.wait({ open: 0 });
      await painted(page);
      expect(questions(mainApi)).toHaveLength(4);
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
  for (const [title, text] of titles) {
    test(`in a title: ${title}`, async ({ page, show, mainApi }) => {
      mainApi.settings({ items: { 'article/2064072': { title } } });
      await show(list('limit="1"'));
      await expect(labels(page)).toHaveText([text]);
    });
  }

  test('in the address of a page, which is no link unless it is one', async ({ page, show, mainApi }) => {
    mainApi.faults([
      {
        path: '*',
        fault: 'body',
        body: { title: 'A title', url_public_html: 'javascript:window.harmed=1' },
      },
    ]);
    await show(list('limit="1"'));
    const link = page.getByRole('link', { name: 'A title' });
    await expect(link).toHaveAttribute('href', 'https://figshare.com/articles/_/2064072');
    await expect(link).toHaveAttribute('rel', /noopener/);
  });

  test('in keys of a top list, where ids should be', async ({ page, show, world, mainApi }) => {
    const keys = [evil, '../../account', '12?x=1', '__proto__', '-1', '1e3', 'constructor'];
    const body = `{"top":{${keys.map((key, index) => `${JSON.stringify(key)}:${9 - index}`).join()}}}`;
    world.faults([{ path: '*', fault: 'body', raw: body }]);
    await show(list());
    await expect(labels(page)).toHaveText(keys.map((key) => `article ${key}`));
    await expect(page.getByRole('link')).toHaveCount(0);
    await painted(page);
    expect(mainApi.record().requests).toEqual([]);
  });

  test('in referrers, which are links only when they are hosts', async ({ page, show, world }) => {
    const hosts = [evil, 'javascript:alert(1)', '//evil.example', 'a.example/<b>', 'doi.org', '127.0.0.1'];
    const body = Object.fromEntries(hosts.map((host, index) => [host, 9 - index]));
    world.faults([{ path: '*', fault: 'body', body }]);
    await show(top.html('766364'));
    await expect(labels(page)).toHaveText(hosts);
    const links = page.getByRole('listitem').getByRole('link');
    await expect(links).toHaveText(['doi.org']);
    await expect(links).toHaveAttribute('href', 'https://doi.org/');
  });

  test('in countries and cities, and __proto__ is a place like others', async ({ page, show, world }) => {
    const raw = `{"breakdown":{"total":{
      ${JSON.stringify(evil)}:{${JSON.stringify(evil)}:9,"__proto__":4,"constructor":1,"total":20},
      "__proto__":{"total":5},"toString":{"total":2}}}}`;
    world.faults([{ path: '*', fault: 'body', raw }]);
    await show(html('5') + html('5', 'by="city" variant="table"'));
    await allAre(page, 'ready', 2);
    const [countries, cities] = await page.locator(breakdown.tag).all();
    await expect(countries!.locator('[part=label]')).toHaveText([evil, '__proto__', 'toString']);
    await expect(cities!.locator('[part=label]')).toHaveText([
      ...[`${evil}, ${evil}`, `__proto__, ${evil}`, `constructor, ${evil}`, 'other'],
    ]);
    expect(await numbers(cities!)).toEqual([9, 4, 1, 13]);
  });
});

test.describe('a count', () => {
  const groups = (attributes: string) => `<figshare-count ${attributes}></figshare-count>`;

  test('asks for leave across origins, then for all groups in one question, and sums them', async ({
    page,
    show,
    world,
  }) => {
    world.settings({ groups: { 5: 1000 } });
    await show(groups('item="327 group/328 5 327"'));
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
  });

  test('is not known when one of the groups is missing', async ({ page, show, world }) => {
    world.faults([{ path: '*', fault: 'body', body: { 327: 20 } }]);
    await show(groups('item="327 328"'));
    await allAre(page, 'error');
    await expect(page.locator(count.tag)).toContainText('–');
    await expect(page.locator(count.tag)).not.toContainText('20');
  });

  test('links nowhere but where href says, and is text without', async ({ page, show }) => {
    await show(
      `<p>${groups('item="327"')}</p><p>${groups('item="328" href="/group"')}</p><p>${groups('item="400" href="/group" no-link')}</p>`,
    );
    await allAre(page, 'ready', 3);
    await expect(page.locator('body')).toMatchAriaSnapshot(`
      - paragraph: 20 public items
      - paragraph:
        - link "1 public item":
          - /url: /\\/group$/
      - paragraph: 12,345 public items
    `);
  });

  test('goes from the right in Arabic', async ({ page, show }) => {
    await show(`<p>${groups('item="400"')}</p>`, { html: 'lang="ar" dir="rtl"' });
    await allAre(page, 'ready');
    const value = (await page.locator('[part=value]').boundingBox())!;
    const label = (await page.locator('[part=label]').boundingBox())!;
    expect(value.x).toBeGreaterThan(label.x);
  });
});

forEachElement(
  (element) => {
    test.describe('in an institution', () => {
      const inMonash = (content = '') => element.html(element.item, 'institution="monash"', content);
      const { path } = element.asks(element.item);

      test('asks by its slug', async ({ page, show, world }) => {
        world.faults([{ path: `/monash${path}`, fault: 'body', raw: element.body('7', element.item) }]);
        await show(inMonash());
        await shows(element, page, element.says('7'));
        expect(questions(world)).toMatchObject([{ path: `/monash${path}` }]);
      });

      test('that wants credentials says where these belong, asks once, and keeps the fallback', async ({
        page,
        show,
        world,
        log,
      }) => {
        world.faults([{ path: '/monash/*', fault: 403 }]);
        await show(inMonash(fallback));
        await allAre(page, 'error');
        const { errors } = await seen(page);
        expect(errors).toMatchObject([{ kind: 'forbidden' }]);
        expect(errors[0]!.message).toMatch(/credentials.*\brelay\b/s);
        expect(log.warnings).toEqual([expect.stringContaining(errors[0]!.message)]);
        await expect(page.getByRole('link', { name: 'The data' })).toBeVisible();
        expect(questions(world)).toHaveLength(1);
        expect(questions(world)[0]!.headers).not.toHaveProperty('authorization');
      });

      test('opens no window for a password', { tag: '@emulated' }, async ({ page, show, world }) => {
        const prompts = await passwordPrompts(page);
        world.faults([{ path: '*', fault: 401 }]);
        await show(inMonash());
        await allAre(page, 'error');
        expect((await seen(page)).errors).toMatchObject([{ kind: 'forbidden' }]);
        expect(questions(world)).toHaveLength(1);
        expect(prompts).toEqual([]);

        // A request with credentials would have.
        await page.evaluate(
          (url) => fetch(url, { mode: 'no-cors', credentials: 'include' }),
          world.url + path,
        );
        expect(prompts).toEqual([world.url + path]);
      });
    });
  },
  [breakdown, top, count],
);

test.describe('at 320 px', () => {
  const long = 'Donaudampfschifffahrtsgesellschaft'.repeat(5);

  test('long names of items, hosts and places are cut, and whole in a tooltip', async ({
    page,
    show,
    world,
    mainApi,
  }) => {
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
    await expect(cut).toHaveCount(4);
    for (const one of await cut.all()) {
      await expect(one).toHaveCSS('text-overflow', 'ellipsis');
      expect((await one.boundingBox())!.width).toBeLessThan(250);
    }
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    for (const number of await page.locator('[part=value]').all()) {
      const { x, width } = (await number.boundingBox())!;
      expect(x + width).toBeLessThanOrEqual(320);
    }
  });

  test('in a column that is narrower than its page nothing leaves the column', async ({
    page,
    show,
    mainApi,
  }) => {
    await page.setViewportSize({ width: 320, height: 600 });
    mainApi.settings({ items: { 'article/2064072': { title: long } } });
    const all = [list('limit="3"'), html('766364'), count.html('400')].map((one) => `<p>${one}</p>`);
    await show(`<main style="width: 200px; overflow: auto">${all.join('\n')}</main>`);
    await allAre(page, 'ready', 3);
    await expect(page.getByText(long)).toHaveCount(1);
    expect(await page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth)).toBe(0);
  });
});

test.describe('right to left', () => {
  /** Whether names, bars and numbers follow each other from the left or the right. */
  async function directionOf(element: Locator): Promise<string[]> {
    const row = element.locator('[part=row]').nth(1);
    const box = async (selector: string) => (await row.locator(selector).boundingBox())!;
    const [name, number, bar, track] = await Promise.all(
      ['[part=label]', '[part=value]', '[part=bar]', '.track'].map(box),
    );
    const barStarts =
      Math.abs(bar!.x - track!.x) < 1
        ? 'ltr'
        : Math.abs(bar!.x + bar!.width - track!.x - track!.width) < 1 && 'rtl';
    return [name!.x < number!.x ? 'ltr' : 'rtl', String(barStarts)];
  }
  const rtl = { html: 'lang="ar" dir="rtl"' };

  test('a breakdown in Arabic runs from the right', async ({ page, show }) => {
    await show(html('766364'), rtl);
    await allAre(page, 'ready');
    expect(await directionOf(page.locator(breakdown.tag))).toEqual(['rtl', 'rtl']);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });

  for (const [what, attributes] of [
    ['items', 'of="author"'],
    ['hosts, though these are Latin,', `${top.question} item="766364"`],
  ] as const) {
    test(`a list of ${what} in Arabic runs from the right`, async ({ page, show }) => {
      await show(list(attributes), rtl);
      await allAre(page, 'ready');
      expect(await directionOf(page.locator(top.tag))).toEqual(['rtl', 'rtl']);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    });
  }

  for (const [lang, own, options] of [
    ['en', 'ltr', rtl],
    ['ar', 'rtl', undefined],
  ] as const) {
    for (const [name, body] of [
      ['a breakdown', html('766364', `lang="${lang}"`)],
      ['a list', list(`of="author" lang="${lang}"`)],
    ] as const) {
      test(`${name} in ${lang} keeps its direction on a page of the other`, async ({ page, show }) => {
        await show(body, options);
        await allAre(page, 'ready');
        expect(await directionOf(page.locator('figshare-breakdown, figshare-top'))).toEqual([own, own]);
      });
    }
  }
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
