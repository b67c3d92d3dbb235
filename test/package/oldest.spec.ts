/** The oldest browsers that README names, held to the built files by MDN's data: no name in them may be newer. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { floors, floorsOf } from '../oldest/floors.js';
import { needsOf } from '../oldest/needs.js';

// The others hold nothing that this one does not.
const files = ['figshare-auto.js', 'figshare-chart.js', 'figshare-map.js'];

test('the built files run in the oldest browsers that README names, and in none before', () => {
  const needs = files.flatMap((file) => needsOf(readFileSync(`dist/cdn/${file}`, 'utf8')));
  // Printed with the names that would raise a floor.
  expect(floorsOf(needs)).toEqual({
    chrome: { version: floors.chrome, names: expect.anything() as unknown },
    firefox: { version: floors.firefox, names: expect.anything() as unknown },
    safari: { version: floors.safari, names: expect.anything() as unknown },
  });
  expect(readFileSync('README.md', 'utf8').replace(/\s+/g, ' ')).toContain(
    `Chrome and Edge from ${floors.chrome}, Firefox from ${floors.firefox}, Safari from ${floors.safari}`,
  );
});

for (const [name, code] of [
  ['Object.hasOwn', 'Object.hasOwn(a, "b")'],
  ['throwIfAborted', 'a.throwIfAborted()'],
  ['findLastIndex', 'a.findLastIndex(b)'],
  ['canParse', 'URL.canParse(a)'],
  ['a static block', 'class A { static { this.b = 1 } }'],
  ['a set of regular expressions', '/[a--b]/v'],
  ['nested rules', 'css`a { &:hover { inset: 0; anchor-name: --a } }`'],
] as const) {
  test(`a file with ${name} would need newer ones`, () => {
    const found = floorsOf(needsOf(code));
    expect(
      found.chrome.version > floors.chrome ||
        found.firefox.version > floors.firefox ||
        found.safari.version > floors.safari,
    ).toBe(true);
  });
}
