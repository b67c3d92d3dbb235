/** An element among a page's words, in its tables and rows, under its resets, and moved into another document. */
import { breakdown, count, itemsWith, stats, timeline, top, type Subject } from './elements.js';
import { allAre, allSettle, askAll, expect, inEveryEngine, painted, test, type Page } from './fixtures.js';
import { rowOf, sections, type Row } from './rows-on-a-page.js';

/** What stands in a line, by a name. */
const inLine: [name: string, element: Subject, attributes: string][] = [
  ['a badge', stats, ''],
  ['a badge of four', stats, 'metrics="views downloads shares citations"'],
  ['a phrase', stats, 'variant="text"'],
  ['a count', count, ''],
  ['a line', timeline, ''],
];
const withBars: typeof inLine = [
  ['bars', timeline, 'variant="bars"'],
  ['bars of two', timeline, 'variant="bars" metrics="views downloads"'],
];
const shown = ([, element, attributes]: (typeof inLine)[number], item = element.item) =>
  element.html(item, `loading="eager" ${attributes}`);

/** How far the last thing that an element draws in a line is from the page's own character behind it, and from what is before. */
const gapsIn = (page: Page) =>
  page.locator('[data-row] p').evaluateAll((all) => {
    /** What a line's or bars' number counts stands before the words that name the period, which begin with a space. */
    const gapBefore = (period: Element | undefined) => {
      const label = period?.parentElement!.querySelector('.one:last-of-type .label');
      if (!label) return 0;
      const [end, start] = [label.getBoundingClientRect(), period!.getBoundingClientRect()];
      return start.top > end.bottom ? 0 : start.left - end.right;
    };
    return all.map((paragraph) => {
      const range = document.createRange();
      const comma = paragraph.lastChild as Text;
      range.setStart(comma, 0);
      range.setEnd(comma, 1);
      const { left, top, bottom } = range.getBoundingClientRect();
      const middle = (top + bottom) / 2;
      const parts = [...paragraph.firstElementChild!.shadowRoot!.querySelectorAll('[part]')];
      const inItsLine = parts
        .flatMap((part) => [...part.getClientRects()])
        .filter((box) => box.width > 1 && box.bottom > middle && box.top < middle);
      return {
        row: paragraph.closest('[data-row]')!.getAttribute('data-row'),
        gap: left - Math.max(...inItsLine.map(({ right }) => right)),
        inside: gapBefore(parts.find((part) => part.matches('.meta'))),
      };
    });
  });

test(
  'behind a number in a sentence stands the page’s own comma, and nothing else',
  { tag: inEveryEngine },
  async ({ page, show, world }) => {
    const numbers = { 1: 1, 2: 0, 3: 231, 4: 4_608, 5: 46_088 };
    world.settings(itemsWith(numbers));
    const rows = [...inLine, ...withBars].flatMap((one): Row[] =>
      Object.entries(numbers).map(([item, number]) => [
        `${one[0]} of ${number}`,
        [1280, 304]
          .map((width) => `<p style="inline-size: ${width}px">${shown(one, item)}, and more</p>`)
          .join(''),
      ]),
    );
    await show(sections(...rows));
    await allSettle(page, 2 * rows.length); // a line without views is empty
    for (const { row, gap, inside } of await gapsIn(page)) {
      expect.soft(gap, row!).toBeLessThan(1);
      expect.soft(gap, row!).toBeGreaterThan(-1);
      expect.soft(inside, `in ${row}`).toBeLessThan(1);
    }
  },
);

test('a badge that is loaded is made of at most 16 elements and 12 comments', async ({ page, show }) => {
  await show(stats.html('766364'));
  await allAre(page, 'ready');
  const { elements, comments } = await page.locator('figshare-stats').evaluate((host) => {
    const root = host.shadowRoot!;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
    let comments = 0;
    while (walker.nextNode()) comments++;
    return { elements: root.querySelectorAll('*').length, comments };
  });
  expect(elements).toBeLessThanOrEqual(16);
  expect(comments).toBeLessThanOrEqual(12);
});

test(
  'a cell, an item of a row and a column are as wide as what they hold needs',
  { tag: inEveryEngine },
  async ({ page, show }) => {
    const long = 'A title of a publication that is long enough to take all the room that there is. '.repeat(
      3,
    );
    const places: Record<string, (html: string) => string> = {
      'a cell': (html) => `<table><tr><td>${long}</td><td data-holder>${html}</td></tr></table>`,
      'an item of a row': (html) =>
        `<div style="display: flex"><p>${long}</p><div data-holder>${html}</div></div>`,
      'a row’s item itself': (html) => `<div data-holder style="display: flex; inline-size: 0">${html}</div>`,
      'a column': (html) =>
        `<div style="display: grid; grid-template-columns: 1fr auto"><p>${long}</p><div data-holder>${html}</div></div>`,
    };
    const rows = Object.entries(places).flatMap(([place, put]) =>
      inLine.map((one): Row => [`${one[0]} in ${place}`, put(shown(one))]),
    );
    await page.setViewportSize({ width: 480, height: 900 });
    await show(sections(...rows));
    await allAre(page, 'ready', rows.length);
    const found = await page.locator('[data-holder]').evaluateAll((all) =>
      all.map((room) => {
        const host = room.querySelector('figshare-stats, figshare-timeline, figshare-count')!;
        const edge = room.style.inlineSize ? Infinity : room.getBoundingClientRect().right;
        const parts = [...host.shadowRoot!.querySelectorAll('[part]')];
        const broken = parts.flatMap((part) => {
          // A word that is broken has a box on each of its lines.
          const words = part.firstChild?.nodeType === 3 ? [...part.textContent.matchAll(/\S+/g)] : [];
          return words.flatMap((word) => {
            const range = document.createRange();
            range.setStart(part.firstChild!, word.index);
            range.setEnd(part.firstChild!, word.index + word[0].length);
            return range.getClientRects().length > 1 ? word[0] : [];
          });
        });
        const widest = Math.max(...parts.map((part) => part.getBoundingClientRect().right));
        return { row: room.closest('[data-row]')!.getAttribute('data-row')!, over: widest - edge, broken };
      }),
    );
    for (const { row, over, broken } of found) {
      expect.soft(over, row).toBeLessThan(1);
      expect.soft(broken, row).toEqual([]);
    }
  },
);

test(
  'badges on neighbouring lines do not touch, and no line is higher for them',
  { tag: inEveryEngine },
  async ({ page, show }) => {
    const type = ['16px/1.5 sans-serif', '16px/1.4 serif', '22px/1.6 serif', '11px/1.5 sans-serif'];
    const words = (html: string) => `${`Words and ${html}, `.repeat(8)}words.`;
    const rows = type.map((font): Row => {
      const style = `style="font: ${font}; inline-size: 20em"`;
      return [font, `<p ${style}>${words(shown(inLine[0]!))}</p>`];
    });
    await show(sections(...rows));
    await allAre(page, 'ready', rows.length * 8);
    for (const font of type) {
      const { boxes, height, line } = await rowOf(page, font)
        .locator('p')
        .evaluate((paragraph) => ({
          boxes: [...paragraph.querySelectorAll('figshare-stats')]
            .map((host) => host.shadowRoot!.querySelector('[part=base]')!.getBoundingClientRect())
            .map(({ top, bottom }) => ({ top, bottom })),
          height: paragraph.getBoundingClientRect().height,
          line: Number.parseFloat(getComputedStyle(paragraph).lineHeight),
        }));
      const tops = [...new Set(boxes.map(({ top }) => Math.round(top)))].sort((a, b) => a - b);
      expect.soft(tops.length, `lines of ${font}`).toBeGreaterThan(3);
      for (const { bottom } of boxes)
        for (const { top } of boxes)
          if (top > bottom - 10) expect.soft(top - bottom, font).toBeGreaterThan(0);
      // A whole number of lines.
      expect.soft(Math.abs(height / line - Math.round(height / line)), font).toBeLessThan(0.05);
    }
  },
);

test(
  'what stands alone lets itself be squeezed where columns are narrow, and is as wide as it likes elsewhere',
  { tag: inEveryEngine },
  async ({ page, show }) => {
    const alone = [stats.html('766364', 'variant="card"'), breakdown.html('766364'), top.html('766364')];
    const row = (html: string) =>
      `<div style="display: flex"><p style="flex: 1">Words.</p><div style="flex: 0 0 14rem" data-holder>${html}</div></div>`;
    const grid = (html: string) =>
      `<div style="display: grid; inline-size: 300px"><div data-holder>${html}</div></div>`;
    await show(
      sections(
        ...alone.flatMap((html, index): Row[] => [
          [`${index} in a row`, row(html)],
          [`${index} in a grid`, grid(html)],
          [`${index} in a float`, `<div style="float: left" data-holder>${html}</div>`],
        ]),
      ),
    );
    await askAll(page);
    await allAre(page, 'ready', 9);
    const widths = await page
      .locator('[data-holder]')
      .evaluateAll((all) =>
        all.map((place) => [
          place.getBoundingClientRect().width,
          place.firstElementChild!.getBoundingClientRect().width,
        ]),
      );
    expect(widths).toEqual(
      alone.flatMap(() => [
        [224, 224],
        [300, 300],
        [480, 480],
      ]),
    );
  },
);

const resets = {
  'that sets all back but display': '*, *::before, *::after { all: unset; display: revert }',
  'that sets all back':
    '*:not(style, script, head, template, title, meta, link) { all: unset } section { display: block }',
  'that makes everything border-box and blocks of drawings':
    '* { box-sizing: border-box; margin: 0; padding: 0 } svg, a { display: block }',
};
for (const [what, css] of Object.entries(resets))
  test(
    `under a reset ${what} an element stays in its line`,
    { tag: inEveryEngine },
    async ({ page, show }) => {
      await show(
        sections(...inLine.map((one): Row => [one[0], `<i>Seen</i> ${shown(one)} <i>and more.</i>`])),
        { head: `<style>${css}</style>` },
      );
      await allAre(page, 'ready', inLine.length);
      for (const [name] of inLine) {
        const [before, after, drawn] = await rowOf(page, name).evaluate((row) => {
          const base = row.querySelector(':not(i)')!.shadowRoot!.querySelector('[part=base]')!;
          return [row.querySelector('i')!, row.querySelector('i:last-of-type')!, base].map((one) => {
            const { left, right, top, bottom } = one.getBoundingClientRect();
            return { left, right, top, bottom };
          });
        });
        expect.soft(Math.abs(after!.top - before!.top), name).toBeLessThan(1);
        expect.soft(drawn!.left, name).toBeGreaterThanOrEqual(before!.right);
        expect.soft(after!.left, name).toBeGreaterThanOrEqual(drawn!.right - 1);
      }
    },
  );

test(
  'an element keeps its look in another document, and when it comes back',
  { tag: inEveryEngine },
  async ({ page, show }) => {
    await show(
      `<main>${stats.html('766364')}</main><iframe title="Another document" srcdoc="<!doctype html><p></p>"></iframe>`,
    );
    await allAre(page, 'ready');
    await expect(page.frameLocator('iframe').locator('p')).toHaveCount(1);
    const lookOf = () =>
      page.evaluate(() => {
        const frame = document.querySelector('iframe')!.contentDocument!;
        const host = document.querySelector('figshare-stats') ?? frame.querySelector('figshare-stats')!;
        const of = (selector: string) =>
          host.ownerDocument.defaultView!.getComputedStyle(host.shadowRoot!.querySelector(selector)!);
        const { borderTopWidth, borderRadius, display } = of('[part=base]');
        return [host.ownerDocument === frame, borderTopWidth, borderRadius, display, of('.value').fontWeight];
      });
    const move = (to: 'frame' | 'page') =>
      page.evaluate((to) => {
        const frame = document.querySelector('iframe')!.contentDocument!;
        const host = document.querySelector('figshare-stats') ?? frame.querySelector('figshare-stats')!;
        (to === 'frame' ? frame.querySelector('p')! : document.querySelector('main')!).append(host);
      }, to);
    const here = ['1px', '4px', 'inline-flex', '600'];
    expect(await lookOf()).toEqual([false, ...here]);
    await move('frame');
    expect(await lookOf()).toEqual([true, ...here]);
    await move('page');
    expect(await lookOf()).toEqual([false, ...here]);
  },
);

test(
  'in quirks mode nothing moves, and no line is higher',
  { tag: inEveryEngine },
  async ({ page, pages, cdn, world, path }) => {
    world.faults([{ path: '*', fault: 'hang' }]);
    world.settings(itemsWith({ 1: 231, 2: 231, 3: 231, 4: 231 }));
    const elements = [stats.html('1'), timeline.html('2'), count.html('3')];
    const address = pages.put(
      `${path}.html`,
      `<html lang="en"><title>Old</title><meta charset="utf-8">
      <script crossorigin src="${cdn.url}/figshare-elements.iife.js"></script>
      ${elements
        .map(
          (html) =>
            `<p>Seen ${html.replace(' ', ` source="${world.url}" loading="eager" `)}, <i>and more.</i></p>`,
        )
        .join('')}
      <p>Seen, <i>and more.</i></p>`,
    );
    await page.goto(address);
    expect(await page.evaluate(() => document.compatMode)).toBe('BackCompat');
    await allAre(page, 'loading', 3);
    await painted(page);
    const places = () =>
      page
        .locator('p')
        .evaluateAll((all) =>
          all.map((one) => [
            one.getBoundingClientRect().height,
            one.querySelector('i')!.getBoundingClientRect().left,
          ]),
        );
    const before = await places();
    world.faults([]);
    world.release();
    await allAre(page, 'ready', 3);
    const after = await places();
    expect(after.map(([height]) => height)).toEqual(after.map(() => after[3]![0]));
    for (const [index, [height, left]] of before.entries()) {
      expect(after[index]![0]).toBe(height);
      expect(Math.abs(after[index]![1]! - left!)).toBeLessThan(0.5);
    }
  },
);
