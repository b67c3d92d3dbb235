import { forEachElement, itemsWith, look, rowsFor, shows, stats } from './elements.js';
import { allAre, allSettle, classicTag, expect, moduleTag, named, seen, test } from './fixtures.js';

const fallback = '<a href="https://example.org/">The data</a>';

forEachElement((element) => {
  test.describe('shows the recorded numbers', () => {
    for (const file of element.bundles) {
      const tag = file.includes('iife') ? classicTag : moduleTag;
      test(`from ${file}`, async ({ page, show, cdn }) => {
        await show(element.html(element.item), { scripts: tag(`${cdn.url}/${file}`) });
        await shows(element, page);
        await expect(page.locator(element.tag)).toHaveJSProperty('status', 'ready');
      });

      test(`from ${file} with the integrity that sri.json tells`, async ({ page, show, cdn }) => {
        const { [file]: integrity } = JSON.parse(cdn.text('/sri.json')) as Record<string, string>;
        expect(integrity).toMatch(/^sha384-/);
        const type = file.includes('iife') ? 'defer' : 'type="module"';
        await show(element.html(element.item), {
          scripts: `<script ${type} crossorigin="anonymous" integrity="${integrity}" src="${cdn.url}/${file}"></script>`,
        });
        await shows(element, page);
      });
    }

    test('from a classic script in the head that does not wait for the page', async ({ page, show, cdn }) => {
      await show(element.html(element.item), {
        scripts: `<script src="${cdn.url}/figshare-elements.iife.js"></script>`,
      });
      await shows(element, page);
    });

    if (element.takesDois) {
      test('of an item named by its DOI', async ({ page, show }) => {
        await show(element.html('10.6084/m9.figshare.766364'));
        await shows(element, page);
      });
    }

    test('in the page’s language', async ({ page, show }) => {
      await show(element.html(element.item), { html: 'lang="de"' });
      await shows(element, page, element.recorded.inGerman);
    });

    test('in elements that are inserted later, with properties', async ({ page, show }) => {
      await show(`<main>${element.html('')}</main>`);
      await page.locator(element.tag).evaluate((template, item) => {
        const one = document.createElement(template.localName);
        for (const { name, value } of template.attributes) Object.assign(one, { [name]: value });
        Object.assign(one, { item });
        template.replaceWith(one);
      }, Number(element.item));
      await shows(element, page);
    });
  });

  test('sums several items, and links a sum nowhere', async ({ page, show, world }) => {
    world.settings(itemsWith({ 101: 1000, 102: 300, 103: 7, 'collection/103': 7 }));
    await show(element.html(element.summands));
    await expect(page.locator(element.tag)).toContainText('1,307');
    if (element.linksToItem) await expect(page.getByRole('link')).toHaveCount(0);
  });

  test('never shows a part of a sum as the whole', async ({ page, show, world }) => {
    world.settings(itemsWith({ 101: 1000 }));
    world.faults([{ ...element.asks(102), fault: 'body', raw: element.body('"many"', '102') }]);
    await show(element.html('101 102'));
    await allAre(page, 'error');
    await expect(page.locator(element.tag)).toContainText('–');
    await expect(page.locator(element.tag)).not.toContainText('1,000');
  });

  test('shows zero, nothing in a period, and not known differently', async ({ page, show, world }) => {
    world.settings({
      items: { 'article/1': { views: 0, timeline: { views: { '2015-05-05': 7, '2016-12-31': 0 } } } },
    });
    world.faults([{ ...element.asks(12), fault: 'body', raw: element.body('"many"', '12') }]);
    await show(`${element.html('1', 'metrics="views"')}
      ${element.html('12', 'metrics="views"')}
      ${element.empty ? element.html(element.item, `metrics="views" ${element.empty}`) : ''}`);
    await allSettle(page, element.empty ? 3 : 2);
    const [zero, unknown, empty] = await page.locator(element.tag).all();
    await expect(zero!.getByText(element.zero, { exact: true }).first()).toBeVisible();
    await expect(unknown!).toContainText('–');
    await expect(unknown!).not.toContainText('0');
    if (!empty) return;
    await expect(empty.getByText('no views in this period', { exact: true })).toBeVisible();
    await expect(empty.locator('[part=value]:visible')).toHaveCount(0);
  });

  test.describe('links', () => {
    if (!element.linksToItem) return;
    const links: [string, string, string | RegExp | undefined][] = [
      [
        'a DOI to the DOI',
        'item="doi:10.6084/m9.figshare.766364"',
        'https://doi.org/10.6084/m9.figshare.766364',
      ],
      ['a number to its page at figshare', 'item="766364"', /^https:\/\/figshare\.com\/articles\/.*766364$/],
      [
        'a figshare URL to itself',
        'item="https://figshare.com/articles/dataset/some_title/766364"',
        'https://figshare.com/articles/dataset/some_title/766364',
      ],
      ['where href says', 'item="766364" href="https://example.org/data"', 'https://example.org/data'],
      ['nowhere with no-link', 'item="766364" no-link', undefined],
      ['nowhere from a group, which has no page', 'item="group/327"', undefined],
    ];
    for (const [name, attributes, href] of rowsFor(element, links)) {
      test(name, async ({ page, show }) => {
        await show(`<${element.tag} ${attributes} ${element.question}></${element.tag}>`);
        await allAre(page, 'ready');
        const link = page.getByRole('link');
        if (href === undefined) return expect(link).toHaveCount(0);
        await expect(link).toHaveAttribute('href', href);
        await expect(link).toHaveAttribute('rel', /noopener/);
      });
    }
  });

  test('tells its numbers in figshare-load, out of any shadow root', async ({ page, show, world }) => {
    await show('<div id="host"></div>');
    await page.evaluate((html) => {
      const root = document.querySelector('#host')!.attachShadow({ mode: 'open' });
      root.innerHTML = html;
    }, element.html(element.item));
    await expect.poll(async () => (await seen(page)).loads).toHaveLength(1);
    const { loads, errors } = await seen(page);
    expect(loads[0]).toMatchObject({
      status: 'ready',
      answer: element.recorded.answer,
      source: world.url,
      isDate: true,
    });
    expect(errors).toEqual([]);
  });

  test('writes neither to its attributes nor between its tags', async ({ page, show, world }) => {
    world.faults([{ ...element.asks(12), fault: 'body', raw: element.body('"many"', '12') }]);
    await show('<main></main>');
    const html = element.variants.flatMap((variant) =>
      [element.item, '12', 'nonsense'].map((item) => element.html(item, look(variant), fallback)),
    );
    const written = await page.locator('main').evaluate((main, elements) => {
      main.innerHTML = elements;
      return main.innerHTML;
    }, html.join(''));
    await allSettle(page, html.length);
    expect(await page.locator('main').innerHTML()).toBe(written);
  });

  test('tells its state to style sheets', async ({ page, show }) => {
    await show(element.html(element.item), {
      head: `<style>${element.tag}:state(ready) { outline: 3px solid red }</style>`,
    });
    await expect(page.locator(element.tag)).toHaveCSS('outline-width', '3px');
  });

  test('hides while its number is below hide-below', async ({ page, show }) => {
    const { first } = element.recorded;
    await show(`${element.html(element.item, `hide-below="${first + 1}"`)}
    ${element.html(element.item, `hide-below="${first}"`)}`);
    await allAre(page, 'ready', 2);
    await expect(page.locator(element.tag).first()).toBeHidden();
    await expect(page.locator(element.tag).last()).toBeVisible();
  });

  test('prefers a source of its own to the page’s', async ({ page, show, standIn, path }) => {
    const other = standIn.world(`${path.slice(1)}-other`);
    other.settings(itemsWith({ [element.item]: 5 }));
    await show(element.html(element.item, `source="${other.url}"`));
    await shows(element, page, element.says('5'));
    other.forget();
  });

  test('asks the next source when one fails', async ({ page, show, standIn, path, world }) => {
    const broken = standIn.world(`${path.slice(1)}-broken`);
    broken.faults([{ path: '*', fault: 403 }]);
    await show(element.html(element.item, `source="${broken.url} ${world.url}"`));
    await shows(element, page);
    expect(broken.record().requests.length).toBeGreaterThan(0);
    await expect(page.locator(element.tag)).toHaveJSProperty('status', 'ready');
    broken.forget();
  });
});

test.describe('a number of metrics', () => {
  test('as a phrase and as a card', async ({ page, show }) => {
    await show(`${stats.html('766364', 'variant="text"')}${stats.html('766364', 'variant="card"')}`);
    await expect(
      page.getByRole('link', { name: '46,088 views and 5,210 downloads', exact: true }),
    ).toBeVisible();
    await expect(page.getByRole('link', { name: /^46,088 views ?, 5,210 downloads.*as of/ })).toBeVisible();
  });

  test('in the order asked for, under the page’s own words', async ({ page, show }) => {
    await show(stats.html('766364', 'metrics="citations shares views" label-views="looks"'));
    await expect(page.getByRole('link')).toHaveAccessibleName(
      named('12 citations', '3 shares', '46,088 looks'),
    );
  });
});
