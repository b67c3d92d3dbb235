/** One page that holds every variant of an element, or of several, in every state. */
import { breakdown, count, itemsWith, look, stats, timeline, top, type Subject } from './elements.js';
import {
  allAre,
  askAll,
  poll,
  type AnyElement,
  type Page,
  type PageOptions,
  type World,
} from './fixtures.js';
import { section } from './rows-on-a-page.js';

const fallback = '<a href="https://doi.org/10.6084/m9.figshare.12">The data</a>';

/** State, item, attributes, fallback. */
type Example = [string, string, string?, string?];

const ofEach = ({ item, empty }: Subject): Example[] => [
  ['ready', item],
  ['loading', '11'],
  ['loading', '11', '', fallback],
  ['stale', '13', 'remember'],
  ['error', '12'],
  ['error', '12', '', fallback],
  ['error', 'what is this'],
  ['idle', item, 'loading="click"'],
  ['idle', item, 'loading="click"', fallback],
  ...(empty ? [['empty', item, empty] as Example] : []),
];

const examples = new Map<Subject, Example[]>([
  [
    stats,
    [
      ...ofEach(stats),
      ['ready', '766364', 'metrics="views downloads shares citations" compact'],
      ['ready', '766364', 'start="2014-01-01" end="2014-12-31" no-link'],
      ['ready', '1'],
    ],
  ],
  [
    timeline,
    [
      ...ofEach(timeline),
      ['ready', '766364', 'metrics="views downloads shares" cumulative'],
      // Goes on until today, whenever that is.
      ['ready', '30000001', 'granularity="month" start="2025-01-01" end="2999-12-31" no-link'],
    ],
  ],
  [
    breakdown,
    [
      ...ofEach(breakdown),
      ['ready', '766364', 'by="city" limit="20"'],
      ['ready', '766364', 'by="city" country="Australia" min-count="100" metric="downloads" no-link'],
    ],
  ],
  [
    top,
    [
      ...ofEach(top),
      ['ready', '766364', 'by="category" limit="3"'],
      ['ready', 'author/13456', 'by="item-type"'],
      ['ready', '', 'of="group" by="item" no-link'],
    ],
  ],
  [count, [...ofEach(count), ['ready', '327 328', 'institution="monash"'], ['ready', '999999']]],
]);

/** A line for each; those that load for ever ask this source. */
export const everyState = (elements: readonly Subject[], slow = '') =>
  elements
    .flatMap((element) =>
      element.variants.flatMap((variant) =>
        examples.get(element)!.map(([state, item, attributes = '', content]) => {
          const source = state === 'loading' ? slow : '';
          const name = [element.tag, variant, state, item, attributes, content && 'with a link inside'];
          return section(
            [name.filter(Boolean).join(' '), element.html(item, look(variant, attributes + source), content)],
            `data-state="${state}"`,
          );
        }),
      ),
    )
    .join('\n');

/** Two visits: on the second, some of what was there on the first fails. */
export async function showEveryState(
  page: Page,
  world: World,
  show: (body: string, options?: PageOptions) => Promise<void>,
  shown: Subject | readonly Subject[],
  options?: PageOptions,
): Promise<void> {
  const elements = [shown].flat();
  const spoil = (item: string) =>
    elements.map(({ asks, body }) => ({ ...asks(item), fault: 'body', raw: body('"many"', item) }) as const);
  const faults = [...elements.map(({ asks }) => ({ ...asks('11'), fault: 'hang' }) as const), ...spoil('12')];
  world.settings(itemsWith({ 13: 1313 }));
  world.faults(faults);
  await show(elements.map(({ html }) => html('13', 'remember loading="eager"')).join('\n'), options);
  await allAre(page, 'ready', elements.length);

  world.faults([...faults, ...spoil('13')]);
  // Four questions without an answer stop all others to the same host.
  const slow = elements.length > 1 ? ` source="${world.url.replace('127.0.0.1', 'localhost')}"` : '';
  await show(`<main><h1>A page of somebody's</h1>${everyState(elements, slow)}</main>`, options);
  await everyStateIsReached(page);
}

async function everyStateIsReached(page: Page): Promise<void> {
  await askAll(page);
  await poll(() =>
    page.locator('[data-state]').evaluateAll((all) =>
      all.flatMap((one) => {
        const element = one.firstElementChild as AnyElement;
        const wanted = (one as HTMLElement).dataset['state'];
        return element.status === wanted ? [] : `${element.outerHTML} is ${element.status}, not ${wanted}`;
      }),
    ),
  ).toEqual([]);
}
