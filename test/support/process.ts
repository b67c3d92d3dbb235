import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { delimiter } from 'node:path';

/** For commands of this project's packages, also when it is not npm that runs us. */
export const env = { ...process.env, PATH: `node_modules/.bin${delimiter}${process.env.PATH}` };

/** Runs a command with its output passed through. Resolves to its exit code, or to 1 if a signal ended it. */
export const run = (command: string, args: string[]): Promise<number> =>
  ended(spawn(command, args, { stdio: 'inherit', env }));

export async function ended(child: ChildProcess): Promise<number> {
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}
