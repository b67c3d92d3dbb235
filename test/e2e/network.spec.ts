/** What leaves the page, and what happens when nothing comes back. */
import { startStandIn } from '../support/stand-in.js';
import { forEachElement, itemsFrom, itemsWith, questions, shows, wasAsked } from './elements.js';
import { allAre, allSettle, expect, seen, test, type Page } from './fixtures.js';

test.use({ ownContext: true });

/** What a browser says by itself when it asks for leave to post JSON. */
const leave = ['access-control-request-method', 'access-control-request-headers'];

const fallback = '<a href="https://doi.org/10.6084/m9.figshare.766364">The data</a>';

async function keepsItsFallback(page: Page, count: number): Promise<void> {
  await allAre(page, 'error', count);
  const { errors, loads } = await seen(page);
  expect(errors.map(({ kind, isError }) => ({ kind, isError }))).toEqual(
    Array.from({ length: count }, () => ({ kind: 'unreachable', isError: true })),
  );
  expect(loads).toEqual([]);
  await expect(page.getByRole('link', { name: 'The data' }).filter({ visible: true })).toHaveCount(count);
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
      expect(questions(world)).toEqual([]);
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
    await page.locator(element.tag).evaluate((one, item) => one.setAttribute('item', item), element.item);
    await shows(element, page);
  });

  test('a service that hangs is unreachable after ten seconds, not before, and is not asked again', async ({
    page,
    show,
    world,
  }) => {
    world.faults([{ path: '*', fault: 'hang' }]);
    await page.clock.install({ time: '2025-11-21T12:00:00Z' });
    await page.clock.pauseAt('2025-11-21T12:00:01Z'); // no second of the ten goes by in loading the page
    await show(element.html(element.item, '', fallback));
    await world.wait({ requests: 1 });
    await page.clock.fastForward(9_900);
    await allAre(page, 'loading');
    await page.clock.fastForward(100);
    await page.clock.resume();
    await keepsItsFallback(page, 1);
    await world.wait({ aborted: 1, open: 0 });
    await page.clock.fastForward(60_000);
    expect(questions(world)).toHaveLength(1);
  });

  test('an answer that never ends is unreachable after ten seconds too', async ({ page, show, world }) => {
    world.faults([{ path: '*', fault: 'hang-body' }]);
    await page.clock.install();
    await show(element.html(element.item, '', fallback));
    await world.wait({ requests: 1 });
    await expect.poll(() => questions(world)[0]!.bytesSent).toBeGreaterThan(0);
    await page.clock.fastForward(10_000);
    await keepsItsFallback(page, 1);
    await world.wait({ aborted: 1, open: 0 });
  });

  test('20 elements of 5 items make 5 requests', async ({ page, show, world }) => {
    world.settings(itemsFrom(1, 5));
    const items = [1, 2, 3, 4, 5];
    await show(
      [items, items, items, items]
        .flatMap((all) => all.map((item) => element.html(item, 'loading="eager"')))
        .join('\n'),
    );
    await allAre(page, 'ready', 20);
    wasAsked(element, world, ...items);
  });

  test('20 items are asked four at a time', async ({ page, show, world }) => {
    world.settings(itemsFrom(1, 20));
    world.faults([{ path: '*', fault: 'hang', times: 4 }]);
    await show(elements(20, ''));
    await world.wait({ requests: 4 });
    world.release();
    await allAre(page, 'ready', 20);
    expect(questions(world)).toHaveLength(20);
    expect(world.record().maxOpen).toBe(4);
  });

  test('requests say nothing of the reader: no cookie, no referrer, and no header but what a question needs', async ({
    page,
    show,
    world,
    context,
    standIn,
    path,
  }) => {
    await context.addCookies([{ name: 'reader', value: 'somebody', url: standIn.url }]);
    await show(element.everyRequest.html);
    await allSettle(page, await page.locator(element.tag).count());
    const { requests } = world.record();
    expect(requests.length).toBeGreaterThanOrEqual(element.everyRequest.least);
    for (const { method, headers } of requests) {
      expect(element.posts ? ['OPTIONS', 'POST'] : ['GET']).toContain(method);
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
    const needed = ['origin', 'content-type', 'content-length', ...leave];
    const usual = [...names(other.record().requests[0]!.headers), ...(element.posts ? needed : ['origin'])];
    for (const { headers } of requests)
      expect(names(headers).filter((header) => !usual.includes(header))).toEqual([]);
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
    const address = path + element.asks(element.item).path;
    pages.put(address, element.body('7', element.item), { 'content-type': 'application/json' });
    const opened = page.waitForRequest(`${pages.url}${path}.html`);
    const asked = page.waitForRequest((request) => new URL(request.url()).pathname === address);
    await show(element.html(element.item, `source="${path}/"`));
    await shows(element, page, element.says('7'));
    expect(await (await opened).allHeaders()).toHaveProperty('cookie', 'reader=somebody');
    expect(await (await asked).allHeaders()).not.toHaveProperty('cookie');
    expect(await (await asked).allHeaders()).not.toHaveProperty('referer');
  });

  if (!element.takesDois) return;

  test('a DOI that does not hold its number is looked up at figshare', async ({
    page,
    show,
    world,
    mainApi,
  }) => {
    world.settings(itemsWith({ 24852405: 1502 }));
    const doi = '10.15482/USDA.ADC/1402049';
    await show(`${element.html(doi)}${element.html(`https://doi.org/${doi}`)}`);
    await allAre(page, 'ready', 2);
    for (const one of await page.locator(element.tag).all()) {
      await shows(element, one, element.says('1,502'));
      if (element.linksToItem)
        await expect(one.getByRole('link')).toHaveAttribute('href', `https://doi.org/${doi}`);
    }
    expect(mainApi.record().requests).toMatchObject([
      { path: '/v2/articles', query: `doi=${encodeURIComponent(doi)}` },
    ]);
    wasAsked(element, world, 24852405);
  });

  test('a DOI that nobody knows is not found, and the fallback stays', async ({
    page,
    show,
    world,
    mainApi,
    log,
  }) => {
    await show(element.html('10.15482/unheard.of', '', fallback));
    await allAre(page, 'error');
    expect((await seen(page)).errors).toMatchObject([{ kind: 'not-found' }]);
    await expect(page.getByRole('link', { name: 'The data' })).toBeVisible();
    expect(log.warnings).toHaveLength(1);
    expect(mainApi.record().requests).toHaveLength(2);
    expect(world.record().requests).toEqual([]);
  });
});
