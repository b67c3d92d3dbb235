/** Pages that have replaced or spoilt what scripts rely on: old libraries, watchers of requests, forms with odd names. */
import { allShow, breakdown, each, stats, subjects, timeline } from './elements.js';
import {
  allAre,
  allSettle,
  anyElement,
  askAll,
  classicTag,
  expect,
  inEveryEngine,
  moduleTag,
  poll,
  test,
  type AnyElement,
} from './fixtures.js';

const fallback = '<a href="https://example.org/">The data</a>';
const script = (text: string) => `<script>${text}</script>`;
const allOf = (attributes = '') =>
  each(({ item, html }) => html(item, `loading="eager" ${attributes}`, fallback));

/** Wraps `fetch` so that the page gets what a function makes of an answer. */
const wrapped = (answer: string) =>
  `const own = window.fetch; window.fetch = async (...asked) => { const response = await own(...asked); ${answer} };`;

const replaced: Record<string, string> = {
  'Prototype’s toJSON': `
    Array.prototype.toJSON = function () { return '[' + this.join() + ']'; };
    String.prototype.toJSON = Number.prototype.toJSON = function () { return '"' + this + '"'; };`,
  'MooTools’s Array.from': `
    Array.from = (list) => list == null ? [] : Array.isArray(list) ? list
      : typeof list.length === 'number' && typeof list !== 'string' ? Array.prototype.slice.call(list) : [list];`,
  'names that every object has': `
    for (const name of ['extend', 'each', 'clone', 'merge', 'contains', 'size', 'watch', 'inspect', 'isEmpty'])
      Object.prototype[name] = Array.prototype[name] = function () { return this; };`,
  'a Promise of its own': `
    const Native = Promise;
    window.Promise = class extends Native {};
    delete window.Promise.prototype.finally;`,
  'a fetch that reads a copy of each answer': wrapped(
    `response.clone().text().then((text) => (window.copies ??= []).push(text)); return response;`,
  ),
  'a fetch whose answers have been read': wrapped(`return new Response(await response.text(), response);`),
  'a fetch whose answers have no stream': wrapped(
    `return { status: response.status, headers: response.headers, text: () => response.text() };`,
  ),
  'a fetch whose answers have neither stream nor headers': wrapped(
    `return { status: response.status, text: () => response.text() };`,
  ),
  'no IntersectionObserver': 'delete window.IntersectionObserver;',
  'an IntersectionObserver that throws': `window.IntersectionObserver = class { constructor() { throw new Error('none'); } };`,
  'hooks of polyfills that are none': `
    window.litHtmlPolyfillSupport = 5; window.litElementPolyfillSupport = {}; window.litElementHydrateSupport = 'x';
    window.reactiveElementPolyfillSupport = document; window.litHtmlVersions = 5; window.litElementVersions = {};
    window.reactiveElementVersions = '1';`,
};

for (const [what, text] of Object.entries(replaced)) {
  test(`all is shown on a page with ${what}`, async ({ page, show, world, log }) => {
    await show(allOf('remember'), { head: script(text) });
    await askAll(page);
    await allShow(page);
    const posted = world.record().requests.flatMap(({ posted }) => posted || []);
    expect(posted).toEqual(['{"groups":[{"id":400}]}']);
    // What is kept is as it was told, whatever the page does to JSON.
    await allAre(page, 'ready', subjects.length);
    world.faults([{ path: '*', fault: 403 }]);
    await page.reload();
    await askAll(page);
    await allAre(page, 'stale', subjects.length);
    for (const { tag, recorded } of subjects) await expect(page.locator(tag)).toContainText(recorded.seen);
    expect(log.warnings.filter((warning) => !warning.includes('(status 403)'))).toEqual([]);
  });
}

test(
  'a page that reads a copy of each answer reads it to its end',
  { tag: inEveryEngine },
  async ({ page, show }) => {
    const copying = wrapped(`
    const copy = response.clone();
    setTimeout(() => copy.text().then((text) => (window.copies ??= []).push(text)));
    return response;`);
    await show(allOf(), { head: script(copying) });
    await allShow(page);
    const copies = () => page.evaluate(() => (window as { copies?: string[] }).copies?.length);
    await poll(copies).toBe(subjects.length); // an error of theirs would be thrown on the page
  },
);

/** What somebody may write into a page who may name a form: it hides what the document has of that name. */
const forms = [
  ...['createTreeWalker', 'createElement', 'createComment', 'createTextNode', 'importNode', 'querySelector'],
  ...['documentElement', 'head', 'readyState', 'visibilityState', 'currentScript', 'defaultView', 'baseURI'],
];
/** Of the window. */
const anchors = [
  ...[
    'litHtmlPolyfillSupport',
    'litElementPolyfillSupport',
    'litElementHydrateSupport',
    'litPropertyMetadata',
  ],
  ...['reactiveElementPolyfillSupport', 'litHtmlVersions', 'litElementVersions', 'reactiveElementVersions'],
];
const clobbered =
  forms.map((name) => `<form name="${name}"></form>`).join('') +
  anchors.map((name) => `<a id="${name}"></a>`).join('');

for (const [how, tag, file] of [
  ['a module', moduleTag, 'figshare-elements.js'],
  ['a classic script', classicTag, 'figshare-elements.iife.js'],
] as const)
  test(
    `all is shown by ${how} on a page whose forms have the names of what it needs`,
    { tag: inEveryEngine },
    async ({ page, show, cdn, world, log }) => {
      await show(clobbered + allOf(`source="${world.url}"`), { scripts: tag(`${cdn.url}/${file}`) });
      expect(await page.evaluate(() => String(document.createTreeWalker))).toBe('[object HTMLFormElement]');
      await allShow(page);
      await page.evaluate(() =>
        document.querySelectorAll('figshare-stats').forEach((one) => one.removeAttribute('source')),
      );
      await allShow(page); // by the page's own
      expect(log.warnings).toEqual([]);
    },
  );

/** What takes something away that drawing needs. */
const spoilt: Record<string, string> = {
  'without formatRange': 'delete Intl.DateTimeFormat.prototype.formatRange;',
  'without PluralRules': 'delete Intl.PluralRules;',
  'whose numbers cannot be formatted': `
    Object.defineProperty(Intl.NumberFormat.prototype, 'format', { get() { throw new Error('spoilt'); } });`,
  'that hands no index to what maps': `
    const { map } = Array.prototype;
    Array.prototype.map = function (one) { return map.call(this, (value) => one(value)); };`,
  'that has a time zone for all': `Object.prototype.timeZone = 'Mars/Olympus';`,
  'whose fetch throws': `window.fetch = () => { throw new Error('blocked'); };`,
  'whose fetch answers nothing': 'window.fetch = async () => undefined;',
};
for (const [what, text] of Object.entries(spoilt)) {
  test(`an element shows its number, or what stands between its tags, on a page ${what}`, async ({
    page,
    show,
    log,
  }) => {
    await show(allOf(), { head: script(`{ ${text} }`) });
    await allSettle(page, subjects.length);
    for (const { tag, recorded } of subjects) {
      const one = page.locator(tag);
      const isKnown = (await one.evaluate((element: AnyElement) => element.status)) === 'ready';
      if (isKnown) await expect.soft(one).toContainText(recorded.seen);
      else await expect.soft(one.getByRole('link', { name: 'The data' })).toBeVisible();
      if (!isKnown) await expect.soft(one).not.toContainText(recorded.seen);
    }
    const errors = await page
      .locator(anyElement)
      .evaluateAll((all: AnyElement[]) => all.map((one) => one.status));
    expect(errors).toContain('error');
    expect(new Set(log.warnings).size).toBe(log.warnings.length);
  });
}

test('what is copied is what is seen', async ({ page, show, world }) => {
  await show(
    `<p>Seen ${stats.html('766364', 'compact variant="text"')}.</p>
    ${breakdown.html('766364', 'limit="1"')}
    <p>And ${timeline.html('766364', 'variant="bars"')}.</p>
    <textarea aria-label="A copy"></textarea>`,
  );
  await allAre(page, 'ready', 3);
  const copy = page.getByLabel('A copy');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('ControlOrMeta+C');
  await copy.focus();
  await page.keyboard.press('ControlOrMeta+V');
  await expect(copy).toHaveValue(/^Seen 46K views and 5\.2K downloads\./);
  const text = await copy.inputValue();
  for (const unseen of ['46,088', '5,210', 'most: United States', 'most in 2014'])
    expect(text).not.toContain(unseen);
  expect(text).toContain('United States');
  expect(text).toMatch(/39,165 views in 4 years\s*\.\s*$/);
  expect(world.record().requests.length).toBeGreaterThan(2);
});

test('what a server has drawn into the shadow tree is not shown twice', async ({ page, show }) => {
  const drawn = (words: string) =>
    `<template shadowrootmode="open"><span part="base">${words}</span><slot></slot></template>`;
  await show(
    each(({ item, html }) => html(item, 'loading="eager"', drawn('46,088 drawn before') + fallback)),
  );
  await allShow(page);
  await expect(page.getByText('drawn before')).toHaveCount(0);
  for (const { tag } of subjects) await expect(page.locator(tag).locator('[part~=base]')).toHaveCount(1);
});

test('properties that React writes as attributes before the script has run count', async ({
  page,
  show,
  world,
}) => {
  await show(
    `${stats.html('766364', 'hidebelow="46089"')}
    ${stats.html('766364', 'labelviews="readings" nolink="true"')}
    ${breakdown.html('766364', 'mincount="3000" itemtype="dataset"')}
    ${timeline.html('766364', 'itemtype="dataset"')}`,
  );
  await allSettle(page, 4);
  const [below, labelled] = [page.locator('figshare-stats').first(), page.locator('figshare-stats').last()];
  await expect(below).toBeHidden();
  await expect(labelled).toContainText('46,088 readings');
  await expect(labelled.getByRole('link')).toHaveCount(0);
  const queries = world
    .record()
    .requests.flatMap(({ path, query }) => (path.includes('total/article') ? [] : query));
  expect(queries).toHaveLength(2);
  for (const query of queries) expect(query).toContain('sub_item=item_type&sub_item_id=dataset');
});
