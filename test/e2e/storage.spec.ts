/** What stays in the browser: nothing, unless the page's author asks for it with `remember`. */
import { allShow, each, itemsWith, look, shows, subjects } from './elements.js';
import { allAre, askAll, expect, inEveryEngine, seen, test, type Page } from './fixtures.js';

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

const forgetful = each(({ item, html }) => html(item));
const remembering = each(({ item, html }) => html(item, 'remember'));

test.describe('in a browser that knows nothing yet', { tag: inEveryEngine }, () => {
  test.use({ ownContext: true });

  test('nothing is left', async ({ page, show, context }) => {
    await show(each(({ item, other, variants, html }) => html(item) + html(other, look(variants.at(-1)!))));
    await askAll(page);
    await allAre(page, 'ready', subjects.length * 2);
    expect(await stored(page)).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    expect((await context.storageState({ indexedDB: true })).origins).toEqual([]);
  });

  test('remember leaves one entry, and no cookie', async ({ page, show, context }) => {
    await show(each(({ item, other, html }) => html(item, 'remember') + html(other, 'remember')));
    await askAll(page);
    await allAre(page, 'ready', subjects.length * 2);
    expect(await stored(page)).toEqual(['localStorage figshare-elements']);
    expect(await context.cookies()).toEqual([]);
  });
});

test('without remember a failure after a reload shows no old number', async ({ page, show, world }) => {
  await show(forgetful);
  await allAre(page, 'ready', subjects.length);
  world.faults([{ path: '*', fault: 403 }]);
  await page.reload();
  await allAre(page, 'error', subjects.length);
  for (const { tag, recorded } of subjects)
    await expect.soft(page.locator(tag)).not.toContainText(recorded.seen);
});

test.describe('at a later day', () => {
  test.use({ ownContext: true });

  test('remember shows the last good number with its date while the service fails', async ({
    page,
    show,
    world,
  }) => {
    await page.clock.setFixedTime('2025-11-03T12:00:00Z');
    await show(remembering);
    await allAre(page, 'ready', subjects.length);
    expect((await seen(page)).loads).toHaveLength(subjects.length);

    world.faults([{ path: '*', fault: 403 }]);
    await page.clock.setFixedTime('2025-12-24T12:00:00Z');
    await page.reload();
    await allAre(page, 'stale', subjects.length);
    const day = await page.evaluate(() =>
      new Intl.DateTimeFormat('en', { dateStyle: 'medium' }).format(new Date('2025-11-03T12:00:00Z')),
    );
    for (const element of subjects) {
      const one = page.locator(element.tag);
      // Its date may come after it.
      await shows(element, one, new RegExp(element.recorded.words.source.replace('$', '')));
      await expect.soft(one).toContainText(day);
      await expect.soft(one.getByText(day).last()).toBeVisible();
    }
    const errors = (await seen(page)).errors.map(({ tag, kind, status }) => ({ tag, kind, status }));
    expect(errors).toHaveLength(subjects.length);
    for (const { tag } of subjects)
      expect(errors).toContainEqual({ tag, kind: 'forbidden', status: 'stale' });
  });
});

test('remember prefers a fresh answer to the one it kept', async ({ page, show, world }) => {
  await show(remembering);
  await allAre(page, 'ready', subjects.length);
  world.settings(itemsWith(Object.fromEntries(subjects.map(({ item }) => [item, 50_000]))));
  await page.reload();
  for (const element of subjects) await shows(element, page.locator(element.tag), element.says('50,000'));
});

test('one item’s kept number is never shown for another', async ({ page, show, world }) => {
  await show(remembering);
  await allAre(page, 'ready', subjects.length);
  world.faults([{ path: '*', fault: 403 }]);
  await show(each(({ other, html }) => html(other, 'remember')));
  await allAre(page, 'error', subjects.length);
});

test('remember survives a storage that is full', async ({ page, show }) => {
  await show(remembering, {
    head: `<script>
      Storage.prototype.setItem = () => {
        window.isFull = true;
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      };
    </script>`,
  });
  await allShow(page);
  expect(await page.evaluate(() => 'isFull' in window)).toBe(true);
});

test(
  'remember in a sandbox, where every storage throws, shows the number',
  { tag: inEveryEngine },
  async ({ page, show, pages, cdn, world, path, bundle, log }) => {
    const attributes = `source="${world.url}" remember loading="eager"`;
    const framed = pages.put(
      `${path}-framed.html`,
      `<!doctype html><html lang="en"><title>Framed</title>
      <script type="module" src="${cdn.url}/${bundle}"></script>
      ${each(({ item, variants, html }) => html(item, attributes) + html(item, look(variants.at(-1)!, attributes)))}`,
    );
    await show(
      `<iframe sandbox="allow-scripts" src="${framed}" title="Framed" width="600" height="400"></iframe>`,
    );
    const frame = page.frameLocator('iframe');
    await allShow(frame);
    for (const { tag } of subjects)
      await expect.soft(frame.locator(tag).last()).toHaveJSProperty('status', 'ready');
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
  },
);
