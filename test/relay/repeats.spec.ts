/** What Node's entry answers by itself, before the relay is asked. */
import { once } from 'node:events';
import { get, IncomingMessage, ServerResponse, type OutgoingHttpHeaders } from 'node:http';
import { Socket } from 'node:net';
import type { SnapshotFile } from '../../src/source/snapshot-file.js';
import { listen } from '../../src/relay/node.js';
import { NodeRepeats } from '../../src/relay/node-repeats.js';
import type { Repeat } from '../../src/relay/options.js';
import { expect, minutes, postGroups, test, total, type TestRelay } from './fixture.js';

/** As it is sent: `fetch` would tidy it up. */
async function raw({ url }: TestRelay, path: string, headers: OutgoingHttpHeaders = {}, method = 'GET') {
  const { hostname, port } = new URL(url);
  const request = get({ hostname, port, path, headers, method, agent: false });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const body = (await response.toArray()).join('');
  const told = { ...response.headers };
  delete told.date;
  return {
    status: response.statusCode,
    headers: told,
    names: response.rawHeaders.filter((__, at) => at % 2 === 0),
    body,
  };
}

test('tells an answer again with every header, and the relay is not asked', async ({ world, startRelay }) => {
  const relay = await startRelay();
  const first = await raw(relay, total);
  for (let times = 0; times < 5; times++) expect(await raw(relay, total)).toEqual(first);
  expect(first).toMatchObject({ status: 200, body: '{"totals":46088}' });
  expect(relay.asked).toEqual([`GET ${total}`]);
  expect(world.record().requests).toHaveLength(1);
  expect(relay.log.map(({ path, status, cache }) => [path, status, cache])).toEqual([
    [total, 200, 'miss'],
    ...Array.from({ length: 5 }, () => [total, 200, 'hit']),
  ]);
});

test('tells its age anew, until it is too old', async ({ startRelay }) => {
  const relay = await startRelay();
  const first = await raw(relay, total);
  for (const seconds of [1, 59, 599]) {
    relay.clock.passed = seconds * 1000;
    expect(await raw(relay, total)).toEqual({
      ...first,
      headers: { ...first.headers, age: String(seconds) },
    });
  }
  expect(relay.asked).toHaveLength(1);
  relay.clock.passed = 10 * minutes;
  expect((await raw(relay, total)).headers).toMatchObject({ 'x-figshare-stale': '1', age: '600' });
  expect(relay.asked).toHaveLength(2);
});

test('leaves to the relay whatever asks for more than an answer', async ({ startRelay }) => {
  const relay = await startRelay();
  const { headers } = await raw(relay, total);
  const others: [path: string, headers: OutgoingHttpHeaders, status: number, method?: string][] = [
    [total, { 'if-none-match': headers.etag }, 304],
    [total, {}, 200, 'HEAD'],
    [total, {}, 405, 'DELETE'],
    [`${total}?`, {}, 200],
    [`http://relay.test${total}`, {}, 200],
    [`${total}?x=1`, {}, 400],
    [total, { 'content-length': 0 }, 200],
  ];
  for (const [index, [path, headers, status, method]] of others.entries()) {
    expect((await raw(relay, path, headers, method)).status, `${method} ${path}`).toBe(status);
    expect(relay.asked, `${method} ${path}`).toHaveLength(index + 2);
  }
  for (const host of ['evil.test/x', 'a@evil.test', 'evil test', 'evil.test#'])
    expect((await raw(relay, total, { host })).status, host).toBe(400);
});

test('tells each of the sites that may read an answer so by its own name', async ({ startRelay }) => {
  const sites = ['https://a.test', 'https://b.test'];
  const relay = await startRelay({ allowOrigin: sites });
  for (const origin of [...sites, ...sites, 'https://c.test', 'https://d.test', undefined]) {
    const { headers } = await raw(relay, total, origin ? { origin } : {});
    const allowed = sites.find((site) => site === origin);
    expect(headers).toMatchObject({ vary: 'Origin' });
    expect(headers['access-control-allow-origin']).toBe(allowed);
  }
  expect(relay.asked).toHaveLength(3); // once for each site, once for all that may not read it
});

test('keeps neither what failed nor what is old nor what was posted', async ({ world, startRelay }) => {
  const relay = await startRelay();
  world.faults([{ path: '/*', fault: 500, times: 2 }]);
  for (const status of [502, 502, 200, 200]) expect((await raw(relay, total)).status).toBe(status);
  expect(relay.asked).toHaveLength(3);
  world.faults([{ path: '/*', fault: 500 }]);
  relay.clock.passed = 11 * minutes;
  for (let times = 0; times < 3; times++) await raw(relay, total);
  expect(relay.asked).toHaveLength(6);
  await postGroups(relay.url, 327);
  await postGroups(relay.url, 327);
  expect(relay.asked).toHaveLength(8);
});

test('forgets an answer with the one that it copies, and with the snapshot that held it', async ({
  startRelay,
}) => {
  const now = () => Date.parse('2025-11-21T00:00:00Z');
  const holding = (totals: number): SnapshotFile => {
    const retrieved = '2025-11-20T00:00:00Z';
    return { 'figshare-elements': 1, retrieved, answers: { [total]: { retrieved, body: { totals } } } };
  };
  let snapshot = holding(1);
  const relay = await startRelay({ snapshot: () => snapshot, now, memory: 1000 });
  for (let times = 0; times < 3; times++) expect((await raw(relay, total)).body).toBe('{"totals":1}');
  snapshot = holding(2);
  for (let times = 0; times < 3; times++) expect((await raw(relay, total)).body).toBe('{"totals":2}');
  expect(relay.asked).toHaveLength(2);
  expect(relay.log.every(({ cache }) => cache === 'snapshot')).toBe(true);
  const other = (id: number) => raw(relay, `/total/views/article/${id}`);
  for (let id = 1; id <= 10; id++) await other(id); // there is memory for three
  await other(10);
  expect(relay.asked).toHaveLength(12);
  await other(1);
  expect(relay.asked).toHaveLength(13);
});

test('sends an answer whole to a reader who takes some time, and then stops', async () => {
  const text = '€'.repeat(8_000_000); // more bytes than the system takes at once, in less memory than is kept
  const repeat: Repeat = { path: '/long', text, age: 0, headers: {}, log() {} };
  const repeats = { of: () => repeat, reader: () => '' };
  const relay = { fetch: () => new Response(text), repeats };
  const { url, stop } = await listen(relay, { port: 0, hostname: '127.0.0.1' });
  await (await fetch(`${url}/long`)).arrayBuffer();
  const request = get(`${url}/long`);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const stopped = stop();
  const body = (await response.toArray()) as Buffer[];
  expect(Buffer.concat(body).toString()).toBe(text);
  await stopped;
});

test('keeps no more than it has memory for', () => {
  const repeat = (path: string): Repeat => ({ path, text: 'x'.repeat(1000), age: 0, headers: {}, log() {} });
  let path = '';
  const repeats = new NodeRepeats({ of: () => repeat(path), reader: () => '' }, 100_000);
  const request = (url: string) =>
    Object.assign(new IncomingMessage(new Socket()), { method: 'GET', url, headers: { host: 'relay.test' } });
  for (let id = 1; id <= 1000; id++) repeats.keep(request((path = `/${id}`)), new Response(''));
  expect(repeats.size).toBeGreaterThan(10);
  expect(repeats.size).toBeLessThan(50);
  const isSent = (asked: IncomingMessage) => repeats.send(asked, new ServerResponse(asked));
  expect([1, 1000].map((id) => isSent(request(`/${id}`)))).toEqual([false, true]);
});
