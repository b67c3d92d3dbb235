/**
 * `npm run release -- --dry-run`: makes what would be published, into test-results/release, and checks it: two builds are
 * alike, test/package passes (publint, types, licences, sizes, integrity), and the packed package works in an empty folder.
 * It publishes nothing, here or elsewhere: .github/workflows/release.yml does that, with the same files, for a tag.
 *
 *   npm run release -- --dry-run                  says what is missing for a release
 *   npm run release -- --dry-run --tag=v1.2.3     fails when something is missing
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { distFiles, json } from '../package/dist.js';
import { build } from '../support/check.js';
import { failed, passed, sentence, sum, type Count } from '../support/count.js';
import { node } from '../support/end-to-end.js';
import { command } from '../support/process.js';
import { step } from '../support/steps.js';
import { useInstalled } from './installed.js';
import { needsOf, notesOf, type Told } from './needs.js';
import { zipOf } from './zip.js';

const { values } = parseArgs({
  options: { 'dry-run': { type: 'boolean', default: false }, tag: { type: 'string' } },
});
const manifest = json('package.json') as Told['manifest'];
const { version } = manifest;
const changelog = readFileSync('CHANGELOG.md', 'utf8');
const needs = needsOf({
  manifest,
  changelog,
  readme: readFileSync('README.md', 'utf8'),
  tag: values.tag ?? tagHere(),
});
const folder = 'test-results/release';

if (values['dry-run']) await rehearse();
else refuse();

function refuse(): void {
  console.error(`Nothing is published from here. The workflow .github/workflows/release.yml publishes: it alone can vouch for
what was built from which commit (provenance), and it holds no token, since the registry trusts it by name (OIDC).
Look at what it would publish:  npm run release -- --dry-run
Then push the tag:              git tag v${version} && git push origin v${version}
${listed('Before that:')}`);
  process.exitCode = 1;
}

async function rehearse(): Promise<void> {
  const counts = [await build()];
  if (counts[0]!.passed) counts.push(await builtAlike());
  if (sum(counts).failed.length === 0) {
    // Before the next build begins, Playwright's own results are in another folder.
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const tarball = make();
    counts.push(await node(['test/package/']));
    counts.push(await step('installed', () => asTest('installed', () => useInstalled(tarball, version))));
  }
  if (values.tag !== undefined) counts.push(needs.length > 0 ? failed(...needs) : passed);

  const total = sum(counts);
  for (const failure of total.failed) console.log(`\n✗ ${failure}`);
  if (values.tag === undefined) console.log(listed('\nStill missing for a release:'));
  console.log(`\n${sentence(total)}`);
  process.exitCode = total.failed.length > 0 ? 1 : 0;
}

/** A second build, in another time zone and language. */
async function builtAlike(): Promise<Count> {
  const first = digests();
  const elsewhere = ['TZ=Pacific/Kiritimati', 'LC_ALL=C', 'npm', 'run', '--silent', 'build'];
  const built = await step('build again', () => command('build again', 'env', elsewhere));
  const second = digests();
  const names = [...new Set([...first.keys(), ...second.keys()])];
  const different = names.filter((name) => first.get(name) !== second.get(name));
  return different.length > 0 ? failed(`two builds differ in ${different.join(', ')}`) : built;
}

function digests(): Map<string, string> {
  return new Map(distFiles().map((path) => [path, digestOf(readFileSync(path))]));
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Writes what is published, its checksums and its notes. @returns the package's file */
function make(): string {
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const output = execFileSync('npm', pack, { encoding: 'utf8', stdio: 'pipe' });
  const [{ filename }] = JSON.parse(output) as [{ filename: string }];
  for (const part of ['cdn', 'site'])
    writeFileSync(join(folder, `figshare-elements-${version}-${part}.zip`), zipOf(`dist/${part}`));
  const files = readdirSync(folder).map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
  for (const { name, bytes } of files)
    console.log(`  ${join(folder, name)}  ${(bytes.length / 1000).toFixed(0)} kB`);
  const sums = files.map(({ name, bytes }) => `${digestOf(bytes)}  ${name}\n`);
  writeFileSync(join(folder, 'SHA256SUMS'), sums.join(''));
  writeFileSync(join(folder, 'notes.md'), notesOf(changelog, version) || notesOf(changelog, 'Unreleased'));
  return join(process.cwd(), folder, filename);
}

async function asTest(name: string, task: () => Promise<void>): Promise<Count> {
  try {
    await task();
    return passed;
  } catch (error) {
    return failed(`${name}: ${(error as Error).message}`);
  }
}

/** A tag of the commit that is checked out. */
function tagHere(): string | undefined {
  const tags = execFileSync('git', ['tag', '--points-at', 'HEAD', '--list', 'v*'], { encoding: 'utf8' });
  return tags.split('\n')[0] || undefined;
}

/** A heading and what is missing, or nothing. */
function listed(heading: string): string {
  return needs.length > 0 ? [heading, ...needs.map((need) => `- ${need}`)].join('\n') : '';
}
