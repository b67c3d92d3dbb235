/** Elements in the text of pages. */
import { expect, test } from '@playwright/test';
import { withoutCode } from '../../src/cli/snapshot/markdown.js';
import { elementsInHtml, elementsInMarkdown, type PageElement } from '../../src/cli/snapshot/pages.js';
import fc from '../support/fast-check.js';

/** `stats 766364 @2`: name, item and line, then what else is told. */
function brief({ name, attributes, line }: PageElement): string {
  const others = [...attributes].filter(([key]) => key !== 'item');
  return [name, attributes.get('item'), `@${line}`, ...others.map(([key, value]) => `${key}=${value}`)]
    .filter(Boolean)
    .join(' ');
}

const html: [string, string, string[]][] = [
  ['an element', '<p>\n<figshare-stats item="1"></figshare-stats>', ['stats 1 @2']],
  ['in capitals, without quotes', '<FIGSHARE-STATS ITEM=1 Metrics=shares>', ['stats 1 @1 metrics=shares']],
  ['over several lines', '<p>\n<figshare-top\n  of=group\n></figshare-top>', ['top @2 of=group']],
  ['with entities', '<figshare-stats item="1&#32;2">', ['stats 1 2 @1']],
  ['with an item type', '<figshare-timeline item=1 item-type=dataset>', ['timeline 1 @1 item-type=dataset']],
  ['first of two equal attributes', '<figshare-stats item=1 item=2>', ['stats 1 @1']],
  ['in a comment', '<!-- <figshare-stats item="1"></figshare-stats> -->', []],
  ['in a script or a style', '<script>"<figshare-stats item=1>"</script><style><figshare-top></style>', []],
  ['in a text field', '<textarea><figshare-stats item=1></figshare-stats></textarea>', []],
  ['in a template', '<template><figshare-stats item="{{ id }}"></figshare-stats></template>', []],
  ['in a shadow root', '<div><template shadowrootmode=open><figshare-top></template></div>', ['top @1']],
  [
    'after a template in a shadow root',
    '<template shadowrootmode=open><template><figshare-top></template><figshare-top of=group>',
    ['top @1 of=group'],
  ],
  ['behind an empty title in a drawing', '<svg><title/><style/></svg><figshare-top>', ['top @1']],
  ['in character data of a drawing', '<svg><![CDATA[<figshare-top>]]></svg>', []],
  ['escaped', '<pre>&lt;figshare-stats item="1"&gt;</pre>', []],
  ['of somebody else', '<figshare-widget item=1></figshare-widget><my-figshare-stats item=1>', []],
  ['named like a property of objects', '<figshare-constructor item=1></figshare-constructor>', []],
  ['with an attribute named __proto__', '<figshare-stats item=1 __proto__=x>', ['stats 1 @1 __proto__=x']],
  [
    'a link',
    '<a href="https://doi.org/10.6084/m9.figshare.1#figshare-stats?variant=card&amp;metrics=shares">x</a>',
    ['stats https://doi.org/10.6084/m9.figshare.1 @1 variant=card metrics=shares'],
  ],
  [
    'a link without attributes',
    '<a href=" https://figshare.com/articles/1#figshare-timeline ">',
    ['timeline https://figshare.com/articles/1 @1'],
  ],
  [
    'a link with an item of its own',
    '<a href="https://doi.org/10.6084/m9.figshare.1#figshare-stats?item=1+2">',
    ['stats 1 2 @1'],
  ],
  [
    'a link that lists items',
    '<a href="https://doi.org/10.6084/m9.figshare.1#figshare-top?of=group">',
    ['top @1 of=group'],
  ],
  ['a link with options to what is no item', '<a href="https://a.b/#figshare-stats?item=1+2">', []],
  [
    'a link that an editor has encoded, at the end of a sentence',
    '<a href="https://doi.org/10.6084/m9.figshare.1#figshare-stats%3Fvariant%3Dcard).">',
    ['stats https://doi.org/10.6084/m9.figshare.1 @1 variant=card'],
  ],
  [
    'a link that lists what an item has',
    '<a href="https://figshare.com/articles/1#figshare-top?by=referral">',
    ['top https://figshare.com/articles/1 @1 by=referral'],
  ],
  ['other links', '<a href="https://a.b/#figshare-widget"><a href="#figshares-stats"><a>', []],
  ['a link up the page', '<a href="#figshare-top">Back to top</a>', []],
  ['a link to what is no item', '<a href="https://a.b/articles/1#figshare-stats">', []],
  [
    'a placeholder',
    '<div data-figshare-stats data-item="1" data-metrics="shares" class="x">',
    ['stats 1 @1 metrics=shares'],
  ],
  ['the mark of a placeholder alone', '<span data-figshare-top></span>', ['top @1']],
  ['the mark of a placeholder on what stays as it is', '<p data-figshare-stats data-item="1">', []],
];

test.describe('in HTML', () => {
  for (const [name, text, expected] of html) {
    test(name, () => expect(elementsInHtml(text).map(brief)).toEqual(expected));
  }

  test('nested without an end', () => {
    expect(elementsInHtml('<figshare-stats item=1><b>'.repeat(100_000))).toHaveLength(100_000);
  });

  test('in what is no page at all', () => {
    expect(elementsInHtml('')).toEqual([]);
    expect(elementsInHtml('\0\u{fffd}<<<><figshare-stats item="1"')).toEqual([]);
  });
});

const markdown: [string, string, string[]][] = [
  ['in text', 'Seen\n<figshare-stats item="1"></figshare-stats> times', ['stats 1 @2']],
  ['with lines of Windows', 'a\r\n\r\n<figshare-stats item=1>', ['stats 1 @3']],
  ['in fenced code', '```html\n<figshare-stats item="1">\n```\n<figshare-stats item="2">', ['stats 2 @4']],
  [
    'in code fenced by tildes',
    '~~~\n```\n<figshare-stats item="1">\n~~~\n\n<figshare-stats item=2>',
    ['stats 2 @6'],
  ],
  ['in a longer fence', '````\n```\n<figshare-top>\n```\n<figshare-top>\n````\n', []],
  ['in a fence that does not end', 'a\n```\n<figshare-stats item="1">', []],
  [
    'in a fence in a list or quotation',
    '1. ```\n   <figshare-top>\n   ```\n> ```\n> <figshare-top>\n> ```\n',
    [],
  ],
  [
    'in inline code',
    'Write `<figshare-stats item="1">` or ``<figshare-top> ` ``, <figshare-stats item=2>',
    ['stats 2 @1'],
  ],
  ['in inline code of two lines', '`<figshare-stats\nitem="1">` <figshare-top>', ['top @2']],
  ['after a lone backtick', 'a ` b\n\n<figshare-stats item="1"> `', ['stats 1 @3']],
  ['escaped', '\\<figshare-stats item="1">', []],
  ['in a comment', '<!--\n<figshare-stats item="1">\n-->', []],
  ['behind a fence in a comment', '<!--\n```\n--> <figshare-stats item="1">', ['stats 1 @3']],
  ['a link in a comment', '<!-- https://figshare.com/articles/1#figshare-stats -->', []],
  ['in HTML that Quarto passes on', '```{=html}\n<figshare-stats item="1">\n```\n', ['stats 1 @2']],
  ['in a line of such HTML', 'a `<figshare-stats item="1">`{=html} b', ['stats 1 @1']],
  ['in code of the same length inside such HTML', '````{=html}\n```\n<figshare-top>\n````\n', ['top @3']],
  [
    'a link',
    'see [it](https://doi.org/10.6084/m9.figshare.1#figshare-stats?compact "seen")',
    ['stats https://doi.org/10.6084/m9.figshare.1 @1 compact='],
  ],
  [
    'a bare link',
    '\n<https://figshare.com/articles/1#figshare-stats>',
    ['stats https://figshare.com/articles/1 @2'],
  ],
  [
    'a bare link at the end of a sentence',
    'See https://doi.org/10.6084/m9.figshare.1#figshare-stats?variant=card.',
    ['stats https://doi.org/10.6084/m9.figshare.1 @1 variant=card'],
  ],
  [
    'a bare link in bold',
    '**https://doi.org/10.6084/m9.figshare.1#figshare-stats**',
    ['stats https://doi.org/10.6084/m9.figshare.1 @1'],
  ],
  [
    'a link with an entity',
    '[it](https://doi.org/10.6084/m9.figshare.1#figshare-stats?variant=card&amp;metrics=shares)',
    ['stats https://doi.org/10.6084/m9.figshare.1 @1 variant=card metrics=shares'],
  ],
  [
    'a definition',
    '[it]: https://figshare.com/articles/1#figshare-stats',
    ['stats https://figshare.com/articles/1 @1'],
  ],
  ['a link in code', '`[it](https://figshare.com/articles/1#figshare-stats)`', []],
  [
    'a link in HTML, once',
    '<a href="https://figshare.com/articles/1#figshare-stats">',
    ['stats https://figshare.com/articles/1 @1'],
  ],
];

test.describe('in Markdown', () => {
  for (const [name, text, expected] of markdown) {
    test(name, () => expect(elementsInMarkdown(text).map(brief)).toEqual(expected));
  }

  // Each took from 9 seconds to minutes when the time grew with the square of the length.
  const long: [string, string, number][] = [
    ['links', '[it](https://doi.org/10.6084/m9.figshare.1#figshare-stats)\n'.repeat(20_000), 20_000],
    ['other links', 'see [it](https://example.org/a) there\n'.repeat(40_000), 0],
    ['elements', 'a <figshare-stats item="1"></figshare-stats> `b`\n'.repeat(20_000), 20_000],
    [
      'backticks without their like',
      Array.from({ length: 1400 }, (_, count) => '`'.repeat(count)).join(' a'),
      0,
    ],
    ['addresses in one word', 'https://figshare.com/articles/1'.repeat(30_000), 0],
    ['lists in lists', `${'- '.repeat(400_000)}a`, 0],
    ['comments that do not end', '<!-- '.repeat(200_000), 0],
    ['spaces', `\n${' '.repeat(1_000_000)}a`, 0],
  ];
  for (const [name, text, count] of long) {
    test(`in a megabyte of ${name}, in a time that grows with its length`, () => {
      const start = performance.now();
      expect(elementsInMarkdown(text)).toHaveLength(count);
      expect(performance.now() - start).toBeLessThan(5000);
    });
  }

  test('in any text whatever, line by line', () => {
    const pieces = [
      '`',
      '``',
      '```',
      '~~~',
      '\n',
      '\n\n',
      '\\',
      '<figshare-stats item="1">',
      '> ',
      '- ',
      'a',
      ' ',
    ];
    const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const shown = withoutCode(text);
        expect(shown).toHaveLength(text.length);
        expect(shown.split('\n')).toHaveLength(text.split('\n').length);
        expect(elementsInMarkdown(text).length).toBeLessThanOrEqual(elementsInHtml(text).length);
      }),
    );
  });
});
