import { expect } from '@open-wc/testing';
import { topQuestion, type Top, type TopOptions, askTop } from '../../src/figshare/top.js';
import type { SourceOptions } from '../../src/source/source.js';
import { failureOf } from '../support/failure.js';
import { serviceOf } from '../support/service.js';
import { world, type PageWorld } from '../support/worlds.js';

const year = { start: '2014-01-01', end: '2014-12-31' };
const inYear = 'start_date=2014-01-01&end_date=2014-12-31';

describe('askTop', () => {
  let asked: PageWorld;
  beforeEach(() => (asked = world()));

  const ask = (question: TopOptions = {}, options?: SourceOptions) =>
    serviceOf(asked).answer(topQuestion(question, '2025-11-21'), askTop, options);
  const top = async (question?: TopOptions) => shown((await ask(question)).answer);
  const requests = async () => (await asked.record()).requests;
  /** What was asked, in the order of the alphabet: requests overtake each other. */
  const asking = async () => (await requests()).map(({ path, query }) => `${path}?${query}`).sort();

  it('tells the ten most viewed articles, largest first, who told them, and when', async () => {
    const before = Date.now();
    const { answer, source, retrieved } = await ask();
    expect(shown(answer)).to.equal(
      '2064072 65819, 1018769 46370, 766364 46088, 3413821 39133, 4291565 36494, ' +
        '1031637 36428, 653676 33393, 1256369 32128, 1130885 31334, 1286826 25929',
    );
    expect(source).to.equal(asked.url);
    expect(retrieved.getTime()).to.be.within(before, Date.now());
  });

  describe('asks', () => {
    const lastYear = 'start_date=2024-12-01&end_date=2025-11-21';
    const rows: [what: string, TopOptions, query: string][] = [
      ['of all time for items', {}, '/top/views/article?count=10'],
      ['of a period for items', { ...year }, `/top/views/article?count=10&${inYear}`],
      [
        ...(['since figshare counts for items until a day', { end: '2014-12-31' }] as const),
        '/top/views/article?count=10&start_date=2012-01-01&end_date=2014-12-31',
      ],
      [
        ...(['of the last 12 months for categories', { by: 'category' }] as const),
        `/top/views/article?count=10&sub_item=category&${lastYear}`,
      ],
      [
        ...(['of the last 12 months for item types', { by: 'item-type', of: 'author' }] as const),
        `/top/views/author?count=10&sub_item=item_type&${lastYear}`,
      ],
      [
        ...(['of the last 12 months for referrers', { by: 'referral', metric: 'shares' }] as const),
        `/top/shares/article?count=10&sub_item=referral&${lastYear}`,
      ],
      [
        ...(['for those of an item', { by: 'referral', item: 'project/13', limit: 2, ...year }] as const),
        `/top/views/project?count=2&sub_item=referral&item_id=13&${inYear}`,
      ],
      [
        ...([
          'for those of an item that is named twice once',
          { by: 'category', item: '5 article/5' },
        ] as const),
        `/top/views/article?count=10&sub_item=category&item_id=5&${lastYear}`,
      ],
      [
        ...([
          'for those of an item that is known by its DOI',
          { by: 'category', item: '10.6084/m9.figshare.5' },
        ] as const),
        `/top/views/article?count=10&sub_item=category&item_id=5&${lastYear}`,
      ],
    ];
    for (const [what, options, expected] of rows) {
      it(what, async () => {
        await ask(options);
        expect(await asking()).to.deep.equal([expected]);
      });
    }
  });

  it('tells items of a kind and a period, as many as are wanted', async () => {
    const own = (views: Record<string, number>) => ({ timeline: { views } });
    await asked.settings({
      items: {
        'project/5': own({ '2014-01-01': 1, '2015-01-01': 900 }),
        'project/6': own({ '2014-12-31': 3 }),
        'project/7': own({ '2013-12-31': 900, '2014-05-05': 2 }),
        'article/8': own({ '2014-05-05': 900 }),
      },
    });
    const projects = { of: 'project', ...year } as const;
    expect(await top(projects)).to.equal('6 3, 7 2, 5 1');
    expect(await top({ ...projects, limit: 2 })).to.equal('6 3, 7 2');
    expect(await top({ ...projects, metric: 'shares' })).to.equal('');
  });

  describe('tells what an item', () => {
    beforeEach(() =>
      asked.settings({ items: { 'article/5': { timeline: { views: { '2014-05-05': 1000 } } } } }),
    );
    const rows: [what: string, by: TopOptions['by'], shown: string][] = [
      ['belongs to, in the wrapper', 'category', '2 380, 69 210, 13 170'],
      ['holds, without the wrapper', 'item-type', 'dataset 460, figure 220, fileset 140'],
      [
        'is linked from, without the wrapper',
        'referral',
        'www.google.com 350, figshare.com 180, doi.org 130',
      ],
    ];
    for (const [what, by, shown] of rows) {
      it(what, async () => expect(await top({ item: 5, by, limit: 3, ...year })).to.equal(shown));
    }
  });

  for (const body of ['{"top":null}', '{"top":{}}', '{}']) {
    it(`tells [] where there is no event: ${body}`, async () => {
      await asked.faults({ path: '/top/*', fault: 'body', raw: body });
      expect((await ask()).answer).to.deep.equal([]);
    });
  }

  it('keeps keys that are names of objects', async () => {
    await asked.faults({ path: '/top/*', fault: 'body', raw: '{"top":{"constructor":1,"__proto__":2}}' });
    expect(await top()).to.equal('__proto__ 2, constructor 1');
  });

  it('never gives more than the limit, whatever the service does', async () => {
    await asked.faults({ path: '/top/*', fault: 'body', body: { top: { a: 1, b: 3, c: 2 } } });
    expect(await top({ limit: 2 })).to.equal('b 3, c 2');
  });

  describe('of several items', () => {
    const path = '/top/views/article';
    const two = { item: '5 6', by: 'referral', limit: 2, ...year } as const;

    it('adds the hundred largest of each, and cuts their sum to the limit', async () => {
      await asked.faults(
        { path, query: 'item_id=5', fault: 'body', body: { a: 5, b: 4, c: 1 } },
        { path, query: 'item_id=6', fault: 'body', body: { top: { d: 6, b: 4, c: 2 } } },
      );
      expect(await top(two)).to.equal('b 8, d 6');
      expect(await asking()).to.deep.equal(
        [5, 6].map((id) => `${path}?count=100&sub_item=referral&item_id=${id}&${inYear}`),
      );
    });

    it('fails when one cannot be had, and asks no more for the others', async () => {
      await asked.faults({ path, query: 'item_id=5', fault: 202, after: 3 }, { path, fault: 'hang' });
      expect((await failureOf(() => ask({ ...two, item: '6 5 7' }))).kind).to.equal('busy');
      await asked.wait({ aborted: 2, open: 0 });
    });
  });

  describe("asks in an institution's scope", () => {
    const monash = { institution: 'monash', of: 'group', item: 'group/2', by: 'category', limit: 3 } as const;

    for (const question of [monash, { institution: 'monash' }]) {
      it(`which wants credentials: ${JSON.stringify(question)}`, async () => {
        expect((await failureOf(() => ask(question))).kind).to.equal('forbidden');
      });
    }

    it('of a relay that has credentials', async () => {
      await asked.faults({ path: '/monash/top/views/group', fault: 'body', body: { top: { 2: 12351 } } });
      expect(await top({ ...monash, ...year })).to.equal('2 12351');
      expect(await asking()).to.deep.equal([
        `/monash/top/views/group?count=3&sub_item=category&item_id=2&${inYear}`,
      ]);
    });
  });

  describe('refuses an answer that is none', () => {
    for (const body of ['[]', '"top"', '{"top":[]}', '{"top":{"5":"1"}}', '{"5":-1}', '{"message":"no"}']) {
      it(body, async () => {
        await asked.faults({ path: '/top/*', fault: 'body', raw: body });
        expect((await failureOf(() => ask())).kind).to.equal('bad-data');
      });
    }
  });

  it('ends its request when its asker leaves, and fails with the reason', async () => {
    await asked.faults({ path: '/*', fault: 'hang' });
    const leaving = new AbortController();
    const left = ask({}, { signal: leaving.signal }).catch((error: unknown) => error);
    await asked.wait({ requests: 1 });
    const reason = new Error('no longer wanted');
    leaving.abort(reason);
    expect(await left).to.equal(reason);
    await asked.wait({ aborted: 1, open: 0 });
  });
});

function shown(top: Top): string {
  return top.map(({ key, value }) => `${key} ${value}`).join(', ');
}
