/** Attributes, answers and storage may have been written by anybody. */
import { allShow, breakdown, count, each, shows, stats, subjects, timeline } from './elements.js';
import { allAre, expect, inEveryEngine, test, type Page } from './fixtures.js';
import { causesAreSaidOnce, inAttribute, readRows, sections, type Row } from './rows-on-a-page.js';

/** Says who let it through. */
const evil = (who: string) => {
  const harm = `(window.harmed ??= []).push('${who}')`;
  return `<img src=x onerror="${harm}"><script>${harm}</script>`;
};

async function nobodyIsHarmed(page: Page): Promise<void> {
  expect(await page.evaluate(() => (window as { harmed?: string[] }).harmed ?? [])).toEqual([]);
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
}

const fallback = '<a href="https://example.org/">The data</a>';

test('HTML in labels is text', async ({ page, show }) => {
  const label = evil('a label');
  await show(
    sections(
      ...stats.variants.map((variant): Row => [
        variant,
        stats.html('766364', `variant="${variant}" label-views="${inAttribute(label)}"`),
      ]),
    ),
  );
  for (const [row, { status, strange }] of await readRows(page))
    expect.soft({ status, strange }, row).toEqual({ status: 'ready', strange: [] });
  await expect(page.getByText(label)).toHaveCount(stats.variants.length);
  await nobodyIsHarmed(page);
});

test('HTML in any attribute harms nothing', async ({ page, show, world }) => {
  await show('');
  const observed = await page.evaluate(
    (tags) =>
      tags.map(
        (tag) => (customElements.get(tag) as unknown as { observedAttributes: string[] }).observedAttributes,
      ),
    subjects.map(({ tag }) => tag),
  );
  const table: Row[] = [];
  for (const [index, { tag, item, html }] of subjects.entries())
    for (const name of [...observed[index]!, 'lang']) {
      const value = inAttribute(evil(`${tag} ${name}`));
      table.push([`${tag} ${name}`, name === 'item' ? html(value) : html(item, `${name}="${value}"`)]);
    }
  expect(table.map(([name]) => name)).toEqual(
    expect.arrayContaining(['figshare-stats metrics', 'figshare-count item', 'figshare-top start']),
  );
  await show(sections(...table));
  for (const [row, { strange }] of await readRows(page)) expect.soft(strange, row).toEqual([]);
  await nobodyIsHarmed(page);
  for (const { path, query, posted } of world.record().requests)
    expect(path + query + posted).not.toMatch(/<|%3C/i);
});

const schemes = [
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  ' \tjava\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:alert(1)',
  'file:///etc/passwd',
];

test(
  'an href that is no web address is no link, with one warning each',
  { tag: inEveryEngine },
  async ({ page, show, log }) => {
    // The entries of a top list have links of their own.
    const elements = [stats, timeline, breakdown, count];
    const table: Row[] = [];
    for (const { tag, item, html } of elements)
      for (const scheme of schemes) {
        const href = `href="${inAttribute(`${scheme}#${tag}`)}"`;
        table.push([`${tag} ${JSON.stringify(scheme)}`, html(item, href)]);
        table.push([`${tag} ${JSON.stringify(scheme)}, where the item has no page`, html('group/327', href)]);
      }
    await show(sections(...table));
    for (const [row, { status, links }] of await readRows(page)) {
      expect.soft(status, row).toBe('ready');
      const hasPage = !row.endsWith('no page') && !row.startsWith(count.tag);
      expect
        .soft(
          links.map(({ href }) => href.replace(/:.*/s, '')),
          row,
        )
        .toEqual(hasPage ? ['https'] : []);
    }
    for (const { tag } of elements)
      expect
        .soft(
          log.warnings.filter((warning) => warning.startsWith(`<${tag}> `)),
          tag,
        )
        .toHaveLength(schemes.length);
  },
);

const secret = 'hunter2';
const withCredentials = [
  `https://user:${secret}@stats.example.org`,
  `//user:${secret}@stats.example.org/`,
  `https://:${secret}@stats.example.org/figshare.json`,
  `ftp://user:${secret}@stats.example.org`,
  `https://user:${secret}@stats.example.org:99999`,
  `https://user:${secret}@`,
];

test(
  'a source with credentials is refused, and its password told nobody',
  { tag: inEveryEngine },
  async ({ page, show, world, log, pages, cdn }) => {
    const asked: string[] = [];
    page.on('request', (request) => {
      if (![pages.url, cdn.url].includes(new URL(request.url()).origin)) asked.push(request.url());
    });
    const table: Row[] = [];
    for (const { tag, item, html } of subjects)
      for (const source of withCredentials) {
        table.push([`${tag} ${source}`, html(item, `source="${source}"`)]);
        table.push([`${tag} ${source} after another`, html(item, `source="${world.url} ${source}"`)]);
        table.push([`${tag} ${source} after a click`, html(item, `source="${source}" loading="click"`)]);
      }
    await show(sections(...table));
    const readings = await readRows(page);
    for (const [row, { status, kind, message }] of readings) {
      expect.soft({ status, kind }, row).toEqual({ status: 'error', kind: 'invalid' });
      expect.soft(message, row).not.toContain(secret);
    }
    causesAreSaidOnce(log, readings);
    expect(log.all.join('\n')).not.toContain(secret);
    await expect(page.locator('body')).not.toContainText(secret);
    expect(asked).toEqual([]);
  },
);

test('credentials in the page’s own source are refused as well', async ({ page, show, log }) => {
  await show(
    each(({ item, html }) => html(item)),
    {
      head: `<meta name="figshare-source" content="https://user:${secret}@stats.example.org">`,
    },
  );
  await allAre(page, 'error', subjects.length);
  expect(log.all.join('\n')).not.toContain(secret);
});

test.describe('answers', () => {
  test('with a key such as __proto__ are data', async ({ page, show, world }) => {
    const own = ({ body }: (typeof subjects)[number]) =>
      `"__proto__":${body('666', '12')},"constructor":{"prototype":{"polluted":true}}`;
    const deep = (name: string) => `{"${name}":{"__proto__":{"total":666}}}`;
    world.faults([
      ...subjects.flatMap((element) => [
        {
          ...element.asks(11),
          fault: 'body' as const,
          raw: element.body('5').replace('{', `{${own(element)},`),
        },
        { ...element.asks(12), fault: 'body' as const, raw: `{${own(element)}}` },
      ]),
      { path: '/total/views/article/12', fault: 'body', raw: '{"__proto__":{"totals":666}}' },
      { path: '/timeline/*', fault: 'body', raw: deep('timeline') },
      { path: '/breakdown/*', fault: 'body', raw: deep('breakdown') },
      { path: '/top/*', fault: 'body', raw: deep('top') },
      { path: '/count/*', fault: 'body', raw: '{"__proto__":{"400":666}}' },
    ]);
    const table: Row[] = [];
    for (const { tag, item, html } of subjects) {
      table.push([`${tag} beside its number`, html('11')]);
      table.push([`${tag} in place of its number`, html('12')]);
      table.push([`${tag} within`, html(item, 'start="2014-01-01" end="2014-12-31"')]);
    }
    await show(sections(...table));
    for (const [row, { status, kind }] of await readRows(page))
      expect
        .soft({ status, kind }, row)
        .toEqual(row.includes('beside') ? { status: 'ready' } : { status: 'error', kind: 'bad-data' });
    for (const element of subjects)
      await shows(element, page.locator(element.tag).first(), element.says('5'));
    await expect(page.locator('body')).not.toContainText('666');
    await nobodyIsHarmed(page);
  });

  /** In place of a number. */
  const wrong = {
    HTML: JSON.stringify(evil('an answer')),
    'a negative number': '-5',
    'a fraction': '1.5',
    'more than a number can hold': '1e400',
    'a number as text': '"5"',
    'a nested object': '{"valueOf":5}',
    'no JSON': '5}',
    'a list of lists without end': '['.repeat(100_000),
  };

  test('with anything in place of a number are bad data, and the fallback stays', async ({
    page,
    show,
    world,
    log,
  }) => {
    const table: Row[] = [];
    const cases = subjects.flatMap((element) =>
      Object.entries(wrong).map(([what, number], index) => {
        const item = String(201 + index);
        table.push([`${element.tag} with ${what}`, element.html(item, '', fallback)]);
        return { ...element.asks(item), fault: 'body' as const, raw: element.body(number, item) };
      }),
    );
    world.faults(cases);
    await show(sections(...table));
    const readings = await readRows(page);
    for (const [row, { status, kind, hasFallback, strange }] of readings)
      expect
        .soft({ status, kind, hasFallback, strange }, row)
        .toEqual({ status: 'error', kind: 'bad-data', hasFallback: true, strange: [] });
    causesAreSaidOnce(log, readings);
    await nobodyIsHarmed(page);
  });
});

test('numbers that somebody else put into storage are checked like answers', async ({
  page,
  show,
  world,
}) => {
  await show(sections(...subjects.map(({ tag, item, html }): Row => [tag, html(item, 'remember')])));
  await allAre(page, 'ready', subjects.length);
  world.faults([{ path: '*', fault: 403 }]);
  await page.evaluate(
    (numbers) => {
      let text = localStorage.getItem('figshare-elements')!;
      for (const [number, html] of numbers) text = text.replace(`:${number}`, `:${JSON.stringify(html)}`);
      localStorage.setItem('figshare-elements', text);
    },
    subjects.map(({ tag, recorded }) => [recorded.told, evil(tag)] as const),
  );
  await page.reload();
  for (const [row, { status, strange }] of await readRows(page))
    expect.soft({ status, strange }, row).toEqual({ status: 'error', strange: [] });
  await nobodyIsHarmed(page);
});

test('a page that has spoilt the prototypes of plain objects is no trouble', async ({ page, show }) => {
  await show(
    each(({ item, html }) => html(item)),
    {
      head: `<script>
      for (const name of ['views', 'timeline', '2016', 'breakdown', 'total', 'top', '400'])
        Object.defineProperty(Object.prototype, name, { value: 666, configurable: true, writable: true });
    </script>`,
    },
  );
  await allShow(page);
});
