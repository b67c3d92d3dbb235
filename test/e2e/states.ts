/** One page that holds every variant of every element in every state. */
import { itemWith, stats, subjects, timeline, type Subject } from './elements.js';
import { anyElement, expect, type AnyElement, type Page, type PageOptions, type World } from './fixtures.js';

const fallback = '<a href="https://doi.org/10.6084/m9.figshare.12">The data</a>';

/** State, item, attributes, fallback. */
type Example = [string, string, string?, string?];

const ofEach: Example[] = [
  ['ready', '766364'],
  ['loading', '11'],
  ['loading', '11', '', fallback],
  ['stale', '13', 'remember'],
  ['error', '12'],
  ['error', '12', '', fallback],
  ['error', 'what is this'],
  ['idle', '766364', 'loading="click"'],
  ['idle', '766364', 'loading="click"', fallback],
];

const examples = new Map<Subject, Example[]>([
  [
    stats,
    [
      ...ofEach,
      ['empty', '766364', stats.empty],
      ['ready', '766364', 'metrics="views downloads shares citations" compact'],
      ['ready', '766364', 'start="2014-01-01" end="2014-12-31" no-link'],
      ['ready', '1'],
    ],
  ],
  [
    timeline,
    [
      ...ofEach,
      ['empty', '766364', timeline.empty],
      ['ready', '766364', 'metrics="views downloads shares" cumulative'],
      // Goes on until today, whenever that is.
      ['ready', '30000001', 'granularity="month" start="2025-01-01" end="2999-12-31" no-link'],
    ],
  ],
]);

export const everyState = (elements: readonly Subject[] = subjects) =>
  elements
    .flatMap((element) =>
      element.variants.flatMap((variant) =>
        examples
          .get(element)!
          .map(
            ([state, item, attributes = '', content]) =>
              `<p data-state="${state}">${element.html(item, `variant="${variant}" ${attributes}`, content)}</p>`,
          ),
      ),
    )
    .join('\n');

/** Two visits: on the second, some of what was there on the first fails. */
export async function showEveryState(
  page: Page,
  world: World,
  show: (body: string, options?: PageOptions) => Promise<void>,
  { elements = subjects, ...options }: PageOptions & { elements?: readonly Subject[] } = {},
): Promise<void> {
  const faults = elements.flatMap(({ path }) => [
    { path: path('article/11'), fault: 'hang' } as const,
    { path: path('article/12'), fault: 'body', body: { views: 'many' } } as const,
  ]);
  world.settings({ items: { 'article/13': itemWith(1313) } });
  world.faults(faults);
  await show(elements.map((element) => element.html('13', 'remember')).join('\n'), options);
  for (const { tag } of elements) await expect(page.locator(tag)).toHaveJSProperty('status', 'ready');

  world.faults([
    ...faults,
    ...elements.map(
      ({ path }) => ({ path: path('article/13'), fault: 'body', body: { views: 'many' } }) as const,
    ),
  ]);
  await show(`<main><h1>A page of somebody's</h1>${everyState(elements)}</main>`, options);
  await page.locator(anyElement).last().scrollIntoViewIfNeeded();
  await everyStateIsReached(page);
}

async function everyStateIsReached(page: Page): Promise<void> {
  // An element far down asks only when it is near.
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect
    .poll(() =>
      page.locator('[data-state]').evaluateAll((all) =>
        all.flatMap((one) => {
          const element = one.firstElementChild as AnyElement;
          const wanted = (one as HTMLElement).dataset['state'];
          return element.status === wanted ? [] : `${element.outerHTML} is ${element.status}, not ${wanted}`;
        }),
      ),
    )
    .toEqual([]);
}
