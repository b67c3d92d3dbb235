/** A page may load the bundle more than once: by a theme and an editor, by two plugins, in two versions. */
import { readFileSync } from 'node:fs';
import { allShow, each, questions, stats, subjects, type Subject } from './elements.js';
import { allAre, askAll, classicTag, expect, inEveryEngine, moduleTag, test, type Page } from './fixtures.js';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

const alone = 'figshare-stats.js';
const all = 'figshare-elements.js';
const iife = 'figshare-elements.iife.js';

const tagFor = (file: string) => (file.includes('iife') ? classicTag : moduleTag);
const oneOfEach = each(({ item, html }) => html(item));

/** The versions of the classes that the tags have, whoever defined them. */
const definedVersions = (page: Page, elements: readonly Subject[]) =>
  page.evaluate(
    (tags) => tags.map((tag) => (customElements.get(tag) as unknown as { version: string }).version),
    elements.map(({ tag }) => tag),
  );

test.describe('harmless, and nothing to warn of:', { tag: inEveryEngine }, () => {
  const pairs: [string, string, string][] = [
    ['a module, then the classic script', all, iife],
    ['the same module from two addresses', all, `${all}?copy=2`],
    ['one element alone, then all', alone, all],
    ['all, then one element alone', all, alone],
    ['the classic script, then a module', iife, all],
    ['the classic script, then one element alone', iife, alone],
    ['the classic script twice', iife, `${iife}?copy=2`],
  ];
  for (const [what, first, second] of pairs)
    test(what, async ({ page, show, cdn, log }) => {
      await show(oneOfEach, {
        scripts: tagFor(first)(`${cdn.url}/${first}`) + tagFor(second)(`${cdn.url}/${second}`),
      });
      await allShow(page);
      expect(log.all).toEqual([]);
    });

  test('the module of one element from two addresses', async ({ page, show, cdn, log }) => {
    await show(stats.html(stats.item), {
      scripts: moduleTag(`${cdn.url}/${alone}`) + moduleTag(`${cdn.url}/${alone}?copy=2`),
    });
    await allShow(page, [stats]);
    expect(log.all).toEqual([]);
  });
});

test.describe('in two versions the first stays, with one warning:', () => {
  const pairs: [string, string, readonly Subject[]][] = [
    [alone, alone, [stats]],
    [alone, all, [stats]],
    [alone, iife, [stats]],
    [all, all, subjects],
    [all, iife, subjects],
  ];
  for (const [first, second, elements] of pairs)
    for (const newer of ['first', 'second'])
      test(`${first}, then ${second}, the ${newer} newer`, async ({ page, show, cdn, path, log }) => {
        const changed = newer === 'first' ? first : second;
        const text = cdn.text(`/${changed}`);
        expect(text).toContain(version);
        const other = cdn.put(`${path}.js`, text.replaceAll(version, '99.0.0'));
        const [firstAt, secondAt] =
          newer === 'first' ? [other, `${cdn.url}/${second}`] : [`${cdn.url}/${first}`, other];
        await show(
          each(({ item, html }) => html(item).repeat(5), elements),
          {
            scripts: tagFor(first)(firstAt) + tagFor(second)(secondAt),
          },
        );
        await askAll(page);
        await allAre(page, 'ready', elements.length * 5);
        // Modules and deferred scripts have run, in their order, before the page has loaded.
        const kept = newer === 'first' ? '99.0.0' : version;
        expect(await definedVersions(page, elements)).toEqual(elements.map(() => kept));
        expect(log.warnings).toEqual([expect.stringContaining('99.0.0')]);
        expect(log.all).toHaveLength(1);
        await allShow(page, elements);
      });
});

test('each question is asked once, however many copies are on the page', async ({
  page,
  show,
  cdn,
  world,
}) => {
  await show(oneOfEach.repeat(3), {
    scripts: [alone, all, iife].map((file) => tagFor(file)(`${cdn.url}/${file}`)).join(''),
  });
  await askAll(page);
  await allAre(page, 'ready', subjects.length * 3);
  expect(questions(world)).toHaveLength(subjects.length);
});
