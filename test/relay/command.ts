/** `figshare-elements relay`, as it is published, in a process of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { command } from '../support/command.js';

/** @param log - an open file that takes standard error in this process's place */
export function startCommand(args: string[], environment: Record<string, string> = {}, log?: number) {
  const child = spawn(process.execPath, [command, 'relay', ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', log ?? 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  child.stdout!.on('data', (data) => (output.stdout += String(data)));
  child.stderr?.on('data', (data) => (output.stderr += String(data)));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return {
    output,
    ended,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    pid: child.pid!,
    /** Its address, once it listens. */
    async url(): Promise<string> {
      while (!output.stdout.includes('\n')) {
        const gone = await Promise.race([
          once(child.stdout!, 'data').then(() => false),
          ended.then(() => true),
        ]);
        if (gone) throw new Error(`the relay ended: ${output.stderr}`);
      }
      return output.stdout.replace(/^listening on (\S+)\n$/, '$1');
    },
  };
}
