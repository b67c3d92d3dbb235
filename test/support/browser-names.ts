/** The browsers that tests run in, and whether they are there. */
import { howToInstall, missingPackages, type programs } from './system.mjs';

export const browserNames = ['chromium', 'firefox', 'webkit'] as const;
export type BrowserName = (typeof browserNames)[number];

const needed: Record<BrowserName, (keyof typeof programs)[]> = {
  chromium: ['chromium'],
  firefox: ['firefox'],
  webkit: ['webKitDriver', 'webKitBrowser', 'xvfb', 'xauth'],
};

/** Those that are installed. Says what to install for the others. */
export function installed(wanted: readonly BrowserName[]): BrowserName[] {
  return wanted.filter((name) => {
    const missing = missingPackages(needed[name]);
    if (missing.length > 0) console.error(`${name} cannot start. ${howToInstall(missing)}`);
    return missing.length === 0;
  });
}
