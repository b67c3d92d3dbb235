import { readFileSync } from 'node:fs';

const versionOf = (name: string) =>
  (JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { version: string }).version;

/** Of what stands in the lock file. */
export const versions = Object.fromEntries(
  ['lit', 'chart.js', '@chrisburnell/svg-sparkline'].map((name) => [name, versionOf(name)]),
);
