/** What a relay spares the service. */
import { createRelay } from '../../src/relay/app.js';
import type { RelayOptions } from '../../src/relay/options.js';
import { startStandIn } from '../support/stand-in.js';

/** Views spread evenly over a day that a clock makes pass; a page's elements ask for one item each. */
export async function askedInADay(): Promise<Record<string, number>> {
  const standIn = await startStandIn();
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
  const asked = {
    'direct, each asks for itself': views * elements,
    'through a relay': await askedThrough('relay', {}),
    'through a relay with a snapshot': await askedThrough('snapshot', {
      snapshot: { 'figshare-elements': 1, retrieved, answers },
    }),
  };
  await standIn.close();
  return asked;
}
