/** One page that holds every variant in every state. */
import { expect, type FigshareStats, type Page, type PageOptions, type World } from './fixtures.js';

export const variants = ['badge', 'text', 'card'] as const;

const fallback = '<a href="https://doi.org/10.6084/m9.figshare.12">The data</a>';

/** State, attributes, fallback. */
const examples: [string, string, string?][] = [
  ['ready', 'item="766364"'],
  ['ready', 'item="766364" metrics="views downloads shares citations" compact'],
  ['ready', 'item="766364" start="2014-01-01" end="2014-12-31" no-link'],
  ['ready', 'item="1"'],
  ['loading', 'item="11"'],
  ['loading', 'item="11"', fallback],
  ['empty', 'item="766364" start="2019-01-01" end="2019-12-31"'],
  ['stale', 'item="13" remember'],
  ['error', 'item="12"'],
  ['error', 'item="12"', fallback],
  ['error', 'item="what is this"'],
  ['idle', 'item="766364" loading="click"'],
  ['idle', 'item="766364" loading="click"', fallback],
];

export const everyState = variants
  .flatMap((variant) =>
    examples.map(
      ([state, attributes, content = '']) =>
        `<p data-state="${state}"><figshare-stats variant="${variant}" ${attributes}>${content}</figshare-stats></p>`,
    ),
  )
  .join('\n');

/** Two visits: on the second, some of what was there on the first fails. */
export async function showEveryState(
  page: Page,
  world: World,
  show: (body: string, options?: PageOptions) => Promise<void>,
  options: PageOptions = {},
): Promise<void> {
  world.settings({ items: { 'article/13': { views: 1313, downloads: 13 } } });
  world.faults([
    { path: '/total/article/11', fault: 'hang' },
    { path: '/total/article/12', fault: 'body', body: { views: 'many' } },
  ]);
  await show('<figshare-stats item="13" remember></figshare-stats>', options);
  await expect(page.locator('figshare-stats')).toHaveJSProperty('status', 'ready');

  world.faults([
    { path: '/total/article/11', fault: 'hang' },
    { path: '/total/article/12', fault: 'body', body: { views: 'many' } },
    { path: '/total/article/13', fault: 'body', body: { views: 'many' } },
  ]);
  await show(`<main><h1>A page of somebody's</h1>${everyState}</main>`, options);
  await page.locator('figshare-stats').last().scrollIntoViewIfNeeded();
  await everyStateIsReached(page);
}

async function everyStateIsReached(page: Page): Promise<void> {
  // An element far down asks only when it is near.
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect
    .poll(() =>
      page.locator('[data-state]').evaluateAll((all) =>
        all.flatMap((one) => {
          const element = one.firstElementChild as FigshareStats;
          const wanted = (one as HTMLElement).dataset['state'];
          return element.status === wanted ? [] : `${element.outerHTML} is ${element.status}, not ${wanted}`;
        }),
      ),
    )
    .toEqual([]);
}
