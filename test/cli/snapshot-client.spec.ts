import { expect, test } from '@playwright/test';
import { Asker } from '../../src/cli/snapshot/client.js';

const { fetch } = globalThis;
test.afterEach(() => {
  globalThis.fetch = fetch;
});

test('asks one question after another, and no faster than it is told to', async () => {
  const starts: number[] = [];
  let open = 0;
  globalThis.fetch = async () => {
    starts.push(performance.now());
    expect((open += 1)).toBe(1);
    await new Promise((resolve) => setImmediate(resolve));
    open -= 1;
    return Response.json({});
  };
  const asker = new Asker({
    service: 'https://stats.example',
    api: 'https://api.example/v2',
    rate: 20,
    timeout: 10_000,
    signal: new AbortController().signal,
    onWait() {},
  });
  await Promise.all(['/a', '/b', '/v2/c', '/d'].map((path) => asker.ask(path)));
  const gaps = starts.slice(1).map((start, index) => start - starts[index]!);
  expect(gaps).toHaveLength(3);
  for (const gap of gaps) expect(gap).toBeGreaterThan(45); // milliseconds; a timer may be a little early
});
