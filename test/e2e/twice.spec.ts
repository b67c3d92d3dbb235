/** A page may load the bundle more than once: by a theme and an editor, by two plugins, in two versions. */
import { readFileSync } from 'node:fs';
import { forEachElement, questions, rowsFor, shows } from './elements.js';
import { allAre, classicTag, expect, moduleTag, test, type Page } from './fixtures.js';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

const module = (file: string) => (cdn: string) => moduleTag(`${cdn}/${file}`);
const classic = (file: string) => (cdn: string) => classicTag(`${cdn}/${file}`);

forEachElement((element) => {
  const all = 'figshare-elements.js';
  const iife = 'figshare-elements.iife.js';
  const alone = element.bundles[0];

  /** Of the class that the tag has, whoever defined it. */
  const definedVersion = (page: Page) =>
    page.evaluate((tag) => (customElements.get(tag) as unknown as { version: string }).version, element.tag);

  const pairs: [string, (cdn: string) => string, (cdn: string) => string][] = [
    ['a module, then the classic script', module(all), classic(iife)],
    ['the same module from two addresses', module(alone), module(`${alone}?copy=2`)],
    ['the element alone, then all', module(alone), module(all)],
    ['all, then the element alone', module(all), module(alone)],
    ['the classic script, then a module', classic(iife), module(alone)],
    ['the classic script twice', classic(iife), classic(`${iife}?copy=2`)],
  ];

  for (const [what, first, second] of rowsFor(element, pairs)) {
    test(`${what}: harmless, and nothing to warn of`, async ({ page, show, cdn, log }) => {
      await show(element.html(element.item), {
        scripts: first(cdn.url) + second(cdn.url),
      });
      await shows(element, page);
      expect(log.all).toEqual([]);
    });
  }

  for (const file of element.bundles) {
    test(`${file} in another version: the first stays, with one warning`, async ({
      page,
      show,
      cdn,
      path,
      log,
    }) => {
      const text = cdn.text(`/${file}`);
      expect(text).toContain(version);
      const other = cdn.put(`${path}.js`, text.replaceAll(version, '99.0.0'));
      const tag = file.includes('iife') ? classicTag : moduleTag;
      await show(element.html(element.item).repeat(5), {
        scripts: moduleTag(`${cdn.url}/${alone}`) + tag(other),
      });
      await allAre(page, 'ready', 5);
      // Modules and deferred scripts have run, in their order, before the page has loaded.
      expect(await definedVersion(page)).toBe(version);
      expect(log.warnings).toEqual([expect.stringContaining('99.0.0')]);
      expect(log.all).toHaveLength(1);
      await shows(element, page.locator(element.tag).first());
    });
  }

  test('the first copy that ran stays, also where a second comes in another version by another file', async ({
    page,
    show,
    cdn,
    path,
    log,
  }) => {
    const other = cdn.put(`${path}.js`, cdn.text(`/${alone}`).replaceAll(version, '99.0.0'));
    await show(element.html(element.item), {
      scripts: moduleTag(other) + moduleTag(`${cdn.url}/figshare-elements.js`),
    });
    await shows(element, page);
    expect(await definedVersion(page)).toBe('99.0.0');
    expect(log.warnings).toHaveLength(1);
  });

  test('asks once, however many copies are on the page', async ({ page, show, cdn, world }) => {
    await show(element.html(element.item).repeat(3), {
      scripts: moduleTag(`${cdn.url}/${alone}`) + classicTag(`${cdn.url}/figshare-elements.iife.js`),
    });
    await allAre(page, 'ready', 3);
    expect(questions(world)).toHaveLength(1);
  });
});
