/**
 * `npm run endure`: what takes too long for the tests. A snapshot that is killed at any moment, 300 times, is the old file
 * or a new one, never half of one; and one of 10,000 pages with 5,000 items is taken in bounded memory.
 */
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readSnapshotFile } from '../../src/source/snapshot-file.js';
import { command } from '../support/command.js';
import { startStandIn, type World } from '../support/stand-in.js';

const kills = 300;
const pages = 10_000;
const items = 5_000;

const folder = mkdtempSync(join(tmpdir(), 'endure-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const standIn = await startStandIn();
let problems = 0;

await killed(standIn.world('killed'));
await large(standIn.world('large'));
await standIn.close();
process.exitCode = problems > 0 ? 1 : 0;

function start(world: World, args: string[], ...node: string[]) {
  const service = ['--source', world.url, '--api', `${world.url}/v2`, '--rate', '1000'];
  const child = spawn(process.execPath, [...node, command, 'snapshot', ...service, ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (output += String(part)));
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, output }));
  });
  return { child, ended };
}

async function killed(world: World): Promise<void> {
  const ids = Array.from({ length: 100 }, (_, index) => String(index + 1));
  world.settings({
    items: Object.fromEntries(ids.map((id) => [`article/${id}`, { views: 5, downloads: 1 }])),
  });
  const args = [...ids, '--out', 'killed.json', '--max-age', '0'];
  const file = join(folder, 'killed.json');
  const begun = performance.now();
  await start(world, args).ended;
  const whole = performance.now() - begun;
  const seen = { old: 0, new: 0, half: 0, over: 0 };
  for (let kill = 0; kill < kills; kill += 1) {
    const before = readFileSync(file, 'utf8');
    const { child, ended } = start(world, args);
    await sleep(whole * (0.3 + (0.8 * kill) / kills)); // it writes from about a third of the way on
    child.kill('SIGKILL');
    if ((await ended).code === 0) seen.over += 1;
    const after = readFileSync(file, 'utf8');
    try {
      const { answers } = readSnapshotFile(JSON.parse(after));
      if (Object.keys(answers).length !== 200) throw new Error(`${Object.keys(answers).length} answers`);
      seen[after === before ? 'old' : 'new'] += 1;
    } catch (error) {
      seen.half += 1;
      console.error(`kill ${kill}: ${String(error)}`);
    }
  }
  const { code } = await start(world, args).ended;
  const left = readdirSync(folder).filter((name) => name !== 'killed.json');
  if (seen.half > 0 || code !== 0 || left.length > 0) problems += 1;
  console.log(
    `killed ${kills} times: ${seen.old} left the old file, ${seen.new} a new one, ${seen.half} half of one; ` +
      `${seen.over} were over before; files left beside it after the next run: ${left.length}`,
  );
}

async function large(world: World): Promise<void> {
  const ids = Array.from({ length: items }, (_, index) => 1_000 + index);
  world.settings({
    items: Object.fromEntries(ids.map((id) => [`article/${id}`, { views: id, downloads: 1 }])),
  });
  mkdirSync(join(folder, 'site'));
  for (let page = 0; page < pages; page += 1)
    writeFileSync(
      join(folder, 'site', `${page}.html`),
      `<!doctype html><title>${page}</title><figshare-stats item="${ids[page % items]}"></figshare-stats>`,
    );
  const args = ['--from', 'site', '--out', 'large.json'];
  const file = join(folder, 'large.json');

  const first = start(world, args);
  await world.wait({ requests: items / 2, within: 600_000 });
  first.child.kill('SIGKILL');
  await first.ended;
  await world.wait({ open: 0 });
  const asked = world.record().requests.length;
  const held = existsSync(file)
    ? Object.keys(readSnapshotFile(JSON.parse(readFileSync(file, 'utf8'))).answers).length
    : 0;

  const begun = performance.now();
  const { child, ended } = start(world, args);
  let memory = 0;
  const watch = setInterval(() => {
    const status = `/proc/${child.pid}/status`;
    const peak = existsSync(status) ? /VmHWM:\s*(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] : undefined;
    memory = Math.max(memory, Number(peak ?? 0) / 1000);
  }, 100);
  const { code, output } = await ended;
  clearInterval(watch);
  const seconds = (performance.now() - begun) / 1000;
  const { requests, maxOpen } = world.record();
  const { answers } = readSnapshotFile(JSON.parse(readFileSync(file, 'utf8')));
  const again = requests.length - asked;
  const isWell =
    code === 0 && Object.keys(answers).length === items && maxOpen <= 4 && again === items - held;
  if (!isWell) problems += 1;
  console.log(
    `${pages} pages, ${items} items, killed after ${asked} requests with ${held} answers in the file: ` +
      `${again} requests more in ${seconds.toFixed(1)} s, at most ${maxOpen} at once, ` +
      `${memory.toFixed(0)} MB at most, ${(statSync(file).size / 1e6).toFixed(1)} MB file, ended with ${code}\n${output.trim()}`,
  );
}
