import { expect } from '@open-wc/testing';
import { readCombinedTotals, askTotals } from '../../src/figshare/totals.js';
import type { Item, ItemByDoi } from '../../src/figshare/item.js';
import type { Metric } from '../../src/figshare/metric.js';
import type { Period } from '../../src/figshare/period.js';
import { ask } from '../../src/source/network/ask.js';
import { Service } from '../../src/source/service.js';
import type { SourceOptions } from '../../src/source/source.js';
import { failureOf } from '../support/failure.js';
import { serviceOf } from '../support/service.js';
import { shortWaits } from '../support/short-waits.js';
import { world, type PageWorld } from '../support/worlds.js';

const article = (id: number): Item => ({ kind: 'article', id });
const known = article(766364);
const usda = { doi: '10.15482/USDA.ADC/1402049' };

describe('Service', () => {
  let asked: PageWorld;
  beforeEach(() => (asked = world()));

  const service = () => serviceOf(asked);
  const totals = async (
    items: (Item | ItemByDoi)[],
    metrics: Metric[] = ['views', 'downloads'],
    scope: { period?: Period; institution?: string } = {},
    options?: SourceOptions,
  ) => (await service().answer({ items, metrics, ...scope }, askTotals, options)).answer;
  /** What was asked, in the order of the alphabet: requests overtake each other. */
  const paths = async () => (await asked.record()).requests.map(({ path }) => path).sort();
  const queries = async () => (await asked.record()).requests.map(({ query }) => query).sort();

  it('says who answered, and when', async () => {
    const before = Date.now();
    const { source, retrieved } = await service().answer({ items: [known], metrics: ['views'] }, askTotals);
    expect(source).to.equal(asked.url);
    expect(retrieved.getTime()).to.be.within(before, Date.now());
  });

  it('dates a sum by its oldest part', async () => {
    const { retrieved: oldest } = await ask(`${asked.url}/total/article/766364`, readCombinedTotals);
    while (Date.now() === oldest.getTime()) await asked.record();
    const { retrieved } = await service().answer(
      { items: [known, article(6876647)], metrics: ['views'] },
      askTotals,
    );
    expect(retrieved).to.deep.equal(oldest);
  });

  describe('asks for totals', () => {
    it('of an article or a collection all at once', async () => {
      const all: Metric[] = ['views', 'downloads', 'shares', 'citations'];
      expect(await totals([known], all)).to.deep.equal({
        views: 46088,
        downloads: 5210,
        shares: 3,
        citations: 12,
      });
      expect(await totals([{ kind: 'collection', id: 1234 }], ['citations'])).to.deep.equal({
        citations: 17,
      });
      expect(await paths()).to.deep.equal(['/total/article/766364', '/total/collection/1234']);
    });

    it('and gives those that were asked for, in their order', async () => {
      expect(Object.keys(await totals([known], ['shares', 'views']))).to.deep.equal(['shares', 'views']);
    });

    for (const [kind, id, views, downloads] of [
      ['author', 97657, 58240, 16117],
      ['group', 327, 240118, 61504],
      ['project', 13, 2750, 644],
    ] as const) {
      it(`of a ${kind} per counter`, async () => {
        expect(await totals([{ kind, id }])).to.deep.equal({ views, downloads });
        expect(await paths()).to.deep.equal([`/total/downloads/${kind}/${id}`, `/total/views/${kind}/${id}`]);
      });
    }

    it("in an institution's scope per counter", async () => {
      const institution = 'monash';
      expect(await totals([article(30000002)], ['views'], { institution })).to.deep.equal({ views: 905 });
      expect(await totals([known], ['views'], { institution }), 'not its own').to.deep.equal({ views: 0 });
      expect(await paths()).to.deep.equal([
        '/monash/total/views/article/30000002',
        '/monash/total/views/article/766364',
      ]);
    });

    it('of an item that nobody has seen, and of huge ones', async () => {
      expect(await totals([article(1)])).to.deep.equal({ views: 0, downloads: 0 });
      expect(await totals([article(30000003)])).to.deep.equal({ views: 2 ** 50, downloads: 2 ** 50 });
    });
  });

  describe('where combined totals', () => {
    shortWaits();
    const unknown: [what: string, settings: { combined: false | 400 }][] = [
      ['are not known (404)', { combined: false }],
      ['are refused as a wrong counter (400)', { combined: 400 }],
    ];
    for (const [what, settings] of unknown) {
      it(`${what}, asks per counter, and from then on at once`, async () => {
        await asked.settings(settings);
        expect(await totals([known])).to.deep.equal({ views: 46088, downloads: 5210 });
        expect(await paths()).to.deep.equal([
          '/total/article/766364',
          '/total/downloads/article/766364',
          '/total/views/article/766364',
        ]);
        expect(await totals([article(6876647)], ['downloads'])).to.deep.equal({ downloads: 40 });
        expect(await paths())
          .to.have.length(4)
          .and.to.include('/total/downloads/article/6876647');
      });
    }

    it('are forbidden, asks no more: whoever wants credentials wants them for each counter', async () => {
      await asked.faults({ path: '/total/article/766364', fault: 403 });
      expect(await failureOf(() => totals([known], ['views']))).to.have.property('kind', 'forbidden');
      expect(await paths()).to.deep.equal(['/total/article/766364']);
    });

    for (const body of ['{}', 'null', '[]', '"views"', '{"totals":46088}', '{"__proto__":{"views":1}}']) {
      it(`are nothing that could be read, ${body}, asks per counter`, async () => {
        await asked.faults({ path: '/total/article/766364', fault: 'body', raw: body });
        expect(await totals([known], ['views'])).to.deep.equal({ views: 46088 });
        expect(await paths()).to.deep.equal(['/total/article/766364', '/total/views/article/766364']);
      });
    }

    it('lack some, asks for these alone', async () => {
      await asked.faults({ path: '/total/article/766364', fault: 'body', body: { views: 7, cites: 2 } });
      const all: Metric[] = ['views', 'downloads', 'citations'];
      expect(await totals([known], all)).to.deep.equal({ views: 7, downloads: 5210, citations: 2 });
      expect(await paths()).to.deep.equal(['/total/article/766364', '/total/downloads/article/766364']);
    });

    it('lack some of one item, asks for all of the next item at once again', async () => {
      await asked.faults({ path: '/total/article/766364', fault: 'body', body: { views: 7 } });
      await totals([known]);
      await totals([article(6876647)]);
      expect(await paths())
        .to.include('/total/article/6876647')
        .and.to.have.length(3);
    });

    it('are not known, has no citations, but the rest', async () => {
      await asked.settings({ combined: false });
      expect(await totals([known], ['views', 'citations'])).to.deep.equal({ views: 46088, citations: null });
    });

    it('are not known, cannot tell citations alone', async () => {
      await asked.settings({ combined: false });
      for (const time of ['first', 'second']) {
        const { kind, message } = await failureOf(() => totals([known], ['citations']));
        expect(kind, time).to.equal('unavailable');
        expect(message).to.contain('citations').and.to.contain(asked.url);
      }
      expect(await paths()).to.deep.equal(['/total/article/766364']);
    });

    for (const [fault, kind] of [
      [202, 'busy'],
      [500, 'unavailable'],
      ['no-cors', 'unreachable'],
    ] as const) {
      it(`cannot be had (${fault}), fails as ${kind} and asks no more of it`, async () => {
        await asked.faults({ path: '/total/article/766364', fault });
        expect((await failureOf(() => totals([known]))).kind).to.equal(kind);
        expect(await paths()).not.to.include('/total/views/article/766364');
      });
    }
  });

  describe('sums', () => {
    it('several items, of several kinds', async () => {
      const items: Item[] = [
        known,
        article(6876647),
        { kind: 'collection', id: 1234 },
        { kind: 'project', id: 13 },
      ];
      expect(await totals(items, ['downloads'])).to.deep.equal({ downloads: 5210 + 40 + 1893 + 644 });
    });

    it('citations of articles and collections', async () => {
      expect(await totals([known, { kind: 'collection', id: 1234 }], ['citations'])).to.deep.equal({
        citations: 29,
      });
    });

    it('an item once that is named by its id and by its DOI', async () => {
      expect(await totals([article(24852405), usda], ['views'])).to.deep.equal({ views: 1502 });
    });

    it('a DOI once, in any case', async () => {
      const items = [usda, { doi: usda.doi.toLowerCase() }];
      expect(await totals(items, ['views'])).to.deep.equal({ views: 1502 });
    });

    it('two versions of a DOI once', async () => {
      const items = [usda, { doi: `${usda.doi}.v1` }];
      expect(await totals(items, ['views'])).to.deep.equal({ views: 1502 });
    });

    it('nothing when one item cannot be had, and asks no more for the others', async () => {
      await asked.faults(
        { path: '/total/article/5', fault: 202, after: 3 },
        { path: '/total/article/*', fault: 'hang' },
      );
      const { kind } = await failureOf(() => totals([known, article(5), article(6876647)]));
      expect(kind).to.equal('busy');
      await asked.wait({ aborted: 2, open: 0 });
    });

    it('to an unknown number where one of its parts is not known', async () => {
      await asked.faults(
        { path: '/total/article/5', fault: 'body', body: { views: 7, downloads: 1 } },
        { path: '/total/article/6', fault: 'body', body: { views: 8, downloads: 2, cites: 3 } },
      );
      const items = [article(5), article(6)];
      expect(await totals(items, ['views', 'citations'])).to.deep.equal({ views: 15, citations: null });
    });
  });

  describe('refuses an answer that is none', () => {
    for (const body of [
      '{"totals":"231"}',
      '{"totals":-1}',
      '{"totals":null}',
      '{"total":231}',
      'null',
      '[]',
      '231',
    ]) {
      it(body, async () => {
        await asked.faults({ path: '/total/views/project/13', fault: 'body', raw: body });
        const { kind } = await failureOf(() => totals([{ kind: 'project', id: 13 }], ['views']));
        expect(kind).to.equal('bad-data');
        expect(await paths()).to.have.length(1);
      });
    }

    it('and asks anew the next time', async () => {
      await asked.faults({
        path: '/total/views/project/13',
        fault: 'body',
        body: { totals: null },
        times: 1,
      });
      const project: Item = { kind: 'project', id: 13 };
      expect((await failureOf(() => totals([project], ['views']))).kind).to.equal('bad-data');
      expect(await totals([project], ['views'])).to.deep.equal({ views: 2750 });
    });
  });

  describe('asks for a period', () => {
    const days = {
      '2014-03-01': 1,
      '2015-02-28': 10,
      '2015-03-01': 100,
      '2016-02-29': 1_000,
      '2016-05-05': 10_000,
    };
    const outside = { '2014-02-28': 7, '2016-05-06': 7 };
    const period = { start: '2014-03-01', end: '2016-05-05' };

    it('in windows of a year, with both dates, and sums them', async () => {
      await asked.settings({ items: { 'article/5': { timeline: { views: { ...days, ...outside } } } } });
      expect(await totals([article(5)], ['views'], { period })).to.deep.equal({ views: 11_111 });
      expect(await paths()).to.deep.equal(Array(3).fill('/timeline/total/views/article/5'));
      expect(await queries()).to.deep.equal([
        'start_date=2014-03-01&end_date=2015-02-28',
        'start_date=2015-03-01&end_date=2016-02-29',
        'start_date=2016-03-01&end_date=2016-05-05',
      ]);
    });

    it('of one day', async () => {
      await asked.settings({ items: { 'article/5': { timeline: { downloads: days } } } });
      const day = { start: '2016-02-29', end: '2016-02-29' };
      expect(await totals([article(5)], ['downloads'], { period: day })).to.deep.equal({ downloads: 1_000 });
      expect(await queries()).to.deep.equal(['start_date=2016-02-29&end_date=2016-02-29']);
    });

    it('without an event, which is no failure and no 0', async () => {
      expect(await totals([article(1)], undefined, { period })).to.deep.equal({
        views: null,
        downloads: null,
      });
    });

    it('with events in some of its years, or of some items, only', async () => {
      await asked.settings({
        items: {
          'article/5': { timeline: { views: { '2015-03-01': 3 } } },
          'article/6': { timeline: { views: null, downloads: null } },
        },
      });
      const items = [article(5), article(6)];
      expect(await totals(items, undefined, { period })).to.deep.equal({ views: 3, downloads: null });
    });

    it('that cannot be read in one of its years, and fails', async () => {
      await asked.faults({
        path: '/timeline/*',
        query: 'start_date=2015-03-01',
        fault: 'body',
        body: { timeline: { 2015: 5 } },
      });
      expect((await failureOf(() => totals([known], ['views'], { period }))).kind).to.equal('bad-data');
    });

    it("in an institution's scope, which wants credentials", async () => {
      const scope = { period, institution: 'monash' };
      expect((await failureOf(() => totals([article(30000002)], ['views'], scope))).kind).to.equal(
        'forbidden',
      );
      for (const path of await paths())
        expect(path).to.equal('/monash/timeline/total/views/article/30000002');
    });

    it("in an institution's scope, of a relay that has credentials", async () => {
      const scope = { period: { start: '2014-01-02', end: '2014-03-05' }, institution: 'lboro' };
      const relayed = '/lboro/timeline/total/views/collection/15';
      await asked.faults({ path: relayed, fault: 'body', body: { timeline: { total: 10 } } });
      expect(await totals([{ kind: 'collection', id: 15 }], ['views'], scope)).to.deep.equal({ views: 10 });
    });
  });

  describe('never says a false 0', () => {
    const shown: Metric[] = ['views', 'downloads'];
    const item = (institution?: string): Item => ({
      ...article(5521753),
      ...(institution && { institution }),
    });
    const portal = '/janelia/total';
    beforeEach(() =>
      asked.settings({
        items: {
          'article/5521753': {
            views: 42,
            downloads: 7,
            cites: 1,
            institution: 'janelia',
            portalOnly: true,
            doi: '10.25378/janelia.5521753',
          },
        },
      }),
    );

    it('of an item whose portal has the number', async () => {
      const all: Metric[] = ['views', 'downloads', 'citations'];
      expect(await totals([item('janelia')], all)).to.deep.equal({ views: 42, downloads: 7, citations: 1 });
      expect(await paths()).to.deep.equal([
        `${portal}/downloads/article/5521753`,
        `${portal}/views/article/5521753`,
        '/total/article/5521753',
      ]);
    });

    it('of one whose DOI has to be looked up', async () => {
      expect(await totals([{ doi: '10.25378/janelia.5521753' }], shown)).to.deep.equal({
        views: 42,
        downloads: 7,
      });
    });

    it('of one that is named twice, once with its portal', async () => {
      for (const items of [
        [item(), item('janelia')],
        [item('janelia'), item()],
      ]) {
        expect(await totals(items, shown)).to.deep.equal({ views: 42, downloads: 7 });
      }
    });

    it('in a sum', async () => {
      expect(await totals([item('janelia'), known], ['views'])).to.deep.equal({ views: 46130 });
    });

    it('and leaves the 0 where the portal is a wrong guess, or fails', async () => {
      expect(await totals([item('monash')], shown)).to.deep.equal({ views: 0, downloads: 0 });
      expect(await totals([item('nobody')], shown)).to.deep.equal({ views: 0, downloads: 0 });
      await asked.faults({ path: `${portal}/views/article/5521753`, fault: 'body', body: { totals: -1 } });
      expect(await totals([item('janelia')], shown)).to.deep.equal({ views: 0, downloads: 7 });
    });

    it('but asks a portal for nothing that is known', async () => {
      expect(await totals([{ ...known, institution: 'janelia' }], shown)).to.deep.equal({
        views: 46088,
        downloads: 5210,
      });
      expect(await totals([item('janelia')], shown, { institution: 'monash' })).to.deep.equal({
        views: 0,
        downloads: 0,
      });
      expect((await paths()).filter((path) => path.startsWith('/janelia'))).to.deep.equal([]);
    });
  });

  describe('looks up', () => {
    it('the item of a DOI, and asks for that', async () => {
      expect(await totals([usda], ['views'])).to.deep.equal({ views: 1502 });
      expect(await paths()).to.deep.equal(['/total/article/24852405', '/v2/articles']);
    });

    it('a collection', async () => {
      expect(await totals([{ doi: '10.1098/sample.2021.7' }])).to.deep.equal({ views: 640, downloads: 88 });
    });

    it('nothing else when there is no such item', async () => {
      const { kind } = await failureOf(() => totals([known, { doi: '10.9999/nothing' }]));
      expect(kind).to.equal('not-found');
    });
  });

  describe('when its asker leaves', () => {
    it('ends all requests, and fails with the reason', async () => {
      await asked.faults({ path: '/*', fault: 'hang' });
      const leaving = new AbortController();
      const { signal } = leaving;
      const items: Item[] = [known, { kind: 'project', id: 13 }];
      const left = totals(items, undefined, {}, { signal }).catch((error: unknown) => error);
      await asked.wait({ requests: 3 });
      const reason = new Error('no longer wanted');
      leaving.abort(reason);
      expect(await left).to.equal(reason);
      await asked.wait({ aborted: 3, open: 0 });
    });

    it('ends looking up', async () => {
      await asked.faults({ path: '/*', fault: 'hang' });
      const leaving = new AbortController();
      const { signal } = leaving;
      const left = totals([usda], undefined, {}, { signal }).catch((error: unknown) => error);
      await asked.wait({ requests: 1 });
      leaving.abort();
      expect(await left).to.have.property('name', 'AbortError');
      await asked.wait({ aborted: 1, open: 0 });
      expect(await paths()).to.deep.equal(['/v2/articles']);
    });

    it('goes on for others that ask the same', async () => {
      await asked.faults({ path: '/*', fault: 'hang', times: 1 });
      const leaving = new AbortController();
      const left = totals([known], undefined, {}, { signal: leaving.signal }).catch(
        (error: unknown) => error,
      );
      const staying = totals([known]);
      await asked.wait({ requests: 1 });
      leaving.abort();
      expect(await left).to.have.property('name', 'AbortError');
      await asked.release();
      expect(await staying).to.deep.equal({ views: 46088, downloads: 5210 });
      expect(await paths()).to.have.length(1);
    });

    it('asks nothing if that was before', async () => {
      const signal = AbortSignal.abort();
      const left = await totals([known], undefined, {}, { signal }).catch((error: unknown) => error);
      expect(left).to.have.property('name', 'AbortError');
      await totals([article(1)]);
      expect(await paths()).to.deep.equal(['/total/article/1']);
    });
  });

  it('gives up after its time-out', async () => {
    await asked.faults({ path: '/*', fault: 'hang' });
    const impatient = new Service(asked.url, { timeout: 300 });
    const { kind } = await failureOf(() =>
      impatient.answer({ items: [known], metrics: ['views'] }, askTotals),
    );
    expect(kind).to.equal('unreachable');
    await asked.wait({ aborted: 1 });
  });

  it('asks once for equal questions, and remembers the answers', async () => {
    await Promise.all([totals([known]), totals([known], ['views']), totals([known], ['citations'])]);
    await totals([known]);
    expect(await paths()).to.deep.equal(['/total/article/766364']);
  });
});
