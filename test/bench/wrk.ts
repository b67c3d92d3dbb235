/** A relay's cached answer beside a bare `node:http` server, and nginx where there is one, that send the same. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startCommand } from '../relay/command.js';
import { hasNginx, startNginx } from '../relay/nginx.js';
import { startStandIn } from '../support/stand-in.js';

const run = promisify(execFile);
const path = '/total/article/766364';

/** Of one run: requests a second, and milliseconds. */
export interface Load {
  rate: number;
  p50: number;
  p99: number;
}

export interface RelayRounds {
  relay: Load[];
  bare: Load[];
  nginx: Load[];
  /** Megabytes that the relay holds before and after all its requests. */
  memory: [before: number, after: number];
  requests: number;
}

export async function measureRelay(rounds: number): Promise<RelayRounds> {
  const standIn = await startStandIn();
  const directory = await mkdtemp(join(tmpdir(), 'figshare-bench-'));
  // A file, as on a server: a reader in this process would take time from the two that are measured.
  const log = await open(join(directory, 'relay.log'), 'w');
  const relay = startCommand(['--port', '0', '--upstream', standIn.url], {}, log.fd);
  const url = await relay.url();
  const bare = await startBare(url);
  const nginx = hasNginx ? await startNginx(url, directory) : undefined;
  const result: RelayRounds = { relay: [], bare: [], nginx: [], memory: [0, 0], requests: 0 };
  try {
    for (const address of [url, bare.url, nginx?.url]) if (address) await load(address);
    result.memory[0] = await memoryOf(relay.pid);
    while (result.relay.length < rounds || result.requests < 200_000) {
      const { requests, ...own } = await load(url);
      result.requests += requests;
      result.relay.push(own);
      result.bare.push(await load(bare.url));
      if (nginx) result.nginx.push(await load(nginx.url));
    }
    result.memory[1] = await memoryOf(relay.pid);
    return result;
  } finally {
    relay.kill('SIGTERM');
    bare.child.kill();
    await Promise.all([relay.ended, nginx?.stop(), standIn.close(), log.close()]);
    await rm(directory, { recursive: true });
  }
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

async function load(url: string): Promise<Load & { requests: number }> {
  const { stdout } = await run('wrk', ['-t1', '-c50', '-d2s', '--latency', url + path]);
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
