/** What needs no browser: the checks of the sources, and the build. Each command counts as one test. */
import { failed, passed, sum, type Count } from './count.js';
import { run } from './process.js';

export async function check(): Promise<Count> {
  const counts: Count[] = [];
  counts.push(await step('types', 'tsc', []));
  counts.push(await step('lint', 'eslint', ['.', '--max-warnings=0']));
  counts.push(await step('layers', 'depcruise', ['--config=.dependency-cruiser.cjs', 'src']));
  // Its CSS checker does not know color-scheme or light-dark().
  counts.push(await step('templates', 'lit-analyzer', ['src/**/*.ts', '--rules.no-invalid-css', 'off']));
  counts.push(await step('format', 'prettier', ['--check', '--log-level=warn', '.']));
  return sum(counts);
}

export const build = () => step('build', 'npm', ['run', '--silent', 'build']);

async function step(name: string, command: string, args: string[]): Promise<Count> {
  const start = performance.now();
  const code = await run(command, args);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  return code === 0 ? passed : failed(`${name}: exit code ${code}`);
}
