import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { version } from '../../src/version.js';
import { distFiles, json } from './dist.js';

const manifest = json('package.json') as { version: string; sideEffects: string[] };

/** What `npm publish` would send. */
function pack(...args: string[]): { files: { path: string }[]; filename: string } {
  const output = execFileSync('npm', ['pack', '--json', '--ignore-scripts', ...args], {
    encoding: 'utf8',
    stdio: 'pipe',
  });
  return (JSON.parse(output) as [ReturnType<typeof pack>])[0];
}

let files: string[] | undefined;
const published = () => (files ??= pack('--dry-run').files.map(({ path }) => path));

test('publint finds nothing to say', async () => {
  const { messages, pkg } = await publint({ strict: true });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});

test('types resolve for every way of importing', () => {
  const { status, stdout, stderr } = spawnSync('attw', ['--pack', '.', '--profile', 'esm-only'], {
    encoding: 'utf8',
  });
  expect(status, stdout + stderr).toBe(0);
});

test('what is published is what is expected: the licences of what the bundles hold, too', () => {
  const expected = [
    /^(package\.json|README\.md|CHANGELOG\.md|LICENSE)$/,
    /^dist\/cdn\/([\w.-]+\.js|sri\.json|LICENSE-[\w.-]+\.txt)$/,
    /^dist\/(?!(cdn|cli|images|relay|site)\/)[\w/-]+(\.d\.ts|\.js)$/,
    /^dist\/cli\/([\w-]+\.js|LICENSES\.md)$/,
    /^dist\/images\/((verdana|png|png-node)\.js|resvg\.wasm|FONTS\.md|LICENSE-DejaVu\.txt)$/,
    /^dist\/relay\/(LICENSES\.md|(app|worker)(\.d\.ts|\.js)|options\.d\.ts|page-files\.js)$/,
    /^dist\/site\/embed\/(index\.html|[\w-]+\.(css|js))$/,
    /^dist\/(snapshot\.schema|custom-elements|web-types|vscode\.(html|css)-custom-data)\.json$/,
  ];
  const paths = published();
  const libraries = ['lit', 'chart.js', 'world-atlas'];
  expect(paths).toEqual(
    expect.arrayContaining([
      'dist/index.js',
      'dist/snapshot.schema.json',
      ...libraries.map((name) => `dist/cdn/LICENSE-${name}.txt`),
    ]),
  );
  expect(paths.filter((path) => !expected.some((pattern) => pattern.test(path)))).toEqual([]);
});

test('what is packed twice is the same, to the byte', ({}, info) => {
  const digests = ['one', 'two'].map((name) => {
    mkdirSync(info.outputPath(name), { recursive: true });
    const { filename } = pack('--pack-destination', info.outputPath(name));
    return createHash('sha256')
      .update(readFileSync(join(info.outputPath(name), filename)))
      .digest('hex');
  });
  expect(digests[0]).toBe(digests[1]);
});

test('who installs it gets at most 16 packages and 16 MB', () => {
  const { packages } = json('package-lock.json') as { packages: Record<string, { dev?: boolean }> };
  const others = Object.keys(packages).filter((path) => path && !packages[path]!.dev);
  const bytes = [...others, ...published()].map(sizeOf).reduce((sum, size) => sum + size);
  console.log(`${others.length + 1} packages, ${(bytes / 1_000_000).toFixed(1)} MB`);
  expect(others.length + 1).toBeLessThanOrEqual(16);
  expect(bytes).toBeLessThanOrEqual(16_000_000); // 2.5 of them draw PNG;
});

test('what is bundled has its licence beside it', () => {
  const { devDependencies } = json('package.json') as { devDependencies: Record<string, string> };
  for (const [folder, libraries] of Object.entries({
    cli: ['commander', 'parse5', 'tinyglobby', '@hono/node-server', 'hono', 'p-queue', 'lru-cache'],
    relay: ['@resvg/resvg-wasm', 'anafanafo', 'hono', 'p-queue', 'eventemitter3', 'lru-cache'],
  })) {
    const text = readFileSync(`dist/${folder}/LICENSES.md`, 'utf8');
    for (const name of libraries) expect(text).toContain(`## ${name} - ${devDependencies[name] ?? ''}`);
  }
});

test('the types of the relay name no library', () => {
  for (const path of distFiles().filter((path) => /^dist\/relay.*\.d\.ts$/.test(path))) {
    const imports = [...readFileSync(path, 'utf8').matchAll(/\b(?:from|import\()\s*['"](.+)['"]/g)];
    for (const [, from] of imports) expect(from).toMatch(/^\.\.?\/(relay|app|options|source)\b/);
  }
});

test('every file that package.json lists as having side effects is published', () => {
  expect(published().map((path) => `./${path}`)).toEqual(expect.arrayContaining(manifest.sideEffects));
});

test('the version in the code is that of package.json', () => {
  expect(version).toBe(manifest.version);
});

/** Bytes of a file, or of all files in a folder but for other packages in it. */
function sizeOf(path: string): number {
  if (!statSync(path).isDirectory()) return statSync(path).size;
  const inside = readdirSync(path).filter((name) => name !== 'node_modules');
  return inside.reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}
