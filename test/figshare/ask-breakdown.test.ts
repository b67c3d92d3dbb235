import { expect } from '@open-wc/testing';
import { type Breakdown, type BreakdownQuestion, askBreakdown } from '../../src/figshare/breakdown.js';
import type { Item, ItemByDoi } from '../../src/figshare/item.js';
import type { SourceOptions } from '../../src/source/source.js';
import { failureOf } from '../support/failure.js';
import { serviceOf } from '../support/service.js';
import type { Settings } from '../support/stand-in.js';
import { world, type PageWorld } from '../support/worlds.js';

const article = (id: number): Item => ({ kind: 'article', id });
const usda = { doi: '10.15482/USDA.ADC/1402049' };
const winter = { start: '2014-11-15', end: '2015-02-10' };
const path = '/breakdown/total/views/article/5';
const answerOf = (countries: object) => ({ breakdown: { total: countries } });

/** The stand-in deals eight events at a time to places as these: five to Seville, eight to Spain. */
const countries = { Spain: { Seville: 5, total: 8 } };

describe('askBreakdown', () => {
  let asked: PageWorld;
  beforeEach(() => (asked = world()));

  const ask = (
    items: (Item | ItemByDoi)[],
    question: Partial<BreakdownQuestion> = {},
    options?: SourceOptions,
  ) =>
    serviceOf(asked).answer({ items, metric: 'views', period: winter, ...question }, askBreakdown, options);
  const breakdown = async (...question: Parameters<typeof ask>) => shown((await ask(...question)).answer);
  /** Sets the views of articles. */
  const views = (byArticle: Record<number, Record<string, number> | null>) => {
    const own = Object.entries(byArticle).map(([id, days]) => [
      `article/${id}`,
      { timeline: { views: days }, countries },
    ]);
    return asked.settings({ items: Object.fromEntries(own) as Settings['items'] });
  };
  const requests = async () => (await asked.record()).requests;

  it('tells countries and cities, who told them, and when', async () => {
    await views({ 5: { '2014-11-14': 8, '2014-11-15': 8, '2015-02-10': 16, '2015-02-11': 8 } });
    const before = Date.now();
    const { answer, source, retrieved } = await ask([article(5)]);
    expect(answer).to.deep.equal([{ name: 'Spain', value: 24, cities: [{ name: 'Seville', value: 15 }] }]);
    expect(source).to.equal(asked.url);
    expect(retrieved.getTime()).to.be.within(before, Date.now());
  });

  it('tells the unknown last, and once', async () => {
    const unsorted = {
      Unkown: { total: 40 },
      Italy: { total: 1 },
      Unknown: { total: 2 },
      Spain: { total: 3 },
    };
    await asked.faults({ path, fault: 'body', body: answerOf(unsorted) });
    expect(await breakdown([article(5)])).to.equal('Spain 3 (), Italy 1 (), Unknown 42 ()');
  });

  for (const body of ['{"breakdown":null}', '{"breakdown":{}}', '{"breakdown":{"total":{}}}']) {
    it(`tells [] where there is no event: ${body}`, async () => {
      await asked.faults({ path, fault: 'body', raw: body });
      expect((await ask([article(5)])).answer).to.deep.equal([]);
    });
  }

  describe('asks in windows of a year at most, which the service answers whole,', () => {
    const rows: [what: string, period: string, windows: string[]][] = [
      ['of part of a year', '2014-11-15 2015-02-10', ['2014-11-15 2015-02-10']],
      ['of a year', '2014-01-01 2014-12-31', ['2014-01-01 2014-12-31']],
      ['of a year and a day', '2014-01-01 2015-01-01', ['2014-01-01 2014-12-31', '2015-01-01 2015-01-01']],
      [
        ...(['of more', '2014-03-01 2016-05-05'] as const),
        ['2014-03-01 2015-02-28', '2015-03-01 2016-02-29', '2016-03-01 2016-05-05'],
      ],
    ];
    for (const [what, period, windows] of rows) {
      it(`${what}, and adds them`, async () => {
        const edges = [...new Set(windows.flatMap((window) => window.split(' ')))];
        await views({ 5: Object.fromEntries(edges.map((day, at) => [day, 8 * 10 ** at])) });
        const [start = '', end = ''] = period.split(' ');
        const rounds = (10 ** edges.length - 1) / 9;
        expect(await breakdown([article(5)], { period: { start, end } })).to.equal(
          `Spain ${8 * rounds} (Seville ${5 * rounds})`,
        );
        const all = await requests();
        expect(all.map(({ query }) => query).sort()).to.deep.equal(windows.map(datesOf));
        expect(new Set(all.map((request) => request.path))).to.deep.equal(new Set([path]));
      });
    }

    it('also where some hold no event', async () => {
      await views({ 5: { '2018-05-05': 8 } });
      const period = { start: '2016-01-01', end: '2018-05-05' };
      expect(await breakdown([article(5)], { period })).to.equal('Spain 8 (Seville 5)');
    });

    it('and fails when one of them cannot be had', async () => {
      await asked.faults({ path, query: 'start_date=2015-01-01', fault: 202 });
      const period = { start: '2014-01-01', end: '2015-12-31' };
      expect((await failureOf(() => ask([article(5)], { period }))).kind).to.equal('busy');
    });
  });

  describe('of several items', () => {
    it('adds them', async () => {
      await views({ 5: { '2014-12-24': 8 }, 6: { '2014-12-01': 80, '2015-02-02': 8 }, 7: null });
      expect(await breakdown([5, 6, 7].map(article))).to.equal('Spain 96 (Seville 60)');
    });

    it('counts each once, in however many ways it is named', async () => {
      const own = { doi: usda.doi, timeline: { views: { '2015-02-01': 8 } }, countries };
      await asked.settings({ items: { 'article/24852405': own } });
      const items = [usda, article(24852405), { doi: `${usda.doi}.v1` }];
      expect(await breakdown(items)).to.equal('Spain 8 (Seville 5)');
      const paths = (await requests()).map(({ path }) => path);
      expect(paths.filter((path) => path.startsWith('/breakdown/'))).to.have.length(1);
    });

    it('fails when one cannot be had, and asks no more for the others', async () => {
      await asked.faults({ path, fault: 202, after: 3 }, { path: '/breakdown/*', fault: 'hang' });
      expect((await failureOf(() => ask([6, 5, 7].map(article)))).kind).to.equal('busy');
      await asked.wait({ aborted: 2, open: 0 });
    });
  });

  for (const subItem of [
    { type: 'category', id: '2' },
    { type: 'item_type', id: 'dataset' },
  ] as const) {
    it(`asks for the part of a ${subItem.type}`, async () => {
      const query = `start_date=2014-11-15&end_date=2015-02-10&sub_item=${subItem.type}&sub_item_id=${subItem.id}`;
      await asked.faults({ path, query, fault: 'body', body: answerOf({ Spain: { total: 3 } }) });
      expect(await breakdown([article(5)], { subItem })).to.equal('Spain 3 ()');
      expect((await requests())[0]).to.have.property('query', query);
    });
  }

  it('asks for another metric', async () => {
    const own = { timeline: { downloads: { '2014-12-24': 8 } }, countries };
    await asked.settings({ items: { 'article/5': own } });
    expect(await breakdown([article(5)], { metric: 'downloads' })).to.equal('Spain 8 (Seville 5)');
    expect(await breakdown([article(5)], { metric: 'shares' })).to.equal('');
  });

  describe("asks in an institution's scope", () => {
    const institution = 'monash';

    it('which wants credentials', async () => {
      expect((await failureOf(() => ask([article(5)], { institution }))).kind).to.equal('forbidden');
    });

    it('of a relay that has credentials', async () => {
      await asked.faults({
        ...{ path: `/monash${path}`, fault: 'body', body: answerOf({ Spain: { total: 10 } }) },
      });
      expect(await breakdown([article(5)], { institution })).to.equal('Spain 10 ()');
    });
  });

  describe('refuses an answer that is none', () => {
    for (const body of ['{}', '{"breakdown":[]}', '{"breakdown":{"total":{"Spain":8}}}', '{"top":{}}']) {
      it(body, async () => {
        await asked.faults({ path, fault: 'body', raw: body });
        expect((await failureOf(() => ask([article(5)]))).kind).to.equal('bad-data');
      });
    }
  });

  it('ends all requests when its asker leaves, and fails with the reason', async () => {
    await asked.faults({ path: '/*', fault: 'hang' });
    const leaving = new AbortController();
    const left = ask([5, 6].map(article), {}, { signal: leaving.signal }).catch((error: unknown) => error);
    await asked.wait({ requests: 2 });
    const reason = new Error('no longer wanted');
    leaving.abort(reason);
    expect(await left).to.equal(reason);
    await asked.wait({ aborted: 2, open: 0 });
  });
});

function datesOf(window: string): string {
  return window.replace(/(.+) (.+)/, 'start_date=$1&end_date=$2');
}

function shown(breakdown: Breakdown): string {
  return breakdown
    .map(
      ({ name, value, cities }) =>
        `${name} ${value} (${cities.map((city) => `${city.name} ${city.value}`).join(', ')})`,
    )
    .join(', ');
}
