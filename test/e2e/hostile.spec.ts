/** Attributes, answers and storage may have been written by anybody. */
import { allAre, expect, named, seen, test, type Page } from './fixtures.js';

const evil = '<img src=x onerror="window.harmed = true"><script>window.harmed = true</script>';
const attribute = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** Tags in the shadow trees that the element itself does not draw. */
const strangeTags = (page: Page) =>
  page
    .locator('figshare-stats')
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
    ['badge', 'text', 'card']
      .map(
        (variant) =>
          `<figshare-stats item="766364" variant="${variant}" label-views="${attribute(evil)}"></figshare-stats>`,
      )
      .join(''),
  );
  await allAre(page, 'ready', 3);
  await expect(page.getByText(evil)).toHaveCount(3);
  expect(await strangeTags(page)).toEqual([]);
  expect(await isHarmed(page)).toBe(false);
});

for (const name of [
  'item',
  'metrics',
  'start',
  'institution',
  'source',
  'href',
  'variant',
  'theme',
  'lang',
  'hide-below',
]) {
  test(`HTML in ${name} harms nothing`, async ({ page, show, world }) => {
    const rest = name === 'item' ? '' : 'item="766364"';
    await show(`<figshare-stats ${rest} ${name}="${attribute(evil)}"></figshare-stats>`);
    await expect
      .poll(async () => {
        const { loads, errors } = await seen(page);
        return loads.length + errors.length;
      })
      .toBe(1);
    expect(await strangeTags(page)).toEqual([]);
    expect(await isHarmed(page)).toBe(false);
    for (const { path } of world.record().requests) expect(path).not.toContain('<');
  });
}

const schemes = [
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  ' \tjava\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:alert(1)',
  'file:///etc/passwd',
];
for (const href of schemes) {
  test(`href ${JSON.stringify(href)} is no link`, async ({ page, show, log }) => {
    await show(`<figshare-stats item="766364" href="${attribute(href)}"></figshare-stats>
      <figshare-stats item="group/327" href="${attribute(href)}"></figshare-stats>`);
    await allAre(page, 'ready', 2);
    const links = await page
      .locator('figshare-stats')
      .evaluateAll((all) =>
        all.flatMap((one) => [...one.shadowRoot!.querySelectorAll('a')].map((link) => link.href)),
      );
    for (const link of links) expect(link).toMatch(/^https?:/);
    expect(links.length).toBeLessThan(2);
    expect(log.warnings).toHaveLength(1);
  });
}

const secret = 'hunter2';
const withCredentials = [
  `https://user:${secret}@stats.example.org`,
  `//user:${secret}@stats.example.org/`,
  `https://:${secret}@stats.example.org/figshare.json`,
  `ftp://user:${secret}@stats.example.org`,
  `https://user:${secret}@stats.example.org:99999`,
  `https://user:${secret}@`,
];
for (const source of withCredentials) {
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
    await show(`<figshare-stats item="766364" source="${source}"></figshare-stats>
      <figshare-stats item="766364" source="${world.url} ${source}"></figshare-stats>
      <figshare-stats item="766364" source="${source}" loading="click"></figshare-stats>`);
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
  await show('<figshare-stats item="766364"></figshare-stats>', {
    head: `<meta name="figshare-source" content="https://user:${secret}@stats.example.org">`,
  });
  await allAre(page, 'error');
  expect(log.all.join('\n')).not.toContain(secret);
});

test.describe('answers', () => {
  test('with a key such as __proto__ are data', async ({ page, show, world }) => {
    world.faults([
      {
        path: '/total/article/11',
        fault: 'body',
        raw: '{"__proto__":{"views":666,"polluted":true},"constructor":{"prototype":{"polluted":true}},"views":5,"downloads":7}',
      },
      { path: '/total/article/12', fault: 'body', raw: '{"__proto__":{"views":666,"downloads":666}}' },
      { path: '/total/views/article/12', fault: 'body', raw: '{"__proto__":{"totals":666}}' },
      { path: '/timeline/*', fault: 'body', raw: '{"timeline":{"__proto__":{"total":666}}}' },
    ]);
    await show(`<figshare-stats item="11"></figshare-stats>
      <figshare-stats item="12"></figshare-stats>
      <figshare-stats item="766364" start="2014-01-01" end="2014-12-31"></figshare-stats>`);
    await expect(page.getByRole('link').first()).toHaveAccessibleName(named('5 views', '7 downloads'));
    await expect
      .poll(async () => (await seen(page)).errors.map(({ kind }) => kind))
      .toEqual(['bad-data', 'bad-data']);
    await expect(page.locator('body')).not.toContainText('666');
    expect(await isHarmed(page)).toBe(false);
  });

  const wrong: [string, string][] = [
    ['HTML in place of a number', JSON.stringify({ views: evil, downloads: 1 })],
    ['a negative number', '{"views":-5,"downloads":1}'],
    ['a fraction', '{"views":1.5,"downloads":1}'],
    ['more than a number can hold', '{"views":1e400,"downloads":1}'],
    ['numbers as text', '{"views":"5","downloads":"1"}'],
    ['a nested object', '{"views":{"valueOf":5},"downloads":1}'],
    ['no JSON', '{"views":5'],
    ['a list of lists without end', '['.repeat(100_000)],
  ];
  for (const [what, raw] of wrong) {
    test(`with ${what} are bad data, and the fallback stays`, async ({ page, show, world, log }) => {
      world.faults([{ path: '*', fault: 'body', raw }]);
      await show('<figshare-stats item="11"><a href="https://example.org/">The data</a></figshare-stats>');
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
    await show('<figshare-stats item="11"></figshare-stats>');
    await allAre(page, 'error');
    expect((await seen(page)).errors).toMatchObject([{ kind: 'bad-data' }]);
    await world.wait({ aborted: 1, open: 0 });
    expect(world.record().requests).toHaveLength(1);
  });
});

test('numbers that somebody else put into storage are checked like answers', async ({
  page,
  show,
  world,
}) => {
  await show('<figshare-stats item="766364" remember></figshare-stats>');
  await allAre(page, 'ready');
  world.faults([{ path: '*', fault: 403 }]);
  await page.evaluate((html) => {
    const text = localStorage.getItem('figshare-elements')!;
    localStorage.setItem('figshare-elements', text.replace('46088', JSON.stringify(html)));
  }, evil);
  await page.reload();
  await allAre(page, 'error');
  expect(await strangeTags(page)).toEqual([]);
  expect(await isHarmed(page)).toBe(false);
});

test('a page that has spoilt the prototypes of plain objects is no trouble', async ({ page, show }) => {
  await page.addInitScript(() => {
    Object.defineProperty(Object.prototype, 'views', { value: 666, configurable: true, writable: true });
  });
  await show('<figshare-stats item="766364"></figshare-stats>');
  await expect(page.getByRole('link')).toHaveAccessibleName(named('46,088 views', '5,210 downloads'));
});
