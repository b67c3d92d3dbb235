/** What leaves the page, and what happens when nothing comes back. */
import { startStandIn } from '../support/stand-in.js';
import { forEachElement, itemsFrom, itemWith } from './elements.js';
import { allAre, allSettle, expect, seen, test, type Page } from './fixtures.js';

const fallback = '<a href="https://doi.org/10.6084/m9.figshare.766364">The data</a>';

async function keepsItsFallback(page: Page, count: number): Promise<void> {
  await allAre(page, 'error', count);
  const { errors, loads } = await seen(page);
  expect(errors.map(({ kind, isError }) => ({ kind, isError }))).toEqual(
    Array.from({ length: count }, () => ({ kind: 'unreachable', isError: true })),
  );
  expect(loads).toEqual([]);
  await expect(page.getByRole('link', { name: 'The data' })).toHaveCount(count);
  for (const link of await page.getByRole('link', { name: 'The data' }).all())
    await expect(link).toBeVisible();
}

forEachElement((element) => {
  /** So many elements of as many items, with a fallback. */
  const elements = (count: number, content = fallback) =>
    Array.from(
      { length: count },
      (_, index) => `<p>${element.html(index + 1, 'loading="eager"', content)}</p>`,
    ).join('\n');

  test.describe('keeps the fallback, with one warning for 20 elements,', () => {
    test('when the reader is offline', async ({ page, show, context, log, world }) => {
      await show('<main></main>');
      await context.setOffline(true);
      await page.locator('main').evaluate((main, html) => (main.innerHTML = html), elements(20));
      await keepsItsFallback(page, 20);
      expect(log.warnings).toHaveLength(1);
      expect(world.record().requests).toEqual([]);
    });

    test('when the service does not allow other sites to ask it', async ({ page, show, log, world }) => {
      world.settings({ cors: false });
      await show(elements(20));
      await keepsItsFallback(page, 20);
      expect(log.warnings).toHaveLength(1);
    });

    test('when nobody listens at the service’s address', async ({ page, show, log }) => {
      const gone = await startStandIn();
      await gone.close();
      // Of two such elements the first counts, and the head's own come first.
      await show(elements(20), { head: `<meta name="figshare-source" content="${gone.url}">` });
      await keepsItsFallback(page, 20);
      expect(log.warnings).toHaveLength(1);
    });
  });

  test('each cause has its own warning', async ({ page, show, log, world }) => {
    world.faults([{ path: '*', fault: 403 }]);
    await show(`${element.html('1')}${element.html('2')}
    ${element.html('nonsense')}${element.html('nonsense')}
    ${element.html('rubbish')}`);
    await allAre(page, 'error', 5);
    expect(log.warnings).toHaveLength(3);
    for (const warning of log.warnings) expect(warning).toMatch(new RegExp(`^<${element.tag}> `));
  });

  test('is well again when a reader who was offline tries another item', async ({ page, show, context }) => {
    await show('<main></main>');
    await context.setOffline(true);
    await page.locator('main').evaluate((main, html) => (main.innerHTML = html), elements(1, ''));
    await allAre(page, 'error');
    await context.setOffline(false);
    await page.locator(element.tag).evaluate((one) => one.setAttribute('item', '766364'));
    await expect(page.getByRole('link')).toHaveAccessibleName(element.recorded.name);
  });

  test('a service that hangs is unreachable after ten seconds, not before, and is not asked again', async ({
    page,
    show,
    world,
  }) => {
    world.faults([{ path: '*', fault: 'hang' }]);
    await page.clock.install();
    await show(element.html('766364', '', fallback));
    await world.wait({ requests: 1 });
    await page.clock.fastForward(9_000);
    await allAre(page, 'loading');
    await page.clock.fastForward(1_000);
    await keepsItsFallback(page, 1);
    await world.wait({ aborted: 1, open: 0 });
    await page.clock.fastForward(60_000);
    expect(world.record().requests).toHaveLength(1);
  });

  test('an answer that never ends is unreachable after ten seconds too', async ({ page, show, world }) => {
    world.faults([{ path: '*', fault: 'hang-body' }]);
    await page.clock.install();
    await show(element.html('766364', '', fallback));
    await world.wait({ requests: 1 });
    await expect.poll(() => world.record().requests[0]!.bytesSent).toBeGreaterThan(0);
    await page.clock.fastForward(10_000);
    await keepsItsFallback(page, 1);
    await world.wait({ aborted: 1, open: 0 });
  });

  test('20 elements of 5 items make 5 requests', async ({ page, show, world }) => {
    world.settings(itemsFrom(1, 5));
    const items = [1, 2, 3, 4, 5];
    await show(
      [items, items, items, items].flatMap((all) => all.map((item) => element.html(item))).join('\n'),
    );
    await allAre(page, 'ready', 20);
    const { requests } = world.record();
    expect(requests.map(({ path }) => path).sort()).toEqual(
      items.map((item) => element.path(`article/${item}`)),
    );
  });

  test('20 items are asked four at a time', async ({ page, show, world }) => {
    world.settings({ delay: 50, ...itemsFrom(1, 20) });
    await show(elements(20, ''));
    await allAre(page, 'ready', 20);
    expect(world.record().requests).toHaveLength(20);
    expect(world.record().maxOpen).toBe(4);
  });

  test('requests say nothing of the reader: no cookie, no referrer, no preflight, no header of ours', async ({
    page,
    show,
    world,
    context,
    standIn,
    path,
  }) => {
    await context.addCookies([{ name: 'reader', value: 'somebody', url: standIn.url }]);
    await show(element.everyRequest.html);
    await allSettle(page, 4);
    const { requests } = world.record();
    expect(requests.length).toBeGreaterThanOrEqual(element.everyRequest.least);
    for (const { method, headers } of requests) {
      expect(method).toBe('GET');
      expect(headers).not.toHaveProperty('cookie');
      expect(headers).not.toHaveProperty('referer');
      expect(headers).not.toHaveProperty('authorization');
    }

    // Another request from the same page shows that there was something to say.
    const other = standIn.world(`${path.slice(1)}-other`);
    await page.evaluate(async (url) => {
      await fetch(url, { mode: 'no-cors', credentials: 'include', referrerPolicy: 'unsafe-url' });
    }, `${other.url}/total/article/1`);
    expect(other.record().requests[0]!.headers).toMatchObject({
      cookie: 'reader=somebody',
      referer: page.url(),
    });
    const names = (headers: object) => Object.keys(headers).sort();
    const usual = names(other.record().requests[0]!.headers);
    for (const { headers } of requests)
      expect(names(headers).filter((header) => !usual.includes(header) && header !== 'origin')).toEqual([]);
    other.forget();
  });

  test('a relay on the page’s own origin is told nothing of the reader either', async ({
    page,
    show,
    pages,
    path,
    context,
  }) => {
    await context.addCookies([{ name: 'reader', value: 'somebody', url: pages.url }]);
    const address = path + element.path('article/766364');
    pages.put(address, JSON.stringify({ views: 7, downloads: 5, timeline: { 2016: 7 } }), {
      'content-type': 'application/json',
    });
    const opened = page.waitForRequest(`${pages.url}${path}.html`);
    const asked = page.waitForRequest((request) => new URL(request.url()).pathname === address);
    await show(element.html('766364', `source="${path}/"`));
    await expect(page.getByRole('link')).toHaveAccessibleName(/\b7 views/);
    expect(await (await opened).allHeaders()).toHaveProperty('cookie', 'reader=somebody');
    expect(await (await asked).allHeaders()).not.toHaveProperty('cookie');
    expect(await (await asked).allHeaders()).not.toHaveProperty('referer');
  });

  test('a DOI that does not hold its number is looked up at figshare', async ({
    page,
    show,
    world,
    path,
    standIn,
  }) => {
    world.settings({ items: { 'article/24852405': itemWith(1502) } });
    const looked = standIn.world(`${path.slice(1)}-api`);
    const asked: string[] = [];
    await page.route('https://api.figshare.com/**', async (route) => {
      const { pathname, search } = new URL(route.request().url());
      asked.push(decodeURIComponent(pathname + search));
      const response = await fetch(looked.url + pathname + search);
      await route.fulfill({
        body: await response.text(),
        contentType: 'application/json',
        headers: { 'access-control-allow-origin': '*' },
      });
    });
    const doi = '10.15482/USDA.ADC/1402049';
    await show(`${element.html(doi)}${element.html(`https://doi.org/${doi}`)}`);
    await allAre(page, 'ready', 2);
    for (const link of await page.getByRole('link').all()) {
      await expect(link).toHaveAccessibleName(/\b1,502 views/);
      await expect(link).toHaveAttribute('href', `https://doi.org/${doi}`);
    }
    expect(asked).toEqual([`/v2/articles?doi=${doi}`]);
    expect(world.record().requests.map((request) => request.path)).toEqual([
      element.path('article/24852405'),
    ]);
    looked.forget();
  });

  test('a DOI that nobody knows is not found, and the fallback stays', async ({ page, show, world, log }) => {
    await page.route('https://api.figshare.com/**', (route) =>
      route.fulfill({ json: [], headers: { 'access-control-allow-origin': '*' } }),
    );
    await show(element.html('10.15482/unheard.of', '', fallback));
    await allAre(page, 'error');
    expect((await seen(page)).errors).toMatchObject([{ kind: 'not-found' }]);
    await expect(page.getByRole('link', { name: 'The data' })).toBeVisible();
    expect(log.warnings).toHaveLength(1);
    expect(world.record().requests).toEqual([]);
  });
});
