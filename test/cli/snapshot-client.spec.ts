import { expect, test } from '@playwright/test';
import { SnapshotClient } from '../../src/cli/snapshot/client.js';

const { fetch } = globalThis;
test.afterEach(() => {
  globalThis.fetch = fetch;
});

const clientAt = (rate: number, onWait: (host: string, seconds: number) => void = () => {}) =>
  new SnapshotClient({
    service: 'https://stats.example',
    api: 'https://api.example/v2',
    rate,
    timeout: 10_000,
    signal: new AbortController().signal,
    onWait,
  });

test('asks no faster than it is told to', async () => {
  const starts: number[] = [];
  globalThis.fetch = () => {
    starts.push(performance.now());
    return Promise.resolve(Response.json({}));
  };
  const client = clientAt(20);
  await Promise.all(Array.from({ length: 8 }, (_, index) => client.ask(`/${index}`)));
  expect(starts).toHaveLength(8);
  // Milliseconds: seven times 50, less what a busy machine may be late with the first.
  expect(starts[7]! - starts[0]!).toBeGreaterThan(250);
});

test('asks the next while the last is not answered, but no more than four at once', async () => {
  const waiting: ((answer: Response) => void)[] = [];
  globalThis.fetch = () => new Promise((resolve) => waiting.push(resolve));
  const client = clientAt(1000);
  const answers = Promise.all(['/a', '/b', '/c', '/d', '/e', '/f'].map((path) => client.ask(path)));
  await expect.poll(() => waiting.length).toBe(4);
  waiting[2]!(Response.json({}));
  await expect.poll(() => waiting.length).toBe(5);
  for (const answer of waiting) answer(Response.json({}));
  await expect.poll(() => waiting.length).toBe(6);
  waiting[5]!(Response.json({}));
  expect(await answers).toHaveLength(6);
});

test('asks a host that asks to wait nothing else meanwhile', async () => {
  const starts: [path: string, time: number][] = [];
  globalThis.fetch = (url) => {
    starts.push([new URL(url as string).pathname, performance.now()]);
    const isFirst = starts.length === 1;
    return Promise.resolve(
      isFirst ? new Response(null, { status: 429, headers: { 'retry-after': '1' } }) : Response.json({}),
    );
  };
  const client = clientAt(100);
  await Promise.all([client.ask('/a'), client.ask('/b'), client.ask('/c')]);
  const [[, first], ...others] = starts as [(typeof starts)[0], ...typeof starts];
  expect(others.map(([path]) => path).sort()).toEqual(['/a', '/b', '/c']);
  for (const [, time] of others) expect(time - first).toBeGreaterThan(950); // milliseconds
});
