/** What a relay answers when all is well. */
import { FigshareClient } from '../../src/client.js';
import { expect, postGroups, test, total } from './fixture.js';

const dates = 'start_date=2015-02-11&end_date=2015-12-17';
const paths = [
  total,
  '/total/shares/project/13',
  '/total/article/766364',
  '/total/collection/1234',
  '/monash/total/downloads/group/10',
  ...['day', 'month', 'year', 'total'].flatMap((granularity) => [
    `/timeline/${granularity}/views/article/766364?${dates}`,
    `/breakdown/${granularity}/views/article/766364?${dates}`,
  ]),
  `/timeline/month/views/article/1?${dates}`,
  `/timeline/month/downloads/article/766364?${dates}&sub_item=category&sub_item_id=2`,
  `/breakdown/total/views/article/766364?${dates}&sub_item=item_type&sub_item_id=fileset`,
  '/top/views/article',
  `/top/downloads/author?count=3&${dates}`,
  '/top/views/project?count=2&sub_item=referral&item_id=13',
  '/top/shares/author?count=3&sub_item=item_type&item_id=13456',
];

for (const path of paths) {
  test(`answers ${path} as the service does`, async ({ world, startRelay }) => {
    const relay = await startRelay();
    const expected: unknown = await (await fetch(world.url + path)).json();
    const response = await relay.get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toEqual(expected);
  });
}

test('answers how many items groups hold, by POST', async ({ startRelay }) => {
  const { url } = await startRelay();
  expect(await (await postGroups(url, 327, 328)).json()).toEqual({ 327: 20, 328: 1 });
});

test('is as good a source as the service itself', async ({ world, startRelay }) => {
  const relay = await startRelay();
  const [direct, relayed] = [world.url, relay.url].map((source) => new FigshareClient({ source }));
  const year = { start: '2014-02-03', end: '2016-05-05' };
  const questions: ((client: FigshareClient) => Promise<{ answer: unknown }>)[] = [
    (client) =>
      client.totals({ item: '766364 collection/1234', metrics: 'views downloads shares citations' }),
    (client) => client.totals({ item: 'author/97657' }),
    (client) => client.totals({ item: 766364, ...year }),
    (client) => client.totals({ item: 'group/10', institution: 'monash', metrics: 'downloads' }),
    (client) => client.timeline({ item: 766364, granularity: 'day', metrics: 'views downloads', ...year }),
    (client) => client.timeline({ item: 766364, category: 2, ...year }),
    (client) => client.timeline({ item: 766364 }),
    (client) => client.breakdown({ item: 766364, ...year }),
    (client) => client.breakdown({ item: 'collection/1234' }),
    (client) => client.top({ limit: 5 }),
    (client) => client.top({ by: 'referral', item: 'project/13', limit: 2 }),
    (client) => client.count({ item: '327 328' }),
  ];
  for (const ask of questions) expect((await ask(relayed!)).answer).toEqual((await ask(direct!)).answer);
});

for (const [combined, status] of [
  [false, 404],
  [400, 400],
] as const) {
  test(`lets elements fall back where the service answers combined totals with ${status}`, async ({
    world,
    startRelay,
  }) => {
    world.settings({ combined });
    const { url, get } = await startRelay();
    expect((await get('/total/article/766364')).status).toBe(status);
    const { answer } = await new FigshareClient({ source: url }).totals({ item: 766364 });
    expect(answer).toEqual({ views: 46088, downloads: 5210 });
    const combinedAsked = world.record().requests.filter(({ path }) => path === '/total/article/766364');
    expect(combinedAsked).toHaveLength(1); // nor does every page ask again
  });
}

test('sends the service its own words alone', async ({ world, startRelay }) => {
  const { url, get } = await startRelay();
  await get('/top/views/article?', {
    headers: { cookie: 'a=b', authorization: 'Basic eDp5', 'x-forwarded-for': '1' },
  });
  await postGroups(url, 327, 327);
  const [top, count, ...more] = world.record().requests;
  expect(more).toEqual([]);
  expect(top).toMatchObject({ path: '/top/views/article', query: 'count=10' });
  expect(count).toMatchObject({ posted: '{"groups":[{"id":327}]}' });
  for (const name of ['cookie', 'authorization', 'x-forwarded-for'])
    expect(top!.headers).not.toHaveProperty(name);
});

test('lets browsers and CDNs keep answers, and tells them when theirs still holds', async ({
  world,
  startRelay,
}) => {
  const { get } = await startRelay();
  const first = await get(total);
  const etag = first.headers.get('etag')!;
  expect(first.headers.get('cache-control')).toMatch(
    /^public, max-age=600, s-maxage=600, stale-while-revalidate=\d+, stale-if-error=\d+$/,
  );
  expect(first.headers.get('age')).toBe('0');
  expect(etag).toMatch(/^"[\da-f]+"$/);
  for (const held of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const again = await get(total, { headers: { 'if-none-match': held } });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    expect(again.headers.get('cache-control')).toContain('max-age=');
  }
  expect((await get(total, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  expect(world.record().requests).toHaveLength(1);
});

test('answers HEAD like GET, without the body', async ({ startRelay }) => {
  const { get } = await startRelay();
  const head = await get(total, { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
  expect(head.headers.get('etag')).toBe((await get(total)).headers.get('etag'));
});

test('lets pages of all sites ask, and read why not', async ({ startRelay }) => {
  const { url, get } = await startRelay();
  const headers = { origin: 'https://www.example.edu' };
  for (const path of [total, '/nowhere', '/total/hugs/article/5', '/healthz']) {
    const response = await get(path, { headers });
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-expose-headers')).toContain('Retry-After');
    expect(response.headers.get('vary')).toBeNull();
  }
  const preflight = await fetch(`${url}/count/articles`, { method: 'OPTIONS', headers });
  expect([preflight.status, await preflight.text()]).toEqual([204, '']);
  expect(preflight.headers.get('access-control-allow-methods')).toBe('GET,HEAD,POST');
  expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type');
});

test('tells which methods a path takes', async ({ world, startRelay }) => {
  const { get } = await startRelay();
  for (const [path, allowed] of [
    [total, 'GET, HEAD, OPTIONS'],
    ['/total/hugs/article/5', 'GET, HEAD, OPTIONS'],
    ['/count/articles', 'POST, OPTIONS'],
    ['/healthz', 'GET, HEAD, OPTIONS'],
    ['/badge/dark/article/5.svg', 'GET, HEAD, OPTIONS'],
    ['/embed/', 'GET, HEAD, OPTIONS'],
    ['/oembed?url=x', 'GET, HEAD, OPTIONS'],
  ] as const) {
    for (const method of ['DELETE', 'PUT', 'PATCH', allowed.startsWith('GET') ? 'POST' : 'GET']) {
      const response = await get(path, { method });
      expect([response.status, response.headers.get('allow')], `${method} ${path}`).toEqual([405, allowed]);
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      expect(await response.json()).toMatchObject({ code: 'MethodNotAllowed' });
    }
  }
  expect((await get('/nowhere', { method: 'DELETE' })).status).toBe(404);
  expect(world.record().requests).toEqual([]);
});

test('lets pages of some sites ask', async ({ startRelay }) => {
  const { get } = await startRelay({ allowOrigin: ['https://www.example.edu', 'http://localhost:8000/'] });
  const allowed = async (origin?: string) => {
    const { headers } = await get(total, origin === undefined ? {} : { headers: { origin } });
    expect(headers.get('vary')).toBe('Origin');
    return headers.get('access-control-allow-origin');
  };
  expect(await allowed('https://www.example.edu')).toBe('https://www.example.edu');
  expect(await allowed('http://localhost:8000')).toBe('http://localhost:8000');
  for (const other of ['https://example.edu', 'https://www.example.edu.evil.test', 'null', undefined]) {
    expect(await allowed(other)).toBeNull();
  }
});

test('refuses options that cannot be', async ({ startRelay }) => {
  const invalid = expect.objectContaining({ kind: 'invalid' });
  for (const allowOrigin of ['example.edu', 'https://a.test/path', 'ftp://a.test', 'https://*.a.test/x']) {
    await expect(startRelay({ allowOrigin: [allowOrigin] })).rejects.toEqual(invalid);
  }
  for (const baseUrl of [
    '/figshare',
    'www.example.edu',
    'ftp://a.test',
    'https://a.test/?x',
    'https://u:p@a.test',
  ]) {
    await expect(startRelay({ baseUrl })).rejects.toEqual(invalid);
  }
  for (const upstream of [
    'stats',
    'file:///etc/passwd',
    'https://u:p@a.test',
    'https://a.test https://b.test',
    'https://a.test/figshare.json',
  ]) {
    await expect(startRelay({ upstream })).rejects.toEqual(invalid);
  }
});

test('says how it is', async ({ world, startRelay }) => {
  const { get } = await startRelay({ credentials: new Map([['monash', 'user:secret']]) });
  await get(total);
  expect(await (await get('/healthz')).json()).toEqual({
    status: 'ok',
    version: '0.0.0',
    uptime: expect.any(Number),
    answers: 1,
    silent: false,
  });
  expect(world.record().requests).toHaveLength(1);
});

test('refuses what is not on its list in JSON, and asks nobody', async ({ world, startRelay }) => {
  const { url, get } = await startRelay();
  const refused: [path: string, status: number, code: string][] = [
    ['/', 404, 'NotFound'],
    ['/v2/articles/766364', 404, 'NotFound'],
    ['/total/author/5', 404, 'NotFound'],
    ['/total/hugs/article/5', 400, 'InvalidParams'],
    ['/timeline/day/views/article/5', 400, 'InvalidParams'],
    [`${total}?url=https://evil.test`, 400, 'InvalidParams'],
    [`${total}?${'x'.repeat(2100)}`, 400, 'InvalidParams'],
  ];
  for (const [path, status, code] of refused) {
    const response = await get(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.json()).toEqual({ message: expect.any(String), code });
  }
  const plain = { method: 'POST', body: '{"groups":[{"id":327}]}' };
  expect((await fetch(`${url}/count/articles`, plain)).status).toBe(400);
  expect(world.record().requests).toEqual([]);
});

test('logs each request in a line, and nothing about who asked', async ({ startRelay }) => {
  const { url, get, log } = await startRelay();
  await get(total, {
    headers: { origin: 'https://secret.test', referer: 'https://secret.test/', cookie: 'secret' },
  });
  await get(total);
  await get('/nowhere?secret');
  await postGroups(url, 123_454_321);
  expect(log.map(({ method, path, status, cache }) => [method, path, status, cache])).toEqual([
    ['GET', total, 200, 'miss'],
    ['GET', total, 200, 'hit'],
    ['GET', '/nowhere', 404, 'none'],
    ['POST', '/count/articles', 200, 'miss'],
  ]);
  expect(Object.keys(log[0]!)).toEqual(['time', 'method', 'path', 'status', 'ms', 'cache']);
  for (const word of ['secret', '127.0.0.1', '123454321']) expect(JSON.stringify(log)).not.toContain(word);
});

test.describe('images', () => {
  test('are drawn from the relay’s own answers', async ({ world, startRelay }) => {
    const { get, log } = await startRelay({ allowOrigin: ['https://www.example.edu'] });
    await get('/total/article/766364');
    const badge = await get('/badge/article/766364.svg');
    expect(badge.headers.get('content-type')).toContain('image/svg+xml');
    expect(badge.headers.get('access-control-allow-origin')).toBeNull();
    expect(await badge.text()).toContain('46,088');
    expect(world.record().requests).toHaveLength(1);
    const held = { headers: { 'if-none-match': badge.headers.get('etag')! } };
    expect((await get('/badge/article/766364.svg', held)).status).toBe(304);
    const sparkline = await get('/sparkline/article/766364.svg?start=2015-01-01&end=2015-12-31');
    expect(await sparkline.text()).toContain('<svg');
    expect(world.record().requests.at(-1)!.path).toBe('/timeline/month/views/article/766364');
    expect((await get('/badge/dark/views+downloads/article/766364.svg')).status).toBe(200);
    const png = await get('/badge/article/766364.png');
    expect([png.status, await png.json()]).toEqual([
      501,
      { code: 'NotImplemented', message: expect.stringContaining('ask for the same .svg') },
    ]);
    expect(log[1]).toMatchObject({ path: '/badge/article/766364.svg', status: 200 });
  });

  test('ask nobody about what cannot be', async ({ world, startRelay }) => {
    const { get } = await startRelay();
    for (const path of ['/badge/article/x.svg', '/badge/article/5.svg?url=x', '/badge/hugs/5.svg']) {
      expect(await (await get(path)).text()).toContain('<svg');
    }
    expect(world.record().requests).toEqual([]);
  });
});
