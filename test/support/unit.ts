/** The unit and element tests, as a step of `npm test`. */
import { fileURLToPath } from 'node:url';
import { installed, toInstall, type BrowserName } from './browser-names.js';
import { failed, sum, type Count } from './count.js';
import { tests } from './process.js';
import { step } from './steps.js';

const runner = fileURLToPath(new URL('web-test-runner.ts', import.meta.url));

/** Runs some test files, or all. */
export async function unit(wanted: BrowserName[], files: string[]): Promise<Count> {
  const browsers = installed(wanted);
  return step('unit', async (tell) => {
    const order = JSON.stringify({ browsers, files });
    const count = browsers.length > 0 ? await tests(runner, [order], tell) : undefined;
    const silent = failed('The unit tests did not run: no test file, or no browser that starts.');
    return sum([failed(...toInstall(wanted)), count ?? silent]);
  });
}
