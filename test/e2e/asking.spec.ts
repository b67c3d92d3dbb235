/** When an element asks on a whole page: what depends on layout, focus, keys and other origins. */
import { count, each, look, shows, stats, subjects, wereAsked, type Subject } from './elements.js';
import { allAre, askAll, expect, inEveryEngine, painted, test, type Page, type World } from './fixtures.js';

/** Waits until this class of elements is in a state. */
async function are(page: Page, where: 'above' | 'below', status: string): Promise<void> {
  for (const { tag } of subjects)
    await expect(page.locator(`${tag}.${where}`)).toHaveJSProperty('status', status);
}

test.describe('lazy elements 3,000 px below', { tag: inEveryEngine }, () => {
  const above = each(({ other, html }) => html(other, 'class="above"'));
  const below = each(({ item, html }) => html(item, 'class="below"'));
  const body = `<main></main>${above}<div style="height: 3000px"></div>
    <aside style="display: flex">${below}</aside>`;

  /** Those below have had the time in which those above asked. */
  async function onlyThoseAboveAsk(page: Page, world: World): Promise<void> {
    await are(page, 'above', 'ready');
    await painted(page);
    await are(page, 'below', 'idle');
    wereAsked(world, subjects, ({ other }) => [other]);
  }

  async function thoseBelowAsk(page: Page, world: World): Promise<void> {
    await are(page, 'below', 'ready');
    wereAsked(world, subjects, ({ item, other }) => [other, item]);
  }

  test('ask nothing until they are scrolled near', async ({ page, show, world }) => {
    await show(`${body}<div style="height: 3000px"></div>`);
    await onlyThoseAboveAsk(page, world);
    // So far that they are still below the fold.
    await page.locator('aside').evaluate((one) => {
      scrollBy(0, one.getBoundingClientRect().top - innerHeight - 100);
    });
    await thoseBelowAsk(page, world);
    for (const below of await page.locator('.below').all()) await expect.soft(below).not.toBeInViewport();
  });

  test('ask before the page is printed', async ({ page, show, world }) => {
    await show(body);
    await onlyThoseAboveAsk(page, world);
    await page.pdf();
    await thoseBelowAsk(page, world);
  });

  test('ask when they are moved up into view', async ({ page, show, world }) => {
    await show(body);
    await onlyThoseAboveAsk(page, world);
    await page.locator('main').evaluate((main) => main.append(...document.querySelectorAll('.below')));
    await page.locator('main').evaluate((main) => main.scrollIntoView());
    await thoseBelowAsk(page, world);
  });
});

test(
  'those in view ask before they are drawn, and their boxes are read once each; those below do not',
  { tag: inEveryEngine },
  async ({ page, show, world }) => {
    await show('<main></main>');
    const html = (place: string, loading: string) =>
      each(({ item, other, html }) => html(place === 'above' ? item : other, `class="${place}" ${loading}`));
    const told = await page.locator('main').evaluate(
      async (main, [above, below, eager]) => {
        await Promise.all(
          ['stats', 'timeline', 'breakdown', 'top', 'count'].map((name) =>
            customElements.whenDefined(`figshare-${name}`),
          ),
        );
        const events: string[] = [];
        const fetch = window.fetch.bind(window);
        const isDrawn = ({ shadowRoot }: Element) => !!shadowRoot?.firstChild;
        window.fetch = (...asked) => {
          events.push([...main.querySelectorAll('.above')].some(isDrawn) ? 'asked late' : 'asked');
          return fetch(...asked);
        };
        const read: string[] = [];
        const { getBoundingClientRect: boxOf } = Element.prototype;
        Object.defineProperty(Element.prototype, 'getBoundingClientRect', {
          value(this: Element) {
            if (this.localName.startsWith('figshare-')) read.push(this.className);
            return boxOf.call(this);
          },
        });
        const task = async (content: string) => {
          read.length = 0;
          main.innerHTML = content;
          await new Promise((resolve) => {
            requestAnimationFrame(() => {
              events.push('frame');
              resolve(undefined);
            });
          });
          return [...read];
        };
        const eagerReads = await task(eager!);
        // Their answers are in memory then, for those below.
        while ([...main.children].some((one) => (one as HTMLElement & { status: string }).status !== 'ready'))
          await new Promise(requestAnimationFrame);
        events.length = 0;
        const reads = await task(`${above}<div style="height: 3000px"></div>${below}`);
        const belowAre = [...main.querySelectorAll<HTMLElement & { status: string }>('.below')].map(
          ({ status }) => status,
        );
        return { eagerReads, reads, events, belowAre };
      },
      [html('above', ''), html('below', ''), html('eager', 'loading="eager"')],
    );
    expect(told.eagerReads).toEqual([]);
    expect(told.reads.toSorted()).toEqual([...subjects.map(() => 'above'), ...subjects.map(() => 'below')]);
    expect(told.events.indexOf('asked')).toBe(0);
    expect(told.belowAre).toEqual(subjects.map(() => 'idle'));
    await are(page, 'above', 'ready');
    wereAsked(world, subjects, ({ item, other }) => [other, item]);
  },
);

test(
  'a pill out of view is a link by its name, of a few nodes, and keeps the focus when it comes into view',
  { tag: inEveryEngine },
  async ({ page, show, world }) => {
    world.faults([{ path: '*', fault: 'hang' }]);
    for (const { tag, item, html } of [stats, count]) {
      await show(
        `<p><a href="#">Above</a></p><div style="height: 3000px"></div><p>${html(item, 'href="/"')}</p>`,
      );
      const pill = page.locator(tag);
      await expect(pill).toHaveJSProperty('status', 'idle');
      await painted(page);
      const nodes = await pill.evaluate(({ shadowRoot }) => shadowRoot!.querySelectorAll('*').length);
      expect(nodes, tag).toBeLessThanOrEqual(3);
      const link = pill.getByRole('link', { name: /views|public.+items/ });
      const before = await link.elementHandle();
      await page.getByText('Above').focus();
      await page.keyboard.press('Tab');
      await expect(link).toBeFocused();
      await expect(pill).toHaveJSProperty('status', 'loading');
      await expect(pill.locator('.skeleton').first()).toBeVisible();
      expect(await link.evaluate((now, one) => now === one, before), tag).toBe(true);
      await expect(link).toBeFocused();
    }
  },
);

test(
  'of very many that come together, a hundred are drawn in a task; of the others shows what stands between their tags',
  { tag: inEveryEngine },
  async ({ page, show, world }) => {
    await show('<main></main>');
    const drawn = await page.locator('main').evaluate(
      async (main, html) => {
        await customElements.whenDefined('figshare-stats');
        main.innerHTML = html.repeat(250);
        for (let turn = 0; turn < 100; turn++) await Promise.resolve();
        return [...main.children].map(({ shadowRoot, firstElementChild: link }) => [
          !!shadowRoot!.querySelector('.root'),
          link!.getClientRects().length > 0,
        ]);
      },
      stats.html(stats.item, 'loading="eager"', '<a href="/">On figshare</a>'),
    );
    expect(drawn).toEqual(Array.from({ length: 250 }, (_, index) => [index < 100, true]));
    await allAre(page, 'ready', 250);
    await expect(page.getByText('On figshare')).toHaveCount(250);
    await expect(page.getByText('On figshare').and(page.locator(':visible'))).toHaveCount(0);
    wereAsked(world, [stats], ({ item }) => [item]);
  },
);

test(
  'what is in view is drawn in its task, though very many that are not stand before it',
  { tag: inEveryEngine },
  async ({ page, show }) => {
    await show('<main></main>');
    const isDrawn = await page.locator('main').evaluate(async (main, html) => {
      await customElements.whenDefined('figshare-stats');
      main.innerHTML = `<div style="position: absolute; top: 5000px">${html.repeat(150)}</div>${html}`;
      for (let turn = 0; turn < 100; turn++) await Promise.resolve();
      const drawn = [...main.querySelectorAll('figshare-stats')].map(
        ({ shadowRoot }) => !!shadowRoot!.querySelector('.root'),
      );
      return { before: drawn.slice(0, -1).filter(Boolean).length, inView: drawn.at(-1) };
    }, stats.html(stats.item));
    expect(isDrawn).toEqual({ before: 100, inView: true });
  },
);

test.describe('elements that wait for a click', () => {
  /** What has the focus after the press: the link, where it is the number itself. */
  const focusable = (page: Page, { role, tag }: Subject) =>
    role === 'link' ? page.locator(tag).getByRole('link').first() : page.locator(tag);

  test(
    'send nothing anywhere before it, and say whom they will ask',
    { tag: inEveryEngine },
    async ({ page, show, world, pages, cdn, standIn }) => {
      const foreign: string[] = [];
      page.on('request', (request) => {
        if (![pages.url, cdn.url].includes(new URL(request.url()).origin)) foreign.push(request.url());
      });
      await show(
        each(
          ({ item, other, variants, html }) =>
            html(item, 'loading="click"') + html(other, look(variants.at(-1)!, 'loading="click"')),
        ),
      );
      for (const { tag } of subjects) {
        const buttons = page.locator(tag).getByRole('button', { name: new URL(standIn.url).host });
        await expect(buttons).toHaveCount(2);
        await buttons.first().hover();
      }
      await askAll(page);
      await painted(page);
      await allAre(page, 'idle', subjects.length * 2);
      expect(foreign).toEqual([]);
      expect(world.record().requests).toEqual([]);

      for (const element of subjects) {
        const [first, last] = await page.locator(element.tag).all();
        await page.mouse.move(0, 0); // the popover of the one before may lie over it
        await expect(page.locator('.popover')).toHaveCount(0);
        await first!.getByRole('button').click();
        await shows(element, first!);
        await expect(last!).toHaveJSProperty('status', 'idle');
      }
      wereAsked(world, subjects, ({ item }) => [item]);
    },
  );

  for (const key of ['Enter', 'Space'])
    test(
      `are pressed with ${key}, and the focus goes on to what they asked for, at once`,
      { tag: inEveryEngine },
      async ({ page, show, world }) => {
        world.faults([{ path: '*', fault: 'hang' }]);
        await show(each(({ item, html }) => html(item, 'loading="click"')));
        for (const { tag } of subjects) {
          await page.keyboard.press('Tab');
          await expect(page.locator(tag).getByRole('button')).toBeFocused();
        }
        for (const [index, element] of subjects.entries()) {
          const one = page.locator(element.tag);
          await one.getByRole('button').press(key);
          await expect(one).toHaveJSProperty('status', 'loading');
          await expect(focusable(page, element)).toBeFocused();
          await world.wait({ requests: index + 1 });
          world.release();
          await expect(one).toHaveJSProperty('status', 'ready');
          await shows(element, one);
          await expect(focusable(page, element)).toBeFocused();
          await expect(one.getByRole('button', { name: '127.0.0.1' })).toHaveCount(0);
        }
      },
    );

  test('stand beside the fallback', async ({ page, show }) => {
    const fallback = '<a href="https://example.org/">The data</a>';
    await show(each(({ item, html }) => `<p>${html(item, 'loading="click"', fallback)}</p>`));
    for (const element of subjects) {
      const one = page.locator(element.tag);
      await expect(one.getByRole('link', { name: 'The data' })).toBeVisible();
      await one.getByRole('button').click();
      await shows(element, one);
      await expect(one.getByRole('link', { name: 'The data' })).toBeHidden();
    }
  });

  test('say so when a DOI has to be looked up elsewhere', async ({ page, show, standIn }) => {
    const named = subjects.filter(({ takesDois }) => takesDois);
    await show(each(({ html }) => html('10.15482/USDA.ADC/1402049', 'loading="click"'), named));
    for (const { tag } of named) {
      await expect.soft(page.locator(tag)).toContainText(new URL(standIn.url).host);
      await expect.soft(page.locator(tag)).toContainText('api.figshare.com');
    }
  });
});
