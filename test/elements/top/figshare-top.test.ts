import { expect } from '@open-wc/testing';
import '../../../src/define/figshare-top.js';
import type { FigshareError } from '../../../src/figshare/error.js';
import { drawn, mount, mountSettled, partOf, seen, settled, until } from '../../support/elements.js';
import { world } from '../../support/worlds.js';
import { keepsItsPromises } from '../promises.js';

const referrers = 'by="referral" item="766364" start="2014-01-01" end="2016-12-31"';
const top = (source: string, attributes: string) =>
  mountSettled(`<figshare-top source="${source}" ${attributes}></figshare-top>`);
const rows = (element: Element) =>
  [...element.shadowRoot!.querySelectorAll('li[part=row]')].map((row) =>
    row.textContent.trim().replace(/\s+/g, ' '),
  );

/** Answers for the main API: no page of the tests asks figshare. */
async function withMainApi<Result>(
  answer: (url: string) => Response,
  run: () => Promise<Result>,
): Promise<Result> {
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) => {
    const { url } = new Request(input);
    return url.startsWith('https://api.figshare.com/') ? Promise.resolve(answer(url)) : fetch(input, init);
  };
  try {
    return await run();
  } finally {
    globalThis.fetch = fetch;
  }
}
const unknown = () => Response.json({ message: 'Entity not found' }, { status: 404 });

describe('<figshare-top>', () => {
  keepsItsPromises({
    tag: 'figshare-top',
    asks: referrers,
    sees: /www\.google\.com 13,369/,
    otherItem: '1130885',
    seesOther: /www\.google\.com 9,368/,
    isBlock: true,
    badBody: { top: { 5: 'many' } },
    asksWithoutItem: true,
  });

  it('ranks the most viewed articles, ties sharing a rank, and asks without an item', () =>
    withMainApi(unknown, async () => {
      const here = world();
      await here.faults({ path: '/top/*', fault: 'body', body: { top: { 11: 3, 12: 1234, 13: 3, 14: 1 } } });
      const element = await top(here.url, 'limit="4"');
      expect(rows(element)).to.deep.equal(['#12 1,234', '#11 3', '#13 3', '#14 1']);
      const places = element.shadowRoot!.querySelectorAll<HTMLLIElement>('li[part=row]');
      expect([...places].map(({ value }) => value)).to.deep.equal([1, 2, 2, 4]);
      expect((await here.record()).requests[0]).to.include({ path: '/top/views/article', query: 'count=4' });
    }));

  it('gives names when they come, as text, with their pages', () =>
    withMainApi(
      (url) => {
        if (url.endsWith('/v2/articles/22')) return unknown();
        const title = 'Growth of <i>E. coli</i> &amp; others <img src=x onerror=alert(1)>';
        return Response.json({ title, url_public_html: 'https://monash.figshare.com/articles/x/21' });
      },
      async () => {
        const here = world();
        await here.faults({ path: '/top/*', fault: 'body', body: { top: { 21: 9, 22: 5 } } });
        const element = await top(here.url, 'limit="2"');
        const { height } = element.getBoundingClientRect();
        await until(() => rows(element)[0]!.includes('coli'), 'the name did not come');
        expect(rows(element)).to.deep.equal(['Growth of E. coli & others 9', '#22 5']);
        const links = [...element.shadowRoot!.querySelectorAll('a')].map(({ href }) => href);
        expect(links).to.deep.equal([
          'https://monash.figshare.com/articles/x/21',
          'https://figshare.com/articles/_/22',
        ]);
        expect(element.getBoundingClientRect().height).to.equal(height);
      },
    ));

  it('links referrers that are plain hosts, and shows one that mixes scripts as it travels', async () => {
    const here = world();
    const body = { 'doi.org': 5, 'раypal.com': 4, '<b>x</b>': 3, 'a.b/c?d': 2, 'bücher.example': 1 };
    await here.faults({ path: '/top/*', fault: 'body', body });
    const element = await top(here.url, `${referrers} limit="5"`);
    const named = [...element.shadowRoot!.querySelectorAll('[part=label]')].map((label) => [
      label.textContent,
      label.getAttribute('href'),
    ]);
    expect(named).to.deep.equal([
      ['doi.org', 'https://doi.org/'],
      ['xn--ypal-43d9g.com', 'https://xn--ypal-43d9g.com/'],
      ['<b>x</b>', null],
      ['a.b/c?d', null],
      ['bücher.example', 'https://xn--bcher-kva.example/'],
    ]);
  });

  it('says the number of those whose name cannot be had, and does not ask again when drawn again', async () => {
    const asked: string[] = [];
    const answers: Record<string, () => Response> = {
      '31': unknown,
      '32': () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }),
      '33': () => Response.json({ title: 7 }),
      '34': () => Response.json({ title: '<b></b> &nbsp;' }),
      '35': () => Response.json({ title: 'Wheat', url_public_html: 'https://figshare.com/x' }),
    };
    const answer = (url: string) => {
      asked.push(url);
      return answers[url.split('/').at(-1)!]!();
    };
    await withMainApi(answer, async () => {
      const here = world();
      const body = { top: { 31: 9, 32: 8, 33: 7, 34: 6, 35: 5 } };
      await here.faults({ path: '/top/*', fault: 'body', body });
      const errors: Event[] = [];
      const tell = (event: Event) => errors.push(event);
      addEventListener('figshare-error', tell);
      const element = await top(here.url, 'limit="5"');
      await until(
        () => rows(element).at(-1)!.includes('Wheat') && asked.length === 5,
        'the names are not there',
      );
      const numbered = ['#31 9', '#32 8', '#33 7', '#34 6'];
      expect(rows(element)).to.deep.equal([...numbered, 'Wheat 5']);
      element.setAttribute('no-link', '');
      await element.updateComplete;
      expect(element.shadowRoot!.querySelector('li a')).to.equal(null);
      removeEventListener('figshare-error', tell);
      expect(errors).to.be.empty;
      expect(asked).to.have.length(5);
    });
  });

  const nameless = ['of="author"', 'of="group"', referrers, 'by="category"', 'by="item-type"'];
  for (const attributes of nameless) {
    it(`asks for no names where there are none: ${attributes}`, async () => {
      const asked: string[] = [];
      const answer = (url: string) => {
        asked.push(url);
        return unknown();
      };
      await withMainApi(answer, async () => {
        const element = await top(world().url, attributes);
        expect(rows(element)).not.to.be.empty;
        await element.updateComplete;
        expect(asked).to.be.empty;
      });
    });
  }

  it('names the main API on the button, and asks it only when that was pressed', async () => {
    const asked: string[] = [];
    const answer = (url: string) => {
      asked.push(url);
      return unknown();
    };
    await withMainApi(answer, async () => {
      const here = world();
      await here.faults({ path: '/top/*', fault: 'body', body: { top: { 41: 9 } } });
      const element = await mount(`<figshare-top source="${here.url}" loading="click"></figshare-top>`);
      expect(partOf(element, 'button')!.textContent).to.contain('api.figshare.com');
      expect(asked).to.be.empty;
      partOf(element, 'button')!.click();
      await settled(element);
      await until(() => asked.length > 0, 'no name is asked for');
      expect(asked).to.deep.equal(['https://api.figshare.com/v2/articles/41']);
    });
  });

  it('is as high before the answer as a whole list is, and as a shorter one', async () => {
    for (const limit of [2, 100]) {
      const here = world();
      await here.faults({ path: '/*', fault: 'hang' });
      const element = await mount(
        `<figshare-top source="${here.url}" ${referrers} limit="${limit}"></figshare-top>`,
      );
      const { height } = element.getBoundingClientRect();
      await here.wait({ requests: 1 });
      await drawn();
      await here.release();
      await settled(element);
      expect(element.getBoundingClientRect().height).to.equal(height);
    }
  });

  it('keeps room for as many rows as were asked for', async () => {
    const here = world();
    await here.faults({ path: '/*', fault: 'hang' });
    const { shadowRoot } = await mount(
      `<figshare-top source="${here.url}" ${referrers} limit="4"></figshare-top>`,
    );
    expect(shadowRoot!.querySelectorAll('li')).to.have.length(4);
  });

  it('says above the list what is ranked, and for which period', async () => {
    const titles: [attributes: string, title: string][] = [
      ['', 'Most viewed articles all time'],
      ['of="collection" metric="downloads"', 'Most downloaded collections all time'],
      ['by="category"', 'Most viewed categories last 12 months'],
      [referrers, 'Views by referrer Jan 1, 2014 – Dec 31, 2016'],
      ['heading="Best of all"', 'Best of all all time'],
    ];
    for (const [attributes, title] of titles) {
      const element = await mount(
        `<figshare-top source="${world().url}" loading="click" ${attributes}></figshare-top>`,
      );
      const text = element.shadowRoot!.querySelector('.frame .title')!.textContent;
      expect(text.replace(/\s+/g, ' ')).to.equal(title);
    }
  });

  it('runs from the right in Arabic: name, number', async () => {
    const element = await top(world().url, `${referrers} lang="ar"`);
    const [name, value] = ['.name', '[part=value]'].map(
      (part) => element.shadowRoot!.querySelector(`li ${part}`)!.getBoundingClientRect().x,
    ) as [number, number];
    expect(name).to.be.greaterThan(value);
  });

  it('is calm when there is nothing', async () => {
    const element = await top(world().url, 'by="category" item="1" start="2024-01-01" end="2024-12-31"');
    expect(element.status).to.equal('empty');
    expect(seen(element)).to.contain('No views in this period');
  });

  const wrong: [attributes: string, names: RegExp][] = [
    ['of="dataset"', /of.*"dataset"/],
    ['metric="citations"', /metric.*"citations"/],
    ['by="size"', /by.*"size"/],
    ['limit="101"', /limit.*"101"/],
    ['item="5"', /item.*"5"/],
    ['by="category" of="author" item="article/5"', /item.*author.*"article\/5"/],
  ];
  for (const [attributes, names] of wrong) {
    it(`is invalid, and asks nobody: ${attributes}`, async () => {
      const here = world();
      const element = await mount(`<figshare-top source="${here.url}" ${attributes}></figshare-top>`);
      const { detail } = await settled<FigshareError>(element);
      expect(detail.kind).to.equal('invalid');
      expect(detail.message).to.match(names);
      expect((await here.record()).requests).to.be.empty;
    });
  }
});
