/**
 * Installs what this project lacks here: packages, and with --browsers the browsers and servers of the tests, with --bench
 * those of the bench. Says nothing when there is nothing to do.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { howToInstall, missingPackages, neededByBench } from './system.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

installPackages();
if (process.argv.includes('--browsers')) installPrograms();
if (process.argv.includes('--bench')) installPrograms(neededByBench);

function installPackages() {
  const stamp = `${root}node_modules/.lock-hash`;
  const wanted = createHash('sha256')
    .update(readFileSync(`${root}package-lock.json`))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;

  console.log('Installing packages (npm ci) …');
  // --ignore-scripts: no package needs its own, and it keeps test tools from downloading browsers.
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(stamp, wanted);
}

/** @param {import('./system.mjs').Program[]} [needed] */
function installPrograms(needed) {
  const missing = missingPackages(needed);
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) fail(howToInstall(missing));

  console.log(`Installing browsers and servers (apt-get): ${missing.join(' ')} …`);
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-qq', '-y', '--no-install-recommends', '-o', 'Dpkg::Use-Pty=0', ...missing]);
  const stillMissing = missingPackages(needed);
  if (stillMissing.length > 0) fail(howToInstall(stillMissing));
}

/** What it writes is shown when it fails. @param {string} command @param {string[]} args */
function run(command, args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e8, // a line for each file that apt unpacks
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    shell: process.platform === 'win32', // npm is a .cmd there
  });
  if (status === 0) return;
  fail([stdout, stderr, `${command} ${args.join(' ')} failed`, error?.message].filter(Boolean).join('\n'));
}

/** @param {string} message @returns {never} */
function fail(message) {
  console.error(message);
  process.exit(1);
}
