/** Tells run.ts how far @web/test-runner is, and at the end how its tests went. */
import { relative } from 'node:path';
import type { Logger, Reporter, TestSession, TestSuiteResult } from '@web/test-runner';
import { failed, sum, type Count } from './count.js';
import { tellParent } from './process.js';

export const reporter: Reporter = {
  start({ sessions }) {
    sessions.on('session-status-updated', () => {
      const all = [...sessions.all()];
      const done = all.filter(({ status }) => status === 'FINISHED').length;
      // How many tests a page has is known when it is done.
      tellParent({ progress: { done, of: all.length, what: 'pages' } });
    });
  },
  onTestRunFinished({ sessions }) {
    tellParent({ count: sum(sessions.map(countSession)) });
  },
};

/** What the runner says of itself is told better by run.ts; what went wrong is not. */
export const logger: Logger = {
  log() {},
  debug() {},
  group() {},
  groupEnd() {},
  warn: console.warn,
  error: console.error,
  logSyntaxError: ({ name, message, line, column }) =>
    console.error(`${name}: ${message} (${line}:${column})`),
};

/** One page in one browser. */
function countSession({ testResults, passed, testFile, group, browser, errors, logs }: TestSession): Count {
  const page = relative(process.cwd(), testFile);
  const where = [browser.name, ...(group.name === 'built' ? ['built'] : []), page];
  // The suites of a room's page name their files.
  if (page.startsWith('test-results/')) where.pop();
  const count = testResults ? countSuite(testResults, where.join(' › ')) : sum([]);
  if (count.failed.length > 0) return count;
  const named = [browser.name, page].join(' › ');
  // A file that does not load, or a browser that does not start, has no failed test, yet it failed.
  const why = [
    ...errors.map(({ message }) => message),
    ...logs.map((values) => values.map(String).join(' ')),
  ];
  if (!passed) return { ...count, failed: [[named, ...why].join('\n')] };
  if (count.passed + count.skipped === 0) return failed(`${named} has no test`);
  return count;
}

/** @param where the browser, the file and the suites around this one */
function countSuite({ name, tests, suites }: TestSuiteResult, where: string): Count {
  const here = name ? `${where} › ${name}` : where;
  const skipped = tests.filter((test) => test.skipped);
  const red = tests.filter((test) => !test.passed && !test.skipped);
  return sum([
    failed(...red.map(({ name, error }) => `${here} › ${name}\n${error?.message}`)),
    {
      passed: tests.length - red.length - skipped.length,
      failed: [],
      skipped: skipped.length,
      slowest: tests.map(({ name, duration = 0 }) => ({
        name: `${here} › ${name}`,
        seconds: duration / 1000,
      })),
    },
    ...suites.map((suite) => countSuite(suite, here)),
  ]);
}
