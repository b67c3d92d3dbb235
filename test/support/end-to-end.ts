/** The tests that Playwright runs, as steps of `npm test`. */
import { createRequire } from 'node:module';
import { installed, toInstall, type BrowserName } from './browser-names.js';
import { failed, sum, type Count } from './count.js';
import { tests } from './process.js';
import { step, type Tell } from './steps.js';

const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli');

/** What is published, looked at as files, and what runs in Node: no browser. */
export const node = (files: string[]) => step('node', (tell) => specs(['package'], files, tell));

/** Whole pages. WebKitGTK is not among Playwright's browsers, so it is left out. */
export function endToEnd(wanted: BrowserName[], files: string[]): Promise<Count> {
  const driven = wanted.filter((name) => name !== 'webkit');
  return step('end-to-end', async (tell) =>
    sum([failed(...toInstall(driven)), await specs(installed(driven), files, tell)]),
  );
}

async function specs(projects: string[], files: string[], tell: Tell): Promise<Count> {
  const named = projects.map((name) => `--project=${name}`);
  const args = ['test', '--config=test/playwright.config.ts', ...named, ...files];
  const count = await tests(playwright, args, tell);
  return count ?? failed(`Playwright ended before it had run the tests of ${projects.join(' and ')}.`);
}
