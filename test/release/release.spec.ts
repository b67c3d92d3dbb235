/** What a release still needs, what is attached to it, and that nothing is published by hand. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { needsOf, notesOf, type Told } from './needs.js';
import { zipOf } from './zip.js';

const ready: Told = {
  manifest: { version: '1.2.3', repository: { url: 'git+https://github.com/example/figshare-elements.git' } },
  changelog:
    '# Changelog\n\n## Unreleased\n\n## 1.2.3 - 2026-12-01\n\n- One thing.\n\n## 1.2.2\n\n- Another.\n',
  readme: 'https://cdn.jsdelivr.net/npm/figshare-elements@1.2.3',
  tag: 'v1.2.3',
};

test('nothing is missing where tag, changelog, repository and README tell of the version', () => {
  expect(needsOf(ready)).toEqual([]);
});

for (const [what, changed, words] of [
  ['no tag', { tag: undefined }, 'the tag must be v1.2.3; none is set'],
  ['another tag', { tag: 'v1.2.30' }, 'the tag must be v1.2.3; it is v1.2.30'],
  ['no repository', { manifest: { version: '1.2.3' } }, '"repository"'],
  ['no heading', { changelog: '# Changelog\n\n## 1.2.30\n\n- More.\n' }, 'no text under "## 1.2.3"'],
  ['a heading without text', { changelog: '## 1.2.3\n\n## 1.2.2\n\n- Old.\n' }, 'no text under "## 1.2.3"'],
  ['a README of before', { readme: 'The package is on no CDN yet' }, 'on no CDN yet'],
] as const)
  test(`says what is missing: ${what}`, () => {
    const needs = needsOf({ ...ready, ...changed });
    expect(needs).toEqual([expect.stringContaining(words)]);
  });

test('takes the notes of one version from the changelog, with brackets around it or without', () => {
  expect(notesOf(ready.changelog, '1.2.3')).toBe('- One thing.');
  expect(notesOf(ready.changelog.replace('1.2.3 -', '[1.2.3] -'), '1.2.3')).toBe('- One thing.');
  expect(notesOf(ready.changelog, '1.2')).toBe('');
});

test('a folder is zipped to the same bytes, whenever its files were written', ({}, info) => {
  const [one, other] = ['one', 'other'].map((name, index) => {
    const folder = info.outputPath(name);
    mkdirSync(`${folder}/deep`, { recursive: true });
    // In another order, and at another time.
    const files = [
      ['b.js', 'export {};'],
      ['deep/a.css', 'p {}'],
    ] as const;
    for (const [path, text] of index ? files.toReversed() : files) {
      writeFileSync(`${folder}/${path}`, text);
      utimesSync(`${folder}/${path}`, 1e9 + index * 1e6, 1e9 + index * 1e6);
    }
    return zipOf(folder);
  }) as [Uint8Array, Uint8Array];
  expect(Buffer.compare(one, other)).toBe(0);
  const files = Object.entries(unzipSync(one)).map(([path, bytes]) => [path, strFromU8(bytes)]);
  expect(files).toEqual([
    ['b.js', 'export {};'],
    ['deep/a.css', 'p {}'],
  ]);
});

test('publishes nothing by hand, and says who does', () => {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'release'], { encoding: 'utf8' });
  expect(status, stdout + stderr).toBe(1);
  expect(stderr).toContain('.github/workflows/release.yml publishes');
  expect(stderr).toContain('npm run release -- --dry-run');
});
