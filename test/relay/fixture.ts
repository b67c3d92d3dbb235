/** A relay and the service behind it, both by HTTP, for each test anew. */
import { test as base } from '@playwright/test';
import { createRelay } from '../../src/relay/app.js';
import { listen } from '../../src/relay/node.js';
import type { LogLine, RelayOptions } from '../../src/relay/options.js';
import { startStandIn, type StandIn, type World } from '../support/stand-in.js';

export interface TestRelay {
  url: string;
  log: LogLine[];
  /** It stands still, but for what a test lets pass: in milliseconds. */
  clock: { passed: number };
  /** Requests that Node's entry did not answer by itself. */
  asked: string[];
  get: (path: string, init?: RequestInit) => Promise<Response>;
  stop: () => Promise<void>;
}

interface Fixtures {
  world: World;
  /** Unpaced, unless told otherwise: tests of the pace say so. */
  startRelay: (options?: RelayOptions) => Promise<TestRelay>;
}

export const test = base.extend<Fixtures, { standIn: StandIn }>({
  standIn: [
    async ({}, use) => {
      const standIn = await startStandIn({ today: () => new Date('2025-11-21T12:00:00Z') });
      await use(standIn);
      await standIn.close();
    },
    { scope: 'worker' },
  ],
  world: async ({ standIn }, use, { testId }) => use(standIn.world(testId)),
  startRelay: async ({ world }, use) => {
    const relays: TestRelay[] = [];
    await use(async (options) => {
      const log: LogLine[] = [];
      const clock = { passed: 0 };
      const start = Date.now();
      const app = createRelay({
        upstream: world.url,
        perSecond: Infinity,
        now: () => start + clock.passed,
        log: (line) => log.push(line),
        version: '0.0.0',
        ...options,
      });
      const asked: string[] = [];
      const fetched: typeof app.fetch = (request) => {
        asked.push(`${request.method} ${new URL(request.url).pathname}`);
        return app.fetch(request);
      };
      const { url, stop } = await listen({ ...app, fetch: fetched }, { port: 0, hostname: '127.0.0.1' });
      const relay = {
        url,
        stop,
        log,
        clock,
        asked,
        get: (path: string, init?: RequestInit) => fetch(url + path, init),
      };
      relays.push(relay);
      return relay;
    });
    world.release();
    await Promise.all(relays.map(({ stop }) => stop()));
  },
});
export { expect } from '@playwright/test';

export const total = '/total/views/article/766364';
export const minutes = 60_000;

export function postGroups(url: string, ...ids: number[]): Promise<Response> {
  return fetch(`${url}/count/articles`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ groups: ids.map((id) => ({ id })) }),
  });
}
