/**
 * Unit and element tests in real browsers. Run as a process of its own, because the runner ends its process when it
 * cannot start: `web-test-runner.ts '{"browsers": […], "files": […]}'`, all files when none is named.
 */
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { startTestRunner, type TestRunnerConfig } from '@web/test-runner';
import type { BrowserName } from './browser-names.js';
import { launcher } from './browsers.js';
import { today } from './day.js';
import { testsOnBuilt, writePages } from './pages.js';
import { allTold } from './process.js';
import { startStandIn } from './stand-in.js';
import { builtFiles, mapsFirst, unitPage } from './unit-page.js';
import { logger, reporter } from './unit-reporter.js';

const order = JSON.parse(process.argv[2] ?? '{}') as { browsers: BrowserName[]; files: string[] };
const all = order.files.length === 0;
const onBuilt = (file: string) => file.startsWith('test/built/');
const files = all ? await writePages() : order.files.filter((file) => !onBuilt(file));
const built = all ? testsOnBuilt : order.files.filter(onBuilt);
const standIn = await startStandIn({ today });
const browsers = await Promise.all(order.browsers.map(launcher));
/** End-to-end tests try the built files in the others. */
const alone = browsers.filter((_, index) => order.browsers[index] === 'webkit');

const config: TestRunnerConfig = {
  rootDir: process.cwd(),
  files,
  groups:
    built.length > 0
      ? [
          {
            name: 'built',
            files: built,
            browsers: all && alone.length > 0 ? alone : browsers,
            testRunnerHtml: unitPage(standIn.url, builtFiles),
          },
        ]
      : [],
  browsers,
  concurrentBrowsers: 3,
  // One page at a time in each browser: a page in a background tab gets no animation frames.
  concurrency: 1,
  // Lit's production build: the development build warns on the console, and tests count warnings.
  nodeResolve: { exportConditions: ['browser', 'production'] },
  // `auto` would leave decorators to the browser.
  plugins: [esbuildPlugin({ ts: true, json: true, target: 'es2022', tsconfig: 'tsconfig.json' })],
  // What computes takes ten times as long on a busy machine. What waits in vain says so itself, and earlier.
  testFramework: { config: { ui: 'bdd', timeout: '60000' } },
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: 600_000,
  middleware: [mapsFirst],
  testRunnerHtml: unitPage(standIn.url),
  reporters: [reporter],
  logger,
};

const runner = await startTestRunner({
  config,
  readCliArgs: false,
  readFileConfig: false,
  autoExitProcess: false,
});
runner?.on('stopped', () => void allTold().then(() => process.exit()));

// An orderly end also when someone is tired of waiting, or run.ts is gone. Exiting at once would leave Firefox
// running: at exit, Puppeteer ends only every other browser.
for (const end of ['SIGINT', 'SIGTERM', 'disconnect']) process.on(end, () => void runner?.stop());
