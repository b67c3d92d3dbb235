/** A page may load the bundle more than once: by a theme and an editor, by two plugins, in two versions. */
import { readFileSync } from 'node:fs';
import { allAre, classicTag, expect, moduleTag, named, test, type Page } from './fixtures.js';

const name = named('46,088 views', '5,210 downloads');
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

/** Of the class that the tag has, whoever defined it. */
const definedVersion = (page: Page) =>
  page.evaluate(() => (customElements.get('figshare-stats') as unknown as { version: string }).version);

const module = (file: string) => (cdn: string) => moduleTag(`${cdn}/${file}`);
const classic = (file: string) => (cdn: string) => classicTag(`${cdn}/${file}`);

const pairs: [string, (cdn: string) => string, (cdn: string) => string][] = [
  ['the same module from two addresses', module('figshare-stats.js'), module('figshare-stats.js?copy=2')],
  ['the element alone, then all', module('figshare-stats.js'), module('figshare-elements.js')],
  ['all, then the element alone', module('figshare-elements.js'), module('figshare-stats.js')],
  ['a module, then the classic script', module('figshare-elements.js'), classic('figshare-elements.iife.js')],
  ['the classic script, then a module', classic('figshare-elements.iife.js'), module('figshare-stats.js')],
  [
    'the classic script twice',
    classic('figshare-elements.iife.js'),
    classic('figshare-elements.iife.js?copy=2'),
  ],
];

for (const [what, first, second] of pairs) {
  test(`${what}: harmless, and nothing to warn of`, async ({ page, show, cdn, log }) => {
    await show('<figshare-stats item="766364"></figshare-stats>', {
      scripts: first(cdn.url) + second(cdn.url),
    });
    await expect(page.getByRole('link')).toHaveAccessibleName(name);
    expect(log.all).toEqual([]);
  });
}

for (const file of ['figshare-stats.js', 'figshare-elements.js', 'figshare-elements.iife.js']) {
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
    await show('<figshare-stats item="766364"></figshare-stats>'.repeat(5), {
      scripts: moduleTag(`${cdn.url}/figshare-stats.js`) + tag(other),
    });
    await allAre(page, 'ready', 5);
    // Modules and deferred scripts have run, in their order, before the page has loaded.
    expect(await definedVersion(page)).toBe(version);
    expect(log.warnings).toEqual([expect.stringContaining('99.0.0')]);
    expect(log.all).toHaveLength(1);
    await expect(page.getByRole('link').first()).toHaveAccessibleName(name);
  });
}

test('the first copy that ran stays, also where a second comes in another version by another file', async ({
  page,
  show,
  cdn,
  path,
  log,
}) => {
  const other = cdn.put(`${path}.js`, cdn.text('/figshare-stats.js').replaceAll(version, '99.0.0'));
  await show('<figshare-stats item="766364"></figshare-stats>', {
    scripts: moduleTag(other) + moduleTag(`${cdn.url}/figshare-elements.js`),
  });
  await expect(page.getByRole('link')).toHaveAccessibleName(name);
  expect(await definedVersion(page)).toBe('99.0.0');
  expect(log.warnings).toHaveLength(1);
});

test('asks once, however many copies are on the page', async ({ page, show, cdn, world }) => {
  await show('<figshare-stats item="766364"></figshare-stats>'.repeat(3), {
    scripts: moduleTag(`${cdn.url}/figshare-stats.js`) + classicTag(`${cdn.url}/figshare-elements.iife.js`),
  });
  await allAre(page, 'ready', 3);
  expect(world.record().requests).toHaveLength(1);
});
