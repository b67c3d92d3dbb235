/** What is not given is the default: every attribute and property of every element, from whatever leaves it empty. */
import { allAre, anyElement, askAll, expect, poll, test, type AnyElement } from './fixtures.js';

/** As little as makes each of them ask. */
const elements = [
  '<figshare-stats item="766364"></figshare-stats>',
  '<figshare-stats item="766364" variant="card"></figshare-stats>',
  '<figshare-timeline item="30000001"></figshare-timeline>',
  '<figshare-breakdown item="30000001"></figshare-breakdown>',
  '<figshare-top of="group"></figshare-top>',
  '<figshare-top of="article" by="referral" item="30000001"></figshare-top>',
  '<figshare-count item="400"></figshare-count>',
];

/** Frameworks and templates leave these behind. */
const ways = ['empty', 'blank', 'taken away', 'null', 'undefined', 'an empty property'] as const;

test('an attribute or property that is empty, null, undefined or taken away is as good as none', async ({
  page,
  show,
  world,
  log,
}) => {
  await show(elements.map((html) => `<section>${html}</section>`).join('\n'));
  await askAll(page);
  await allAre(page, 'ready', elements.length);
  const asked = world.record().requests.length;
  const tried = await page.evaluate(
    async ({ selector, ways }) => {
      type Declared = Map<string, { attribute?: string; type?: unknown }>;
      const later: (() => void)[] = [];
      const tried: string[] = [];
      for (const element of document.querySelectorAll<AnyElement>(selector)) {
        const { elementProperties } = element.constructor as unknown as { elementProperties: Declared };
        for (const [name, { attribute = name.toLowerCase(), type }] of elementProperties) {
          // A boolean is on by being there, an empty heading hides it, and what is asked stays.
          if (type === Boolean || name === 'heading' || element.hasAttribute(attribute)) continue;
          for (const way of ways) {
            const change = (one: Element) => {
              if (way === 'empty') one.setAttribute(attribute, '');
              if (way === 'blank') one.setAttribute(attribute, ' \n');
              if (way === 'taken away') one.setAttribute(attribute, 'x');
              if (way === 'taken away') one.removeAttribute(attribute);
              if (way === 'null') Reflect.set(one, name, null);
              if (way === 'undefined') Reflect.set(one, name, undefined);
              if (way === 'an empty property') Reflect.set(one, name, '');
            };
            for (const when of ['at first', 'later']) {
              const copy = element.cloneNode(true) as AnyElement;
              copy.dataset['name'] = `${name}, ${way} ${when}`;
              tried.push(`${element.localName} ${copy.dataset['name']}`);
              if (when === 'at first') change(copy);
              else later.push(() => change(copy));
              element.parentElement!.append(copy);
            }
          }
        }
      }
      const all = [...document.querySelectorAll<AnyElement>(selector)];
      await Promise.all(all.map((one) => one.updateComplete));
      later.forEach((change) => change());
      return tried;
    },
    { selector: anyElement, ways },
  );
  for (const name of ['stats labelViews', 'timeline start', 'breakdown minCount', 'top by', 'count source'])
    for (const way of ways) expect(tried).toContain(`figshare-${name}, ${way} later`);

  /** Those that are not as the first of their section is. */
  const different = async () => {
    await askAll(page);
    return page.locator('section').evaluateAll((sections) => {
      const seen = (one: Element) => {
        const copy = one.shadowRoot!.querySelector('[part~=base]')?.cloneNode(true) as HTMLElement | null;
        copy?.querySelectorAll('.unseen, [inert], .waiting').forEach((hidden) => hidden.remove());
        return copy?.textContent.replace(/\s+/g, ' ').trim();
      };
      return sections.flatMap((section) => {
        const [first, ...others] = section.children as Iterable<AnyElement>;
        return others
          .filter((one) => one.status !== 'ready' || seen(one) !== seen(first!))
          .map((one) => `${one.localName} ${one.dataset['name']}: ${one.status}, ${seen(one)}`);
      });
    });
  };
  await poll(different).toEqual([]);
  expect(world.record().requests).toHaveLength(asked);
  expect(log.warnings).toEqual([]);
});

/** With something wrong in each, beside what it is to show. */
const halfWrong: [html: string, seen: string][] = [
  ['<figshare-stats metrics="citations" item="what"></figshare-stats>', 'citations: not known'],
  ['<figshare-stats metrics="shares" start="soon" item="1"></figshare-stats>', 'shares: not known'],
  ['<figshare-timeline metrics="downloads" end="soon" item="1"></figshare-timeline>', 'downloads: not known'],
  ['<figshare-timeline variant="chart" metrics="shares" item="what"></figshare-timeline>', 'Shares a month'],
  [
    '<figshare-breakdown metric="downloads" start="soon" item="1"></figshare-breakdown>',
    'Downloads by country',
  ],
  ['<figshare-breakdown metric="shares" by="city" item="what"></figshare-breakdown>', 'Shares by city'],
];

test('an attribute that is wrong leaves what the others say', async ({ page, show }) => {
  await show(halfWrong.map(([html]) => html).join('\n'));
  await allAre(page, 'error', halfWrong.length);
  const texts = await page
    .locator(anyElement)
    .evaluateAll((all) => all.map((one) => one.shadowRoot!.textContent.replace(/\s+/g, ' ')));
  for (const [index, [html, seen]] of halfWrong.entries()) {
    expect.soft(texts[index], html).toContain(seen);
    expect.soft(texts[index], html).not.toMatch(/views: not known/);
  }
});
