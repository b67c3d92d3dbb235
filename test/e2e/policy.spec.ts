/** Pages with the strictest content security policy that a site can have and still show the element. */
import { allShow, each, halves, stats, tagsOf } from './elements.js';
import {
  anyElement,
  classicTag,
  expect,
  inEveryEngine,
  moduleTag,
  poll,
  seen,
  test,
  type Log,
  type Page,
} from './fixtures.js';
import { everyState, showEveryState } from './states.js';

/** One origin may run scripts, one may be asked, and no text becomes script or HTML but Lit's own. */
const strict = (cdn: string, standIn: string) => ({
  'content-security-policy': [
    `default-src 'none'`,
    `script-src ${cdn}`,
    `style-src 'self'`,
    `connect-src ${standIn} ${standIn.replace('127.0.0.1', 'localhost')}`, // by both names of its host
    `img-src 'self'`, // Firefox asks for an icon of the page
    `base-uri 'none'`,
    `form-action 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types lit-html 'allow-duplicates'`,
  ].join('; '),
});

const bundles = [
  ['figshare-stats.js', [[stats]]],
  ['figshare-elements.js', halves],
  ['figshare-elements.iife.js', halves],
] as const;

async function nothingIsRefused(page: Page, log: Log): Promise<void> {
  expect((await seen(page)).violations).toEqual([]);
  expect(log.errors).toEqual([]);
}

test.describe('the strictest policy', { tag: inEveryEngine }, () => {
  for (const [file, pages] of bundles)
    for (const elements of pages)
      test(`is kept to by ${file} in every variant and state of ${tagsOf(elements)}`, async ({
        page,
        show,
        cdn,
        standIn,
        world,
        log,
      }) => {
        const tag = file.includes('iife') ? classicTag : moduleTag;
        await showEveryState(page, world, show, elements, {
          headers: strict(cdn.url, standIn.url),
          scripts: tag(`${cdn.url}/${file}`),
        });
        expect(await page.locator(anyElement).count()).toBe(everyState(elements).split('\n').length);
        await nothingIsRefused(page, log);
      });

  test('is kept to by two copies of Lit', async ({ page, show, cdn, standIn, log }) => {
    await show(
      each(({ item, html }) => html(item)),
      {
        headers: strict(cdn.url, standIn.url),
        scripts:
          moduleTag(`${cdn.url}/figshare-stats.js`) +
          moduleTag(`${cdn.url}/figshare-elements.js`) +
          classicTag(`${cdn.url}/figshare-elements.iife.js`),
      },
    );
    await allShow(page);
    await nothingIsRefused(page, log);
  });

  test('is noticed here when a page breaks it', async ({ page, show, cdn, standIn }) => {
    await show('<p style="color: red">Red</p>', { headers: strict(cdn.url, standIn.url) });
    await poll(async () => (await seen(page)).violations).toHaveLength(1);
  });
});
