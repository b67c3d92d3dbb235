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

  it('stops telling a timeline when its signal aborts', async () => {
    await asked.faults({ path: '/*', fault: 'hang' });
    const leaving = new AbortController();
    const dates = { start: '2014-01-01', end: '2014-12-31' };
    const left = client
      .timeline({ item: 5, ...dates }, { signal: leaving.signal })
      .catch((error: unknown) => error);
    await asked.wait({ requests: 1 });
    leaving.abort();
    expect(await left).to.have.property('name', 'AbortError');
    await asked.wait({ aborted: 1 });
  });
});
