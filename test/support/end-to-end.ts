/** The end-to-end and package tests, as a step of `npm test`. */
import { readFile, rm } from 'node:fs/promises';
import type { JSONReport } from '@playwright/test/reporter';
import { installed, type BrowserName } from './browser-names.js';
import { failed, sum, type Count } from './count.js';
import { run } from './process.js';

const report = 'test-results/end-to-end.json';

/** Runs some spec files, or all. WebKitGTK is not among Playwright's browsers, so it is left out. */
export async function endToEnd(wanted: BrowserName[], files: string[]): Promise<Count> {
  const driven = wanted.filter((name) => name !== 'webkit');
  const browsers = installed(driven);
  const missing = driven.filter((name) => !browsers.includes(name)).map(() => failed);

  await rm(report, { force: true });
  const projects = [...browsers, 'package'].map((name) => `--project=${name}`);
  const code = await run('playwright', ['test', '--config=test/playwright.config.ts', ...projects, ...files]);
  return sum([...missing, await counted(code)]);
}

async function counted(code: number): Promise<Count> {
  try {
    const { stats } = JSON.parse(await readFile(report, 'utf8')) as JSONReport;
    const count = { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
    if (count.passed + count.failed === 0) console.error('The end-to-end tests ran nothing.');
    // An error outside any test, or nothing run at all.
    return count.failed === 0 && (code !== 0 || count.passed === 0) ? { ...count, failed: 1 } : count;
  } catch (error) {
    console.error('The end-to-end tests left no report:', error);
    return failed;
  }
}
