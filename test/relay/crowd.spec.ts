/** What a crowd that asks random ids leaves to others. */
import { UpstreamQueue } from '../../src/relay/upstream-queue.js';
import { expect, minutes, test, type TestRelay } from './fixture.js';

const path = (id: number) => `/total/views/article/${id}`;
const statusOf = async (relay: TestRelay, id: number, origin?: string) =>
  (await relay.get(path(id), { headers: origin ? { origin } : {} })).status;
const range = (first: number, count: number) => Array.from({ length: count }, (_, index) => first + index);

/** A queue whose places are all taken by tasks that wait for one that is on its way; `asked` tells the order. */
function crowdedQueue(waiting: number) {
  const asked: string[] = [];
  const queue = new UpstreamQueue({
    concurrency: 1,
    perSecond: Infinity,
    waiting,
    maxWait: 60_000,
    now: Date.now,
  });
  const ask = (name: string, isKnown: boolean, origin = '') =>
    queue.run(async () => asked.push(name), { isKnown, origin }).catch(() => 'refused');
  let release = () => {};
  const first = queue.run(() => new Promise<void>((resolve) => (release = resolve)));
  return { asked, ask, release: () => release(), first };
}

test('what has been asked before gets every other turn, however many ask random ids', async ({
  world,
  startRelay,
}) => {
  const relay = await startRelay({ concurrency: 1, lifetimes: { stale: 0 } });
  for (const id of [1, 2, 3]) await statusOf(relay, id);
  relay.clock.passed = 20 * minutes;
  world.faults([{ path: '/*', fault: 'hang', times: 1 }]);
  const crowd = range(1000, 200).map((id) => statusOf(relay, id));
  await expect.poll(() => relay.log.filter(({ status }) => status === 503).length).toBe(99); // 1 asks, 100 wait
  const known = [1, 2, 3].map((id) => statusOf(relay, id));
  await expect.poll(() => relay.log.filter(({ status }) => status === 503).length).toBe(102);
  world.release();
  expect(await Promise.all(known)).toEqual([200, 200, 200]);
  await Promise.all(crowd);
  const order = world
    .record()
    .requests.slice(4)
    .map(({ path }) => Number(path.split('/').at(-1)));
  expect(order.slice(0, 6).filter((id) => id < 1000)).toEqual([1, 2, 3]);
  expect(
    relay.log.filter(({ path: told, cache }) => /article\/[123]$/.test(told) && cache === 'last-good'),
  ).toEqual([]);
});

test('half of the places are for what has been asked before, and no more than half', async () => {
  const { asked, ask, release, first } = crowdedQueue(10);
  const strangers = range(0, 30).map((id) => ask(`new ${id}`, false));
  const known = range(0, 8).map((id) => ask(`known ${id}`, true));
  release();
  await first;
  const got = async (all: Promise<unknown>[]) =>
    (await Promise.all(all)).filter((one) => one !== 'refused').length;
  expect([await got(strangers), await got(known)]).toEqual([5, 5]);
  expect(asked.filter((_, at) => at % 2 === 0).every((name) => name.startsWith('known'))).toBe(true);
});

test('a site that asks much leaves places and turns to others', async () => {
  const { asked, ask, release, first } = crowdedQueue(10);
  const crowd = range(0, 30).map((id) => ask(`crowd ${id}`, false, 'https://crowd.test'));
  const others = [
    ...range(0, 3).map((id) => ask(`a ${id}`, false, 'https://a.test')),
    ask('b 0', false, 'https://b.test'),
  ];
  release();
  await first;
  expect(await Promise.all(others)).not.toContain('refused');
  expect((await Promise.all(crowd)).filter((one) => one !== 'refused')).toHaveLength(6);
  expect(asked.slice(0, 6)).toEqual(['crowd 0', 'a 0', 'b 0', 'crowd 1', 'a 1', 'crowd 2']);
});

test('sites that nobody knows do not push out one that waits for its turn', async () => {
  const { asked, ask, release, first } = crowdedQueue(10);
  const site = ask('site', false, 'https://a.test');
  const crowd = range(0, 100).map((id) => ask(`crowd ${id}`, false, `https://${id}.test`));
  release();
  await first;
  expect(await site).not.toBe('refused');
  expect(asked[0]).toBe('site');
  expect((await Promise.all(crowd)).filter((one) => one !== 'refused')).toHaveLength(9);
});
