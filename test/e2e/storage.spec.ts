/** What stays in the browser: nothing, unless the page's author asks for it with `remember`. */
import { forEachElement, itemsWith, look, rowsFor, shows } from './elements.js';
import { allAre, expect, seen, test, type Page } from './fixtures.js';

test.use({ ownContext: true });

/** Names of everything that a page can leave behind. */
const stored = (page: Page) =>
  page.evaluate(async () => [
    ...Object.keys(localStorage).map((key) => `localStorage ${key}`),
    ...Object.keys(sessionStorage).map((key) => `sessionStorage ${key}`),
    ...(await indexedDB.databases()).map((database) => `indexedDB ${database.name}`),
    ...document.cookie
      .split(';')
      .filter(Boolean)
      .map((cookie) => `cookie ${cookie}`),
  ]);

const spoilt: [string, string][] = [
  ['no JSON', '{{'],
  ['another thing', '{"a":1}'],
  ['null', 'null'],
  ['entries of another shape', '[["a"],[1,2],null]'],
];
forEachElement((element) => {
  test('leaves nothing in the browser', async ({ page, show, context }) => {
    await show(`${element.html(element.item)}
    ${element.html(element.other, look(element.variants.at(-1)!))}`);
    await allAre(page, 'ready', 2);
    expect(await stored(page)).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    expect((await context.storageState({ indexedDB: true })).origins).toEqual([]);
  });

  test('without remember a failure after a reload shows no old number', async ({ page, show, world }) => {
    await show(element.html(element.item));
    await allAre(page, 'ready');
    world.faults([{ path: '*', fault: 403 }]);
    await page.reload();
    await allAre(page, 'error');
    await expect(page.locator(element.tag)).not.toContainText(element.recorded.seen);
  });

  test('remember leaves one entry, and no cookie', async ({ page, show, context }) => {
    await show(`${element.html(element.item, 'remember')}
    ${element.html(element.other, 'remember')}`);
    await allAre(page, 'ready', 2);
    expect(await stored(page)).toEqual(['localStorage figshare-elements']);
    expect(await context.cookies()).toEqual([]);
  });

  test('remember shows the last good number with its date while the service fails', async ({
    page,
    show,
    world,
  }) => {
    await page.clock.setFixedTime('2025-11-03T12:00:00Z');
    await show(element.html(element.item, 'remember'));
    await allAre(page, 'ready');
    expect((await seen(page)).loads).toHaveLength(1);

    world.faults([{ path: '*', fault: 403 }]);
    await page.clock.setFixedTime('2025-12-24T12:00:00Z');
    await page.reload();
    await allAre(page, 'stale');
    // Its date may come after it.
    await shows(element, page, new RegExp(element.recorded.words.source.replace('$', '')));
    const day = await page.evaluate(() =>
      new Intl.DateTimeFormat('en', { dateStyle: 'medium' }).format(new Date('2025-11-03T12:00:00Z')),
    );
    await expect(page.locator(element.tag)).toContainText(day);
    await expect(page.getByText(day).last()).toBeVisible();
    expect((await seen(page)).errors).toMatchObject([{ kind: 'forbidden', status: 'stale' }]);
  });

  test('remember prefers a fresh answer to the one it kept', async ({ page, show, world }) => {
    await show(element.html(element.item, 'remember'));
    await allAre(page, 'ready');
    world.settings(itemsWith({ [element.item]: 50_000 }));
    await page.reload();
    await shows(element, page, element.says('50,000'));
  });

  test('one item’s kept number is never shown for another', async ({ page, show, world }) => {
    await show(element.html(element.item, 'remember'));
    await allAre(page, 'ready');
    world.faults([{ path: '*', fault: 403 }]);
    await show(element.html(element.other, 'remember'));
    await allAre(page, 'error');
  });

  for (const [what, text] of rowsFor(element, spoilt)) {
    test(`remember survives ${what} in its entry`, async ({ page, show, world }) => {
      await show('');
      await page.evaluate((value) => localStorage.setItem('figshare-elements', value), text);
      world.faults([{ path: '*', fault: 403 }]);
      await show(element.html(element.item, 'remember'));
      await allAre(page, 'error');
      world.faults([]);
      await page.reload();
      await shows(element, page);
    });
  }

  test('remember survives a storage that is full', async ({ page, show }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      };
    });
    await show(element.html(element.item, 'remember'));
    await shows(element, page);
  });

  test('remember in a sandbox, where every storage throws, shows the number', async ({
    page,
    show,
    pages,
    cdn,
    world,
    path,
    log,
  }) => {
    const framed = pages.put(
      `${path}-framed.html`,
      `<!doctype html><html lang="en"><title>Framed</title>
    <script type="module" src="${cdn.url}/${element.bundles[0]}"></script>
    ${element.html(element.item, `source="${world.url}" remember loading="eager"`)}
    ${element.html(element.item, look(element.variants.at(-1)!, `source="${world.url}" remember loading="eager"`))}`,
    );
    await show(
      `<iframe sandbox="allow-scripts" src="${framed}" title="Framed" width="600" height="400"></iframe>`,
    );
    const frame = page.frameLocator('iframe');
    await shows(element, frame.locator(element.tag).first());
    await expect(frame.locator(element.tag).last()).toHaveJSProperty('status', 'ready');
    const storage = await frame.locator('body').evaluate(() => {
      try {
        return localStorage.length;
      } catch (error) {
        return (error as Error).name;
      }
    });
    expect(storage).toBe('SecurityError');
    expect(log.errors).toEqual([]);
    expect(log.warnings).toEqual([]);
  });
});
