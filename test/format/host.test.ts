import { expect } from '@open-wc/testing';
import { readHost } from '../../src/format/host.js';
import fc, { cases } from '../support/fast-check.js';

describe('readHost', () => {
  const linked: [referrer: string, href: string][] = [
    ['doi.org', 'https://doi.org/'],
    ['www.google.co.uk', 'https://www.google.co.uk/'],
    ['WWW.Example.COM', 'https://www.example.com/'],
    ['a-b.example.edu', 'https://a-b.example.edu/'],
    ['1.example.com', 'https://1.example.com/'],
    ['123.com', 'https://123.com/'],
    ['xn--bcher-kva.example', 'https://xn--bcher-kva.example/'],
    ['xn--ypal-43d9g.com', 'https://xn--ypal-43d9g.com/'],
    ['bücher.example', 'https://xn--bcher-kva.example/'],
    ['пример.рф', 'https://xn--e1afmkfd.xn--p1ai/'],
    ['παράδειγμα.ελ', 'https://xn--hxajbheg2az3al.xn--qxam/'],
    ['例え.テスト', 'https://xn--r8jz45g.xn--zckzah/'],
    ['도메인.한국', 'https://xn--hq1bm8jm9l.xn--3e0b707e/'],
    ['مثال.مصر', 'https://xn--mgbh0fb.xn--wgbh1c/'],
    ['उदाहरण.परीक्षा', 'https://xn--p1b6ci4b4b3a.xn--11b5bs3a9aj6g/'],
    ['ไทย.ไทย', 'https://xn--o3cw4h.xn--o3cw4h/'],
  ];
  for (const [referrer, href] of linked) {
    it(`shows ${referrer} as it is, and links it`, () =>
      expect(readHost(referrer)).to.deep.equal({ text: referrer, href }));
  }

  it('links labels as long as they may be', () => {
    const longest = `${'a'.repeat(63)}.com`;
    expect(readHost(longest)).to.deep.equal({ text: longest, href: `https://${longest}/` });
  });

  const mixed: [what: string, referrer: string, host: string][] = [
    ['Latin and Cyrillic', 'раypal.com', 'xn--ypal-43d9g.com'],
    ['a name all in Cyrillic before Latin', 'аррӏе.com', 'xn--80ak6aa92e.com'],
    ['Cyrillic and Greek', 'αр.рф', 'xn--mxa00a.xn--p1ai'],
    ['Latin and Greek', 'gοοgle.com', 'xn--ggle-0nda.com'],
    ['Latin and Armenian', 'gօօgle.com', 'xn--ggle-vifa.com'],
    ['Latin and Cherokee', 'ꭺmazon.com', 'xn--mazon-bby.com'],
    ['Latin and Han', '日本.jp', 'xn--wgv71a.jp'],
    ['Latin and Katakana that looks like a slash', 'google.comノevil.org', 'google.xn--comevil-v04f.org'],
    ['Latin and Lisu that looks like it', 'ꓑayꓑal.com', 'xn--ayal-ky5oc.com'],
    ['Latin and Georgian', 'აb.com', 'xn--b-w2g.com'],
    ['Latin and digits of another script', '৪৪.com', 'xn--47ba.com'],
    ['letters and what will be others', '①.com', '1.com'],
    ['a letter and a mark of its own', 'bu\u0308cher.example', 'xn--bcher-kva.example'],
  ];
  for (const [what, referrer, host] of mixed) {
    it(`shows ${what} as it travels: ${host}`, () =>
      expect(readHost(referrer)).to.deep.equal({ text: host, href: `https://${host}/` }));
  }

  const plain: [what: string, referrers: string[]][] = [
    ['no host', ['', ' ', 'Other', 'direct', 'localhost', '-', '.', '...', '(none)', 'Google Scholar']],
    ['an address', ['https://example.com', 'http://example.com/', '//example.com', 'example.com/path']],
    ['more than a host', ['example.com?q', 'example.com#f', 'example.com:80', 'a@example.com', 'a:b@c.com']],
    ['a script', ['javascript:alert(1)', 'javascript:alert.com', 'data:text/html,x.y', '<b>x</b>.com']],
    ['a path', ['../a.b', 'a.b/..', 'a.b\\c.d', 'C:\\a.b']],
    ['numbers', ['127.0.0.1', '1.2', '0x7f.1', '127.1', '0x7f.0x1', '0177.0.0.1', '１２７.0.0.1', '１.２']],
    ['numbers too large', ['256.256.256.256', '1.2.3.4.5', 'example.0x4', '0xffffffffff.1']],
    ['IPv6', ['[::1]', '::1', '[2001:db8::1].com']],
    ['dots too many', ['example.com.', '.example.com', 'example..com', '..']],
    [
      'signs that hosts do not have',
      ['a_b.example.com', '%65xample.com', 'exa%mple.com', 'a b.com', 'a+b.com'],
    ],
    ['white space', [' example.com', 'example.com ', 'example.com\n', 'exam\tple.com', 'example\u00a0.com']],
    [
      'what cannot be seen',
      ['exam\u200bple.com', 'exam\u200dple.com', 'a\u00adb.com', 'a\u202eb.com', '\ufeffa.com'],
    ],
    ['other dots', ['example。com', 'example．com']],
    ['what looks like more', ['google.com⁄evil', 'google.com／evil', 'a.b？c']],
    ['surrogates alone', ['\ud800.com', 'a.\udc00']],
    ['a label too long', [`${'a'.repeat(64)}.com`, `a.${'я'.repeat(300)}`, `${'a'.repeat(300)}.com`]],
    ['names of objects', ['__proto__', 'constructor']],
  ];
  for (const [what, referrers] of plain) {
    for (const referrer of referrers) {
      it(`links nowhere, being ${what}: ${JSON.stringify(referrer)}`, () =>
        expect(readHost(referrer)).to.deep.equal({ text: referrer, href: undefined }));
    }
  }

  // Browsers are not of one mind on whether these are hosts.
  for (const referrer of ['xn--.com', 'xn--a.com', 'xn--zzzzzzzz.com', '-a.com', 'a-.com']) {
    it(`shows as it is what may be a host: ${referrer.slice(0, 20)}`, () =>
      expect(readHost(referrer).text).to.equal(referrer));
  }

  it('copes with very long ones', () => {
    for (const piece of ['a', 'a.', '-', '.', 'я', 'я.', 'аa.']) {
      for (const referrer of [
        piece.repeat(300),
        `${piece.repeat(100_000)}a.com`,
        `${piece.repeat(100_000)}!`,
      ]) {
        // What takes time in proportion to the square would not end before the test is given up.
        expect(readHost(referrer).text.length, piece).to.be.greaterThan(0);
      }
    }
  });

  it('never links elsewhere than to the root of the host it shows, by https', () => {
    const unit = fc.oneof(
      fc.constantFrom(...'ab09-._:/?#@%[]\\ \tаαжアノ日①１ｇ'.split(''), 'xn--', '.com', 'javascript:', '0x'),
      fc.string({ unit: 'binary', maxLength: 1 }),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), (units) => {
        const { text, href } = readHost(units.join(''));
        if (href === undefined) {
          expect(text).to.equal(units.join(''));
          return;
        }
        const { protocol, hostname, pathname, username, port, search, hash } = new URL(href);
        expect([protocol, pathname, username + port + search + hash]).to.deep.equal(['https:', '/', '']);
        expect(new URL(`https://${text}/`).hostname).to.equal(hostname);
      }),
      cases(2000),
    );
  });
});
