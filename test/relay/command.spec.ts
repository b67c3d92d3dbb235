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
  const retrieved = '2025-11-20T00:00:00Z';
  const answers = { [total]: { retrieved, body: { totals: 7 } } };
  await writeFile(file, JSON.stringify({ 'figshare-elements': 1, retrieved, answers }));
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

const mistakes: [args: string[], environment: Record<string, string>, message: string][] = [
  [['--port', '99999'], {}, '0 to 65535'],
  [['--upstream', 'nowhere'], {}, 'nowhere'],
  [['--snapshot', '/nowhere.json'], {}, '/nowhere.json'],
  [['--snapshot', 'package.json'], {}, 'package.json is no snapshot'],
  [['--allow-origin', 'example.edu'], {}, 'example.edu'],
  [[], { FIGSHARE_CREDENTIALS_MONASH: 'hunter2' }, 'FIGSHARE_CREDENTIALS_MONASH must be'],
];
for (const [args, environment, message] of mistakes) {
  test(`says what is wrong: ${args.join(' ') || Object.keys(environment).join()}`, async () => {
    const relay = startCommand(args, environment);
    expect(await relay.ended).toBe(1);
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
