/** The command as a process, a folder for its files, and the service that it asks. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test as base } from '@playwright/test';
import type { SnapshotFile } from '../../src/source/snapshot-file.js';
import { command } from '../support/command.js';
import { startStandIn, type StandIn, type World } from '../support/stand-in.js';

export const today = '2025-11-21';

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Running {
  process: ChildProcess;
  ended: Promise<Ended>;
}

export interface Desk {
  world: World;
  /** Path of a file in a folder of the test's own. */
  path(name: string): string;
  write(name: string, text: string): Promise<string>;
  /** Starts the command in that folder: on `world`, as fast as can be, unless told otherwise. */
  start(args: string[], options?: { input?: string }): Running;
  run(args: string[], options?: { input?: string }): Promise<Ended>;
  /** With no more than so many open files. */
  runWithFiles(limit: number, args: string[]): Promise<Ended>;
  /** With one terminal for input, output and errors. */
  runInTerminal(args: string[]): Promise<Ended>;
  /** With a disk of 12 kB in `small`, which `figshare.json` is copied to before; what is on it then is in `left`. */
  runOnSmallDisk(args: string[]): Promise<Ended>;
  /** What was written, `figshare.json` unless told. */
  text(name?: string): Promise<string>;
  file(name?: string): Promise<SnapshotFile>;
  /** What the service was asked so far, as paths with their query and body. */
  asked(): string[];
}

let worlds = 0;

export const test = base.extend<{ desk: Desk }, { standIn: StandIn }>({
  standIn: [
    async ({}, use) => {
      const standIn = await startStandIn({ today: () => new Date(`${today}T12:00:00Z`) });
      await use(standIn);
      await standIn.close();
    },
    { scope: 'worker' },
  ],

  async desk({ standIn }, use) {
    const folder = await mkdtemp(join(tmpdir(), 'snapshot-'));
    const world = standIn.world(`snapshot-${(worlds += 1)}`);
    const started: ChildProcess[] = [];
    const path = (name: string) => join(folder, name);

    const argsOf = (args: string[]) => {
      const service = ['--source', world.url, '--api', `${world.url}/v2`, '--rate', '1000', '--today', today];
      return [command, 'snapshot', ...service, ...args];
    };
    const begin = (program: string, args: string[], input: string): Running => {
      const child = spawn(program, args, { cwd: folder });
      started.push(child);
      child.stdin.on('error', () => {}); // it may end without having read
      child.stdin.end(input);
      const code = new Promise<number | null>((resolve) => child.once('close', resolve));
      const ended = Promise.all([code, text(child.stdout), text(child.stderr)]);
      return {
        process: child,
        ended: ended.then(([code, stdout, stderr]) => ({ code, stdout, stderr })),
      };
    };

    const desk: Desk = {
      world,
      path,
      async write(name, text) {
        await writeFile(path(name), text);
        return name;
      },
      start: (args, { input = '' } = {}) => begin(process.execPath, argsOf(args), input),
      run: (args, options) => desk.start(args, options).ended,
      runWithFiles(limit, args) {
        const script = `ulimit -n ${limit} && exec "$@"`;
        return begin('sh', ['-c', script, 'sh', process.execPath, ...argsOf(args)], '').ended;
      },
      runInTerminal(args) {
        const line = [process.execPath, ...argsOf(args)].map((word) => `'${word}'`).join(' ');
        return begin('script', ['--quiet', '--return', '--command', line, '/dev/null'], '').ended;
      },
      runOnSmallDisk(args) {
        const script = `mkdir small left && mount -t tmpfs -o size=12k tmpfs small && cp figshare.json small || exit
          "$@"; code=$?; cp -a small/. left; exit $code`;
        // A namespace, because there everybody may mount; the disk is gone with it.
        const namespace = ['--map-root-user', '--mount', 'sh', '-c', script, 'sh'];
        return begin('unshare', [...namespace, process.execPath, ...argsOf(args)], '').ended;
      },
      text: (name = 'figshare.json') => readFile(path(name), 'utf8'),
      file: async (name) => JSON.parse(await desk.text(name)) as SnapshotFile,
      asked: () =>
        world.record().requests.map(({ path, query, posted }) => path + (query && `?${query}`) + posted),
    };
    await use(desk);
    for (const child of started) child.kill('SIGKILL');
    world.forget();
    await rm(folder, { recursive: true, force: true });
  },
});
