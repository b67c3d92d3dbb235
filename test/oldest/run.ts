/**
 * `npm run oldest`: opens the built files in old builds of Chromium, works out from which version of other browsers on they
 * run, and writes `demo/browsers.md`. No part of `npm test`: it takes minutes, and half a gigabyte from the registry of npm.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { startCdn, startPages, type Origin } from '../support/origins.js';
import { startStandIn } from '../support/stand-in.js';
import { programs } from '../support/system.mjs';
import { builds, unpack } from './builds.js';
import { startBrowser } from './devtools.js';
import { floors, floorsOf } from './floors.js';
import { needsOf } from './needs.js';
import { items, look, pageOf, type Seen } from './page.js';
import { writeTable, type Row } from './table.js';

const file = 'demo/browsers.md';
const folder = mkdtempSync(join(tmpdir(), 'oldest-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const standIn = await startStandIn();
standIn.world('default').settings({ items });
const cdn = await startCdn();
const pages = await startPages();
pages.put('/favicon.ico', '');
const scripts = {
  module: `<script type="module" crossorigin src="${cdn.url}/figshare-elements.js"></script>`,
  classic: `<script crossorigin src="${cdn.url}/figshare-elements.iife.js"></script>`,
};

const rows: Row[] = [];
const problems: string[] = [];
for (const [index, build] of builds.entries()) await see(build, unpack(build, join(folder, String(index))));
await see('of this system', programs.chromium);

const needs = ['figshare-auto', 'figshare-stats', 'figshare-chart', 'figshare-map'].flatMap((name) =>
  needsOf(readFileSync(`dist/cdn/${name}.js`, 'utf8')),
);
const day = new Date().toISOString().slice(0, 10);
const style = await resolveConfig(file);
const text = writeTable(rows, floorsOf(needs), needs, day);
writeFileSync(file, await format(text, { ...style, filepath: file }));
await Promise.all([standIn, cdn, pages].map((one) => one.close()));
console.log(problems.length > 0 ? `\n${problems.join('\n')}` : `\n${file} is written`);
process.exit(problems.length > 0 ? 1 : 0);

async function see(from: string, program: string): Promise<void> {
  const browser = await startBrowser(program);
  try {
    const seen = { module: await seenWith('module'), classic: await seenWith('classic') };
    rows.push({ version: browser.version, from, seen });
    console.log(`${browser.version} (${from}): ${JSON.stringify(seen.module.faults)}`);
    for (const [kind, one] of Object.entries(seen))
      problems.push(
        ...problemsOf(one, browser.version).map((problem) => `${browser.version}, ${kind}: ${problem}`),
      );
  } finally {
    browser.close();
  }

  async function seenWith(kind: keyof typeof scripts): Promise<Seen> {
    const tab = await browser.open(pageOn(pages, kind));
    const seen = await look(tab);
    await tab.close();
    return seen;
  }
}

function pageOn(origin: Origin, kind: keyof typeof scripts): string {
  return origin.put(`/${kind}.html`, pageOf(standIn.url, scripts[kind]));
}

/** A browser either draws it or leaves what the author wrote; the page has nothing of it. */
function problemsOf({ faults, fallbacks, thrown, isPageWell }: Seen, version: string): string[] {
  const isOld = Number.parseFloat(version) < floors.chrome;
  const lost = Object.keys(faults).filter((name) => !fallbacks.includes(name) && name !== 'hidden');
  const own = /^figshare-elements(\.iife)?\.js: Uncaught SyntaxError/;
  return [
    ...(isPageWell ? [] : ['the page’s own scripts did not run']),
    ...thrown.filter((text) => !(isOld && own.test(text))),
    ...lost.map((name) => `neither the number nor the link of ${name} is seen: ${faults[name]}`),
    ...(isOld ? [] : Object.entries(faults).map(([name, fault]) => `${name}: ${fault}`)),
  ];
}
