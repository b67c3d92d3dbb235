/** Pages with the strictest content security policy that a site can have and still show the element. */
import { forEachElement, shows, subjects } from './elements.js';
import { anyElement, classicTag, expect, moduleTag, seen, test, type Log, type Page } from './fixtures.js';
import { everyState, showEveryState } from './states.js';

/** One origin may run scripts, one may be asked, and no text becomes script or HTML but Lit's own. */
const strict = (cdn: string, standIn: string) => ({
  'content-security-policy': [
    `default-src 'none'`,
    `script-src ${cdn}`,
    `style-src 'self'`,
    `connect-src ${standIn}`,
    `img-src 'self'`, // Firefox asks for an icon of the page
    `base-uri 'none'`,
    `form-action 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types lit-html 'allow-duplicates'`,
  ].join('; '),
});

const bundles = subjects.flatMap((element) =>
  element.bundles.map((file) => [file, file.includes('iife') ? classicTag : moduleTag, element] as const),
);

async function nothingIsRefused(page: Page, log: Log): Promise<void> {
  expect((await seen(page)).violations).toEqual([]);
  expect(log.errors).toEqual([]);
}

for (const [file, tag, element] of bundles) {
  test(`every variant and state of ${element.tag} from ${file} keeps to the strictest policy`, async ({
    page,
    show,
    cdn,
    standIn,
    world,
    log,
  }) => {
    const headers = strict(cdn.url, standIn.url);
    await showEveryState(page, world, show, element, { headers, scripts: tag(`${cdn.url}/${file}`) });
    expect(await page.locator(anyElement).count()).toBe(everyState(element).split('\n').length);
    await nothingIsRefused(page, log);
  });
}

forEachElement((element) => {
  test('two copies of Lit keep to the strictest policy', async ({ page, show, cdn, standIn, log }) => {
    await show(element.html(element.item), {
      headers: strict(cdn.url, standIn.url),
      scripts:
        moduleTag(`${cdn.url}/figshare-stats.js`) +
        moduleTag(`${cdn.url}/figshare-elements.js`) +
        classicTag(`${cdn.url}/figshare-elements.iife.js`),
    });
    await shows(element, page);
    await nothingIsRefused(page, log);
  });

  test('a source that the policy does not allow is unreachable, and the fallback stays', async ({
    page,
    show,
    cdn,
    log,
  }) => {
    await show(element.html(element.item, '', '<a href="https://example.org/">The data</a>'), {
      headers: strict(cdn.url, 'https://stats.figshare.com'),
    });
    await expect.poll(async () => (await seen(page)).errors).toMatchObject([{ kind: 'unreachable' }]);
    await expect(page.getByRole('link', { name: 'The data' })).toBeVisible();
    expect(log.warnings).toHaveLength(1);
  });
});

test('what a page does against its own policy is noticed here', async ({ page, show, cdn, standIn }) => {
  await show('<p style="color: red">Red</p>', { headers: strict(cdn.url, standIn.url) });
  await expect.poll(async () => (await seen(page)).violations).toHaveLength(1);
});
