import { expect, test } from '@playwright/test';
import { PassThrough } from 'node:stream';
import { logLines } from '../../src/cli/log-lines.js';
import type { LogLine } from '../../src/relay/options.js';

const line: LogLine = {
  time: '2025-11-21T12:00:00.000Z',
  method: 'GET',
  path: '/total/views/article/766364',
  status: 200,
  ms: 0,
  cache: 'hit',
};

test('keeps a log that nobody reads within bounds, and says how many lines it left out', async () => {
  const stream = new PassThrough();
  const log = logLines(stream);
  const told = 100_000;
  for (let count = 0; count < told; count++) log(line);
  expect(stream.writableLength).toBeGreaterThan(7_000_000);
  expect(stream.writableLength).toBeLessThan(8_100_000);

  // Whoever reads again finds all that was kept, and what became of the rest.
  let read = '';
  stream.on('data', (data) => (read += String(data)));
  const leftOut = () => /^\d+(?= lines of this log were left out: it is read too slowly$)/m.exec(read)?.[0];
  const kept = () => read.split('\n').filter((text) => text === JSON.stringify(line)).length;
  await expect.poll(() => kept() + Number(leftOut())).toBe(told);

  // From then on it is told all again.
  read = '';
  log(line);
  await expect.poll(() => read).toBe(`${JSON.stringify(line)}\n`);
});
