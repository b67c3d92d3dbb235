/** The client as a package's user gets it, in Node. */
import { execFileSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { startStandIn, type StandIn, type World } from '../support/stand-in.js';

/** Not known to the compiler before the build. */
const published = 'figshare-elements/client';
const { FigshareClient, FigshareError, findItems, parseItem, parseItems } = (await import(
  published
)) as typeof import('../../src/client.js');

let standIn: StandIn;
let world: World;
let worlds = 0;

test.beforeAll(async () => {
  standIn = await startStandIn({ today: () => new Date('2025-11-21T12:00:00Z') });
});
test.afterAll(() => standIn.close());
test.beforeEach(() => {
  worlds += 1;
  world = standIn.world(`test-${worlds}`);
});

test('tells totals, who told them, and when', async () => {
  const before = Date.now();
  const client = new FigshareClient({ source: world.url });
  const { answer, source, retrieved } = await client.totals({
    item: '766364',
    metrics: ['views', 'downloads', 'citations'],
  });
  expect(answer).toEqual({ views: 46088, downloads: 5210, citations: 12 });
  expect(source).toBe(world.url);
  expect(retrieved.getTime()).toBeGreaterThanOrEqual(before);
  expect(retrieved.getTime()).toBeLessThanOrEqual(Date.now());
});

test('tells a period', async () => {
  world.settings({ items: { 'article/5': { timeline: { views: { '2015-06-01': 6, '2016-06-01': 7 } } } } });
  const client = new FigshareClient({ source: world.url });
  const { answer } = await client.totals({ item: 5, start: '2015-01-01', end: '2015-12-31' });
  expect(answer).toEqual({ views: 6, downloads: null });
});

test('sends no credentials and no referrer', async () => {
  await new FigshareClient({ source: world.url }).totals({ item: 766364 });
  const [request, ...more] = world.record().requests;
  expect(more).toEqual([]);
  for (const name of ['cookie', 'authorization', 'referer', 'content-type'])
    expect(request!.headers).not.toHaveProperty(name);
});

test('asks the next source when one cannot be reached', async () => {
  const gone = await startStandIn();
  await gone.close();
  const client = new FigshareClient({ source: `${gone.url} ${world.url}` });
  expect((await client.totals({ item: 766364 })).source).toBe(world.url);
});

test('refuses an address that is relative to a page', () => {
  expect(() => new FigshareClient({ source: '/figshare' })).toThrow(
    expect.objectContaining({ name: 'FigshareError', kind: 'invalid' }),
  );
});

test('rejects with its own error, and with the reason of a signal', async () => {
  const client = new FigshareClient({ source: world.url });
  const error = await client.totals({ item: 'wrong' }).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(FigshareError);
  expect(error).toMatchObject({ kind: 'invalid', message: expect.stringContaining('"wrong"') });

  world.faults([{ path: '/*', fault: 'hang' }]);
  const leaving = new AbortController();
  const left = client.totals({ item: 766364 }, { signal: leaving.signal }).catch((error: unknown) => error);
  await world.wait({ requests: 1 });
  leaving.abort();
  expect(await left).toMatchObject({ name: 'AbortError' });
  await world.wait({ aborted: 1 });
});

test('warns of no leak, however many requests follow one signal', async () => {
  const warnings: string[] = [];
  const collect = ({ message }: Error) => warnings.push(message);
  process.on('warning', collect);
  const client = new FigshareClient({ source: world.url });
  const { answer } = await client.timeline({
    item: 766364,
    granularity: 'day',
    start: '2012-01-01',
    end: '2024-12-31',
  });
  process.off('warning', collect);
  expect(answer.views).toHaveLength(4749);
  expect(warnings).toEqual([]);
});

test('reads items', () => {
  expect(parseItem('10.6084/m9.figshare.c.1234')).toEqual({ kind: 'collection', id: 1234 });
  expect(parseItem('10.15482/USDA.ADC/1402049')).toEqual({ doi: '10.15482/USDA.ADC/1402049' });
  expect(parseItems('766364, project/13')).toEqual([
    { kind: 'article', id: 766364 },
    { kind: 'project', id: 13 },
  ]);
  expect(findItems('See https://doi.org/10.6084/m9.figshare.766364.')).toEqual([
    { kind: 'article', id: 766364 },
  ]);
});

test('touches no page when it is imported', () => {
  const script = `
    for (const name of ['document', 'window', 'self', 'customElements', 'HTMLElement', 'navigator', 'localStorage'])
      Object.defineProperty(globalThis, name, { get() { throw new Error('touched ' + name) } });
    console.log(typeof (await import('${published}')).FigshareClient);`;
  const args = ['--input-type=module', '--eval', script];
  expect(execFileSync(process.execPath, args, { encoding: 'utf8' }).trim()).toBe('function');
});

test('leaves no timer behind, which a program would wait for at its end', async () => {
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  const before = timers();
  await new FigshareClient({ source: world.url }).totals({ item: 766364 });
  expect(timers()).toBeLessThanOrEqual(before);
});
