/** How @web/test-runner starts each of the three browsers. */
import type { BrowserLauncher } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import type { BrowserName } from './browser-names.js';
import { chromiumArgs, programs } from './system.mjs';
import { startWebKit } from './webkit.js';

/** Starting it is the runner's affair; only WebKit needs something around it first. */
export async function launcher(name: BrowserName): Promise<BrowserLauncher> {
  switch (name) {
    case 'chromium':
      return chromeLauncher({ launchOptions: { executablePath: programs.chromium, args: chromiumArgs } });
    case 'firefox':
      // WebDriver BiDi: Debian has no geckodriver.
      return puppeteerLauncher({
        launchOptions: { browser: 'firefox', executablePath: programs.firefox, headless: true },
      });
    case 'webkit':
      return webdriverLauncher({
        hostname: '127.0.0.1',
        port: await startWebKit(),
        path: '/',
        logLevel: 'error',
        connectionRetryCount: 0,
        capabilities: {
          browserName: 'MiniBrowser',
          // A page may be done with its tests, and be left, before it has loaded: a driver that waits for that would
          // wait for ever. The page says itself when it is done.
          pageLoadStrategy: 'none',
          'wdio:enforceWebDriverClassic': true,
          'webkitgtk:browserOptions': { binary: programs.webKitBrowser, args: ['--automation'] },
        } as WebdriverIO.Capabilities,
      });
  }
}
