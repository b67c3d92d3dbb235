/**
 * What a relay bears, beside nginx with the same bytes in its cache, and what it spares the service.
 *
 *   npx tsx test/bench/relay.ts [requests]
 */
import autocannon from 'autocannon';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRelay } from '../../src/relay/app.js';
import type { RelayOptions } from '../../src/relay/options.js';
import { startCommand } from '../relay/command.js';
import { hasNginx, startNginx } from '../relay/nginx.js';
import { startStandIn } from '../support/stand-in.js';

const requests = Number(process.argv[2] ?? 200_000);
const path = '/total/article/766364';
const standIn = await startStandIn();
const directory = await mkdtemp(join(tmpdir(), 'figshare-bench-'));
const relay = startCommand(['--port', '0', '--upstream', standIn.url]);
try {
  const url = await relay.url();
  const cold = await memoryOf(relay.pid);
  await load(url, 5000); // warm
  const warm = await memoryOf(relay.pid);
  const own = await load(url, requests);
  const after = await memoryOf(relay.pid);
  console.log(`relay  ${sentence(own)}`);
  console.log(`memory ${cold} MB at first, ${warm} MB warm, ${after} MB after ${requests} requests`);
  if (hasNginx) {
    const nginx = await startNginx(url, directory);
    await load(nginx.url, 5000);
    const front = await load(nginx.url, requests);
    await nginx.stop();
    console.log(`nginx  ${sentence(front)}`);
    console.log(`ratio  ${(own.rate / front.rate).toFixed(2)} of nginx's requests a second`);
  } else console.log('nginx is not installed');
  for (const [who, count] of Object.entries(await askedInADay())) {
    console.log(
      `${String(count).padStart(7)} requests to the service for 10000 page views a day of 20 elements: ${who}`,
    );
  }
} finally {
  relay.kill('SIGTERM');
  await relay.ended;
  await standIn.close();
  await rm(directory, { recursive: true });
}

interface Load {
  /** Requests a second. */
  rate: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
}

async function load(url: string, amount: number): Promise<Load> {
  const { requests, latency, non2xx, errors } = await autocannon({
    url: url + path,
    amount,
    connections: 50,
  });
  if (non2xx + errors > 0) throw new Error(`${non2xx} refused, ${errors} failed`);
  return { rate: requests.average, p50: latency.p50, p99: latency.p99 };
}

function sentence({ rate, p50, p99 }: Load): string {
  return `${Math.round(rate)} requests/s, p50 ${p50} ms, p99 ${p99} ms`;
}

/** Megabytes that a process holds (Linux). */
async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}

/** Views spread evenly over a day that a clock makes pass; a page's elements ask for one item each. */
async function askedInADay(): Promise<Record<string, number>> {
  const [views, elements, day] = [10_000, 20, 86_400_000];
  const paths = Array.from({ length: elements }, (_, id) => `/total/article/${id + 1}`);
  const retrieved = new Date().toISOString();
  const answers = Object.fromEntries(
    paths.map((path) => [path, { retrieved, body: { views: 1, downloads: 1 } }]),
  );
  // The day passes faster than the service answers, so a view waits for what is new.
  const lifetimes = { stale: 0 };
  const askedThrough = async (name: string, options: RelayOptions) => {
    const world = standIn.world(name);
    const began = Date.now();
    let passed = 0;
    const relay = createRelay({
      upstream: world.url,
      perSecond: Infinity,
      lifetimes,
      now: () => began + passed,
      ...options,
    });
    for (let view = 0; view < views; view++) {
      passed = (day / views) * view;
      await Promise.all(paths.map(async (path) => relay.fetch(new Request(`http://relay.test${path}`))));
    }
    await world.wait({ open: 0 });
    return world.record().requests.length;
  };
  return {
    'direct, each asks for itself': views * elements,
    'through a relay': await askedThrough('relay', {}),
    'through a relay with a snapshot': await askedThrough('snapshot', {
      snapshot: { 'figshare-elements': 1, retrieved, answers },
    }),
  };
}
