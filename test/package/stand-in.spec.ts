import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import {
  startStandIn,
  type Fault,
  type Recorded,
  type Settings,
  type StandIn,
  type World,
} from '../support/stand-in.js';

type Counts = Record<string, number>;
type Breakdown = Record<string, Record<string, Counts>>;

let standIn: StandIn;
let world: World;
let worlds = 0;

test.beforeAll(async () => {
  standIn = await startStandIn({ today: () => new Date('2025-11-21T12:00:00Z') });
});
test.afterAll(() => standIn.close());
test.beforeEach(() => {
  worlds += 1;
  world = standIn.world(`test-${worlds}`);
});

const ask = (path: string, init?: RequestInit) => fetch(world.url + path, init);
const text = async (path: string) => (await ask(path)).text();
const json = async (path: string): Promise<unknown> => (await ask(path)).json();
const timelineAt = async (path: string) => ((await json(path)) as { timeline: Counts }).timeline;
const breakdownAt = async (path: string) => ((await json(path)) as { breakdown: Breakdown }).breakdown;
const topAt = async (path: string) => ((await json(path)) as { top: Counts }).top;
const file = (name: string) => readFileSync(new URL(`../support/responses/${name}`, import.meta.url), 'utf8');
const post = (body: string, type = 'application/json') =>
  ask('/count/articles', { method: 'POST', body, headers: { 'content-type': type } });
const control = (method: string, path: string, body?: Partial<Settings> | Fault[]) =>
  ask(path, { method, ...(body !== undefined && { body: JSON.stringify(body) }) });
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const span = (start: string, end: string) => `start_date=${start}&end_date=${end}`;

/** Keys in the order they were sent: JSON.parse would sort those that look like whole numbers. */
const sentKeys = (body: string) => [...body.matchAll(/"([\w-]+)":\d/g)].map(([, key]) => key!);

test.describe('totals', () => {
  test('answer per counter and combined', async () => {
    expect(await json('/total/views/article/766364')).toEqual({ totals: 46088 });
    expect(await json('/total/article/766364')).toEqual({
      views: 46088,
      downloads: 5210,
      shares: 3,
      cites: 12,
    });
    expect(await json('/total/collection/1234')).toEqual({
      views: 7321,
      downloads: 1893,
      shares: 5,
      cites: 17,
    });
    expect(await json('/total/downloads/article/6876647')).toEqual({ totals: 40 });
    expect(await json('/total/views/article/30000003')).toEqual({ totals: 2 ** 50 });
  });

  test('know every kind, and answer 0 for what is not known or has nothing', async () => {
    for (const item of ['author/97657', 'group/327', 'project/13'])
      expect(await json(`/total/views/${item}`)).not.toEqual({ totals: 0 });
    expect(await json('/total/views/article/1')).toEqual({ totals: 0 });
    expect(await json('/total/views/article/999999999')).toEqual({ totals: 0 });
  });

  test('of some institutions are in their own scope alone', async () => {
    world.settings({
      items: { 'article/5': { views: 42, cites: 1, institution: 'janelia', portalOnly: true } },
    });
    expect(await json('/total/views/article/5')).toEqual({ totals: 0 });
    expect(await json('/total/article/5')).toEqual({ views: 0, downloads: 0, shares: 0, cites: 1 });
    expect(await json('/janelia/total/views/article/5')).toEqual({ totals: 42 });
  });

  test('combined exist for articles and collections, in the public scope, unless a world says otherwise', async () => {
    expect((await ask('/total/author/97657')).status).toBe(404);
    expect((await ask('/monash/total/article/30000002')).status).toBe(404);
    world.settings({ combined: false });
    expect((await ask('/total/article/766364')).status).toBe(404);
    world.settings({ combined: 400 });
    const refused = await ask('/total/article/766364');
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({
      code: 'InvalidParams',
      data: { invalid_params: 'counter' },
    });
  });
});

test.describe('timelines', () => {
  test('of article 766364 hold what was recorded', async () => {
    const years = await json(`/timeline/year/views/article/766364?${span('2013-01-01', '2017-12-31')}`);
    expect(years).toEqual(JSON.parse(file('real__timeline_year_views_article_766364__no-dates.json')));
    const days = await json(`/timeline/day/downloads/article/766364?${span('2015-11-10', '2015-11-19')}`);
    expect(days).toEqual(
      JSON.parse(file('real__timeline_day_downloads_article_766364__no-dates_excerpt.json')),
    );
  });

  test('add up, whatever the granularity', async () => {
    const range = span('2014-02-03', '2015-02-03');
    const sums = await Promise.all(
      ['day', 'month', 'year', 'total'].map(async (granularity) =>
        sum(Object.values(await timelineAt(`/timeline/${granularity}/views/article/766364?${range}`))),
      ),
    );
    expect(new Set(sums).size).toBe(1);
    const all = await timelineAt(`/timeline/year/views/collection/1234?${span('2018-01-01', '2022-12-31')}`);
    const rest = await timelineAt(`/timeline/year/views/collection/1234?${span('2023-01-01', '2025-11-21')}`);
    expect(sum(Object.values({ ...all, ...rest }))).toBe(7321);
  });

  test('are sparse, unsorted, the same each time, and use the right keys', async () => {
    const path = `/timeline/day/views/article/30000001?${span('2025-01-01', '2025-11-21')}`;
    const body = await text(path);
    const days = sentKeys(body);
    expect(days).not.toEqual([...days].sort());
    expect(days.length).toBeGreaterThan(250);
    expect(days.length).toBeLessThan(325);
    expect(await text(path)).toBe(body);
    const years = sentKeys(
      await text(`/timeline/year/views/article/766364?${span('2013-01-01', '2017-12-31')}`),
    );
    expect(years).not.toEqual([...years].sort());
    const months = await timelineAt(
      `/timeline/month/views/article/30000001?${span('2025-10-05', '2025-11-21')}`,
    );
    expect(Object.keys(months).sort()).toEqual(['2025-10', '2025-11']);
    const total = await timelineAt(
      `/timeline/total/views/article/30000001?${span('2025-10-05', '2025-11-21')}`,
    );
    expect(Object.keys(total)).toEqual(['total']);
  });

  test('are null without events, and for institutional items', async () => {
    expect(await text('/timeline/day/views/article/1')).toBe('{"timeline":null}');
    expect(await text('/timeline/day/views/article/766364')).toBe('{"timeline":null}');
    const range = span('2024-01-01', '2025-01-01');
    expect(await text(`/timeline/month/views/article/30000002?${range}`)).toBe('{"timeline":null}');
    expect(await json('/total/views/article/30000002')).toEqual({ totals: 905 });
  });

  test('mean the current month when dates are missing', async () => {
    const implied = await timelineAt('/timeline/day/views/article/30000001');
    expect(implied).toEqual(
      await timelineAt(`/timeline/day/views/article/30000001?${span('2025-11-01', '2025-11-21')}`),
    );
    expect(implied['2025-11-21']).toBeGreaterThan(0);
  });

  for (const [granularity, end] of Object.entries({
    day: '2016-02-01',
    month: '2017-02-01',
    year: '2020-02-01',
    total: '2016-02-01',
  })) {
    test(`and breakdowns lose the new end of too long a range by ${granularity}`, async () => {
      world.settings({
        items: {
          'article/5': {
            timeline: {
              views: { '2015-02-01': 1, [end]: 2, '2020-02-02': 4, '2016-02-02': 8, '2017-02-02': 16 },
            },
          },
        },
      });
      for (const category of ['timeline', 'breakdown']) {
        const path = `/${category}/${granularity}/views/article/5`;
        expect(await text(`${path}?${span('2015-02-01', '2025-01-01')}`)).toBe(
          await text(`${path}?${span('2015-02-01', end)}`),
        );
      }
      const timeline = await timelineAt(
        `/timeline/${granularity}/views/article/5?${span('2015-02-01', '2025-01-01')}`,
      );
      const kept = { day: 3, total: 3, month: 11, year: 27 }[granularity];
      expect(sum(Object.values(timeline))).toBe(kept);
    });
  }

  test('shrink when filtered by a sub item', async () => {
    const range = span('2025-01-01', '2025-11-21');
    const { total: all } = await timelineAt(`/timeline/total/views/group/327?${range}`);
    const { total: part } = await timelineAt(
      `/timeline/total/views/group/327?${range}&sub_item=item_type&sub_item_id=dataset`,
    );
    expect(part).toBeGreaterThan(0);
    expect(part).toBeLessThan(all!);
  });
});

test.describe('breakdowns', () => {
  test('of article 766364 are the recorded one, byte for byte', async () => {
    const path = '/breakdown/year/views/article/766364?end_date=2016-04-21&start_date=2015-04-19';
    expect(await text(path)).toBe(
      file('real__breakdown_year_views_article_766364__2015-04-19_2016-04-21.json'),
    );
  });

  test('hold at most 10 cities and a total, Unknown and Unkown, in no order', async () => {
    const body = await text(`/breakdown/year/views/group/327?${span('2021-01-01', '2025-11-21')}`);
    const countries = (JSON.parse(body) as { breakdown: Breakdown }).breakdown['2024']!;
    expect(Object.keys(countries['United States']!)).toHaveLength(11);
    expect(Object.keys(countries['United States']!).at(-1)).not.toBe('total');
    expect(countries['United States']!.Unkown).toBeGreaterThan(0);
    expect(countries.Unknown!.Unknown).toBeGreaterThan(0);
    expect(Object.keys(countries)).not.toEqual(Object.keys(countries).sort());
    const { total, ...cities } = countries['United States']!;
    expect(sum(Object.values(cities))).toBeLessThan(total!);
  });

  test('add up over periods and to the timeline', async () => {
    const range = span('2025-03-01', '2025-05-31');
    const perCountry = async (granularity: string) => {
      const breakdown = await breakdownAt(`/breakdown/${granularity}/views/article/30000001?${range}`);
      const sums = new Map<string, number>();
      for (const countries of Object.values(breakdown as Record<string, Record<string, { total: number }>>))
        for (const [name, { total }] of Object.entries(countries))
          sums.set(name, (sums.get(name) ?? 0) + total);
      return Object.fromEntries(sums);
    };
    const total = await perCountry('total');
    expect(await perCountry('day')).toEqual(total);
    expect(await perCountry('month')).toEqual(total);
    const timeline = await timelineAt(`/timeline/total/views/article/30000001?${range}`);
    expect(sum(Object.values(total))).toBe(timeline.total);
  });

  test('hold at most 200 countries, the largest', async () => {
    const countries = Object.fromEntries(Array.from({ length: 250 }, (_, n) => [`Country ${n}`, n + 1]));
    const events = sum(Object.values(countries));
    world.settings({ items: { 'article/5': { timeline: { views: { '2025-11-02': events } }, countries } } });
    const { total } = await breakdownAt('/breakdown/total/views/article/5');
    expect(Object.keys(total!)).toHaveLength(200);
    expect(total!['Country 249']).toEqual({ total: 250 });
    expect(total!['Country 49']).toBeUndefined();
  });

  test('answer what a world says, also for huge numbers, and null for nothing', async () => {
    world.settings({
      items: {
        'article/5': {
          timeline: { views: { '2025-11-02': 11 } },
          countries: { Spain: { Seville: 5, total: 8 }, France: 3 },
        },
      },
    });
    expect(await json('/breakdown/month/views/article/5')).toEqual({
      breakdown: { '2025-11': { Spain: { Seville: 5, total: 8 }, France: { total: 3 } } },
    });
    expect(await text('/breakdown/month/views/article/1')).toBe('{"breakdown":null}');
    const breakdown = await breakdownAt('/breakdown/total/views/article/30000003');
    expect(breakdown.total!['United States']!.total).toBeGreaterThan(2 ** 40);
  });
});

test.describe('tops', () => {
  test('are the recorded one, unsorted, and shorter on demand', async () => {
    expect(await text('/top/views/article')).toBe(file('real__top_views_article.json'));
    expect(await topAt('/top/views/article?count=3')).toEqual({
      2064072: 65819,
      1018769: 46370,
      766364: 46088,
    });
    expect(Object.keys(await topAt('/top/downloads/article'))).toHaveLength(10);
    for (const kind of ['author', 'collection', 'group', 'project'])
      expect(Object.keys(await topAt(`/top/views/${kind}`)).length).toBeGreaterThan(0);
  });

  test('count a period when dates are given', async () => {
    const top = await topAt(`/top/views/article?${span('2025-10-01', '2025-10-31')}`);
    expect(top[30000001]).toBeGreaterThan(500);
    expect(top[766364]).toBeUndefined();
  });

  test('have a wrapper for categories and none for referrals and item types', async () => {
    expect(await json('/top/views/group?item_id=327&sub_item=category')).toEqual({ top: expect.any(Object) });
    const referrals = await json('/top/views/author?item_id=97657&sub_item=referral');
    expect(referrals).toMatchObject({ 'www.google.com': expect.any(Number) });
    const types = await json('/top/views/author?item_id=97657&sub_item=item_type');
    expect(types).toMatchObject({ dataset: expect.any(Number) });
    expect(await text('/top/views/project?item_id=13&count=2&sub_item=referral')).toBe(
      file('docs__200__top_views_project_item_id_13_count_2_si_referral.json'),
    );
  });
});

test.describe('counting', () => {
  test('answers per group, 0 for unknown ones', async () => {
    const answer = await post('{"groups":[{"id":327},{"id":328},{"id":1}]}');
    expect(await answer.json()).toEqual({ 1: 0, 327: 20, 328: 1 });
    world.settings({ groups: { 5: 9 } });
    expect(await (await post('{"groups":[{"id":5}]}')).json()).toEqual({ 5: 9 });
  });

  test('refuses wrong bodies, and anything that would need no preflight', async () => {
    for (const body of ['', '{}', '[]', '{"groups":327}', '{"groups":["327"]}'])
      expect((await post(body)).status).toBe(400);
    expect((await post('{"groups":[{"id":327}]}', 'text/plain')).status).toBe(400);
    expect((await ask('/count/articles')).status).toBe(404);
  });

  test('is allowed by a preflight, which is on record; no header is allowed elsewhere', async () => {
    const preflight = await ask('/count/articles', { method: 'OPTIONS' });
    expect(preflight.ok).toBe(true);
    expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type');
    expect(preflight.headers.get('access-control-allow-methods')).toBe('POST');
    expect(
      (await ask('/total/article/5', { method: 'OPTIONS' })).headers.get('access-control-allow-headers'),
    ).toBeNull();
    expect(world.record().requests.map(({ method }) => method)).toEqual(['OPTIONS', 'OPTIONS']);
  });
});

test.describe('an institution’s scope', () => {
  const closed = [
    'timeline/day/views/article/30000002',
    'breakdown/day/views/article/30000002',
    'top/views/article',
  ];

  test('keeps timeline, breakdown and top to itself', async () => {
    for (const path of closed) {
      const answer = await ask(`/monash/${path}`);
      expect(answer.status).toBe(403);
      expect(answer.headers.get('www-authenticate')).toMatch(/^Basic /);
      expect(await answer.json()).toEqual(
        JSON.parse(file('docs__403__melbourne_breakdown_month_views_group_234.json')),
      );
    }
  });

  test('opens them to its credentials', async () => {
    world.settings({ credentials: { monash: 'user:password' } });
    const as = (secret: string) => ({ headers: { authorization: `Basic ${btoa(secret)}` } });
    for (const path of closed) {
      expect((await ask(`/monash/${path}`, as('user:password'))).status).toBe(200);
      expect((await ask(`/monash/${path}`, as('user:wrong'))).status).toBe(403);
      expect((await ask(`/lboro/${path}`, as('user:password'))).status).toBe(403);
    }
    const range = span('2024-01-01', '2025-01-01');
    const answer = await ask(`/monash/timeline/year/views/article/30000002?${range}`, as('user:password'));
    expect(await answer.json()).toEqual({ timeline: { 2024: expect.any(Number) } });
  });

  test('shows its own totals to all, 0 for other items, and does not exist for unknown slugs', async () => {
    expect(await json('/monash/total/views/article/30000002')).toEqual({ totals: 905 });
    expect(await json('/monash/total/downloads/group/10')).toEqual({ totals: 5 });
    expect(await json('/lboro/total/views/article/30000002')).toEqual({ totals: 0 });
    expect(await json('/lboro/total/views/article/766364')).toEqual({ totals: 0 });
    expect((await ask('/nowhere/total/views/article/766364')).status).toBe(404);
  });
});

test.describe('refusals', () => {
  test('are the documented ones', async () => {
    expect(await json('/total/hugs/article/215')).toEqual(
      JSON.parse(file('docs__400__total_hugs_article_215.json')),
    );
    world.settings({ credentials: { lboro: 'user:password' } });
    const path =
      '/lboro/timeline/month/views/group/1?sub_item=category&start_date=2014-01-01&end_date=2015-02-03';
    const missing = await ask(path, { headers: { authorization: `Basic ${btoa('user:password')}` } });
    expect(missing.status).toBe(400);
    expect(await missing.json()).toEqual(
      JSON.parse(file('docs__400__lboro_timeline_month_views_group_1_si_category_s2014_01_01.json')),
    );
  });

  const refused: [path: string, status: number, code: string][] = [
    ['/total/views/dataset/5', 400, 'InvalidParams'],
    ['/total/views/article/five', 400, 'InvalidParams'],
    ['/timeline/week/views/article/5', 400, 'InvalidParams'],
    ['/timeline/day/views/article/5?start_date=2015-02-30', 400, 'InvalidParams'],
    ['/timeline/day/views/article/5?end_date=yesterday', 400, 'InvalidParams'],
    ['/timeline/day/views/article/5?start_date=2015-02-02&end_date=2015-02-01', 400, 'InvalidParams'],
    ['/breakdown/day/views/article/5?sub_item=referral&sub_item_id=5', 400, 'InvalidParams'],
    ['/breakdown/day/views/article/5?sub_item=category', 400, 'MissingParams'],
    ['/top/views/article?sub_item=toString', 400, 'InvalidParams'],
    ['/top/views/article?count=0', 400, 'InvalidParams'],
    ['/', 404, 'NotFound'],
    ['/total', 404, 'NotFound'],
    ['/timeline/views/article/5', 404, 'NotFound'],
  ];
  for (const [path, status, code] of refused) {
    test(`answer ${path} with ${status} ${code}`, async () => {
      const answer = await ask(path);
      expect(answer.status).toBe(status);
      expect(await answer.json()).toEqual({
        message: expect.any(String),
        code,
        data: status === 404 ? null : expect.any(Object),
      });
    });
  }
});

test.describe('the main API', () => {
  test('knows items by id, with HTML in titles', async () => {
    expect(await text('/v2/articles/123456')).toBe(file('real__api_v2_articles_123456.json'));
    expect(await json('/v2/articles/30000001')).toMatchObject({
      title: expect.stringContaining('<i>E. coli</i>'),
    });
    expect(await json('/v2/collections/1234')).toMatchObject({ id: 1234, title: 'Sample collection' });
    expect(await json('/v2/projects/13')).toMatchObject({ id: 13, title: 'Sample project' });
    expect(await json('/v2/collections/1234/articles?page=2&page_size=2')).toHaveLength(1);
    expect((await ask('/v2/articles/999999999')).status).toBe(404);
    expect((await ask('/v2/authors/97657')).status).toBe(404);
  });

  test('finds DOIs in any case, with or without version, and longer ones too', async () => {
    const ids = async (path: string) => ((await json(path)) as { id: number }[]).map(({ id }) => id);
    expect(await ids('/v2/articles?doi=10.15482/usda.adc/1402049')).toEqual([24852999, 24852405]);
    expect(await ids('/v2/articles?doi=10.1371%2Fjournal.pone.0039704.v1')).toEqual([123456]);
    expect(await ids('/v2/collections?doi=10.6084/m9.figshare.c.1234')).toEqual([1234]);
    expect(await ids('/v2/articles?doi=10.5555/nothing')).toEqual([]);
  });

  test('knows what a world adds', async () => {
    world.settings({ items: { 'article/5': { title: 'Mine', doi: '10.5555/mine' } } });
    expect(await json('/v2/articles?doi=10.5555/mine')).toMatchObject([{ id: 5, title: 'Mine' }]);
  });
});

test.describe('reading from other origins', () => {
  const origin = async (path: string) => (await ask(path)).headers.get('access-control-allow-origin');

  test('is allowed, or not, for the statistics, and always for the main API', async () => {
    expect(await origin('/total/article/5')).toBe('*');
    world.settings({ cors: false });
    expect(await origin('/total/article/5')).toBeNull();
    expect(
      (await ask('/count/articles', { method: 'OPTIONS' })).headers.get('access-control-allow-headers'),
    ).toBeNull();
    expect(await origin('/v2/articles/123456')).toBe('*');
  });

  test('can be refused for one path', async () => {
    world.faults([{ path: '/total/*', fault: 'no-cors' }]);
    expect(await origin('/total/article/5')).toBeNull();
    expect(await origin('/top/views/article')).toBe('*');
  });

  test('shows Retry-After only when exposed', async () => {
    expect((await ask('/total/article/5')).headers.get('access-control-expose-headers')).toBeNull();
    world.settings({ exposeRetryAfter: true });
    expect((await ask('/total/article/5')).headers.get('access-control-expose-headers')).toBe('Retry-After');
  });
});

test.describe('faults', () => {
  const path = '/total/article/766364';

  for (const status of [202, 400, 403, 404, 429, 500, 502, 503] as const) {
    test(`${status} is that status`, async () => {
      world.faults([{ path, fault: status }]);
      const answer = await ask(path);
      expect(answer.status).toBe(status);
      expect((await answer.text()) === '').toBe(status === 202);
      expect(answer.headers.get('www-authenticate')).toBe(
        status === 403 ? 'Basic realm="figshare statistics"' : null,
      );
      expect(answer.headers.get('retry-after')).toBeNull();
    });
  }

  test('429 says when to come back', async () => {
    const date = 'Fri, 21 Nov 2025 12:00:05 GMT';
    world.faults([
      { path, fault: '429', retryAfter: 7, times: 1 },
      { path, fault: '503', retryAfter: date, times: 1 },
    ]);
    expect((await ask(path)).headers.get('retry-after')).toBe('7');
    expect((await ask(path)).headers.get('retry-after')).toBe(date);
    expect((await ask(path)).status).toBe(200);
  });

  test('fit a path, the beginning of one, or a query, as often as they say, the first that fits', async () => {
    world.faults([
      { path: '/timeline/*', query: '2015', fault: 500, times: 1 },
      { path: '/timeline/*', fault: 502, times: 2 },
    ]);
    const statuses = [];
    for (const query of ['2014', '2015', '2015', '2015'])
      statuses.push((await ask(`/timeline/day/views/article/5?start_date=${query}-01-01`)).status);
    expect(statuses).toEqual([502, 500, 502, 200]);
    expect((await ask('/total/timeline')).status).toBe(404);
  });

  test('happen after so many requests, when told to', async () => {
    world.faults([{ path, fault: 500, after: 2 }]);
    let isAnswered = false;
    const early = ask(path).finally(() => (isAnswered = true));
    await world.wait({ requests: 1 });
    expect(isAnswered).toBe(false);
    expect((await ask('/total/views/article/6876647')).status).toBe(200);
    expect((await early).status).toBe(500);
  });

  test('html, body and redirect are wrong answers', async () => {
    world.faults([{ path, fault: 'html' }]);
    const html = await ask(path);
    expect([html.status, html.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8']);
    world.faults([{ path, fault: 'body', body: { totals: '5' } }]);
    expect(await json(path)).toEqual({ totals: '5' });
    world.faults([{ path, fault: 'body', raw: '{"__proto__":{"views":1}', status: 201, type: 'text/plain' }]);
    const raw = await ask(path);
    expect([raw.status, raw.headers.get('content-type'), await raw.text()]).toEqual([
      201,
      'text/plain',
      '{"__proto__":{"views":1}',
    ]);
    world.faults([{ path, fault: 'redirect', to: '/total/views/article/6876647' }]);
    const redirect = await ask(path);
    expect([redirect.redirected, await redirect.json()]).toEqual([true, { totals: 118 }]);
  });

  test('reset and half break the connection, and the client is not to blame', async () => {
    world.faults([
      { path, fault: 'reset', times: 1 },
      { path, fault: 'half' },
    ]);
    await expect(ask(path)).rejects.toThrow();
    const half = await ask(path);
    expect(half.status).toBe(200);
    await expect(half.text()).rejects.toThrow();
    await world.wait({ open: 0 });
    expect(world.record().requests.map(({ aborted, status }) => ({ aborted, status }))).toEqual([
      { aborted: false, status: 0 },
      { aborted: false, status: 200 },
    ]);
  });

  test('hang hangs until the client leaves', async () => {
    world.faults([{ path, fault: 'hang' }]);
    const leaving = new AbortController();
    const answer = ask(path, { signal: leaving.signal });
    await world.wait({ requests: 1 });
    leaving.abort();
    await expect(answer).rejects.toThrow();
    await world.wait({ aborted: 1, open: 0 });
    expect(world.record().requests).toMatchObject([{ path, status: 0, aborted: true, bytesSent: 0 }]);
  });

  test('hang and hang-body go on when released, once', async () => {
    world.faults([
      { path, fault: 'hang' },
      { path: '/top/*', fault: 'hang-body' },
    ]);
    const whole = ask(path);
    const half = await ask('/top/views/article');
    await world.wait({ requests: 2 });
    expect(world.record().maxOpen).toBe(2);
    world.release();
    expect((await whole).status).toBe(200);
    expect(await half.text()).toBe(file('real__top_views_article.json'));
    const again = ask(path);
    await expect(world.wait({ requests: 3, open: 0, within: 50 })).rejects.toThrow(
      'found {"requests":3,"aborted":0,"open":1}',
    );
    world.release();
    expect((await again).status).toBe(200);
  });

  test('large is valid JSON, and the record tells how much of it left', async () => {
    world.faults([
      { path, fault: 'large', bytes: 200_000, times: 1 },
      { path, fault: 'large' },
    ]);
    expect(await json(path)).toEqual({ totals: 1, padding: 'x'.repeat(200_000) });
    const leaving = new AbortController();
    const reader = (await ask(path, { signal: leaving.signal })).body!.getReader();
    await reader.read();
    leaving.abort();
    await world.wait({ aborted: 1 });
    expect(world.record().requests[1]!.bytesSent).toBeLessThan(2_000_000);
    expect(world.record().requests[0]!.bytesSent).toBeGreaterThan(200_000);
  });

  test('that do not exist are refused, so that a misspelt test fails', async () => {
    expect(() => world.faults([{ path, fault: 'hanging' as 'hang' }])).toThrow('no such fault: hanging');
    const answer = await control('PUT', '/_faults', [{ path, fault: '418' as '404' }]);
    expect([answer.status, await answer.json()]).toEqual([
      400,
      { message: expect.stringContaining('no such fault: 418') },
    ]);
  });
});

test.describe('worlds', () => {
  test('have settings, faults and records of their own; without a prefix it is the default one', async () => {
    const other = standIn.world(`${world.name}-other`);
    world.settings({ items: { 'article/5': { views: 8 } } });
    other.faults([{ path: '*', fault: 500 }]);
    expect(await json('/total/views/article/5')).toEqual({ totals: 8 });
    expect((await fetch(`${other.url}/total/views/article/5`)).status).toBe(500);
    await fetch(`${standIn.url}/total/views/article/5?a=%20b`);
    expect(world.record().requests).toHaveLength(1);
    expect(standIn.world('default').record().requests.at(-1)).toMatchObject({
      path: '/total/views/article/5',
      query: 'a=%20b',
    });
    other.forget();
    expect((await fetch(`${other.url}/total/views/article/5`)).status).toBe(200);
  });

  test('merge their settings, and an own item replaces the known one', async () => {
    world.settings({ items: { 'article/766364': { views: 1 } } });
    world.settings({
      items: { 'article/5': { timeline: { views: { '2025-11-03': 4 }, shares: null } } },
      delay: 1,
    });
    expect(await json('/total/article/766364')).toEqual({ views: 1, downloads: 0, shares: 0, cites: 0 });
    expect(await json('/total/article/5')).toEqual({ views: 4, downloads: 0, shares: 0, cites: 0 });
    expect(await json('/timeline/day/views/article/5')).toEqual({ timeline: { '2025-11-03': 4 } });
    expect(await json('/timeline/day/shares/article/5')).toEqual({ timeline: null });
  });

  test('answer what is on record only as long as no own item contradicts it', async () => {
    expect(await json('/total/views/article/23')).toEqual({ totals: 231 });
    world.settings({ items: { 'article/23': { views: 100_000 } } });
    expect(await json('/total/views/article/23')).toEqual({ totals: 100_000 });
    expect(await topAt('/top/views/article')).toMatchObject({ 23: 100_000 });
    const path = '/breakdown/year/views/article/766364?start_date=2015-04-19&end_date=2016-04-21';
    expect(await text(path)).toContain('"Streaky Bay": 20,');
  });

  test('are controlled by HTTP from any page as from here, off the record', async () => {
    const settings = await control('PUT', '/_settings', {
      combined: false,
      items: { 'article/5': { views: 8 } },
    });
    expect(settings.headers.get('access-control-allow-origin')).toBe('*');
    expect((await control('OPTIONS', '/_settings')).headers.get('access-control-allow-methods')).toContain(
      'PUT',
    );
    expect(await json('/total/views/article/5')).toEqual({ totals: 8 });
    await control('PUT', '/_faults', [{ path: '/total/*', fault: 'hang' }]);
    const hanging = ask('/total/views/article/5?x=1', { headers: { 'x-test': 'yes' } });
    expect((await ask('/_wait?requests=2')).status).toBe(200);
    await control('PUT', '/_release');
    await hanging;
    expect((await ask('/_wait?open=0')).status).toBe(200);
    expect(await json('/_record')).toEqual(world.record());
    expect(world.record()).toMatchObject({
      maxOpen: 1,
      requests: [
        { status: 200 },
        {
          method: 'GET',
          path: '/total/views/article/5',
          query: 'x=1',
          headers: { 'x-test': 'yes' },
          status: 200,
          aborted: false,
          bytesSent: 12,
        },
      ],
    });
    await control('DELETE', '');
    const forgotten: Recorded = { requests: [], maxOpen: 0 };
    expect(await json('/_record')).toEqual(forgotten);
  });

  test('say what is wrong with a control request', async () => {
    expect((await ask('/_wait?request=1')).status).toBe(400);
    expect((await ask('/_wait?requests=1&within=10')).status).toBe(400);
    expect((await ask('/_settings', { method: 'PUT', body: '{' })).status).toBe(400);
    expect((await ask('/_nothing')).status).toBe(404);
  });

  test('wait before every answer when told to', async () => {
    world.settings({ delay: 60_000 });
    const leaving = new AbortController();
    const answer = ask('/total/article/5', { signal: leaving.signal });
    await world.wait({ requests: 1 });
    expect(world.record().requests[0]!.status).toBe(0);
    leaving.abort();
    await expect(answer).rejects.toThrow();
    await world.wait({ aborted: 1, open: 0 });
  });
});

test('ends hanging requests when it closes or forgets a world', async () => {
  const another = await startStandIn();
  const hanging = another.world('one');
  const forgotten = another.world('two');
  for (const each of [hanging, forgotten]) each.faults([{ path: '*', fault: 'hang' }]);
  const first = fetch(`${forgotten.url}/total/article/5`);
  await forgotten.wait({ requests: 1 });
  forgotten.forget();
  await expect(first).rejects.toThrow();
  const second = fetch(`${hanging.url}/total/article/5`);
  await hanging.wait({ requests: 1 });
  await Promise.all([another.close(), expect(second).rejects.toThrow()]);
});
