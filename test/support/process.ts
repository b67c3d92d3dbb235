import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { delimiter } from 'node:path';
import { failed, passed, type Count } from './count.js';
import { say, type Progress, type Tell } from './steps.js';

/** For commands of this project's packages, also when it is not npm that runs us. */
export const env = { ...process.env, PATH: `node_modules/.bin${delimiter}${process.env.PATH}` };

/** Runs a command, which counts as one test. What it writes is shown when it fails. */
export async function command(name: string, program: string, args: string[]): Promise<Count> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env });
  const written: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => written.push(part));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code === 0) return passed;
  const output = Buffer.concat(written).toString().trim();
  return failed(`${name}: ${program} ended with ${code ?? 'a signal'}\n${output}`);
}

/** What a process that runs tests tells its parent. */
export type Told = { progress: Progress } | { count: Count };

let lastTold: Promise<unknown> = Promise.resolve();

/** To be called in that process. */
export function tellParent(told: Told): void {
  const { send } = process;
  if (send) lastTold = new Promise((done) => send.call(process, told, done));
}

/** A process that ends before it has told all takes the rest along. */
export const allTold = () => lastTold;

/** Runs tests in a process of their own. What it writes is shown. Undefined when it never told its count. */
export async function tests(script: string, args: string[], tell: Tell): Promise<Count | undefined> {
  const child = fork(script, args, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env });
  for (const stream of [child.stdout!, child.stderr!])
    stream.on('data', (part: Buffer) => {
      if (/\S/.test(part.toString())) say(part.toString().trimEnd());
    });
  let count: Count | undefined;
  child.on('message', (told: Told) => {
    if ('count' in told) count = told.count;
    else tell(told.progress);
  });
  await once(child, 'close');
  return count;
}
