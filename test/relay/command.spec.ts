/** `figshare-elements relay`, as a process. */
import { writeFile } from 'node:fs/promises';
import { startCommand } from './command.js';
import { expect, test, total } from './fixture.js';

test('says where it listens, answers, logs, and ends when it is told to', async ({ world }) => {
  const relay = startCommand(['--port', '0', '--upstream', world.url]);
  const url = await relay.url();
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(await (await fetch(url + total)).json()).toEqual({ totals: 46088 });
  expect(await (await fetch(`${url}/healthz`)).json()).toMatchObject({ status: 'ok' });
  relay.kill('SIGTERM');
  expect(await relay.ended).toBe(0);
  expect(relay.output.stdout).toBe(`listening on ${url}\n`);
  const lines = relay.output.stderr.trim().split('\n');
  expect(JSON.parse(lines[0]!)).toMatchObject({ method: 'GET', path: total, status: 200, cache: 'miss' });
  expect(lines).toHaveLength(2);
});

test('logs each request in a line of its own, however many come at once', async ({ world }) => {
  const relay = startCommand(['--port', '0', '--upstream', world.url]);
  const url = await relay.url();
  await fetch(url + total);
  for (let round = 0; round < 20; round++)
    await Promise.all(Array.from({ length: 50 }, async () => (await fetch(url + total)).text()));
  relay.kill('SIGTERM');
  await relay.ended;
  const [first, ...others] = relay.output.stderr
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
  expect(first).toMatchObject({ cache: 'miss' });
  expect(others).toHaveLength(1000);
  const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  const hit = { time, method: 'GET', path: total, status: 200, ms: expect.any(Number), cache: 'hit' };
  for (const line of others) expect(line).toEqual(hit);
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`finishes what it has begun when it is told to end by ${signal}`, async ({ world }) => {
    const relay = startCommand(['--port', '0', '--upstream', world.url]);
    const url = await relay.url();
    world.faults([{ path: '/*', fault: 'hang' }]);
    const asked = fetch(url + total);
    await world.wait({ requests: 1 });
    relay.kill(signal);
    // Nobody else gets in any more, while the one who is in still waits.
    await expect
      .poll(async () =>
        fetch(`${url}/healthz`).then(
          () => 'open',
          () => 'closed',
        ),
      )
      .toBe('closed');
    world.release();
    const answer = await asked;
    expect([answer.status, await answer.json()]).toEqual([200, { totals: 46088 }]);
    expect(await relay.ended).toBe(0);
  });
}

test('tells what a snapshot holds, to the sites named', async ({ world }, info) => {
  const file = info.outputPath('figshare.json');
  await writeFile(file, snapshotOf(7));
  const sites = ['https://a.test', 'https://b.test'];
  const args = ['--port', '0', '--snapshot', file, '--upstream', world.url, '--allow-origin', ...sites];
  const relay = startCommand(args);
  const response = await fetch((await relay.url()) + total, { headers: { origin: 'https://b.test' } });
  expect(await response.json()).toEqual({ totals: 7 });
  expect(response.headers.get('access-control-allow-origin')).toBe('https://b.test');
  expect(world.record().requests).toEqual([]);
  relay.kill('SIGTERM');
  await relay.ended;
});

test('reads a snapshot again when its file changes, and keeps the last one that could be read', async ({
  world,
}, info) => {
  const file = info.outputPath('figshare.json');
  await writeFile(file, snapshotOf(7));
  const relay = startCommand(['--port', '0', '--snapshot', file, '--upstream', world.url]);
  const url = await relay.url();
  const told = async () => ((await (await fetch(url + total)).json()) as { totals: number }).totals;
  expect(await told()).toBe(7);
  await writeFile(file, '{"half');
  await expect.poll(() => relay.output.stderr).toContain('figshare.json" is no snapshot');
  expect(await told()).toBe(7);
  await writeFile(file, snapshotOf(80));
  await expect.poll(told).toBe(80);
  relay.kill('SIGTERM');
  expect(await relay.ended).toBe(0);
  expect(world.record().requests).toEqual([]);
});

test('says at its start whose numbers everybody may read by it', async ({ world }) => {
  const environment = { FIGSHARE_CREDENTIALS_MONASH: 'reader:hunter2', FIGSHARE_CREDENTIALS_LBORO: 'a:b' };
  const relay = startCommand(['--port', '0', '--upstream', world.url], environment);
  await relay.url();
  expect(relay.output.stderr.split('\n').filter((line) => line.includes('FIGSHARE_CREDENTIALS_'))).toEqual([
    expect.stringMatching(/lboro.* everybody who can reach it .*FIGSHARE_CREDENTIALS_LBORO/),
    expect.stringMatching(/monash.* everybody who can reach it .*FIGSHARE_CREDENTIALS_MONASH/),
  ]);
  relay.kill('SIGTERM');
  await relay.ended;
  expect(relay.output.stderr).not.toContain('hunter2');
});

test('takes credentials from the environment, and tells them nobody', async ({ world }) => {
  world.settings({ credentials: { monash: 'reader:hunter2' } });
  const environment = { FIGSHARE_CREDENTIALS_MONASH: 'reader:hunter2' };
  const relay = startCommand(['--port', '0', '--upstream', world.url], environment);
  const path = '/monash/timeline/total/views/group/10?start_date=2015-02-11&end_date=2015-05-17';
  expect((await fetch((await relay.url()) + path)).status).toBe(200);
  relay.kill('SIGTERM');
  await relay.ended;
  expect(relay.output.stdout + relay.output.stderr).not.toContain('hunter2');
});

/** A snapshot of today. */
function snapshotOf(totals: number): string {
  const retrieved = new Date().toISOString();
  const answers = { [total]: { retrieved, body: { totals } } };
  return JSON.stringify({ 'figshare-elements': 1, retrieved, answers });
}

const mistakes: [args: string[], environment: Record<string, string>, message: string][] = [
  [
    ['--port', '99999'],
    {},
    "'--port <number>' argument '99999' is invalid. It must be a whole number from 0 to 65535",
  ],
  [['--port', 'x'], {}, "argument 'x'"],
  [['--host', ''], {}, "'--host <address>' argument '' is invalid"],
  [['--upstream', 'https://example.org/figshare.json'], {}, 'upstream must be one service or relay'],
  [['--upstream', 'nowhere'], {}, 'nowhere'],
  [['--snapshot', '/nowhere.json'], {}, '/nowhere.json'],
  [['--snapshot', 'package.json'], {}, '"package.json" is no snapshot'],
  [['--allow-origin', 'example.edu'], {}, 'example.edu'],
  [[], { FIGSHARE_CREDENTIALS_MONASH: 'hunter2' }, 'FIGSHARE_CREDENTIALS_MONASH must be'],
];
for (const [args, environment, message] of mistakes) {
  test(`says what is wrong: ${args.join(' ') || Object.keys(environment).join()}`, async () => {
    const relay = startCommand(args, environment);
    expect(await relay.ended).toBe(2);
    expect(relay.output.stdout).toBe('');
    expect(relay.output.stderr).toContain(message);
    expect(relay.output.stderr).not.toContain('hunter2');
    expect(relay.output.stderr).not.toContain('    at ');
  });
}

test('says when its port is taken', async ({ world, startRelay }) => {
  const { port } = new URL((await startRelay()).url);
  const relay = startCommand(['--port', port, '--upstream', world.url]);
  expect(await relay.ended).toBe(1);
  expect(relay.output.stderr).toContain('EADDRINUSE');
});
