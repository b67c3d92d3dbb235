/** An institution's credentials: where they go, and where they never do. */
import { credentialsIn } from '../../src/relay/credentials.js';
import { expect, test } from './fixture.js';

const secret = 'reader:pä:ss';
const basic = `Basic ${Buffer.from(secret).toString('base64')}`;
const dates = 'start_date=2015-02-11&end_date=2015-05-17';
const series = `/timeline/month/views/group/10?${dates}`;

test('go with the questions to their institution, and with no others', async ({ world, startRelay }) => {
  const relay = await startRelay({ credentials: new Map([['monash', secret]]) });
  for (const scope of ['/monash', '/lboro', '/Monash', '/monash2', '']) await relay.get(scope + series);
  await relay.get('/monash/total/views/group/10');
  const sent = world
    .record()
    .requests.map(({ path, headers }) => [path.split('/')[1], headers['authorization']]);
  expect(sent).toEqual([
    ['monash', basic],
    ['lboro', undefined],
    ['Monash', undefined],
    ['monash2', undefined],
    ['timeline', undefined],
    ['monash', basic],
  ]);
});

test('open what is closed without', async ({ world, startRelay }) => {
  world.settings({ credentials: { monash: 'reader:pass' } });
  const [closed, open] = [
    await startRelay(),
    await startRelay({ credentials: new Map([['monash', 'reader:pass']]) }),
  ];
  const refused = await closed.get(`/monash${series}`);
  expect(refused.status).toBe(403);
  expect(refused.headers.get('www-authenticate')).toBeNull();
  expect(await refused.json()).toEqual({ code: 'Forbidden', message: expect.any(String) });
  expect((await open.get(`/monash${series}`)).status).toBe(200);
});

test('do not follow a redirect', async ({ world, startRelay }) => {
  const relay = await startRelay({ credentials: new Map([['monash', secret]]) });
  world.faults([{ path: '/monash/*', fault: 'redirect', to: '/total/views/article/1' }]);
  expect((await relay.get(`/monash${series}`)).status).toBe(502);
  expect(world.record().requests).toHaveLength(1);
});

test('are in no answer and no log, whatever happens', async ({ world, startRelay }) => {
  const relay = await startRelay({ credentials: new Map([['monash', secret]]), timeout: 200 });
  const seen: string[] = [];
  const faults = [
    undefined,
    400,
    401,
    403,
    404,
    500,
    'html',
    'reset',
    'hang',
    'redirect',
    'half',
    429,
  ] as const;
  for (const [index, fault] of faults.entries()) {
    world.faults(fault === undefined ? [] : [{ path: '/*', fault }]);
    const response = await relay.get(`/monash/timeline/month/views/group/${index + 1}?${dates}`);
    seen.push(JSON.stringify([...response.headers]), await response.text());
  }
  seen.push(await (await relay.get('/healthz')).text(), JSON.stringify(relay.log));
  expect(relay.log).toHaveLength(faults.length + 1);
  for (const word of ['reader', 'pä', basic.slice(6)]) expect(seen.join()).not.toContain(word);
});

test('are read from the environment', () => {
  const credentials = credentialsIn({
    FIGSHARE_CREDENTIALS_MONASH: 'user:password',
    FIGSHARE_CREDENTIALS_NEW_SOUTH_2: 'user:pass:word',
    FIGSHARE_CREDENTIALS_EMPTY: '',
    FIGSHARE_CREDENTIALS_: 'user:password',
    figshare_credentials_small: 'user:password',
    PATH: '/bin:/usr/bin',
  });
  expect([...credentials]).toEqual([
    ['monash', 'user:password'],
    ['new-south-2', 'user:pass:word'],
  ]);
  expect(() => credentialsIn({ FIGSHARE_CREDENTIALS_MONASH: 'hunter2' })).toThrow(
    expect.objectContaining({ message: 'FIGSHARE_CREDENTIALS_MONASH must be user:password' }),
  );
});
