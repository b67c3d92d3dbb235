/** When an element asks, and when it stops asking. */
import { forEachElement, itemsWith, look, questions, shows, wasAsked } from './elements.js';
import { allAre, expect, painted, seen, test, type AnyElement, type Page } from './fixtures.js';

/** Whatever the page asked of others than its own origin and the CDN. */
function foreign(page: Page, own: string[]): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!own.includes(new URL(request.url()).origin)) asked.push(request.url());
  });
  return asked;
}

forEachElement((element) => {
  const above = `${element.html(element.other, 'id="above"')}<div style="height: 3000px"></div>`;

  test.describe('lazy', () => {
    test('asks nothing 3,000 px below until it is scrolled near', async ({ page, show, world }) => {
      await show(`${above}${element.html(element.item, 'id="below"')}<div style="height: 3000px"></div>`);
      await expect(page.locator('#above')).toHaveJSProperty('status', 'ready');
      await painted(page);
      await expect(page.locator('#below')).toHaveJSProperty('status', 'idle');
      wasAsked(element, world, element.other);

      // So far that it is still below the fold.
      await page.locator('#below').evaluate((one) => {
        scrollBy(0, one.getBoundingClientRect().top - innerHeight - 100);
      });
      await expect(page.locator('#below')).toHaveJSProperty('status', 'ready');
      await expect(page.locator('#below')).not.toBeInViewport();
      wasAsked(element, world, element.other, element.item);
    });

    test('asks before the page is printed', async ({ page, show, world }) => {
      await show(`${above}${element.html(element.item, 'id="below"')}`);
      await expect(page.locator('#above')).toHaveJSProperty('status', 'ready');
      await painted(page);
      await expect(page.locator('#below')).toHaveJSProperty('status', 'idle');
      await page.pdf();
      await expect(page.locator('#below')).toHaveJSProperty('status', 'ready');
      wasAsked(element, world, element.other, element.item);
    });

    test('asks when it is moved up into view', async ({ page, show, world }) => {
      await show(`<main></main>${above}${element.html(element.item, 'id="below"')}`);
      await expect(page.locator('#above')).toHaveJSProperty('status', 'ready');
      await page.locator('#below').evaluate((one) => document.querySelector('main')!.append(one));
      await expect(page.locator('#below')).toHaveJSProperty('status', 'ready');
      wasAsked(element, world, element.other, element.item);
    });
  });

  test('eager asks at once, however far below', async ({ page, show }) => {
    await show(`${above}${element.html(element.item, 'id="below" loading="eager"')}`);
    await expect(page.locator('#below')).toHaveJSProperty('status', 'ready');
    await expect(page.locator('#below')).not.toBeInViewport();
  });

  test('a loading that does not exist is lazy, with one warning', async ({ page, show, log }) => {
    await show(element.html(element.item, 'loading="auto"').repeat(2));
    await allAre(page, 'ready', 2);
    expect(log.warnings).toEqual([expect.stringMatching(/loading.*auto/)]);
  });

  test.describe('click', () => {
    /** What has the focus after the press: the link, where it is the number itself. */
    const focusable = (page: Page) =>
      element.role === 'link' ? page.getByRole('link') : page.locator(element.tag);

    test('sends nothing anywhere before the press, and says whom it will ask', async ({
      page,
      show,
      world,
      pages,
      cdn,
      standIn,
    }) => {
      const asked = foreign(page, [pages.url, cdn.url]);
      await show(`${element.html(element.item, 'loading="click"')}
      ${element.html(element.other, look(element.variants.at(-1)!, 'loading="click"'))}`);
      const buttons = page.getByRole('button', { name: new URL(standIn.url).host });
      await expect(buttons).toHaveCount(2);
      await buttons.first().hover();
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      await painted(page);
      await allAre(page, 'idle', 2);
      expect(asked).toEqual([]);
      expect(world.record().requests).toEqual([]);

      await buttons.first().click();
      await shows(element, page);
      wasAsked(element, world, element.item);
      await expect(page.locator(element.tag).last()).toHaveJSProperty('status', 'idle');
    });

    for (const key of ['Enter', 'Space']) {
      test(`is pressed with ${key}, and the focus goes on to what it asked for`, async ({ page, show }) => {
        await show(element.html(element.item, 'loading="click"'));
        await expect(page.getByRole('button')).toBeVisible();
        await page.keyboard.press('Tab');
        await expect(page.getByRole('button')).toBeFocused();
        await page.keyboard.press(key);
        await allAre(page, 'ready');
        await shows(element, page);
        await expect(focusable(page)).toBeFocused();
        await expect(page.getByRole('button')).toHaveCount(0);
      });
    }

    test('keeps the focus while the numbers are on their way', async ({ page, show, world }) => {
      world.faults([{ path: '*', fault: 'hang' }]);
      await show(element.html(element.item, 'loading="click"'));
      await page.getByRole('button').press('Enter');
      await allAre(page, 'loading');
      await expect(focusable(page)).toBeFocused();
      await world.wait({ requests: 1 });
      world.release();
      await allAre(page, 'ready');
      await expect(focusable(page)).toBeFocused();
    });

    test('stands beside the fallback', async ({ page, show }) => {
      await show(
        element.html(element.item, 'loading="click"', '<a href="https://example.org/">The data</a>'),
      );
      await expect(page.getByRole('button')).toBeVisible();
      await expect(page.getByRole('link', { name: 'The data' })).toBeVisible();
      await page.getByRole('button').click();
      await shows(element, page);
      await expect(page.getByRole('link', { name: 'The data' })).toBeHidden();
    });

    if (element.takesDois) {
      test('says so when a DOI has to be looked up elsewhere', async ({ page, show, standIn }) => {
        await show(element.html('10.15482/USDA.ADC/1402049', 'loading="click"'));
        await expect(page.getByRole('button')).toContainText(new URL(standIn.url).host);
        await expect(page.getByRole('button')).toContainText('api.figshare.com');
      });
    }
  });

  test.describe('leaving and moving', () => {
    test('leaving the page aborts', async ({ page, show, world }) => {
      world.faults([{ path: '*', fault: 'hang' }]);
      await show(element.html(element.item));
      await world.wait({ requests: 1 });
      await page.locator(element.tag).evaluate((one) => one.remove());
      await world.wait({ aborted: 1, open: 0 });
      const { loads, errors } = await seen(page);
      expect([loads, errors]).toEqual([[], []]);
    });

    test('coming back asks again', async ({ page, show, world }) => {
      world.faults([{ path: '*', fault: 'hang', times: 1 }]);
      await show(element.html(element.item));
      await world.wait({ requests: 1 });
      const handle = await page.locator(element.tag).elementHandle();
      await handle.evaluate((one) => one.remove());
      await world.wait({ aborted: 1, open: 0 });
      await handle.evaluate((one) => document.body.append(one));
      await shows(element, page);
      expect(questions(world)).toHaveLength(2);
    });

    test('one of two that ask the same may leave', async ({ page, show, world }) => {
      world.faults([{ path: '*', fault: 'hang' }]);
      await show(element.html(element.item).repeat(2));
      await world.wait({ requests: 1 });
      await allAre(page, 'loading', 2);
      await page
        .locator(element.tag)
        .first()
        .evaluate((one) => one.remove());
      world.release();
      await allAre(page, 'ready');
      expect(questions(world)).toMatchObject([{ aborted: false }]);
    });

    test('moving to another parent asks nothing again, while loading and after', async ({
      page,
      show,
      world,
    }) => {
      world.faults([{ path: '*', fault: 'hang' }]);
      await show(`${element.html(element.item)}<main></main><aside></aside>`);
      await world.wait({ requests: 1 });
      const moveTo = (parent: string) =>
        page
          .locator(element.tag)
          .evaluate((one, selector) => document.querySelector(selector)!.append(one), parent);
      await moveTo('main');
      await painted(page);
      await allAre(page, 'loading');
      world.release();
      await allAre(page, 'ready');
      await moveTo('aside');
      await painted(page);
      await allAre(page, 'ready');
      expect(questions(world)).toMatchObject([{ aborted: false }]);
      expect((await seen(page)).loads).toHaveLength(1);
    });

    test('a changed item shows only the newest, and aborts what nobody waits for', async ({
      page,
      show,
      world,
    }) => {
      world.faults([{ ...element.asks(11), fault: 'hang' }]);
      await show(element.html('11'));
      await world.wait({ requests: 1 });
      await page.locator(element.tag).evaluate((one, item) => one.setAttribute('item', item), element.item);
      await shows(element, page);
      await world.wait({ requests: 2, aborted: 1, open: 0 });
      await expect.poll(async () => (await seen(page)).loads).toMatchObject([{ item: element.item }]);
      expect((await seen(page)).errors).toEqual([]);
    });

    test('the newest wins, in whatever order the answers come', async ({ page, show, world }) => {
      world.settings(itemsWith({ 11: 11, 12: 12 }));
      world.faults([{ path: '*', fault: 'hang' }]);
      // Another element keeps the first question alive, so its answer does come, and last.
      await show(`${element.html('11')}${element.html('11')}`);
      await world.wait({ requests: 1 });
      await allAre(page, 'loading', 2);
      world.faults([]);
      const changed = page.locator(element.tag).last();
      await changed.evaluate((one) => one.setAttribute('item', '12'));
      await shows(element, changed, element.says('12'));
      world.release();
      await allAre(page, 'ready', 2);
      await shows(element, page.locator(element.tag).first(), element.says('11'));
      await shows(element, changed, element.says('12'));
      expect((await seen(page)).loads).toHaveLength(2);
    });

    test('no old number stands under a new item', async ({ page, show, world }) => {
      world.faults([{ ...element.asks(11), fault: 'hang' }]);
      await show(element.html(element.item));
      await allAre(page, 'ready');
      await page.locator(element.tag).evaluate((one) => one.setAttribute('item', '11'));
      await allAre(page, 'loading');
      await expect(page.locator(element.tag)).not.toContainText(element.recorded.seen);
      await expect(page.locator(element.tag)).not.toContainText('0');
    });

    test('many changes in a row ask once', async ({ page, show, world }) => {
      await show(element.html('nonsense'));
      await page.locator(element.tag).evaluate((one, last) => {
        for (let item = 1; item < 50; item += 1) (one as AnyElement).item = item;
        (one as AnyElement).item = last;
      }, element.item);
      await shows(element, page);
      wasAsked(element, world, element.item);
    });
  });
});
