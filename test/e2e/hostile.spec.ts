/** Attributes, answers and storage may have been written by anybody. */
import { forEachElement, questions, rowsFor, shows, stats } from './elements.js';
import { allAre, allSettle, anyElement, expect, seen, test, type Page } from './fixtures.js';

const evil = '<img src=x onerror="window.harmed = true"><script>window.harmed = true</script>';
const attribute = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** Tags in the shadow trees that the element itself does not draw. */
const strangeTags = (page: Page) =>
  page
    .locator(anyElement)
    .evaluateAll((all) =>
      all.flatMap((one) =>
        [...one.shadowRoot!.querySelectorAll('img, script, iframe, style, object, embed, b')].map(
          (tag) => tag.outerHTML,
        ),
      ),
    );

const isHarmed = (page: Page) => page.evaluate(() => 'harmed' in window || 'polluted' in {});

test('HTML in labels is text', async ({ page, show }) => {
  await show(
    stats.variants
      .map((variant) => stats.html('766364', `variant="${variant}" label-views="${attribute(evil)}"`))
      .join(''),
  );
  await allAre(page, 'ready', 3);
  await expect(page.getByText(evil)).toHaveCount(3);
  expect(await strangeTags(page)).toEqual([]);
  expect(await isHarmed(page)).toBe(false);
});

const schemes = [
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  ' \tjava\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:alert(1)',
  'file:///etc/passwd',
];

const secret = 'hunter2';
const withCredentials = [
  `https://user:${secret}@stats.example.org`,
  `//user:${secret}@stats.example.org/`,
  `https://:${secret}@stats.example.org/figshare.json`,
  `ftp://user:${secret}@stats.example.org`,
  `https://user:${secret}@stats.example.org:99999`,
  `https://user:${secret}@`,
];

/** In place of a number. */
const wrong: [string, string][] = [
  ['HTML in place of a number', JSON.stringify(evil)],
  ['a negative number', '-5'],
  ['a fraction', '1.5'],
  ['more than a number can hold', '1e400'],
  ['a number as text', '"5"'],
  ['a nested object', '{"valueOf":5}'],
  ['no JSON', '5}'],
  ['a list of lists without end', '['.repeat(100_000)],
];

forEachElement((element) => {
  for (const name of element.attributes) {
    test(`HTML in ${name} harms nothing`, async ({ page, show, world }) => {
      const value = attribute(evil);
      await show(name === 'item' ? element.html(value) : element.html(element.item, `${name}="${value}"`));
      await allSettle(page, 1);
      expect(await strangeTags(page)).toEqual([]);
      expect(await isHarmed(page)).toBe(false);
      for (const { path } of world.record().requests) expect(path).not.toContain('<');
    });
  }

  for (const href of rowsFor(element, schemes)) {
    // The entries of a top list have links of their own.
    if (element.role === 'listitem') break;
    test(`href ${JSON.stringify(href)} is no link`, async ({ page, show, log }) => {
      await show(`${element.html(element.item, `href="${attribute(href)}"`)}
      ${element.html('group/327', `href="${attribute(href)}"`)}`);
      await allAre(page, 'ready', 2);
      const links = await page
        .locator(element.tag)
        .evaluateAll((all) =>
          all.flatMap((one) => [...one.shadowRoot!.querySelectorAll('a')].map((link) => link.href)),
        );
      for (const link of links) expect(link).toMatch(/^https?:/);
      expect(links.length).toBeLessThan(2);
      expect(log.warnings).toHaveLength(1);
    });
  }

  for (const source of rowsFor(element, withCredentials)) {
    test(`source ${source} is refused, and its password told nobody`, async ({
      page,
      show,
      world,
      log,
      pages,
      cdn,
    }) => {
      const asked: string[] = [];
      page.on('request', (request) => {
        if (![pages.url, cdn.url].includes(new URL(request.url()).origin)) asked.push(request.url());
      });
      await show(`${element.html(element.item, `source="${source}"`)}
      ${element.html(element.item, `source="${world.url} ${source}"`)}
      ${element.html(element.item, `source="${source}" loading="click"`)}`);
      await allAre(page, 'error', 3);
      expect((await seen(page)).errors.map(({ kind }) => kind)).toEqual(['invalid', 'invalid', 'invalid']);
      expect(
        JSON.stringify(await seen(page).then(({ errors }) => errors.map(({ message }) => message))),
      ).not.toContain(secret);
      expect(log.warnings).toHaveLength(1);
      expect(log.all.join('\n')).not.toContain(secret);
      await expect(page.locator('body')).not.toContainText(secret);
      expect(asked).toEqual([]);
    });
  }

  test('credentials in the page’s own source are refused as well', async ({ page, show, log }) => {
    await show(element.html(element.item), {
      head: `<meta name="figshare-source" content="https://user:${secret}@stats.example.org">`,
    });
    await allAre(page, 'error');
    expect(log.all.join('\n')).not.toContain(secret);
  });

  test.describe('answers', () => {
    test('with a key such as __proto__ are data', async ({ page, show, world }) => {
      const own = `"__proto__":${element.body('666', '12')},"constructor":{"prototype":{"polluted":true}}`;
      const deep = (name: string) => `{"${name}":{"__proto__":{"total":666}}}`;
      world.faults([
        { ...element.asks(11), fault: 'body', raw: element.body('5').replace('{', `{${own},`) },
        { ...element.asks(12), fault: 'body', raw: `{${own}}` },
        { path: '/total/views/article/12', fault: 'body', raw: '{"__proto__":{"totals":666}}' },
        { path: '/timeline/*', fault: 'body', raw: deep('timeline') },
        { path: '/breakdown/*', fault: 'body', raw: deep('breakdown') },
        { path: '/top/*', fault: 'body', raw: deep('top') },
        { path: '/count/*', fault: 'body', raw: '{"__proto__":{"400":666}}' },
      ]);
      await show(`${element.html('11')}
        ${element.html('12')}
        ${element.html(element.item, 'start="2014-01-01" end="2014-12-31"')}`);
      await shows(element, page.locator(element.tag).first(), element.says('5'));
      await expect
        .poll(async () => (await seen(page)).errors.map(({ kind }) => kind))
        .toEqual(['bad-data', 'bad-data']);
      await expect(page.locator('body')).not.toContainText('666');
      expect(await isHarmed(page)).toBe(false);
    });

    for (const [what, number] of wrong) {
      test(`with ${what} are bad data, and the fallback stays`, async ({ page, show, world, log }) => {
        world.faults([{ path: '*', fault: 'body', raw: element.body(number) }]);
        await show(element.html('11', '', '<a href="https://example.org/">The data</a>'));
        await allAre(page, 'error');
        expect((await seen(page)).errors).toMatchObject([{ kind: 'bad-data' }]);
        await expect(page.getByRole('link', { name: 'The data' })).toBeVisible();
        expect(log.warnings).toHaveLength(1);
        expect(await strangeTags(page)).toEqual([]);
        expect(await isHarmed(page)).toBe(false);
      });
    }

    test('of many megabytes are turned away before their end', async ({ page, show, world }) => {
      world.faults([{ path: '*', fault: 'large', bytes: 30_000_000 }]);
      await show(element.html('11'));
      await allAre(page, 'error');
      expect((await seen(page)).errors).toMatchObject([{ kind: 'bad-data' }]);
      await world.wait({ aborted: 1, open: 0 });
      expect(questions(world)).toHaveLength(1);
    });
  });

  test('numbers that somebody else put into storage are checked like answers', async ({
    page,
    show,
    world,
  }) => {
    await show(element.html(element.item, 'remember'));
    await allAre(page, 'ready');
    world.faults([{ path: '*', fault: 403 }]);
    await page.evaluate(
      ([raw, html]) => {
        const text = localStorage.getItem('figshare-elements')!;
        localStorage.setItem('figshare-elements', text.replace(`:${raw}`, `:${JSON.stringify(html)}`));
      },
      [element.recorded.raw, evil],
    );
    await page.reload();
    await allAre(page, 'error');
    expect(await strangeTags(page)).toEqual([]);
    expect(await isHarmed(page)).toBe(false);
  });

  test('a page that has spoilt the prototypes of plain objects is no trouble', async ({ page, show }) => {
    await page.addInitScript(() => {
      for (const name of ['views', 'timeline', '2016', 'breakdown', 'total', 'top', '400'])
        Object.defineProperty(Object.prototype, name, { value: 666, configurable: true, writable: true });
    });
    await show(element.html(element.item));
    await shows(element, page);
  });
});
