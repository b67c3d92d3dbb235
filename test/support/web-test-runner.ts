/**
 * Unit and element tests in real browsers. Run as a process of its own by run.ts, because
 * the runner ends its process when it cannot start: `web-test-runner.ts '{"browsers": […], "files": […]}'`.
 * Sends its count to the parent.
 */
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter, startTestRunner } from '@web/test-runner';
import type { Reporter, TestRunnerConfig, TestSession, TestSuiteResult } from '@web/test-runner';
import type { BrowserName } from './browser-names.js';
import { launcher } from './browsers.js';
import { sum, type Count } from './count.js';
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
function countSession({ testResults, passed, testFile, browser }: TestSession): Count {
  const count = testResults ? countSuite(testResults) : sum([]);
  const ranNothing = count.passed + count.failed + count.skipped === 0;
  if (passed && ranNothing) console.error(`${browser.name} found no test in ${testFile}`);
  // A file that does not load, or a browser that does not start, has no failed test, yet it failed.
  if (count.failed === 0 && (!passed || ranNothing)) count.failed = 1;
  return count;
}

function countSuite({ tests, suites }: TestSuiteResult): Count {
  const skipped = tests.filter((test) => test.skipped).length;
  const passed = tests.filter((test) => test.passed && !test.skipped).length;
  return sum([{ passed, failed: tests.length - passed - skipped, skipped }, ...suites.map(countSuite)]);
}
