import { expect } from '@open-wc/testing';
import { plainText } from '../../src/format/plain-text.js';
import fc, { cases } from '../support/fast-check.js';

describe('plainText', () => {
  const rows: Record<string, [html: string, text: string][]> = {
    'takes tags away': [
      ['Growth of <i>E. coli</i>', 'Growth of E. coli'],
      ['<B>Bold</B>', 'Bold'],
      ['CO<sub>2</sub> and m<sup>-2</sup>', 'CO2 and m-2'],
      ['<span class="x" style=\'color: red\'>red</span>', 'red'],
      ['<span\n  class=x\n>red</span\n>', 'red'],
      ['<h2>Title</h2>', 'Title'],
      ['<img src=x onerror=alert(1)>Data', 'Data'],
      ['<!DOCTYPE html>Data', 'Data'],
      ['<?xml:namespace prefix = o ns = "urn:x" />Data', 'Data'],
      ['<svg/onload=alert(1)>Data', 'Data'],
    ],
    'takes away what quotes in a tag hold': [
      ['<img alt="a > b" src=x>Data', 'Data'],
      ["<img alt='a > b'>Data", 'Data'],
      ['<img alt="it\'s > <b>">Data', 'Data'],
      ['<a title="x" href=\'y\' rel="z">Data</a>', 'Data'],
    ],
    'takes comments away': [
      ['<!-- a > b -->Data', 'Data'],
      ['Data<!--[if gte mso 9]><xml><o:x></o:x></xml><![endif]-->', 'Data'],
      ['Da<!-- "it\'s" -->ta', 'Data'],
      ['Data <!-- that never ends <b>', 'Data'],
    ],
    'puts a space where a line ended': [
      ['One<br>Two', 'One Two'],
      ['One<BR/>Two', 'One Two'],
      ['<p>One</p><p>Two</p>', 'One Two'],
      ['<div>One</div>Two', 'One Two'],
      ['<ul><li>One<li>Two</ul>', 'One Two'],
      ['Plan<param>et', 'Planet'],
    ],
    'keeps honest signs': [
      ['a < b and c > d', 'a < b and c > d'],
      ['p<0.05', 'p<0.05'],
      ['p<.05, n>10', 'p<.05, n>10'],
      ['x <= y', 'x <= y'],
      ['<- left, right ->', '<- left, right ->'],
      ['<3', '<3'],
      ['a <b', 'a <b'],
      ['a < b', 'a < b'],
      ['A & B', 'A & B'],
      ['AT&T; it’s “it”', 'AT&T; it’s “it”'],
      ['<>', '<>'],
      ['Ελληνικά 中文 العربية 🧬', 'Ελληνικά 中文 العربية 🧬'],
    ],
    'leaves as text what only looks like a tag once others are gone': [
      ['<scr<script>ipt>', '<script>'],
      ['&lt;b&gt;bold&lt;/b&gt;', '<b>bold</b>'],
      ['&#60;script&#62;', '<script>'],
    ],
    'decodes entities': [
      ['Growth &amp; others', 'Growth & others'],
      ['&lt;5 &gt;3 &quot;x&quot; &apos;y&apos;', '<5 >3 "x" \'y\''],
      ['37&nbsp;&deg;C', '37 °C'],
      ['&alpha;-synuclein &plusmn; &micro;g &Delta;G', 'α-synuclein ± µg ΔG'],
      ['2010&ndash;2020 &mdash; &hellip;', '2010–2020 — …'],
      ['&#39;&#x27;&#X27;', "'''"],
      ['&#8211;&#x2013;', '––'],
      ['&#128300;&#x1F52C;', '🔬🔬'],
      ['&#x10FFFF;', '\u{10ffff}'],
    ],
    'decodes once': [
      ['&amp;lt;', '&lt;'],
      ['&amp;amp;', '&amp;'],
      ['&#38;lt;', '&lt;'],
      ['&amp;#60;', '&#60;'],
    ],
    'leaves what is no entity, or not one of ours': [
      ['&constructor;', '&constructor;'],
      ['&toString;&valueOf;&hasOwnProperty;', '&toString;&valueOf;&hasOwnProperty;'],
      ['&__proto__;', '&__proto__;'],
      ['&zzz;', '&zzz;'],
      ['&amp', '&amp'],
      ['&AMP;', '&AMP;'],
      ['&;', '&;'],
      ['&#;', '&#;'],
      ['&#x;', '&#x;'],
      ['&#xG;', '&#xG;'],
      ['&#0;', '&#0;'],
      ['&#x110000;', '&#x110000;'],
      ['&#9999999;', '&#9999999;'],
      ['&#99999999999;', '&#99999999999;'],
      ['&#-5;', '&#-5;'],
      ['& amp;', '& amp;'],
    ],
    'makes white space, and what cannot be seen, one space': [
      ['  a \t b \r\n c\u00a0\u2003d  ', 'a b c d'],
      ['a&#10;&#9;b', 'a b'],
      ['a\u0000b\u0007c\u009fd', 'a b c d'],
      ['a&#7;b', 'a b'],
      ['a \u0007 b', 'a b'],
      ['a &#xD800; b', 'a b'],
      ['a &#xDFFF; b', 'a b'],
      ['a\ud800b', 'a b'],
    ],
    'does not let text turn around what is beside it': [
      ['safe\u202egnp.exe', 'safe gnp.exe'],
      ['safe\u2067gnp.exe\u2069', 'safe gnp.exe'],
      ['safe&#x202E;gnp.exe', 'safe gnp.exe'],
      ['safe&#8237;gnp.exe', 'safe gnp.exe'],
    ],
    'keeps the marks that a language is written with': [
      ['می\u200cخواهم', 'می\u200cخواهم'],
      ['👩\u200d🔬', '👩\u200d🔬'],
      ['\u200fالعربية\u200e', '\u200fالعربية\u200e'],
      ['e\u0301', 'e\u0301'],
    ],
    'has nothing to say of nothing': [
      ['', ''],
      [' \n ', ''],
      ['<p></p>', ''],
      ['<p>&nbsp;</p>', ''],
      ['<img src=x>', ''],
      ['<!-- -->', ''],
    ],
  };
  for (const [what, examples] of Object.entries(rows)) {
    describe(what, () => {
      for (const [html, text] of examples) {
        it(JSON.stringify(html), () => expect(plainText(html)).to.equal(text));
      }
    });
  }

  it('reads what HTML means as a browser does', () => {
    const words = fc.constantFrom('Data', 'x', '5', 'é', '🔬', '&amp;', '&lt;', '&#65;', ' ');
    const wrap = fc.constantFrom(
      ...[
        ['<b>', '</b>'],
        ['<i class="a > b">', '</i>'],
        ["<sub title='<'>", '</sub>'],
        ['<!-- > -->', ''],
      ],
    );
    const html = fc
      .array(fc.tuple(words, wrap), { maxLength: 6 })
      .map((parts) => parts.map(([word, [open, close]]) => `${open}${word}${close}`).join(''));
    fc.assert(
      fc.property(html, (html) => {
        const { textContent } = new DOMParser().parseFromString(html, 'text/html').body;
        expect(plainText(html)).to.equal(textContent.replace(/\s+/g, ' ').trim());
      }),
    );
  });

  it('makes well-formed text on one line of anything', () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constantFrom(
        '<',
        '>',
        '&',
        ';',
        '"',
        "'",
        '<b',
        '</p>',
        '<!--',
        '-->',
        '&#x',
        'D800',
        '\ud800',
        '#',
      ),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), (units) => {
        const text = plainText(units.join(''));
        expect(text).to.match(/^[^\p{Cc}\p{Cs}\u202d\u202e\u2066-\u2069]*$/u);
        expect(text).to.equal(text.trim());
      }),
      cases(1000),
    );
  });

  // Some of these would take minutes if each beginning of a tag were searched to its end.
  const pieces = [
    '<a',
    '<a ',
    '<a "',
    '<a \'"',
    '<a"\'"',
    '<!--',
    '</p',
    '&',
    '&a',
    '&#',
    ' ',
    '"',
    '<',
    '>',
  ];
  for (const piece of pieces) {
    it(`is soon done with a text of nothing but ${JSON.stringify(piece)}`, () => {
      const html = piece.repeat(200_000 / piece.length);
      // What takes time in proportion to the square would not end before the test is given up.
      expect(plainText(html)).to.be.a('string');
    });
  }

  for (const [what, inside] of [
    ['letters', 'x'],
    ['quotes', '""'],
    ['words', 'x "y" '],
  ] as const) {
    it(`reads a tag of very many ${what}, closed or not`, () => {
      const long = inside.repeat(100_000);
      expect(plainText(`<a ${long}>Data`)).to.equal('Data');
      expect(plainText(`Data <a ${long}`)).to.contain('Data');
    });
  }
});
