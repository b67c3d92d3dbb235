/**
 * The browsers and servers of a Debian system: where each program is, and the package that brings it.
 * Plain JavaScript without imports from packages, because install.mjs reads it before there are any.
 */
import { existsSync } from 'node:fs';

const machine = process.arch === 'arm64' ? 'aarch64' : 'x86_64';

/** The one without a window: a page opens in a third of the time, and the package is smaller. */
const headlessShell = '/usr/bin/chromium-headless-shell';
const chromium = '/usr/bin/chromium';

export const programs = {
  chromium: existsSync(chromium) && !existsSync(headlessShell) ? chromium : headlessShell,
  firefox: '/usr/bin/firefox-esr',
  webKitDriver: '/usr/bin/WebKitWebDriver',
  webKitBrowser: `/usr/lib/${machine}-linux-gnu/webkit2gtk-4.1/MiniBrowser`,
  xvfb: '/usr/bin/Xvfb',
  xauth: '/usr/bin/xauth',
  nginx: '/usr/sbin/nginx',
  wrk: '/usr/bin/wrk',
};

/** @typedef {keyof typeof programs} Program */

/** @type {Program[]} */
export const neededByBench = ['chromium', 'nginx', 'wrk'];
const neededByTests = /** @type {Program[]} */ (Object.keys(programs)).filter((name) => name !== 'wrk');

/** As root there is no sandbox; the rest keeps Chromium from asking the network on its own. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @type {Record<Program, string>} */
const packages = {
  chromium: 'chromium-headless-shell',
  firefox: 'firefox-esr',
  webKitDriver: 'webkit2gtk-driver',
  webKitBrowser: 'webkit2gtk-driver',
  xvfb: 'xvfb',
  xauth: 'xauth',
  nginx: 'nginx-light',
  wrk: 'wrk',
};

/** The Debian packages that are missing, each once. @param {Program[]} [needed] those of the tests unless told */
export function missingPackages(needed = neededByTests) {
  return [...new Set(needed.filter((name) => !existsSync(programs[name])).map((name) => packages[name]))];
}

/** @param {string[]} missing */
export const howToInstall = (missing) =>
  `Missing: ${missing.join(', ')}. On Debian, as root: apt-get install --no-install-recommends ${missing.join(' ')}`;
