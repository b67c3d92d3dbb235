/** The runner of unit and element tests, as a step of `npm test`. */
import { fork } from 'node:child_process';
import { installed, toInstall, type BrowserName } from './browser-names.js';
import { failed, sum, type Count } from './count.js';
import { ended } from './process.js';

const all = ['test/{figshare,source,format,charts,elements,define,relay}/**/*.test.ts'];

/** Runs some test files, or all. */
export async function unit(wanted: BrowserName[], files: string[]): Promise<Count> {
  const browsers = installed(wanted);
  const missing = failed(...toInstall(wanted));
  const silent = failed('The unit tests did not run: no test file, or no browser that starts.');
  if (browsers.length === 0) return sum([missing, silent]);

  const order = { browsers, files: files.length > 0 ? files : all };
  // A process of its own: the runner ends its process when it cannot start.
  const child = fork(new URL('web-test-runner.ts', import.meta.url), [JSON.stringify(order)]);
  let count = silent;
  child.on('message', (told: Count) => (count = told));
  await ended(child);
  return sum([missing, count]);
}
