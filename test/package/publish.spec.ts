import { execFileSync, spawnSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { version } from '../../src/version.js';
import { json } from './dist.js';

const manifest = json('package.json') as { version: string; sideEffects: string[] };

/** Paths of the files that `npm publish` would send. */
function published(): string[] {
  const output = execFileSync('npm', ['pack', '--dry-run', '--json'], { encoding: 'utf8', stdio: 'pipe' });
  const [pack] = JSON.parse(output) as [{ files: { path: string }[] }];
  return pack.files.map((file) => file.path);
}

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
    /^dist\/(?!cdn\/)[\w/-]+(\.d\.ts|\.js)$/,
    /^dist\/snapshot\.schema\.json$/,
  ];
  const paths = published();
  const libraries = ['lit', 'chart.js', 'd3-geo', 'topojson-client', 'world-atlas'];
  expect(paths).toEqual(
    expect.arrayContaining([
      'dist/index.js',
      'dist/snapshot.schema.json',
      ...libraries.map((name) => `dist/cdn/LICENSE-${name}.txt`),
    ]),
  );
  expect(paths.filter((path) => !expected.some((pattern) => pattern.test(path)))).toEqual([]);
});

test('every file that package.json lists as having side effects is published', () => {
  expect(published().map((path) => `./${path}`)).toEqual(expect.arrayContaining(manifest.sideEffects));
});

test('the version in the code is that of package.json', () => {
  expect(version).toBe(manifest.version);
});
