import { expect } from '@open-wc/testing';
import type { Item, ItemByDoi } from '../../src/figshare/item.js';
import type { Granularity, Period } from '../../src/figshare/period.js';
import { type TimelineQuestion, askTimeline } from '../../src/figshare/timeline.js';
import { sumOf, type Series } from '../../src/figshare/series.js';
import type { SourceOptions } from '../../src/source/source.js';
import { failureOf } from '../support/failure.js';
import { serviceOf } from '../support/service.js';
import type { Settings } from '../support/stand-in.js';
import { world, type PageWorld } from '../support/worlds.js';

const article = (id: number): Item => ({ kind: 'article', id });
const usda = { doi: '10.15482/USDA.ADC/1402049' };
const winter = { start: '2014-11-15', end: '2015-02-10' };
const path = '/timeline/month/views/article/5';

describe('askTimeline', () => {
  let asked: PageWorld;
  beforeEach(() => (asked = world()));

  const ask = (
    items: (Item | ItemByDoi)[],
    question: Partial<TimelineQuestion> = {},
    options?: SourceOptions,
  ) =>
    serviceOf(asked).answer(
      { items, metrics: ['views'], granularity: 'month', period: winter, isOpen: false, ...question },
      askTimeline,
      options,
    );
  const timeline = async (...question: Parameters<typeof ask>) => (await ask(...question)).answer;
  /** Sets the views of articles. */
  const views = (byArticle: Record<number, Record<string, number> | null>) => {
    const own = Object.entries(byArticle).map(([id, days]) => [
      `article/${id}`,
      { timeline: { views: days } },
    ]);
    return asked.settings({ items: Object.fromEntries(own) as Settings['items'] });
  };
  const requests = async () => (await asked.record()).requests;
  /** Windows in the order of the alphabet: requests overtake each other. */
  const windows = async () => (await requests()).map(({ query }) => windowIn(query)).sort();

  it('tells a series without gaps, who told it, and when', async () => {
    await views({
      5: { '2014-11-14': 7, '2014-11-15': 1, '2015-01-31': 3, '2015-02-10': 4, '2015-02-11': 7 },
    });
    const before = Date.now();
    const { answer, source, retrieved } = await ask([article(5)]);
    expect(shown(answer.views)).to.equal('2014-11 1, 2014-12 0, 2015-01 3, 2015-02 4');
    expect(source).to.equal(asked.url);
    expect(retrieved.getTime()).to.be.within(before, Date.now());
  });

  it('tells several metrics, in the order asked for', async () => {
    const days = { '2014-12-24': 1, '2015-02-01': 1 };
    await asked.settings({ items: { 'article/5': { timeline: { views: days, shares: null } } } });
    const answer = await timeline([article(5)], { metrics: ['shares', 'views'] });
    expect(Object.keys(answer)).to.deep.equal(['shares', 'views']);
    expect(answer.shares).to.deep.equal([]);
    expect(shown(answer.views)).to.equal('2014-11 0, 2014-12 1, 2015-01 0, 2015-02 1');
  });

  it('tells [] where there is no event', async () => {
    expect(await timeline([article(1)])).to.deep.equal({ views: [] });
  });

  describe('asks in windows that the service answers whole, and joins them,', () => {
    const rows: [Granularity, Period, windows: string[], points: number][] = [
      [
        ...(['day', { start: '2014-03-01', end: '2016-05-05' }] as const),
        ['2014-03-01 2015-02-28', '2015-03-01 2016-02-29', '2016-03-01 2016-05-05'],
        797,
      ],
      [
        ...(['month', { start: '2014-01-15', end: '2016-02-10' }] as const),
        ['2014-01-15 2016-01-14', '2016-01-15 2016-02-10'],
        26,
      ],
      [
        ...(['year', { start: '2012-01-01', end: '2018-05-05' }] as const),
        ['2012-01-01 2016-12-31', '2017-01-01 2018-05-05'],
        7,
      ],
    ];
    for (const [granularity, period, parts, points] of rows) {
      it(`by ${granularity}`, async () => {
        const edges = parts.flatMap((window) => window.split(' '));
        await views({ 5: Object.fromEntries(edges.map((day, at) => [day, 10 ** at])) });
        const series = (await timeline([article(5)], { granularity, period })).views!;
        expect(series).to.have.length(points);
        expect(sumOf(series)).to.equal((10 ** edges.length - 1) / 9);
        expect(await windows()).to.deep.equal(parts);
        for (const { path } of await requests())
          expect(path).to.equal(`/timeline/${granularity}/views/article/5`);
      });
    }

    it('also where some hold no event', async () => {
      await views({ 5: { '2018-05-05': 3 } });
      const asking = { granularity: 'year', period: { start: '2016-01-01', end: '2018-05-05' } } as const;
      expect(shown((await timeline([article(5)], asking)).views)).to.equal('2016 0, 2017 0, 2018 3');
    });
  });

  describe('of several items', () => {
    it('adds them', async () => {
      await views({
        5: { '2014-12-24': 1, '2015-02-01': 2 },
        6: { '2014-12-01': 10, '2015-02-02': 20 },
        7: null,
      });
      expect(shown((await timeline([5, 6, 7].map(article))).views)).to.equal(
        '2014-11 0, 2014-12 11, 2015-01 0, 2015-02 22',
      );
    });

    it('counts each once, in however many ways it is named', async () => {
      await asked.settings({
        items: { 'article/24852405': { doi: usda.doi, timeline: { views: { '2015-02-01': 2 } } } },
      });
      const items = [usda, article(24852405), { doi: `${usda.doi}.v1` }];
      expect(sumOf((await timeline(items)).views!)).to.equal(2);
      const paths = (await requests()).map(({ path }) => path);
      expect(paths.filter((path) => path.startsWith('/timeline/'))).to.have.length(1);
    });

    it('fails when one cannot be had, and asks no more for the others', async () => {
      await asked.faults({ path, fault: 202, after: 3 }, { path: '/timeline/*', fault: 'hang' });
      expect((await failureOf(() => timeline([6, 5, 7].map(article)))).kind).to.equal('busy');
      await asked.wait({ aborted: 2, open: 0 });
    });
  });

  for (const subItem of [
    { type: 'category', id: '2' },
    { type: 'item_type', id: 'dataset' },
  ] as const) {
    it(`asks for the part of a ${subItem.type}`, async () => {
      const query = `start_date=2014-11-15&end_date=2015-02-10&sub_item=${subItem.type}&sub_item_id=${subItem.id}`;
      await asked.faults({ path, query, fault: 'body', body: { timeline: { '2015-02': 3 } } });
      expect(sumOf((await timeline([article(5)], { subItem })).views!)).to.equal(3);
      expect((await requests())[0]).to.have.property('query', query);
    });
  }

  describe("asks in an institution's scope", () => {
    it('which wants credentials', async () => {
      const { kind } = await failureOf(() => timeline([article(5)], { institution: 'monash' }));
      expect(kind).to.equal('forbidden');
    });

    it('of a relay that has credentials', async () => {
      await asked.faults({ path: `/monash${path}`, fault: 'body', body: { timeline: { '2015-02': 10 } } });
      expect(sumOf((await timeline([article(5)], { institution: 'monash' })).views!)).to.equal(10);
    });
  });

  describe('refuses an answer that is none', () => {
    for (const body of ['{"timeline":{"2015":7}}', '{"timeline":{"2015-02":"7"}}', '{"timeline":[]}', '{}']) {
      it(body, async () => {
        await asked.faults({ path, fault: 'body', raw: body });
        expect((await failureOf(() => timeline([article(5)]))).kind).to.equal('bad-data');
      });
    }
  });

  describe('of an answer that ends before the window does, asks for the rest once,', () => {
    const year = { start: '2014-01-01', end: '2014-12-31' };
    const rest = async () => (await requests()).slice(1).map(({ query }) => windowIn(query));
    const byDay = '/timeline/day/views/article/5';

    it('and adds that, where the service had cut it', async () => {
      await views({ 5: { '2014-01-05': 1, '2014-01-06': 20, '2014-12-31': 300 } });
      const cut = { timeline: { '2014-01-05': 1 } };
      await asked.faults({ path: byDay, fault: 'body', body: cut, times: 1 });
      const { views: series } = await timeline([article(5)], { granularity: 'day', period: year });
      expect(sumOf(series!)).to.equal(321);
      expect(await rest()).to.deep.equal(['2014-01-06 2014-12-31']);
    });

    it('with all of a month that was cut in its middle', async () => {
      await views({ 5: { '2014-11-15': 1, '2014-12-01': 20, '2014-12-24': 300, '2015-02-10': 4000 } });
      const cut = { timeline: { '2014-11': 1, '2014-12': 20 } };
      await asked.faults({ path, fault: 'body', body: cut, times: 1 });
      expect(shown((await timeline([article(5)])).views)).to.equal(
        '2014-11 1, 2014-12 320, 2015-01 0, 2015-02 4000',
      );
      expect(await rest()).to.deep.equal(['2014-12-01 2015-02-10']);
    });

    it('and believes it, where no event followed', async () => {
      await views({ 5: { '2014-03-04': 5 } });
      const { views: series } = await timeline([article(5)], { period: year });
      expect(series).to.have.length(12);
      expect(sumOf(series!)).to.equal(5);
      expect(await rest()).to.deep.equal(['2014-03-01 2014-12-31']);
    });

    it('and keeps what it has of a cut month, where the rest is said to hold nothing', async () => {
      await asked.faults(
        { path, query: 'start_date=2014-11-15', fault: 'body', body: { timeline: { '2014-12': 20 } } },
        { path, fault: 'body', body: { timeline: null } },
      );
      expect(sumOf((await timeline([article(5)])).views!)).to.equal(20);
      expect(await rest()).to.deep.equal(['2014-12-01 2015-02-10']);
    });

    it('and never a third time', async () => {
      await asked.faults(
        { path, query: 'start_date=2014-01-01', fault: 'body', body: { timeline: { '2014-03': 1 } } },
        { path, query: 'start_date=2014-03-01', fault: 'body', body: { timeline: { '2014-05': 20 } } },
        { path, fault: 'body', body: { timeline: { '2014-12': 300 } } },
      );
      expect(sumOf((await timeline([article(5)], { period: year })).views!)).to.equal(21);
      expect(await rest()).to.deep.equal(['2014-03-01 2014-12-31']);
    });

    it('but not what it has just asked', async () => {
      await views({ 5: { '2014-11-20': 5 } });
      expect(sumOf((await timeline([article(5)])).views!)).to.equal(5);
      expect(await rest()).to.deep.equal([]);
    });

    it('and fails where that cannot be had', async () => {
      await views({ 5: { '2014-03-04': 5 } });
      await asked.faults({ path, query: 'start_date=2014-03-01', fault: 202 });
      const { kind } = await failureOf(() => timeline([article(5)], { period: year }));
      expect(kind).to.equal('busy');
    });

    it('but not of one that says "none"', async () => {
      await views({ 5: null });
      await timeline([article(5)], { period: year });
      expect(await rest()).to.deep.equal([]);
    });
  });

  it('ends all requests when its asker leaves, and fails with the reason', async () => {
    await asked.faults({ path: '/*', fault: 'hang' });
    const leaving = new AbortController();
    const metrics = ['views', 'downloads'] as const;
    const left = timeline([article(5)], { metrics: [...metrics] }, { signal: leaving.signal }).catch(
      (error: unknown) => error,
    );
    await asked.wait({ requests: 2 });
    const reason = new Error('no longer wanted');
    leaving.abort(reason);
    expect(await left).to.equal(reason);
    await asked.wait({ aborted: 2, open: 0 });
  });
});

function windowIn(query: string): string {
  const asked = new URLSearchParams(query);
  return `${asked.get('start_date')} ${asked.get('end_date')}`;
}

function shown(series: Series | undefined): string | undefined {
  return series?.map(({ date, value }) => `${date} ${value}`).join(', ');
}
