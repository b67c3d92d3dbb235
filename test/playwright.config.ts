import { defineConfig } from '@playwright/test';
import { chromiumArgs, programs } from './support/system.mjs';

export default defineConfig({
  workers: 2,
  retries: 0,
  // What takes 7 seconds may take five times as long in Firefox on a busy machine. Nothing is measured by these.
  timeout: 60_000,
  expect: {
    timeout: 10_000,
    // The palest area of ours differs by more than this from the page.
    toHaveScreenshot: {
      threshold: 0.05,
      maxDiffPixelRatio: 0.001,
      pathTemplate: '../demo/pictures/{arg}{ext}',
    },
  },
  // A picture that is missing is a failure; `npm run pictures` takes it.
  updateSnapshots: 'none',
  forbidOnly: true,
  outputDir: '../test-results/end-to-end',
  // Run by hand, Playwright says itself how it goes.
  reporter: process.send ? './support/playwright-reporter.ts' : 'line',
  projects: [
    {
      name: 'chromium',
      testMatch: 'e2e/**/*.spec.ts',
      use: {
        browserName: 'chromium',
        launchOptions: { executablePath: programs.chromium, args: chromiumArgs },
      },
    },
    {
      name: 'firefox',
      testMatch: 'e2e/**/*.spec.ts',
      grep: /@engine/,
      // Media features that Playwright cannot emulate in this Firefox: print, a dark system, forced colours.
      grepInvert: /@emulated/,
      // The system's Firefox, by WebDriver BiDi: Playwright's own is a patched build that must be downloaded.
      use: {
        browserName: 'firefox',
        channel: 'moz-firefox',
        launchOptions: { executablePath: programs.firefox },
      },
    },
    // What is published, looked at as files, and what runs in Node: no browser.
    { name: 'package', testMatch: '**/test/{package,relay,cli,images,places,release,mutants}/**/*.spec.ts' },
  ],
});
