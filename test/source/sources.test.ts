import { expect } from '@open-wc/testing';
import { askTotals } from '../../src/figshare/totals.js';
import { parseAddresses, sourceAt } from '../../src/source/sources.js';
import { failureOf } from '../support/failure.js';
import { world } from '../support/worlds.js';

const page = 'https://blog.example/posts/1.html';

describe('parseAddresses', () => {
  it('takes a time that grows with the length of a list, whatever it holds', () => {
    const time = (list: string) => {
      const start = performance.now();
      try {
        parseAddresses(list, page);
      } catch {
        // What matters is when it says so.
      }
      return performance.now() - start;
    };
    for (const piece of ['/', '\\', 'https://', ',', '@', '//@', 'a.'])
      for (const start of ['', 'https://a.example/', 'ftp:']) {
        const [short, long] = [25_000, 100_000].map((length) => time(start + piece.repeat(length) + '!'));
        // Milliseconds: four times as long, and what a busy machine may add; it was seven seconds.
        expect(long, start + piece).to.be.below(20 * short! + 1000);
      }
  });

  const readable: [list: string, addresses: string[]][] = [
    ['', ['https://stats.figshare.com']],
    [' \n ', ['https://stats.figshare.com']],
    ['https://relay.example', ['https://relay.example']],
    ['https://relay.example/', ['https://relay.example']],
    ['https://relay.example/figshare//', ['https://relay.example/figshare']],
    ['HTTPS://Relay.Example:443/Figshare', ['https://relay.example/Figshare']],
    ['http://127.0.0.1:8787', ['http://127.0.0.1:8787']],
    ['/figshare', ['https://blog.example/figshare']],
    ['figshare/', ['https://blog.example/posts/figshare']],
    ['../figshare', ['https://blog.example/figshare']],
    ['//relay.example', ['https://relay.example']],
    [
      ' /figshare\n\thttps://stats.figshare.com ',
      ['https://blog.example/figshare', 'https://stats.figshare.com'],
    ],
    ['https://a.example https://b.example https://a.example/', ['https://a.example', 'https://b.example']],
    ['https://a.example, https://b.example', ['https://a.example', 'https://b.example']],
    [
      'https://a.example,https://b.example;/figshare;',
      ['https://a.example', 'https://b.example', 'https://blog.example/figshare'],
    ],
    ['"https://a.example"', ['https://a.example']],
    ["'/figshare.json' “https://b.example”", ['https://blog.example/figshare.json', 'https://b.example']],
    ['/Figshare.JSON', ['https://blog.example/Figshare.JSON']],
    ['figshare.json', ['https://blog.example/posts/figshare.json']],
  ];
  for (const [list, addresses] of readable) {
    it(`reads ${JSON.stringify(list)}`, () => expect(parseAddresses(list, page)).to.deep.equal(addresses));
  }

  for (const list of [
    ...['ftp://relay.example', 'javascript:alert(1)', 'data:application/json', 'blob:https://a.example/1'],
    ...['https://', 'http://[', 'mailto:a@b.example'],
  ]) {
    it(`refuses ${list}`, async () => {
      const { kind, message } = await failureOf(() => parseAddresses(list, page));
      expect(kind).to.equal('invalid');
      expect(message)
        .to.match(/^source must /)
        .and.to.contain(`"${list}"`);
    });
  }

  const refused: [address: string, why: RegExp][] = [
    ['stats.figshare.com', /an http or https address/],
    ['relay.example:8787/figshare', /an http or https address/],
    ['relay.example/figshare', /an http or https address/],
    ['https://proxy.example/?url=https://stats.figshare.com', /without a query or the path of a question/],
    ['https://relay.example/figshare?key=1', /without a query or the path of a question/],
    ['https://stats.figshare.com/total', /without a query or the path of a question/],
    ['https://stats.figshare.com/total/views/article/5', /without a query or the path of a question/],
    ['https://relay.example/figshare/timeline/', /without a query or the path of a question/],
  ];
  for (const [address, why] of refused) {
    it(`refuses ${address} rather than ask another address`, async () => {
      const { kind, message } = await failureOf(() => parseAddresses(address, page));
      expect(kind).to.equal('invalid');
      expect(message).to.match(why).and.to.contain(`"${address}"`);
    });
  }

  it('names the one of several that it refuses', async () => {
    const { message } = await failureOf(() => parseAddresses('https://a.example ftp://b.example', page));
    expect(message).to.contain('"ftp://b.example"').and.not.to.contain('a.example');
  });

  for (const list of [
    'https://user:hunter2@relay.example',
    'https://hunter2@relay.example',
    '//u:hunter2@a.example',
  ]) {
    it(`refuses credentials and keeps them to itself: ${list}`, async () => {
      const { kind, message } = await failureOf(() => parseAddresses(list, page));
      expect(kind).to.equal('invalid');
      expect(message)
        .to.match(/^source must .*credentials/)
        .and.not.to.contain('hunter2');
    });
  }

  it('refuses a relative address where there is no page', async () => {
    const { kind, message } = await failureOf(() => parseAddresses('/figshare'));
    expect(kind).to.equal('invalid');
    expect(message)
      .to.match(/^source must /)
      .and.to.contain('"/figshare"');
    expect(parseAddresses('https://relay.example')).to.deep.equal(['https://relay.example']);
  });

  it('takes a snapshot beside the page, with its query', () => {
    expect(parseAddresses('/figshare.json?v=3#top', page)).to.deep.equal([
      new URL('/figshare.json?v=3', page).href,
    ]);
  });
});

describe('sourceAt', () => {
  const item = { kind: 'article', id: 766364 } as const;

  it('asks its addresses in order, and says which one answered', async () => {
    const [first, second] = [world(), world()];
    await first.faults({ path: '/*', fault: 202 });
    const { answer, source } = await sourceAt([first.url, second.url]).answer(
      { items: [item], metrics: ['views'] },
      askTotals,
    );
    expect(answer).to.deep.equal({ views: 46088 });
    expect(source).to.equal(second.url);
    expect((await first.record()).requests).to.have.length(1);
  });

  it('passes on a question for citations that its first source does not tell', async () => {
    const [first, second] = [world(), world()];
    await first.settings({ combined: false });
    const { answer, source } = await sourceAt([first.url, second.url]).answer(
      { items: [item], metrics: ['citations'] },
      askTotals,
    );
    expect(answer).to.deep.equal({ citations: 12 });
    expect(source).to.equal(second.url);
  });

  it('says which address may be none of a source when nothing is known there', async () => {
    const asked = world();
    const address = `${asked.url}/some-page`;
    const { kind, message } = await failureOf(() =>
      sourceAt([address]).answer({ items: [item], metrics: ['views'] }, askTotals),
    );
    expect(kind).to.equal('not-found');
    expect(message).to.contain(`source "${address}"`);
  });

  it('reads a snapshot whose name is written in capitals', async () => {
    const asked = world();
    const { kind, message } = await failureOf(() =>
      sourceAt([`${asked.url}/FIGSHARE.JSON`]).answer({ items: [item], metrics: ['views'] }, askTotals),
    );
    expect(kind).to.equal('not-found');
    expect(message).to.contain(`the snapshot ${asked.url}/FIGSHARE.JSON`);
    expect((await asked.record()).requests).to.have.length(1);
  });

  it('hands its options on', async () => {
    const asked = world();
    const doi = '10.15482/USDA.ADC/1402049';
    const source = sourceAt([asked.url], { api: `${asked.url}/v2` });
    const { answer } = await source.answer({ items: [{ doi }], metrics: ['views'] }, askTotals);
    expect(answer).to.deep.equal({ views: 1502 });
  });
});
