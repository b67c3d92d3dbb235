/** The site as it is built: from a DOI to a snippet that works on somebody's page. */
import { readFileSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import type { Manifest } from '../../demo/site/manifest-tables.js';
import { axe } from './axe.js';
import {
  anyElement,
  askAll,
  catchCopies,
  expect,
  inEveryEngine,
  lastCopied,
  liveService,
  overflow,
  painted,
  poll,
  snippetOf,
  test,
  type AnyElement,
  type Page,
} from './site.js';

const doi = '10.6084/m9.figshare.30000001';
const sample = '10.6084/m9.figshare.766364';
const views = '18,734';

/** A fresh one for each: the clipboard is caught in it. */
test.use({ ownContext: true });

test.beforeEach(({ page }) => catchCopies(page));

test('the front door shows the example at once, with its title, and asks nobody', async ({
  page,
  visit,
  asked,
}) => {
  await visit('');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Show how your figshare data are used');
  await expect(page.getByLabel('DOI or figshare link')).toHaveValue(sample);
  await expect(page.locator('#title')).toContainText('766364');
  await expect(page.locator('.numbers figshare-stats').getByText('46,088')).toBeVisible();
  await expect(page.locator('.paper figshare-stats').getByText('46,088')).toHaveCount(5);
  expect(asked).toEqual([]);
});

test(
  'four steps lead from the front door to a snippet that shows the number on a page of another origin',
  { tag: inEveryEngine },
  async ({ page, visit, pasted, asked }) => {
    await visit('');
    await page.getByLabel('DOI or figshare link').fill(doi); // 1
    await page.getByRole('link', { name: 'Put it on my page' }).click(); // 2
    await page.getByRole('radio', { name: /A card/ }).check(); // 3
    await page.getByRole('button', { name: 'Copy', exact: true }).click(); // 4
    await expect(page.getByText('Copied', { exact: true })).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: 'Copied: The line to paste' })).toBeAttached();
    const snippet = await lastCopied(page);
    expect(snippet).toBe(await snippetOf(page));
    expect(snippet).toMatch(/ integrity="sha384-[\w+/=]+" crossorigin="anonymous"/);

    await pasted(snippet);
    await expect(page.locator('figshare-stats').getByText(views)).toBeVisible();
    expect(new Set(asked.map((address) => new URL(address).host))).toEqual(
      new Set(['stats.figshare.com', 'api.figshare.com', 'cdn.jsdelivr.net']),
    );
  },
);

test('all of it goes by keyboard', async ({ page, visit }) => {
  await visit('');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await tabTo(page, page.getByLabel('DOI or figshare link'));
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(doi);
  await page.keyboard.press('Enter');
  await expect(page.locator('.numbers figshare-stats').getByText(views)).toBeVisible();
  await tabTo(page, page.getByRole('link', { name: 'Put it on my page' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('radio', { name: /A badge/ }));
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: /A card/ })).toBeChecked();
  await tabTo(page, page.getByRole('radio', { name: 'HTML page' }));
  await tabTo(page, page.getByRole('button', { name: 'Copy', exact: true }));
  await page.keyboard.press('Enter');
  expect(await lastCopied(page)).toContain(`<figshare-stats item="${doi}" variant="card">`);
});

test('in Arabic, on a page from right to left, and in the snippet', async ({ page, visit, pasted }) => {
  await visit(`builder/?item=${doi}&on=arabic`);
  const stage = page.locator('#stage');
  await expect(stage).toHaveAttribute('dir', 'rtl');
  await expect(stage.locator('figshare-stats').getByText('مشاهدة').first()).toBeVisible();
  await page.getByLabel('Language').selectOption('ar');
  const snippet = await snippetOf(page);
  expect(snippet).toContain(' lang="ar"');
  await pasted(snippet);
  await expect(page.locator('figshare-stats').getByText('مشاهدة').first()).toBeVisible();
});

test('a service that refuses other sites is told in words, with a way that works', async ({
  page,
  visit,
  figshare,
  pasted,
  pages,
}) => {
  figshare.settings({ cors: false });
  await visit('builder/');
  await page.getByLabel('DOI or figshare link').fill(doi);
  await expect(page.locator('#verdict')).toContainText('No. stats.figshare.com did not answer this browser.');
  await page.getByRole('button', { name: 'Ask figshare now' }).click();
  await expect(page.locator('#verdict')).toContainText(
    'What fits here is a file beside the page or a relay.',
  );
  const note = page.getByText(
    'figshare did not answer this browser, and may not answer your readers’ either.',
  );
  await note.getByRole('link', { name: 'Choose where the numbers come from' }).click();
  await expect(page.getByRole('heading', { name: 'Will it work there?' })).toBeInViewport();
  await page.getByRole('radio', { name: 'a file beside the page' }).check();
  await expect(note).toBeHidden();
  const snippet = await snippetOf(page);
  expect(snippet).toContain(' source="/figshare.json"');
  await expect(page.locator('#command')).toContainText(
    `npx figshare-elements snapshot ${doi} --out figshare.json`,
  );

  const held = { retrieved: '2026-05-20T03:00:00.000Z', body: { views: 46_012, downloads: 5_201 } };
  const answers = { '/total/article/30000001': held };
  pages.put('/figshare.json', JSON.stringify({ 'figshare-elements': 1, retrieved: held.retrieved, answers }));
  await pasted(snippet);
  await expect(page.locator('figshare-stats').getByText('46,012')).toBeVisible();
});

test('the front door says that nothing came, and where to go on', async ({ page, visit, figshare }) => {
  figshare.settings({ cors: false });
  await visit('');
  await page.getByLabel('DOI or figshare link').fill(doi);
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.locator('#wrong')).toContainText('the builder shows three ways');
  await expect(page.locator('#origin')).toHaveText('No numbers from stats.figshare.com.');
});

test('on a narrow screen the outcome is one link away, and nothing of what is found is cut off', async ({
  page,
  visit,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await visit(`builder/?item=${doi}`);
  // Every picture that one chooses by is drawn, though its foot may be cut off.
  await poll(() =>
    page
      .locator('.tile .picture > *')
      .evaluateAll((all) =>
        (all as AnyElement[]).map(({ status }) => status).filter((one) => one !== 'ready'),
      ),
  ).toEqual([]);
  const jump = page.getByRole('link', { name: 'See it, and copy' });
  await expect(jump).toBeInViewport();
  for (const cell of await page.locator('.items span').all())
    expect(await cell.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);
  const box = (await page.locator('.items').boundingBox())!;
  const last = (await page.locator('.items span').last().boundingBox())!;
  expect(last.x + last.width).toBeLessThanOrEqual(box.x + box.width);
  await jump.click();
  await expect(page.getByRole('button', { name: 'Copy', exact: true })).toBeInViewport();
});

test(
  'on paper no page is cut off, and none has a form',
  { tag: '@emulated' },
  async ({ page, visit, site }) => {
    await page.setViewportSize({ width: 794, height: 1123 });
    await page.emulateMedia({ media: 'print' });
    for (const folder of site.folders) {
      await visit(folder);
      await settledPage(page);
      const cut = await page
        .locator('main, .wide, main pre')
        .evaluateAll((all) =>
          all
            .filter((one) => one.scrollWidth > one.clientWidth)
            .map(({ outerHTML }) => outerHTML.slice(0, 80)),
        );
      expect.soft(cut, folder).toEqual([]);
      for (const form of await page.locator('main form').all()) await expect.soft(form).toBeHidden();
    }
  },
);

test('on paper the builder leaves its outcome', { tag: '@emulated' }, async ({ page, visit }) => {
  await visit('builder/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#choice')).toBeHidden();
  await expect(page.locator('#boxes code').first()).toBeVisible();
  await expect(page.locator('#stage figshare-stats').getByText('46,088')).toBeVisible();
});

test('a service that answers is told, too', async ({ page, visit, asked }) => {
  await visit('builder/');
  expect(asked).toEqual([]);
  await page.getByRole('button', { name: 'Ask figshare now' }).click();
  await expect(page.locator('#verdict')).toContainText(
    /Yes\. stats\.figshare\.com answered this browser from another site \(\d+ ms, asked just now\)\./,
  );
  expect(asked).toEqual([`${liveService}/total/views/article/766364`]);
});

test('a person, a collection and a whole list become items', async ({ page, visit }) => {
  await visit('builder/');
  const field = page.getByLabel('DOI or figshare link');
  await field.fill('https://orcid.org/0000-0002-1825-0097');
  await expect(page.locator('#found')).toContainText('Sample Author');
  await poll(() => snippetOf(page)).toContain('item="author/97657"');
  await field.fill('https://figshare.com/authors/Somebody/97657');
  await poll(() => snippetOf(page)).toContain('item="https://figshare.com/authors/Somebody/97657"');
  await field.fill('0000-0001-0000-0009');
  await expect(page.locator('#found')).toContainText('Nothing public on figshare names 0000-0001-0000-0009');

  await field.fill('10.6084/m9.figshare.c.1234');
  await page.getByRole('radio', { name: 'Its items together' }).check();
  await poll(() => snippetOf(page)).toContain('item="article/6876647 article/20291481 article/13382954"');
  await page.getByRole('radio', { name: 'Its own page' }).check();
  await poll(() => snippetOf(page)).toContain('item="10.6084/m9.figshare.c.1234"');

  await field.fill(`@dataset{one, title = {One, 2019}, doi = {10.6084/m9.figshare.6876647.v2}}
    @dataset{two, url = {https://figshare.com/articles/dataset/Two/20291481}}`);
  await expect(page.locator('#found')).toContainText('2 items, summed.');
  await poll(() => snippetOf(page)).toMatch(
    /item="10\.6084\/m9\.figshare\.6876647(\.v2)? https:\/\/figshare\.com\/\S+20291481"/,
  );

  await field.fill('nothing at all');
  await expect(page.locator('#found')).toContainText('This is no figshare item.');
});

test('an accent is seen, told by its contrast, and copied as a style sheet', async ({ page, visit }) => {
  await visit('builder/?item=30000001');
  const accent = page.getByRole('group', { name: 'Accent' });
  await expect(accent).toBeHidden();
  await page.getByRole('radio', { name: 'Month by month' }).check();
  await page.getByRole('radio', { name: 'bars', exact: true }).check();
  await accent.getByLabel('Accent').fill('#a4262c');
  await expect(page.getByRole('radio', { name: 'a colour' })).toBeChecked();
  const bar = page.locator('#stage').locator('[part~=bar]').first();
  await expect(bar).toHaveCSS('fill', 'rgb(164, 38, 44)');
  await expect(page.locator('#accent-says')).toHaveText('7.2 : 1 on this page, which reads well.');
  await page.getByRole('radio', { name: 'navy' }).check();
  await expect(page.locator('#accent-says')).toHaveText(/^2\.\d : 1 on this page: too little/);
  const copy = page.getByRole('button', { name: 'Copy: Once: its colour, into your style sheet' });
  await copy.click();
  expect(await lastCopied(page)).toBe('body {\n  --figshare-color-accent: #a4262c;\n}');
  expect(page.url()).toContain('accent=%23a4262c');
  await page.getByRole('radio', { name: 'A frame' }).check();
  await expect(copy).toBeHidden();
  await expect(page.locator('#accent-says')).toContainText('no image and no frame');
  await page.getByRole('radio', { name: 'HTML page' }).check();
  await accent.getByRole('radio', { name: 'the page’s own' }).check();
  await expect(copy).toBeHidden();
  await expect(bar).not.toHaveCSS('fill', 'rgb(164, 38, 44)');
});

test('a choice has an address, and every place a snippet of it', async ({ page, visit }) => {
  await visit(`builder/?item=${doi}&show=timeline&look=chart&metrics=views+downloads&integrity=1`);
  await expect(page.locator('#stage').getByText('Views and downloads').first()).toBeVisible();
  expect(await snippetOf(page)).toMatch(
    /^<link rel="preconnect"[^>]*><script type="importmap">\{"integrity":\{"https:.*figshare-chart\.js":"sha384-/,
  );
  await page.getByRole('radio', { name: 'dark', exact: true }).check();
  for (const place of await page.locator('#places input').all()) {
    await place.check();
    const snippet = await snippetOf(page);
    expect(snippet, snippet).not.toMatch(/%[A-Z_]{3,}%|undefined/);
  }
  await page.getByRole('button', { name: 'copy link' }).click();
  const address = await lastCopied(page);
  expect(address).toBe(page.url());
  const snippet = await snippetOf(page);
  await page.goto('about:blank');
  await page.goto(address);
  expect(await snippetOf(page)).toBe(snippet);
  await expect(page.locator('#stage')).toHaveClass('stage dark');
});

for (const shown of [
  `item=${sample}`,
  `item=${sample}&show=card`,
  'item=30000001&show=timeline',
  'item=30000001&show=timeline&look=bars',
  'item=30000001&show=timeline&look=chart',
  'item=30000001&show=breakdown',
  'item=30000001&show=breakdown&look=map',
  'item=group/327&show=count',
])
  test(`a frame is as large as what it holds: ${shown}`, async ({ page, visit, site, pages, path }) => {
    await visit(`builder/?${shown}&place=iframe`);
    const snippet = await snippetOf(page);
    const frame = snippet.replace(
      'https://www.example.edu/figshare-embed/?',
      `${site.url}/embed/?source=${encodeURIComponent(`${site.url}/figshare.json`)}&`,
    );
    await page.goto(
      pages.put(`${path}.html`, `<!doctype html><html lang="en"><title>A page</title>${frame}`),
    );
    const held = page.frameLocator('iframe').locator(anyElement);
    await poll(() => held.evaluate((one) => (one as AnyElement).status)).toBe('ready');
    const { across, down, spare } = await held.evaluate((one) => ({
      across: document.documentElement.scrollWidth - innerWidth,
      down: document.documentElement.scrollHeight - innerHeight,
      spare: innerHeight - one.getBoundingClientRect().bottom,
    }));
    expect({ across, down }).toEqual({ across: 0, down: 0 });
    expect(spare).toBeLessThan(80);
  });

test('a page of an element lists all that the manifest tells of it', async ({ page, visit }) => {
  const manifest = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as Manifest;
  const elements = manifest.modules.flatMap(({ declarations }) => declarations);
  expect(elements).toHaveLength(5);
  for (const { tagName, attributes, cssParts, cssProperties, events } of elements) {
    await visit(`elements/${tagName.replace('figshare-', '')}/`);
    const listed = await page.locator('.attributes th[scope=row]').allInnerTexts();
    expect(listed.sort(), tagName).toEqual([...attributes.map(({ name }) => name), 'lang'].sort());
    const reached = await page.locator('.reach th[scope=row]').allInnerTexts();
    const names = [...cssParts, ...cssProperties, ...events].map(({ name }) => name);
    expect(reached, tagName).toEqual(expect.arrayContaining(names));
  }
  await visit('elements/breakdown/');
  await expect(page.getByRole('row', { name: /^limit\b.*\b10$/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /^by country · city.*country$/ })).toBeVisible();
});

test('the places’ page tells what was run, and when', async ({ page, visit }) => {
  await visit('places/');
  const row = page.getByRole('region', { name: 'What was run' }).getByRole('row', { name: /reveal\.js/ });
  await expect(row).toContainText(/number shows[^]*\d{4}-\d\d-\d\d/);
  await expect(page.getByRole('region', { name: 'Not run' })).toContainText('DSpace');
});

test('a repository gets its list, command, workflow and test page', async ({
  page,
  visit,
  pages,
  pasted,
  path,
}) => {
  await visit('repositories/');
  await page.getByRole('button', { name: 'Make my files' }).click();
  await expect(page.locator('#result')).toContainText('20 items. The first run takes at least 40 seconds');
  const texts = await page.locator('#made code').allInnerTexts();
  expect(texts[0]!.split('\n')).toHaveLength(20);
  expect(texts[2]).toContain(`- run: ${texts[1]!}`);

  await page
    .getByLabel('A group number, or your DOIs')
    .fill(`title,doi\nOne,${doi}\nTwo,10.6084/m9.figshare.766364`);
  await page.getByRole('button', { name: 'Make my files' }).click();
  await expect(page.locator('#result')).toContainText('2 items.');
  const test = (await page.locator('#made code').allInnerTexts())[3]!;
  const held = { retrieved: '2026-05-20T03:00:00.000Z', body: { views: 46_012, downloads: 5_201 } };
  const answers = { '/total/article/30000001': held };
  pages.put('/figshare.json', JSON.stringify({ 'figshare-elements': 1, retrieved: held.retrieved, answers }));
  const address = pages.put(
    `${path}.html`,
    test.replace('content="figshare.json"', 'content="/figshare.json"'),
  );
  await pasted('');
  await page.goto(address);
  await expect(page.locator('figshare-stats').first().getByText('46,012')).toBeVisible();
});

test('axe finds nothing on any page, and no contrast that is too low on a dark system either', async ({
  page,
  visit,
  site,
}) => {
  test.setTimeout(180_000);
  for (const folder of site.folders) {
    await page.emulateMedia({ colorScheme: 'light' });
    await visit(folder);
    await settledPage(page);
    await page.addScriptTag(axe);
    expect.soft(await violationsOn(page, {}), folder).toEqual([]);
    // Nothing but colours depends on it.
    await page.emulateMedia({ colorScheme: 'dark' });
    await painted(page);
    expect.soft(await violationsOn(page, { runOnly: ['color-contrast'] }), `${folder}, dark`).toEqual([]);
  }
});

test('no page scrolls sideways at 320 px, and all that it shows is answered by the sample', async ({
  page,
  visit,
  site,
  asked,
  log,
}) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 320, height: 700 });
  // The sample is as good in two years: what is shown by default ends when it was taken.
  await page.clock.setFixedTime('2028-11-30T12:00:00Z');
  for (const folder of site.folders) {
    await visit(folder);
    await settledPage(page);
    expect.soft(await overflow(page), folder).toBe(0);
    const failed = await page
      .locator(anyElement)
      .evaluateAll((all) =>
        (all as AnyElement[]).filter(({ status }) => status === 'error').map((one) => one.outerHTML),
      );
    expect.soft(failed, folder).toEqual([]);
  }
  expect(asked).toEqual([]);
  expect(log.errors).toEqual([]);
});

test('links and files lead nowhere out of the folder, and to what is there; own scripts weigh less than 60 kB', async ({
  page,
  visit,
  site,
}) => {
  const others: string[] = [];
  const own: string[] = [];
  page.on('response', (response) => {
    if (/\/assets\/.*\.js$/.test(response.url())) own.push(new URL(response.url()).pathname);
  });
  for (const folder of site.folders) {
    own.length = 0;
    await visit(folder);
    const bytes = own.reduce((sum, path) => sum + site.text(path).length, 0);
    expect.soft(bytes, `bytes of scripts: ${folder}`).toBeLessThan(60_000);
    const links = await page
      .locator('[href], [src]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? one.getAttribute('src') ?? ''));
    for (const link of links.filter((one) => !/^(#|data:|https:)/.test(one))) {
      const { pathname, hash } = new URL(link, `${site.url}/${folder}`);
      expect.soft(link, 'relative').not.toMatch(/^\//);
      expect.soft(`${site.url}${pathname}`, link).toContain('/some/folder/');
      const text = site.text(pathname);
      if (hash) expect.soft(text, `${folder}: ${link}`).toContain(`id="${hash.slice(1)}"`);
    }
    others.push(...links.filter((one) => one.startsWith('https:')));
  }
  expect(
    others.filter((link) => !/^https:\/\/((dx\.)?doi\.org|([\w.]+\.)?figshare\.com)\//.test(link)),
  ).toEqual([]);
});

/** Presses Tab until it is there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((one) => one === document.activeElement)) return;
  }
  await expect(target).toBeFocused();
}

/** What axe, which is on the page, finds wrong. */
const violationsOn = (page: Page, options: object) =>
  page.evaluate(async (options) => {
    const { violations } = await window.axe.run(document, { ...options, resultTypes: ['violations'] });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    );
  }, options);

/** All elements have an answer, or none to hope for. */
async function settledPage(page: Page): Promise<void> {
  await poll(async () => {
    await askAll(page);
    return page
      .locator(anyElement)
      .evaluateAll(
        (all) => (all as AnyElement[]).filter(({ status }) => !/ready|empty|stale|error/.test(status)).length,
      );
  }).toBe(0);
}
