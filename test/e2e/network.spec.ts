/** What leaves the page, and what happens when nothing comes back. */
import { allShow, each, itemsFrom, itemsWith, questions, shows, subjects, wereAsked } from './elements.js';
import { allAre, allSettle, askAll, expect, inEveryEngine, seen, test, type Page } from './fixtures.js';

const fallback = '<a href="https://doi.org/10.6084/m9.figshare.766364">The data</a>';

/** So many of each element, of as many items, with a fallback. */
const many = (count: number, content = fallback) =>
  each(({ html }) =>
    Array.from({ length: count }, (_, index) => `<p>${html(index + 1, 'loading="eager"', content)}</p>`).join(
      '\n',
    ),
  );

async function keepFallbacks(page: Page, count: number): Promise<void> {
  await allAre(page, 'error', count);
  const { errors, loads } = await seen(page);
  expect(errors.map(({ kind, isError }) => ({ kind, isError }))).toEqual(
    Array.from({ length: count }, () => ({ kind: 'unreachable', isError: true })),
  );
  expect(loads).toEqual([]);
  await expect(page.getByRole('link', { name: 'The data' }).filter({ visible: true })).toHaveCount(count);
}

/** Puts HTML on a page that is there already. */
const insert = (page: Page, html: string) =>
  page.locator('main').evaluate((main, inner) => (main.innerHTML = inner), html);

test.describe('20 elements keep their fallbacks, with one warning,', { tag: inEveryEngine }, () => {
  test.describe('in a network of their own,', () => {
    test.use({ ownContext: true });

    test('when the reader is offline; and are well when the reader is back and tries other items', async ({
      page,
      show,
      context,
      log,
      world,
    }) => {
      await show('<main></main>');
      await context.setOffline(true);
      await insert(page, many(4));
      await keepFallbacks(page, 4 * subjects.length);
      expect(log.warnings).toHaveLength(1);
      expect(questions(world)).toEqual([]);

      await context.setOffline(false);
      for (const { tag, item } of subjects)
        await page
          .locator(tag)
          .first()
          .evaluate((one, other) => one.setAttribute('item', other), item);
      await allShow(page);
    });
  });

  test('when nobody listens at the service’s address', async ({ page, show, log, standIn }) => {
    // The port is taken on 127.0.0.1 alone, so nobody else can come to listen to it on all of this machine.
    const nobody = standIn.url.replace('127.0.0.1', '127.0.0.2');
    // Of two such elements the first counts, and the head's own come first.
    await show(many(4), { head: `<meta name="figshare-source" content="${nobody}">` });
    await keepFallbacks(page, 4 * subjects.length);
    expect(log.warnings).toHaveLength(1);
  });
});

test('each cause has its own warning, by whoever meets it first', async ({ page, show, log, world }) => {
  world.faults([{ path: '*', fault: 403 }]);
  await show(
    each(
      ({ tag, html }) =>
        `${html('1').repeat(2)}${html(`nonsense-${tag}`).repeat(2)}${html(`rubbish-${tag}`)}`,
    ),
  );
  await askAll(page);
  await allAre(page, 'error', 5 * subjects.length);
  expect(log.warnings).toHaveLength(1 + 2 * subjects.length);
  for (const { tag } of subjects)
    for (const item of [`nonsense-${tag}`, `rubbish-${tag}`])
      expect(log.warnings).toContainEqual(expect.stringMatching(new RegExp(`^<${tag}> .*"${item}"`)));
});

test('20 elements of 5 items make 5 requests', async ({ page, show, world }) => {
  world.settings(itemsFrom(1, 5));
  const items = [1, 2, 3, 4, 5];
  await show(
    each(({ html }) =>
      items
        .map((item) => html(item, 'loading="eager"'))
        .join('\n')
        .repeat(4),
    ),
  );
  await allAre(page, 'ready', 20 * subjects.length);
  wereAsked(world, subjects, () => items);
});

test('a hundred questions are asked four at a time', async ({ page, show, world }) => {
  world.settings(itemsFrom(1, 20));
  world.faults([{ path: '*', fault: 'hang', times: 4 }]);
  await show(many(20, ''));
  await world.wait({ requests: 4 });
  world.release();
  await allAre(page, 'ready', 20 * subjects.length);
  expect(questions(world)).toHaveLength(20 * subjects.length);
  expect(world.record().maxOpen).toBe(4);
});

test.describe('nothing is told of the reader', { tag: inEveryEngine }, () => {
  test.use({ ownContext: true });

  /** Questions that between them make every kind of request. */
  const everyQuestion = [
    'stats item="766364" metrics="views downloads shares citations"',
    'stats item="group/327"',
    'stats item="766364" institution="monash"',
    'stats item="766364" start="2014-01-01" end="2015-12-31"',
    'timeline item="766364" metrics="views downloads shares"',
    'timeline item="group/327" granularity="day"',
    'timeline item="collection/1234" category="2" variant="bars"',
    'timeline item="30000001" item-type="dataset" start="2020-01-01" variant="chart"',
    'breakdown item="766364"',
    'breakdown item="766364 1130885" start="2014-01-01" end="2016-12-31"',
    'breakdown item="group/327" metric="downloads" by="city"',
    'breakdown item="30000001" item-type="dataset" variant="table"',
    'top item="766364" by="referral"',
    'top item="766364 1130885" by="category" metric="downloads"',
    'top of="collection" by="item-type" start="2014-01-01"',
    'top of="author"',
    'count item="400"',
    'count item="327 328"',
    'count item="327" institution="monash"',
  ];

  /** What a browser says by itself when it asks for leave to post JSON, and with it. */
  const toPost = [
    'access-control-request-method',
    'access-control-request-headers',
    'content-type',
    'content-length',
  ];

  test('by a request: no cookie, no referrer, and no header but what a question needs', async ({
    page,
    show,
    world,
    context,
    standIn,
    path,
  }) => {
    await context.addCookies([{ name: 'reader', value: 'somebody', url: standIn.url }]);
    await show(
      everyQuestion
        .map((asked) => `<figshare-${asked} loading="eager"></figshare-${asked.split(' ')[0]}>`)
        .join('\n'),
    );
    await allSettle(page, everyQuestion.length);

    // Another request from the same page shows that there was something to say.
    const other = standIn.world(`${path.slice(1)}-other`);
    await page.evaluate(async (url) => {
      await fetch(url, { mode: 'no-cors', credentials: 'include', referrerPolicy: 'unsafe-url' });
    }, `${other.url}/total/article/1`);
    const usual = other.record().requests[0]!.headers;
    expect(usual).toMatchObject({ cookie: 'reader=somebody', referer: page.url() });
    other.forget();

    const { requests } = world.record();
    expect(requests.length).toBeGreaterThanOrEqual(37);
    const secret = ['cookie', 'referer', 'authorization'];
    for (const { method, path: asked, headers } of requests) {
      const posts = asked.includes('/count/');
      expect.soft(posts ? ['OPTIONS', 'POST'] : ['GET'], asked).toContain(method);
      const known = [...Object.keys(usual), 'origin', ...(posts ? toPost : [])];
      const strange = Object.keys(headers).filter((name) => secret.includes(name) || !known.includes(name));
      expect.soft(strange, `${method} ${asked}`).toEqual([]);
    }
  });

  test('to a relay on the page’s own origin either', async ({ page, show, pages, path, context }) => {
    await context.addCookies([{ name: 'reader', value: 'somebody', url: pages.url }]);
    const addresses = subjects.map(({ item, asks, body }) => {
      const address = path + asks(item).path;
      pages.put(address, body('7', item), { 'content-type': 'application/json' });
      return address;
    });
    const opened = page.waitForRequest(`${pages.url}${path}.html`);
    const asked = addresses.map((address) =>
      page.waitForRequest((request) => new URL(request.url()).pathname === address),
    );
    await show(each(({ item, html }) => html(item, `source="${path}/"`)));
    for (const element of subjects) await shows(element, page.locator(element.tag), element.says('7'));
    expect(await (await opened).allHeaders()).toHaveProperty('cookie', 'reader=somebody');
    for (const request of asked) {
      const headers = await (await request).allHeaders();
      expect.soft(headers, (await request).url()).not.toHaveProperty('cookie');
      expect.soft(headers, (await request).url()).not.toHaveProperty('referer');
    }
  });
});

test.describe('a DOI', () => {
  const named = subjects.filter(({ takesDois }) => takesDois);

  test('that does not hold its number is looked up at figshare, once', async ({
    page,
    show,
    world,
    mainApi,
  }) => {
    world.settings(itemsWith({ 24852405: 1502 }));
    const doi = '10.15482/USDA.ADC/1402049';
    await show(each(({ html }) => html(doi) + html(`https://doi.org/${doi}`), named));
    await askAll(page);
    await allAre(page, 'ready', 2 * named.length);
    for (const element of named)
      for (const one of await page.locator(element.tag).all()) {
        await shows(element, one, element.says('1,502'));
        if (element.linksToItem)
          await expect(one.getByRole('link')).toHaveAttribute('href', `https://doi.org/${doi}`);
      }
    expect(mainApi.record().requests).toMatchObject([
      { path: '/v2/articles', query: `doi=${encodeURIComponent(doi)}` },
    ]);
    wereAsked(world, named, () => [24852405]);
  });

  test('that nobody knows is not found, and the fallback stays', async ({
    page,
    show,
    world,
    mainApi,
    log,
  }) => {
    await show(each(({ html }) => html('10.15482/unheard.of', '', fallback), named));
    await allAre(page, 'error', named.length);
    expect((await seen(page)).errors.map(({ kind }) => kind)).toEqual(named.map(() => 'not-found'));
    await expect(page.getByRole('link', { name: 'The data' }).filter({ visible: true })).toHaveCount(
      named.length,
    );
    expect(log.warnings).toHaveLength(1);
    expect(
      mainApi
        .record()
        .requests.map(({ path }) => path)
        .sort(),
    ).toEqual(['/v2/articles', '/v2/collections']);
    expect(world.record().requests).toEqual([]);
  });
});
