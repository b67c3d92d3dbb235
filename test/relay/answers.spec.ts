/** What a relay spares the service, and what it tells when the service fails. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mock } from 'node:test';
import type { SnapshotFile } from '../../src/source/snapshot-file.js';
import { UpstreamQueue } from '../../src/relay/upstream-queue.js';
import { startStandIn, type Fault } from '../support/stand-in.js';
import { expect, minutes, postGroups, test, total, type TestRelay } from './fixture.js';

const totalOf = (id: number) => `/total/views/article/${id}`;

async function told(relay: TestRelay, path = total) {
  const response = await relay.get(path);
  const { headers, status } = response;
  const body = (await response.json()) as Record<string, unknown>;
  return { status, body, headers, stale: headers.get('x-figshare-stale'), age: Number(headers.get('age')) };
}

test.describe('asks once', () => {
  test('for all who ask the same at the same time', async ({ world, startRelay }) => {
    const relay = await startRelay();
    world.faults([{ path: '/*', fault: 'hang' }]);
    const asking = Array.from({ length: 30 }, () => told(relay));
    const posting = Array.from({ length: 10 }, () => postGroups(relay.url, 327, 328));
    await world.wait({ requests: 2 });
    world.faults([]);
    world.release();
    for (const { status, body } of await Promise.all(asking))
      expect([status, body]).toEqual([200, { totals: 46088 }]);
    for (const response of await Promise.all(posting))
      expect(await response.json()).toEqual({ 327: 20, 328: 1 });
    expect(world.record().requests).toHaveLength(2);
    expect(relay.log.filter(({ cache }) => cache === 'joined').length).toBeGreaterThan(30);
  });

  test('for as long as an answer is fresh', async ({ world, startRelay }) => {
    const relay = await startRelay();
    await told(relay);
    relay.clock.passed = 9 * minutes;
    expect(await told(relay)).toMatchObject({ body: { totals: 46088 }, stale: null, age: 540 });
    expect(world.record().requests).toHaveLength(1);
  });

  test('and keeps no more than it has memory for', async ({ world, startRelay }) => {
    const relay = await startRelay({ memory: 10_000 });
    for (let id = 1; id <= 100; id++) await told(relay, totalOf(id));
    const { answers } = (await told(relay, '/healthz')).body;
    expect(answers).toBeGreaterThan(10);
    expect(answers).toBeLessThan(40);
    await told(relay, totalOf(1));
    expect(world.record().requests).toHaveLength(101);
  });
});

test.describe('spares the service', () => {
  test('more than a few requests at once', async ({ world, startRelay }) => {
    const relay = await startRelay({ concurrency: 3 });
    world.faults([{ path: '/*', fault: 'hang', times: 3 }]);
    const answers = Promise.all(Array.from({ length: 20 }, (_, id) => told(relay, totalOf(id + 1))));
    await world.wait({ requests: 3 });
    world.release();
    expect((await answers).every(({ status }) => status === 200)).toBe(true);
    expect(world.record()).toMatchObject({ maxOpen: 3, requests: { length: 20 } });
  });

  test('a queue without end: who finds it full is told when to come back', async ({ world, startRelay }) => {
    const relay = await startRelay({ concurrency: 1, waiting: 5, maxWait: 20_000 });
    world.faults([{ path: '/*', fault: 'hang' }]);
    const first = told(relay, totalOf(1));
    await world.wait({ requests: 1 });
    const others = Array.from({ length: 30 }, (_, id) => told(relay, totalOf(id + 2)));
    await expect.poll(() => relay.log.length).toBe(25);
    world.faults([]);
    world.release();
    const busy = (await Promise.all(others)).filter(({ status }) => status === 503);
    expect(busy).toHaveLength(25);
    expect(busy[0]).toMatchObject({ body: { code: 'Busy' } });
    expect(busy[0]!.headers.get('retry-after')).toBe('20');
    expect((await first).status).toBe(200);
    expect(world.record()).toMatchObject({ maxOpen: 1, requests: { length: 6 } });
  });

  test('those who have waited for too long', async ({ world, startRelay }) => {
    const relay = await startRelay({ concurrency: 1, maxWait: 50 });
    world.faults([{ path: '/*', fault: 'hang' }]);
    const first = told(relay, totalOf(1));
    await world.wait({ requests: 1 });
    expect(await told(relay, totalOf(2))).toMatchObject({ status: 503 });
    world.release();
    await first;
    expect(world.record().requests).toHaveLength(1);
  });

  test('more than so many requests in any second', async () => {
    mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'], now: 1_000_000 });
    try {
      const queue = new UpstreamQueue({
        concurrency: 10,
        perSecond: 3,
        waiting: 100,
        maxWait: 20_000,
        now: Date.now,
      });
      const asked: number[] = [];
      const all = Array.from({ length: 8 }, () => queue.run(async () => asked.push(Date.now() - 1_000_000)));
      const settled = () => new Promise((resolve) => setImmediate(resolve));
      for (let passed = 0; passed < 3000; passed += 100) {
        await settled();
        mock.timers.tick(100);
      }
      await Promise.all(all);
      expect(asked).toHaveLength(8);
      for (const moment of asked) {
        expect(asked.filter((other) => other >= moment && other < moment + 1000).length).toBeLessThanOrEqual(
          3,
        );
      }
      expect(asked.at(-1)).toBe(2000);
    } finally {
      mock.timers.reset();
    }
  });

  test('no more than it can, and goes on at its pace, however many have run out of patience', async () => {
    mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'], now: 1_000_000 });
    try {
      const queue = new UpstreamQueue({
        concurrency: 4,
        perSecond: 5,
        waiting: 50,
        maxWait: 2000,
        now: Date.now,
      });
      const answered = Array.from({ length: 20 }, () => 0);
      const asking: Promise<unknown>[] = [];
      for (let passed = 0; passed < 20_000; passed += 50) {
        const second = () => Math.floor((Date.now() - 1_000_000) / 1000);
        const task = async () => (answered[second()]! += 1);
        asking.push(queue.run(task).catch(() => undefined)); // twenty a second
        await new Promise((resolve) => setImmediate(resolve));
        if (passed < 19_950) mock.timers.tick(50);
      }
      expect(answered).toEqual(Array.from({ length: 20 }, () => 5));
      mock.timers.tick(2000);
      await Promise.all(asking);
    } finally {
      mock.timers.reset();
    }
  });

  test('a "later" of a century: after some minutes it asks again', async ({ world, startRelay }) => {
    const relay = await startRelay();
    world.faults([{ path: '/*', fault: 503, retryAfter: 3_000_000_000, times: 1 }]);
    const first = await told(relay, totalOf(1));
    expect(Number(first.headers.get('retry-after'))).toBe(300);
    expect(Number((await told(relay, totalOf(2))).headers.get('retry-after'))).toBeLessThanOrEqual(300);
    expect(world.record().requests).toHaveLength(1);
    relay.clock.passed = 5 * minutes + 1000;
    expect(await told(relay, totalOf(2))).toMatchObject({ status: 200 });
  });

  const storms: [what: string, fault: Fault, seconds: number][] = [
    ['429 with a time', { path: '/*', fault: 429, retryAfter: 120 }, 120],
    ['429 without', { path: '/*', fault: 429 }, 30],
    ['429 with none at all', { path: '/*', fault: 429, retryAfter: 0 }, 1],
    ['202', { path: '/*', fault: 202 }, 30],
    ['503 with a time', { path: '/*', fault: 503, retryAfter: 60 }, 60],
  ];
  for (const [what, fault, seconds] of storms) {
    test(`whatever comes after its "later" (${what})`, async ({ world, startRelay }) => {
      const relay = await startRelay({ concurrency: 2 });
      const { etag } = Object.fromEntries((await told(relay)).headers);
      world.faults([fault]);
      world.settings({ delay: 20 });
      const before = world.record().requests.length;
      // Two are on their way when it is said; 38 wait for their turn, or come later.
      const storm = await Promise.all(Array.from({ length: 40 }, (_, id) => told(relay, totalOf(id + 1))));
      for (const { status, headers } of storm) {
        const isFirst = status === 502;
        expect(isFirst ? '503 with a time' : what).toBe(what);
        if (!isFirst) expect(status).toBe(503);
        expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(seconds);
      }
      expect(world.record().requests.length - before).toBeLessThanOrEqual(2);
      relay.clock.passed = Math.max(0, seconds * 1000 - 5000);
      if (seconds > 5) {
        expect(await told(relay, totalOf(50))).toMatchObject({ status: 503 });
        expect(world.record().requests.length - before).toBeLessThanOrEqual(2);
      }
      expect((await told(relay)).headers.get('etag')).toBe(etag); // what is known is told all the same
      world.faults([]);
      relay.clock.passed = seconds * 1000 + 5000;
      expect(await told(relay, totalOf(50))).toMatchObject({ status: 200 });
    });
  }
});

test.describe('when an answer has grown old', () => {
  test('tells it at once, marked, and asks for a newer one meanwhile', async ({ world, startRelay }) => {
    const relay = await startRelay();
    await told(relay);
    relay.clock.passed = 11 * minutes;
    world.settings({ items: { 'article/766364': { views: 50_000 } } });
    world.faults([{ path: '/*', fault: 'hang' }]);
    const old = await told(relay);
    expect(old).toMatchObject({ status: 200, body: { totals: 46088 }, stale: '1', age: 660 });
    expect(old.headers.get('cache-control')).toContain('max-age=690,');
    await world.wait({ requests: 2 });
    world.faults([]);
    world.release();
    await expect.poll(async () => (await told(relay)).body).toEqual({ totals: 50_000 });
    expect(await told(relay)).toMatchObject({ stale: null });
    expect(world.record().requests).toHaveLength(2);
  });

  test('tells it for as long as the service fails, and does not insist', async ({ world, startRelay }) => {
    const relay = await startRelay();
    await told(relay);
    world.faults([{ path: '/*', fault: 500 }]);
    relay.clock.passed = 11 * minutes;
    for (let times = 0; times < 20; times++) {
      expect(await told(relay)).toMatchObject({ status: 200, body: { totals: 46088 }, stale: '1' });
    }
    expect(world.record().requests).toHaveLength(2);
    relay.clock.passed = 12 * minutes;
    await told(relay);
    await world.wait({ requests: 3 });
    relay.clock.passed = 14 * 24 * 60 * minutes; // so old that a newer one is waited for
    expect(await told(relay)).toMatchObject({ status: 200, stale: '1', age: 14 * 86_400 });
    expect(relay.log.at(-1)!.cache).toBe('last-good');
    world.faults([]);
    relay.clock.passed += minutes;
    expect(await told(relay)).toMatchObject({ status: 200, stale: null, age: 0 });
  });
});

test.describe('when the service fails', () => {
  const failures: [fault: Partial<Fault> & { fault: Fault['fault'] }, status: number, code: string][] = [
    [{ fault: 400 }, 400, 'InvalidParams'],
    [{ fault: 401 }, 403, 'Forbidden'],
    [{ fault: 403 }, 403, 'Forbidden'],
    [{ fault: 404 }, 404, 'NotFound'],
    [{ fault: 429 }, 503, 'Busy'],
    [{ fault: 202 }, 503, 'Busy'],
    [{ fault: 500 }, 502, 'Unavailable'],
    [{ fault: 502 }, 502, 'Unavailable'],
    [{ fault: 503 }, 502, 'Unavailable'],
    [{ fault: 'redirect', to: '/total/views/article/1' }, 502, 'BadAnswer'],
    [{ fault: 'redirect', to: 'http://169.254.169.254/' }, 502, 'BadAnswer'],
    [{ fault: 'html' }, 502, 'BadAnswer'],
    [{ fault: 'large' }, 502, 'BadAnswer'],
    [{ fault: 'body', body: { totals: '46088' } }, 502, 'BadAnswer'],
    [{ fault: 'body', body: { totals: -1 } }, 502, 'BadAnswer'],
    [{ fault: 'body', body: null }, 502, 'BadAnswer'],
    [{ fault: 'body', body: [] }, 502, 'BadAnswer'],
    [{ fault: 'body', raw: '{"totals":1' }, 502, 'BadAnswer'],
    [{ fault: 'body', raw: `{"totals":${'['.repeat(50_000)}${']'.repeat(50_000)}}` }, 502, 'BadAnswer'],
    [{ fault: 'body', raw: '' }, 502, 'BadAnswer'],
    [{ fault: 'reset' }, 504, 'Unreachable'],
    [{ fault: 'half' }, 504, 'Unreachable'],
    [{ fault: 'hang' }, 504, 'Unreachable'],
    [{ fault: 'hang-body' }, 504, 'Unreachable'],
  ];
  for (const [fault, status, code] of failures) {
    test(`says so: ${JSON.stringify(fault).slice(0, 80)} becomes ${status}`, async ({
      world,
      startRelay,
    }) => {
      const relay = await startRelay({ timeout: String(fault.fault).startsWith('hang') ? 150 : 10_000 });
      world.faults([{ path: '/*', ...fault }]);
      const { headers, ...failure } = await told(relay);
      expect(failure).toMatchObject({ status, body: { code, message: expect.any(String) }, stale: null });
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('www-authenticate')).toBeNull();
      expect(headers.get('location')).toBeNull();
      // Who is told no time tries again soon: what stumbled once is no worse by a relay than without.
      expect(headers.has('retry-after')).toBe(code === 'Busy');
      expect(world.record().requests).toHaveLength(1); // no attempt of its own: elements make theirs
    });

    if (status >= 500) {
      test(`tells the last good answer instead: ${JSON.stringify(fault).slice(0, 80)}`, async ({
        world,
        startRelay,
      }) => {
        const timeout = String(fault.fault).startsWith('hang') ? 150 : 10_000;
        const relay = await startRelay({ timeout, lifetimes: { stale: 0 } });
        await told(relay);
        world.faults([{ path: '/*', ...fault }]);
        relay.clock.passed = 60 * minutes;
        expect(await told(relay)).toMatchObject({
          status: 200,
          body: { totals: 46088 },
          stale: '1',
          age: 3600,
        });
      });
    }
  }

  test('takes other statuses for what a page would take them for that asks directly', async ({
    startRelay,
  }) => {
    const service = createServer((request, response) => {
      response.writeHead(Number(request.url!.split('/').at(-1))).end();
    }).listen(0, '127.0.0.1');
    await once(service, 'listening');
    const upstream = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
    const relay = await startRelay({ upstream });
    const seen = [];
    for (const status of [204, 301, 304, 402, 405, 408, 410, 422, 451, 505]) {
      const response = await relay.get(totalOf(status));
      seen.push([status, response.status, ((await response.json()) as { code: string }).code]);
    }
    expect(seen).toEqual([
      ...[204, 301, 304].map((status) => [status, 502, 'BadAnswer']),
      ...[402, 405, 408, 410, 422, 451].map((status) => [status, 404, 'NotFound']),
      [505, 502, 'Unavailable'],
    ]);
    service.close();
  });

  test('recovers from a service that was not there when it started', async ({ startRelay }) => {
    const gone = await startStandIn();
    const port = Number(new URL(gone.url).port);
    await gone.close();
    const relay = await startRelay({ upstream: gone.url });
    expect(await told(relay)).toMatchObject({ status: 504, body: { code: 'Unreachable' } });
    expect(await told(relay, '/healthz')).toMatchObject({ status: 200 });
    const back = await startStandIn({ port });
    expect(await told(relay)).toMatchObject({ status: 200, body: { totals: 46088 } });
    await back.close();
    relay.clock.passed = 48 * 60 * minutes;
    expect(await told(relay)).toMatchObject({ status: 200, stale: '1', age: 2 * 86_400 });
  });
});

test.describe('with a snapshot', () => {
  const snapshot: SnapshotFile = {
    'figshare-elements': 1,
    retrieved: '2025-11-20T00:00:00Z',
    answers: {
      [total]: { retrieved: '2025-11-20T00:00:00Z', body: { totals: 45_000 } },
      '/count/articles{"groups":[{"id":327}]}': { retrieved: '2025-11-20T00:00:00Z', body: { 327: 19 } },
      '/timeline/day/views/article/766364': {
        retrieved: '2025-11-20T00:00:00Z',
        start: '2025-01-01',
        end: '2025-11-19',
        body: { timeline: { '2025-02-03': 4, '2025-03-03': 5 } },
      },
      [totalOf(5)]: { retrieved: '2025-11-20T00:00:00Z', body: { totals: 'many' } },
    },
  };
  const now = () => Date.parse('2025-11-21T00:00:00Z');

  test('tells what it holds, with its age, and asks for the rest', async ({ world, startRelay }) => {
    const relay = await startRelay({ snapshot, now });
    expect(await told(relay)).toMatchObject({ body: { totals: 45_000 }, age: 86_400, stale: null });
    expect((await told(relay)).headers.get('cache-control')).toContain(`max-age=${86_400 + 600},`);
    expect(await (await postGroups(relay.url, 327)).json()).toEqual({ 327: 19 });
    const month = '/timeline/month/views/article/766364?start_date=2025-02-01&end_date=2025-02-28';
    expect((await told(relay, month)).body).toEqual({ timeline: { '2025-02': 4 } });
    expect(world.record().requests).toEqual([]);
    expect((await told(relay, totalOf(766_364_1))).body).toEqual({ totals: 0 });
    expect((await told(relay, totalOf(5))).body).toEqual({ totals: 0 }); // what it holds of that is no answer
    expect(world.record().requests).toHaveLength(2);
  });

  test('that nobody takes any more asks the service, and tells what it holds as old where that fails', async ({
    world,
    startRelay,
  }) => {
    const later = () => Date.parse('2025-12-24T00:00:00Z');
    const relay = await startRelay({ snapshot, now: later });
    expect(await told(relay)).toMatchObject({ body: { totals: 46088 }, stale: null, age: 0 });
    world.faults([{ path: '/*', fault: 500 }]);
    const gone = await startRelay({ snapshot, now: later });
    const old = await told(gone);
    expect(old).toMatchObject({ body: { totals: 45_000 }, stale: '1', age: 34 * 86_400 });
    expect(old.headers.get('cache-control')).toContain(`max-age=${34 * 86_400 + 30},`);
  });

  test('is told as it is now', async ({ world, startRelay }) => {
    let current: SnapshotFile | undefined = snapshot;
    const relay = await startRelay({ snapshot: () => current, now });
    expect((await told(relay)).body).toEqual({ totals: 45_000 });
    const held = { retrieved: '2025-11-20T23:00:00Z', body: { totals: 45_500, secret: 'x' } };
    current = { ...snapshot, answers: { [total]: held } };
    expect(await told(relay)).toMatchObject({ body: { totals: 45_500 }, age: 3600 });
    current = undefined;
    expect((await told(relay)).body).toEqual({ totals: 46088 });
    expect(world.record().requests).toHaveLength(1);
  });

  test('needs no service', async ({ startRelay }) => {
    const relay = await startRelay({ snapshot, now, upstream: 'http://127.0.0.1:1' });
    expect(await told(relay)).toMatchObject({ status: 200, body: { totals: 45_000 } });
    expect(await told(relay, totalOf(6))).toMatchObject({ status: 504 });
  });
});
