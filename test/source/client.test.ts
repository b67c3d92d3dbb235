import { expect } from '@open-wc/testing';
import { FigshareClient } from '../../src/client.js';
import { failureOf } from '../support/failure.js';
import { world, type PageWorld } from '../support/worlds.js';

describe('FigshareClient', () => {
  let asked: PageWorld;
  let client: FigshareClient;
  beforeEach(() => {
    asked = world();
    client = new FigshareClient({ source: asked.url });
  });

  it('tells views and downloads, who told them, and when', async () => {
    const before = Date.now();
    const { answer, source, retrieved } = await client.totals({ item: '766364' });
    expect(answer).to.deep.equal({ views: 46088, downloads: 5210 });
    expect(source).to.equal(asked.url);
    expect(retrieved.getTime()).to.be.within(before, Date.now());
  });

  it('takes a number, a list of metrics, and several items', async () => {
    expect((await client.totals({ item: 766364, metrics: ['citations'] })).answer).to.deep.equal({
      citations: 12,
    });
    const { answer } = await client.totals({ item: '766364 project/13', metrics: 'views shares' });
    expect(answer).to.deep.equal({ views: 46088 + 2750, shares: 5 });
  });

  it('counts an item once, in however many ways it is named', async () => {
    const item =
      '766364 Article/766364 10.6084/m9.figshare.766364 https://doi.org/10.6084/M9.FIGSHARE.766364.V2 ' +
      'https://figshare.com/articles/_/766364/3';
    expect((await client.totals({ item, metrics: 'views' })).answer).to.deep.equal({ views: 46088 });
  });

  it('keeps items of different kinds with the same number apart', async () => {
    await asked.settings({ items: { 'article/13': { views: 1 }, 'project/13': { views: 2 } } });
    const { answer } = await client.totals({ item: '13 project/13', metrics: 'views' });
    expect(answer).to.deep.equal({ views: 3 });
  });

  it('tells a period, and an institution', async () => {
    const dates = { start: '2015-01-01', end: '2015-12-31' };
    await asked.settings({
      items: { 'article/5': { timeline: { views: { '2015-06-01': 6, '2016-06-01': 7 } } } },
    });
    expect((await client.totals({ item: 5, metrics: 'views', ...dates })).answer).to.deep.equal({ views: 6 });
    const { answer } = await client.totals({ item: 30000002, institution: 'monash' });
    expect(answer).to.deep.equal({ views: 905, downloads: 211 });
  });

  it('tells a timeline, oldest first and without gaps, who told it, and when', async () => {
    const views = { '2015-12-31': 1, '2015-12-01': 2, '2015-10-20': 5, '2015-09-30': 7, '2016-01-01': 7 };
    await asked.settings({ items: { 'article/5': { timeline: { views, downloads: null } } } });
    const before = Date.now();
    const { answer, source, retrieved } = await client.timeline({
      ...{ item: '5', metrics: ['views', 'downloads'], start: '2015-10-01', end: '2015-12-31' },
    });
    expect(answer).to.deep.equal({
      views: [
        { date: '2015-10', value: 5 },
        { date: '2015-11', value: 0 },
        { date: '2015-12', value: 3 },
      ],
      downloads: [],
    });
    expect(source).to.equal(asked.url);
    expect(retrieved.getTime()).to.be.within(before, Date.now());
  });

  it('tells a timeline of a category, by year, in an institution', async () => {
    await asked.faults({
      path: '/monash/timeline/year/shares/group/10',
      query: 'start_date=2014-03-01&end_date=2015-12-31&sub_item=category&sub_item_id=2',
      ...{ fault: 'body', body: { timeline: { 2015: 4 } } },
    });
    const { answer } = await client.timeline({
      ...{ item: 'group/10', metrics: 'shares', granularity: 'year', category: 2, institution: 'monash' },
      ...{ start: '2014-03-01', end: '2015-12-31' },
    });
    expect(answer).to.deep.equal({
      shares: [
        { date: '2014', value: 0 },
        { date: '2015', value: 4 },
      ],
    });
  });

  it('tells a breakdown, largest first, who told it, and when', async () => {
    const countries = { Spain: { Seville: 5, total: 8 }, Unknown: 8 };
    const views = { '2015-05-05': 16, '2016-06-06': 32, '2017-07-07': 16 };
    await asked.settings({ items: { 'article/5': { timeline: { views }, countries } } });
    const dates = { start: '2015-05-05', end: '2016-06-06' };
    const before = Date.now();
    const { answer, source, retrieved } = await client.breakdown({ item: 5, ...dates });
    expect(answer).to.deep.equal([
      { name: 'Spain', value: 24, cities: [{ name: 'Seville', value: 15 }] },
      { name: 'Unknown', value: 24, cities: [] },
    ]);
    expect(source).to.equal(asked.url);
    expect(retrieved.getTime()).to.be.within(before, Date.now());
  });

  it('tells a breakdown of an item type, of downloads, in an institution', async () => {
    await asked.faults({
      path: '/lboro/breakdown/total/downloads/group/17',
      query: 'start_date=2015-02-11&end_date=2015-05-17&sub_item=item_type&sub_item_id=fileset',
      ...{ fault: 'body', body: { breakdown: { total: { Brazil: { Indaiatuba: 2, total: 2 } } } } },
    });
    const { answer } = await client.breakdown({
      ...{ item: 'group/17', metric: 'downloads', itemType: 'fileset', institution: 'lboro' },
      ...{ start: '2015-02-11', end: '2015-05-17' },
    });
    expect(answer).to.deep.equal([{ name: 'Brazil', value: 2, cities: [{ name: 'Indaiatuba', value: 2 }] }]);
  });

  it('tells what is on top, largest first, who told it, and when', async () => {
    const before = Date.now();
    const { answer, source, retrieved } = await client.top();
    expect(answer).to.have.length(10);
    expect(answer[0]).to.deep.equal({ key: '2064072', value: 65819 });
    expect(source).to.equal(asked.url);
    expect(retrieved.getTime()).to.be.within(before, Date.now());
    expect((await client.top({ of: 'project', metric: 'downloads', limit: 1 })).answer).to.deep.equal([
      { key: '13', value: 644 },
    ]);
  });

  it('tells what is on top of some items, in an institution', async () => {
    const path = '/monash/top/views/group';
    const query = (id: number) =>
      `count=100&sub_item=item_type&item_id=${id}&start_date=2014-01-01&end_date=2014-12-31`;
    await asked.faults(
      { path, query: query(2), fault: 'body', body: { dataset: 5, figure: 7 } },
      { path, query: query(3), fault: 'body', body: { dataset: 4 } },
    );
    const { answer } = await client.top({
      ...{ item: 'group/2 group/3', by: 'item-type', limit: 1, institution: 'monash' },
      ...{ start: '2014-01-01', end: '2014-12-31' },
    });
    expect(answer).to.deep.equal([{ key: 'dataset', value: 9 }]);
  });

  it('tells how many public items groups hold, in the order asked, who told it, and when', async () => {
    const before = Date.now();
    const { answer, source, retrieved } = await client.count({ item: '328 group/327' });
    expect(answer).to.deep.equal([
      { id: 328, value: 1 },
      { id: 327, value: 20 },
    ]);
    expect(source).to.equal(asked.url);
    expect(retrieved.getTime()).to.be.within(before, Date.now());
    expect((await client.count({ item: 329, institution: 'monash' })).answer).to.deep.equal([
      { id: 329, value: 1 },
    ]);
  });

  it('tells a question apart from others of the same item', async () => {
    const dates = { start: '2015-05-05', end: '2015-05-06' };
    const path = '/breakdown/total/views/group/327';
    await asked.faults({ path, fault: 'body', body: { breakdown: { total: { Spain: { total: 8 } } } } });
    const { answer } = await client.breakdown({ item: 'group/327', ...dates });
    expect(answer).to.deep.equal([{ name: 'Spain', value: 8, cities: [] }]);
    expect((await client.count({ item: 327 })).answer).to.deep.equal([{ id: 327, value: 20 }]);
    expect((await client.totals({ item: 'group/327', metrics: 'views' })).answer).to.deep.equal({
      views: 240118,
    });
  });

  it('reads a source as an address below the page', async () => {
    const relative = new FigshareClient({ source: '/there/is/nothing' });
    const { kind, message } = await failureOf(() => relative.totals({ item: 1, metrics: 'views' }));
    expect(kind).to.equal('not-found');
    expect(message).to.contain(location.host);
  });

  it('asks one source after the other', async () => {
    await asked.faults({ path: '/*', fault: 202 });
    const next = world();
    const both = new FigshareClient({ source: `${asked.url}\n${next.url}` });
    expect((await both.totals({ item: 766364 })).source).to.equal(next.url);
  });

  it('refuses a source that is none, when it is made', async () => {
    const { kind, message } = await failureOf(() => new FigshareClient({ source: 'gopher://example.com' }));
    expect(kind).to.equal('invalid');
    expect(message).to.contain('source').and.to.contain('gopher://example.com');
  });

  it('refuses a wrong question without asking it, and with a promise', async () => {
    for (const asking of [
      client.totals({ item: 'wrong' }),
      client.timeline({ item: 'wrong' }),
      client.timeline({ item: 1, metrics: ['citations'] }),
      client.breakdown({ item: 'wrong' }),
      client.breakdown({ item: 1, metric: 'citations' as 'views' }),
      client.top({ item: 1 }),
      client.top({ limit: 0 }),
      client.count({ item: 'article/5' }),
    ]) {
      expect(asking).to.be.instanceOf(Promise);
      expect((await failureOf(() => asking)).kind).to.equal('invalid');
    }
    expect((await asked.record()).requests).to.be.empty;
  });

  it('stops when its signal aborts', async () => {
    await asked.faults({ path: '/*', fault: 'hang' });
    const leaving = new AbortController();
    const left = client.totals({ item: 766364 }, { signal: leaving.signal }).catch((error: unknown) => error);
    await asked.wait({ requests: 1 });
    leaving.abort();
    expect(await left).to.have.property('name', 'AbortError');
    await asked.wait({ aborted: 1 });
  });

  const dates = { start: '2014-01-01', end: '2014-12-31' };
  type Tell = (options: { signal: AbortSignal }) => Promise<unknown>;
  const tellers: Record<string, Tell> = {
    'a timeline': (options) => client.timeline({ item: 5, ...dates }, options),
    'a breakdown': (options) => client.breakdown({ item: 5, ...dates }, options),
    'what is on top': (options) => client.top({}, options),
    counts: (options) => client.count({ item: 327 }, options),
  };
  for (const [what, tell] of Object.entries(tellers)) {
    it(`stops telling ${what} when its signal aborts`, async () => {
      await asked.faults({ path: '/*', fault: 'hang' });
      const leaving = new AbortController();
      const left = tell(leaving).catch((error: unknown) => error);
      await asked.wait({ requests: 1 });
      leaving.abort();
      expect(await left).to.have.property('name', 'AbortError');
      await asked.wait({ aborted: 1 });
    });
  }
});
