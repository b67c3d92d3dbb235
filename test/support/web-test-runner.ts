/**
 * Unit and element tests in real browsers. Run as a process of its own by run.ts, because
 * the runner ends its process when it cannot start: `web-test-runner.ts '{"browsers": […], "files": […]}'`.
 * Sends its count to the parent.
 */
import { relative } from 'node:path';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter, startTestRunner } from '@web/test-runner';
import type { Reporter, TestRunnerConfig, TestSession, TestSuiteResult } from '@web/test-runner';
import type { BrowserName } from './browser-names.js';
import { launcher } from './browsers.js';
import { failed, sum, type Count } from './count.js';
import { startStandIn } from './stand-in.js';

const { browsers, files } = JSON.parse(process.argv[2] ?? '{}') as {
  browsers: BrowserName[];
  files: string[];
};
const standIn = await startStandIn();

const config: TestRunnerConfig = {
  rootDir: process.cwd(),
  files,
  browsers: await Promise.all(browsers.map(launcher)),
  concurrentBrowsers: 3,
  // One page at a time in each browser: a page in a background tab gets no animation frames.
  concurrency: 1,
  // Lit's production build: the development build warns on the console, and tests count warnings.
  nodeResolve: { exportConditions: ['browser', 'production'] },
  // `auto` would leave decorators to the browser.
  plugins: [esbuildPlugin({ ts: true, json: true, target: 'es2022', tsconfig: 'tsconfig.json' })],
  testFramework: { config: { ui: 'bdd', timeout: '10000' } },
  testRunnerHtml: (framework) => `<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="stand-in" content="${standIn.url}" />
        <title>figshare-elements</title>
      </head>
      <body><script type="module" src="${framework}"></script></body>
    </html>`,
  reporters: [defaultReporter(), countReporter()],
};

const runner = await startTestRunner({
  config,
  readCliArgs: false,
  readFileConfig: false,
  autoExitProcess: false,
});
runner?.on('stopped', () => process.exit());

// An orderly end also when someone is tired of waiting, or run.ts is gone. Exiting at once would leave Firefox
// running: at exit, Puppeteer ends only every other browser.
for (const end of ['SIGINT', 'SIGTERM', 'disconnect']) process.on(end, () => void runner?.stop());

/** The runner prints no closing line that counts tests, so the parent is told. */
function countReporter(): Reporter {
  return {
    onTestRunFinished({ sessions }) {
      process.send?.(sum(sessions.map(countSession)));
    },
  };
}

/** One test file in one browser. */
function countSession({ testResults, passed, testFile, browser, errors }: TestSession): Count {
  const where = `${browser.name} › ${relative(process.cwd(), testFile)}`;
  const count = testResults ? countSuite(testResults, where) : sum([]);
  if (count.failed.length > 0) return count;
  // A file that does not load, or a browser that does not start, has no failed test, yet it failed.
  if (!passed) return { ...count, failed: [[where, ...errors.map(({ message }) => message)].join('\n')] };
  if (count.passed + count.skipped === 0) return failed(`${where} has no test`);
  return count;
}

/** @param where the browser, the file and the suites around this one */
function countSuite({ name, tests, suites }: TestSuiteResult, where: string): Count {
  const here = name ? `${where} › ${name}` : where;
  const skipped = tests.filter((test) => test.skipped);
  const failed = tests.filter((test) => !test.passed && !test.skipped);
  return sum([
    {
      passed: tests.length - failed.length - skipped.length,
      failed: failed.map(({ name, error }) => `${here} › ${name}\n${error?.message}`),
      skipped: skipped.length,
    },
    ...suites.map((suite) => countSuite(suite, here)),
  ]);
}
