/** The browsers that tests run in, and whether they are there. */
import { howToInstall, missingPackages, type programs } from './system.mjs';

export const browserNames = ['chromium', 'firefox', 'webkit'] as const;
export type BrowserName = (typeof browserNames)[number];

const needed: Record<BrowserName, (keyof typeof programs)[]> = {
  chromium: ['chromium'],
  firefox: ['firefox'],
  webkit: ['webKitDriver', 'webKitBrowser', 'xvfb', 'xauth'],
};

const missing = (name: BrowserName) => missingPackages(needed[name]);

export const installed = (wanted: readonly BrowserName[]) =>
  wanted.filter((name) => missing(name).length === 0);

/** What to install for those that are not, a sentence or two for each. */
export const toInstall = (wanted: readonly BrowserName[]) =>
  wanted
    .filter((name) => missing(name).length > 0)
    .map((name) => `${name} cannot start. ${howToInstall(missing(name))}`);
