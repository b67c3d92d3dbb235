import { forEachElement, itemWith, rowsFor, stats } from './elements.js';
import { allAre, allSettle, classicTag, expect, moduleTag, named, seen, test } from './fixtures.js';

const fallback = '<a href="https://example.org/">The data</a>';

forEachElement((element) => {
  const { name, seen: number } = element.recorded;

  test.describe('shows the recorded numbers', () => {
    for (const file of element.bundles) {
      const tag = file.includes('iife') ? classicTag : moduleTag;
      test(`from ${file}`, async ({ page, show, cdn }) => {
        await show(element.html('766364'), { scripts: tag(`${cdn.url}/${file}`) });
        await expect(page.getByRole('link', { name })).toBeVisible();
        await expect(page.locator(element.tag)).toHaveJSProperty('status', 'ready');
      });

      test(`from ${file} with the integrity that sri.json tells`, async ({ page, show, cdn }) => {
        const { [file]: integrity } = JSON.parse(cdn.text('/sri.json')) as Record<string, string>;
        expect(integrity).toMatch(/^sha384-/);
        const type = file.includes('iife') ? 'defer' : 'type="module"';
        await show(element.html('766364'), {
          scripts: `<script ${type} crossorigin="anonymous" integrity="${integrity}" src="${cdn.url}/${file}"></script>`,
        });
        await expect(page.getByRole('link', { name })).toBeVisible();
      });
    }

    test('from a classic script in the head that does not wait for the page', async ({ page, show, cdn }) => {
      await show(element.html('766364'), {
        scripts: `<script src="${cdn.url}/figshare-elements.iife.js"></script>`,
      });
      await expect(page.getByRole('link', { name })).toBeVisible();
    });

    test('of an item named by its DOI', async ({ page, show }) => {
      await show(element.html('10.6084/m9.figshare.766364'));
      await expect(page.getByRole('link', { name })).toBeVisible();
    });

    test('in the page’s language', async ({ page, show }) => {
      await show(element.html('766364'), { html: 'lang="de"' });
      await expect(page.getByRole('link')).toHaveAccessibleName(
        new RegExp(`\\b${number.replace(',', '\\.')} Aufrufe`),
      );
    });

    test('in elements that are inserted later, with properties', async ({ page, show }) => {
      await show(`<main>${element.html('')}</main>`);
      await page.locator(element.tag).evaluate((template) => {
        const one = document.createElement(template.localName);
        for (const { name, value } of template.attributes) Object.assign(one, { [name]: value });
        Object.assign(one, { item: 766364 });
        template.replaceWith(one);
      });
      await expect(page.getByRole('link', { name })).toBeVisible();
    });
  });

  test('sums several items, and links a sum nowhere', async ({ page, show, world }) => {
    world.settings({
      items: {
        'article/101': itemWith(1000),
        'article/102': itemWith(300),
        'collection/103': itemWith(7),
      },
    });
    await show(element.html('101 102 collection/103'));
    await expect(page.locator(element.tag)).toContainText('1,307');
    await expect(page.getByRole('link')).toHaveCount(0);
  });

  test('never shows a part of a sum as the whole', async ({ page, show, world }) => {
    world.settings({ items: { 'article/101': itemWith(1000) } });
    world.faults([{ path: element.path('article/102'), fault: 'body', body: { views: 'many' } }]);
    await show(element.html('101 102'));
    await allAre(page, 'error');
    await expect(page.locator(element.tag)).toContainText('–');
    await expect(page.locator(element.tag)).not.toContainText('1,000');
  });

  test('shows zero, nothing in a period, and not known differently', async ({ page, show, world }) => {
    world.settings({
      items: { 'article/1': { views: 0, timeline: { views: { '2015-05-05': 7, '2016-12-31': 0 } } } },
    });
    world.faults([{ path: element.path('article/12'), fault: 'body', body: { views: 'many' } }]);
    await show(`${element.html('1', 'metrics="views"')}
      ${element.html('766364', `metrics="views" ${element.empty}`)}
      ${element.html('12', 'metrics="views"')}`);
    await allSettle(page, 3);
    const [zero, empty, unknown] = await page.locator(element.tag).all();
    await expect(zero!.getByText('0', { exact: true }).first()).toBeVisible();
    await expect(empty!).toHaveText('no views in this period');
    await expect(unknown!).toContainText('–');
    await expect(unknown!).not.toContainText('0');
  });

  test.describe('links', () => {
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
    }, element.html('766364'));
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
    world.faults([{ path: element.path('article/12'), fault: 'body', body: { views: 'many' } }]);
    await show('<main></main>');
    const html = element.variants.flatMap((variant) =>
      ['766364', '12', 'nonsense'].map((item) => element.html(item, `variant="${variant}"`, fallback)),
    );
    const written = await page.locator('main').evaluate((main, elements) => {
      main.innerHTML = elements;
      return main.innerHTML;
    }, html.join(''));
    await allSettle(page, 9);
    expect(await page.locator('main').innerHTML()).toBe(written);
  });

  test('tells its state to style sheets', async ({ page, show }) => {
    await show(element.html('766364'), {
      head: `<style>${element.tag}:state(ready) { outline: 3px solid red }</style>`,
    });
    await expect(page.locator(element.tag)).toHaveCSS('outline-width', '3px');
  });

  test('hides while its number is below hide-below', async ({ page, show }) => {
    const { first } = element.recorded;
    await show(`${element.html('766364', `hide-below="${first + 1}"`)}
    ${element.html('766364', `hide-below="${first}"`)}`);
    await allAre(page, 'ready', 2);
    await expect(page.locator(element.tag).first()).toBeHidden();
    await expect(page.locator(element.tag).last()).toBeVisible();
  });

  test('prefers a source of its own to the page’s', async ({ page, show, standIn, path }) => {
    const other = standIn.world(`${path.slice(1)}-other`);
    other.settings({ items: { 'article/766364': itemWith(5) } });
    await show(element.html('766364', `source="${other.url}"`));
    await expect(page.getByRole('link')).toHaveAccessibleName(/\b5 views/);
    other.forget();
  });

  test('asks the next source when one fails', async ({ page, show, standIn, path, world }) => {
    const broken = standIn.world(`${path.slice(1)}-broken`);
    broken.faults([{ path: '*', fault: 403 }]);
    await show(element.html('766364', `source="${broken.url} ${world.url}"`));
    await expect(page.getByRole('link')).toHaveAccessibleName(name);
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
