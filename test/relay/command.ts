/** The relay's command in a process of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const script = `import { relayCommand } from ${JSON.stringify(new URL('../../src/cli/relay.ts', import.meta.url).href)};
await relayCommand().parseAsync(process.argv.slice(1), { from: 'user' });`;
const here = fileURLToPath(new URL('../..', import.meta.url));

export function startCommand(args: string[], environment: Record<string, string> = {}) {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', script, '--', ...args],
    {
      cwd: here,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (data) => (output.stdout += String(data)));
  child.stderr.on('data', (data) => (output.stderr += String(data)));
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
          once(child.stdout, 'data').then(() => false),
          ended.then(() => true),
        ]);
        if (gone) throw new Error(`the relay ended: ${output.stderr}`);
      }
      return output.stdout.replace(/^listening on (\S+)\n$/, '$1');
    },
  };
}
