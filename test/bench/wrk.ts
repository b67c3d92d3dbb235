/** A relay's cached answer beside a bare `node:http` server, and nginx where there is one, that send the same. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startCommand } from '../relay/command.js';
import { hasNginx, startNginx } from '../relay/nginx.js';
import { startStandIn } from '../support/stand-in.js';

const run = promisify(execFile);
const path = '/total/article/766364';

/** Of one run: requests a second and in all, and milliseconds. */
export interface Load {
  rate: number;
  requests: number;
  p50: number;
  p99: number;
}

export interface RelayRounds {
  relay: Load[];
  bare: Load[];
  nginx: Load[];
  /** Megabytes that a process holds before and after all its requests. */
  memory: Record<'relay' | 'bare', [before: number, after: number]>;
}

export async function measureRelay(rounds: number): Promise<RelayRounds> {
  const cores = cpus().length;
  // What is started from here on stays on the last core, and wrk has the first: where they shared one, a server answered
  // half as much, and chance told which did.
  await stayOn(String(cores - 1));
  const standIn = await startStandIn();
  const directory = await mkdtemp(join(tmpdir(), 'figshare-bench-'));
  // A file, as on a server: a reader in this process would take time from the two that are measured.
  const log = await open(join(directory, 'relay.log'), 'w');
  const relay = startCommand(['--port', '0', '--upstream', standIn.url], {}, log.fd);
  const url = await relay.url();
  const bare = await startBare(url);
  const nginx = hasNginx ? await startNginx(url, directory) : undefined;
  const loads = { relay: [] as Load[], bare: [] as Load[], nginx: [] as Load[] };
  const servers = [
    { address: url, told: loads.relay },
    { address: bare.url, told: loads.bare },
    ...(nginx ? [{ address: nginx.url, told: loads.nginx }] : []),
  ];
  const memory = () => Promise.all([memoryOf(relay.pid), memoryOf(bare.child.pid!)]);
  const requests = () => loads.relay.reduce((sum, load) => sum + load.requests, 0);
  try {
    for (const { address } of servers) await load(address);
    const before = await memory();
    while (loads.relay.length < rounds || requests() < 200_000) {
      const ordered = loads.relay.length % 2 === 0 ? servers : servers.toReversed();
      for (const { address, told } of ordered) told.push(await load(address));
    }
    const after = await memory();
    return { ...loads, memory: { relay: [before[0], after[0]], bare: [before[1], after[1]] } };
  } finally {
    relay.kill('SIGTERM');
    bare.child.kill();
    await Promise.all([relay.ended, nginx?.stop(), standIn.close(), log.close()]);
    await rm(directory, { recursive: true });
    await stayOn(`0-${cores - 1}`);
  }
}

/** Lets this process, and those that it starts, run on some cores alone (Linux). */
async function stayOn(cores: string): Promise<void> {
  await run('taskset', ['--all-tasks', '--cpu-list', '--pid', cores, String(process.pid)]);
}

/** A server that knows nothing but this answer, with the headers that the relay sends. */
async function startBare(url: string): Promise<{ url: string; child: ChildProcess }> {
  const [response] = (await once(get(url + path), 'response')) as [IncomingMessage];
  const body = (await response.toArray()).join('');
  const { date, connection, 'keep-alive': keepAlive, ...headers } = response.headers;
  const program = `
    const [headers, body] = ${JSON.stringify([headers, body])};
    const server = require('node:http').createServer({ keepAliveTimeout: 30000 }, (request, response) => {
      response.writeHead(200, headers);
      response.end(body);
    });
    server.listen(0, '127.0.0.1', () => console.log(server.address().port));`;
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  return { url: `http://127.0.0.1:${String(port).trim()}`, child };
}

async function load(url: string): Promise<Load> {
  const wrk = ['wrk', '-t1', '-c50', '-d2s', '--latency', url + path];
  const { stdout } = await run('taskset', ['--cpu-list', '0', ...wrk]);
  if (/Non-2xx|Socket errors/.test(stdout)) throw new Error(`not all was answered: ${stdout}`);
  const at = (percent: number) => {
    const [, time, unit] = new RegExp(`${percent}%\\s+([\\d.]+)(us|ms|s)`).exec(stdout)!;
    return Number(time) * { us: 0.001, ms: 1, s: 1000 }[unit as 'us' | 'ms' | 's'];
  };
  return {
    rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)![1]),
    requests: Number(/(\d+) requests in/.exec(stdout)![1]),
    p50: at(50),
    p99: at(99),
  };
}

/** Megabytes that a process holds (Linux). */
async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}
