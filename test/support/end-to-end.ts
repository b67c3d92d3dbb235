/** The end-to-end and package tests, as a step of `npm test`. */
import { readFile, rm } from 'node:fs/promises';
import { stripVTControlCharacters } from 'node:util';
import type { JSONReport, JSONReportSuite } from '@playwright/test/reporter';
import { installed, toInstall, type BrowserName } from './browser-names.js';
import { failed, sum, type Count } from './count.js';
import { run } from './process.js';

const report = 'test-results/end-to-end.json';

/** Runs some spec files, or all. WebKitGTK is not among Playwright's browsers, so it is left out. */
export async function endToEnd(wanted: BrowserName[], files: string[]): Promise<Count> {
  const driven = wanted.filter((name) => name !== 'webkit');

  await rm(report, { force: true });
  const projects = [...installed(driven), 'package'].map((name) => `--project=${name}`);
  const code = await run('playwright', ['test', '--config=test/playwright.config.ts', ...projects, ...files]);
  return sum([failed(...toInstall(driven)), await counted(code)]);
}

async function counted(code: number): Promise<Count> {
  try {
    const { stats, suites, errors } = JSON.parse(await readFile(report, 'utf8')) as JSONReport;
    const failures = [...suites.flatMap(failuresOf), ...errors.map(({ message }) => message ?? 'no message')];
    if (failures.length === 0 && (code !== 0 || stats.expected === 0))
      failures.push(`Playwright ended with ${code}, after ${stats.expected} tests that passed.`);
    return { passed: stats.expected, failed: failures, skipped: stats.skipped };
  } catch (error) {
    return failed(`The end-to-end tests left no report: ${String(error)}`);
  }
}

function failuresOf({ title: group, specs, suites = [] }: JSONReportSuite): string[] {
  const own = specs.flatMap(({ file, line, title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ projectName, results }) => {
        const why = results.map(({ error }) => stripVTControlCharacters(error?.message ?? ''));
        const where = [projectName, `${file}:${line}`, ...(group === file ? [] : [group]), title].join(' › ');
        return [where, ...why].join('\n');
      }),
  );
  return [...own, ...suites.flatMap(failuresOf)];
}
