/** The packed package in an empty folder, used as its README says: from script, by its command and by a compiler. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startStandIn } from '../support/stand-in.js';

const run = promisify(execFile);
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');

const script = `
import { FigshareClient, parseItem } from 'figshare-elements/client';
import { createRelay } from 'figshare-elements/relay';
import * as elements from 'figshare-elements';
await import('figshare-elements/define');
const item = '10.6084/m9.figshare.766364';
const { answer } = await new FigshareClient({ source: process.argv[2] }).totals({ item, metrics: ['views'] });
const relay = createRelay({ upstream: process.argv[2] });
const response = await relay.fetch(new Request('http://127.0.0.1/total/views/article/766364'));
console.log(JSON.stringify([parseItem(item).id, answer.views, (await response.json()).totals, typeof elements.FigshareStats]));
`;

const typed = `
import 'figshare-elements/define';
import { FigshareClient, type FigshareError } from 'figshare-elements/client';
const stats: import('figshare-elements').FigshareStats = document.createElement('figshare-stats');
stats.addEventListener('figshare-error', ({ detail }: CustomEvent<FigshareError>) => detail.kind);
export const views: Promise<number | null | undefined> = new FigshareClient()
  .totals({ item: '766364', metrics: ['views'] })
  .then(({ answer }) => answer.views);
`;

/** @throws with what went wrong, in the words of the program that did */
export async function useInstalled(tarball: string, version: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'figshare-installed-'));
  const standIn = await startStandIn();
  const inFolder = async (program: string, ...args: string[]) =>
    (await run(program, args, { cwd: folder })).stdout.trim();
  try {
    await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
    await inFolder(
      'npm',
      'install',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      tarball,
    );

    await writeFile(join(folder, 'use.js'), script);
    const got = await inFolder(process.execPath, 'use.js', standIn.url);
    expectSame('what a script gets', got, '[766364,46088,46088,"function"]');

    const command = join(folder, 'node_modules/.bin/figshare-elements');
    expectSame('the command’s version', await inFolder(command, '--version'), version);
    await inFolder(command, 'badge', '766364', '--source', standIn.url, '--out', 'views.svg');
    expectSame(
      'the number in the badge',
      /46,088/.exec(await readFile(join(folder, 'views.svg'), 'utf8'))?.[0],
      '46,088',
    );

    await writeFile(join(folder, 'use.ts'), typed);
    const strict = ['--strict', '--noEmit', '--target', 'es2022', '--module', 'nodenext'];
    await inFolder(process.execPath, tsc, ...strict, '--lib', 'es2022,dom', 'use.ts');

    await checkIntegrity(join(folder, 'node_modules/figshare-elements/dist/cdn'));
  } catch (error) {
    // A compiler writes its findings on standard output, which the error alone does not tell.
    const { stdout = '', message } = error as Error & { stdout?: string };
    throw new Error(`${message}\n${stdout}`.trim(), { cause: error });
  } finally {
    await standIn.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a page's `integrity` is made of fits the files that the CDN takes from the package. */
async function checkIntegrity(cdn: string): Promise<void> {
  const integrity = JSON.parse(await readFile(join(cdn, 'sri.json'), 'utf8')) as Record<string, string>;
  for (const [name, told] of Object.entries(integrity)) {
    const digest = createHash('sha384')
      .update(await readFile(join(cdn, name)))
      .digest('base64');
    expectSame(`the integrity of ${name}`, told, `sha384-${digest}`);
  }
}

function expectSame(what: string, got: string | undefined, expected: string): void {
  if (got !== expected) throw new Error(`${what} is ${JSON.stringify(got)}, not ${JSON.stringify(expected)}`);
}
