import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { distFiles, json } from './dist.js';

/**
 * Bytes, by gzip -9. What a page pays for is what its readers get. The design's aim for the element alone is 12 kB;
 * Lit (5.8) and eleven languages (1.8) leave 4.4 of that for items, manners, states and drawing, which take 10.
 */
const budgets = {
  'dist/cdn/figshare-elements.js': 18_000,
  'dist/cdn/figshare-stats.js': 18_000,
};

for (const [path, budget] of Object.entries(budgets)) {
  test(`${path} keeps within ${budget} bytes`, () => {
    const size = gzipSync(readFileSync(path), { level: 9 }).length;
    console.log(`${path}: ${size} of ${budget} bytes`);
    expect(size).toBeLessThanOrEqual(budget);
  });
}

test('sri.json holds the digest of every bundle', () => {
  const bundles = distFiles().filter((path) => /^dist\/cdn\/.*\.js$/.test(path));
  const digests = bundles.map((path) => [
    path.replace('dist/cdn/', ''),
    `sha384-${createHash('sha384').update(readFileSync(path)).digest('base64')}`,
  ]);
  expect(bundles.length).toBeGreaterThan(0);
  expect(json('dist/cdn/sri.json')).toEqual(Object.fromEntries(digests));
});

test('every bundle stands alone', () => {
  for (const path of distFiles().filter((path) => /^dist\/cdn\/.*\.js$/.test(path))) {
    expect(readFileSync(path, 'utf8'), path).not.toMatch(/\bimport\s*[("'{*]|\bfrom\s*["']/);
  }
});

test('no file would end the script element that it is pasted into', () => {
  for (const path of distFiles()) expect(readFileSync(path, 'utf8'), path).not.toContain('</script');
});
