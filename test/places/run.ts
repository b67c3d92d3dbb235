/**
 * `npm run places`: installs real places (editors, generators, frameworks, wikis) in temporary folders, puts in the
 * snippet of each one's recipe, and looks in Chromium whether the number shows. Writes `demo/places.md`. No part of
 * `npm test`: it takes minutes, and installs from the registries of npm and Debian.
 *
 *   npm run places                  all
 *   npm run places -- quill hugo    these
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { Release } from '../../demo/snippets/fill.js';
import { version } from '../../src/version.js';
import { absent, places } from './all.js';
import { startChromium } from './chromium.js';
import type { Place } from './place.js';
import { readTable, writeTable, type Row } from './table.js';
import { inWorkshop, type Shared } from './workshop.js';

const file = 'demo/places.md';
const names = process.argv.slice(2);
const unknown = names.filter((name) => !places.some((place) => place.name === name));
if (unknown.length > 0) {
  const known = places.map(({ name }) => name).join(', ');
  console.error(`no place is named ${unknown.map((name) => `"${name}"`).join(', ')}; there are ${known}`);
  process.exit(2);
}
const wanted = names.length > 0 ? places.filter(({ name }) => names.includes(name)) : places;

const packed = mkdtempSync(join(tmpdir(), 'figshare-packed-'));
const integrity = JSON.parse(readFileSync('dist/cdn/sri.json', 'utf8')) as Record<string, string>;
const release: Release = { version, integrity };
const chromium = await startChromium(release);
const rows = new Map(
  (existsSync(file) ? readTable(readFileSync(file, 'utf8')) : []).map((row) => [row.name, row]),
);
const faults: string[] = [];
try {
  const shared = { chromium, tarball: pack(), release };
  for (const place of wanted) {
    const row = await runPlace(place, shared);
    rows.set(place.name, row);
    // After each: what was seen so far is kept when a later place hangs.
    const kept = places.flatMap(({ name }) => rows.get(name) ?? []);
    const style = await resolveConfig(file);
    writeFileSync(file, await format(writeTable(kept, absent, version), { ...style, filepath: file }));
  }
} finally {
  await chromium.close();
  rmSync(packed, { recursive: true, force: true });
}

console.log(`\n${wanted.length - faults.length} passed, ${faults.length} failed`);
process.exitCode = faults.length > 0 ? 1 : 0;

function pack(): string {
  const output = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', packed], {
    encoding: 'utf8',
    stdio: 'pipe',
  });
  return join(packed, (JSON.parse(output) as [{ filename: string }])[0].filename);
}

async function runPlace({ name, title, run }: Place, shared: Shared): Promise<Row> {
  const start = performance.now();
  const day = new Date().toISOString().slice(0, 10);
  const row = { name, title, day };
  try {
    const { version, ran, result, left = '' } = await inWorkshop(shared, run);
    console.log(`✓ ${name} (${seconds(start)} s): ${version}; ${result}${left && `; ${left}`}`);
    return { ...row, version, ran, result, left };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    faults.push(name);
    console.log(`✗ ${name} (${seconds(start)} s): ${text}`);
    return { ...row, version: '', ran: '', result: `fails: ${text.split('\n')[0]!.slice(0, 160)}`, left: '' };
  }
}

function seconds(start: number): string {
  return ((performance.now() - start) / 1000).toFixed(1);
}
