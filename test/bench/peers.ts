/** Who draws numbers on pages, too: at pinned versions, which stand in no lock file of ours, because they bring much along. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pageScript } from './bundle.js';

export const versions = {
  'github-buttons': '2.33.1',
  'data-metrics-badge': '0.2.4',
  vue: '2.7.16',
} as const;

/** Files that a page loads, by the name under which it does. */
export type Files = ReadonlyMap<string, string>;

/** Of the packages, installed into a folder of their own. */
const peerFiles = {
  'github-buttons.js': 'github-buttons/dist/buttons.min.js',
  'vue.js': 'vue/dist/vue.min.js',
  'data-metrics-badge.js': 'data-metrics-badge/dist/data-metrics-badge.min.js',
};

export async function pageFiles(): Promise<Files> {
  const folder = await mkdtemp(join(tmpdir(), 'figshare-peers-'));
  await writeFile(join(folder, 'package.json'), '{"private":true}');
  const packages = Object.entries(versions).map(([name, version]) => `${name}@${version}`);
  // What they depend on is in their built files already.
  const install = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--omit=peer', ...packages];
  execFileSync('npm', install, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  const files = new Map<string, string>();
  for (const [name, path] of Object.entries(peerFiles))
    files.set(name, await readFile(join(folder, 'node_modules', path), 'utf8'));
  for (const name of ['figshare-stats.js', 'figshare-elements.js'])
    files.set(name, await readFile(`dist/cdn/${name}`, 'utf8'));
  files.set('hand-written.js', await pageScript('hand-written'));
  return files;
}
