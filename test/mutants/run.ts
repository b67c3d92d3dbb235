/**
 * `npm run mutants`: do the tests notice faults? Each fault of faults.json is put into a copy of the project, two at a
 * time, and the one test file that has to fail is run there alone, in Chromium or in Node.
 *
 *   npm run mutants -- --list
 *   npm run mutants -- --only=relay
 */
import { execFileSync, fork, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { JSONReport } from '@playwright/test/reporter';
import type { Count } from '../support/count.js';
import { ended, env } from '../support/process.js';
import faults from './faults.json' with { type: 'json' };

type Fault = (typeof faults)[number];

/** How many tests of a run went which way; `undefined` where it could not be told. */
type Result = { passed: number; failed: number; reasons: string } | undefined;

/** What makes the files in dist/ that tests of a folder use. Types are not checked: it is the tests that are asked. */
const modules = ['tsc', '-p', 'tsconfig.build.json', '--noCheck'];
const bundles = ['vite', 'build', '--logLevel=error'];
const builds: Record<string, string[][]> = {
  e2e: [bundles],
  package: [modules, bundles],
  cli: [modules],
  relay: [modules],
};

const { values } = parseArgs({
  options: { list: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
});
const wanted = faults.filter((fault) => Object.values(fault).join('\n').includes(values.only));

const misfits = faults.flatMap(misfit);
if (misfits.length > 0 || wanted.length === 0) {
  console.error(misfits.join('\n') || `No fault holds "${values.only}".`);
  process.exitCode = 1;
} else if (values.list) {
  for (const { file, wrong, test } of wanted) console.log(`${file}\n  ${wrong}\n  ${test}`);
  console.log(`${wanted.length} faults`);
} else {
  const temporary = mkdtempSync(join(tmpdir(), 'mutants-'));
  process.once('SIGINT', () => process.exit(130));
  process.once('exit', () => rmSync(temporary, { recursive: true, force: true }));
  process.exitCode = (await seed(['one', 'other'].map((name) => copied(join(temporary, name))))) ? 0 : 1;
}

/** What is wrong with a fault itself, since the code has moved on. */
function misfit({ wrong, file, find, put, test }: Fault): string[] {
  const count = existsSync(file) ? readFileSync(file, 'utf8').split(find).length - 1 : 0;
  return [
    ...(count === 1 ? [] : [`"${wrong}": ${file} holds ${count} times ${JSON.stringify(find)}`]),
    ...(find === put ? [`"${wrong}": nothing is replaced`] : []),
    ...(existsSync(test) ? [] : [`"${wrong}": there is no ${test}`]),
  ];
}

/** @returns whether all faults are caught */
async function seed(copies: string[]): Promise<boolean> {
  const [one, other] = copies as [string, string];
  const tests = [...new Set(wanted.map(({ test }) => test))];
  const specs = tests.filter(isSpec);
  if (specs.length > 0) {
    for (const build of builds['package']!) await command(one, build);
    cpSync(join(one, 'dist'), join(other, 'dist'), { recursive: true });
    cpSync(join(one, 'dist'), join(one, 'dist-without-fault'), { recursive: true });
    cpSync(join(one, 'dist'), join(other, 'dist-without-fault'), { recursive: true });
  }
  const before = await Promise.all([
    run(
      one,
      tests.filter((test) => !isSpec(test)),
    ),
    run(other, specs),
  ]);
  for (const result of before) {
    if (result && result.failed === 0) continue;
    console.error(
      `Without a fault, too, there are tests that fail.\n${result?.reasons ?? 'They did not run.'}`,
    );
    return false;
  }
  console.log(`${tests.length} test files pass without a fault`);

  const queue = [...wanted];
  const missed: Fault[] = [];
  const work = async (copy: string) => {
    for (let fault = queue.shift(); fault; fault = queue.shift()) {
      const start = performance.now();
      const verdict = await tryOn(copy, fault);
      if (verdict !== 'caught') missed.push(fault);
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      console.log(`${verdict.padEnd(11)} ${fault.file}: ${fault.wrong} (${seconds} s)`);
    }
  };
  await Promise.all(copies.map(work));
  console.log(
    `${wanted.length} faults, ${wanted.length - missed.length} caught, ${missed.length} not caught`,
  );
  for (const { wrong, file, test } of missed) console.log(`✗ ${wrong}\n  ${file} › ${test}`);
  return missed.length === 0;
}

async function tryOn(copy: string, { file, find, put, test }: Fault): Promise<string> {
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    text.replace(find, () => put),
  );
  const needed = isSpec(test) ? builds[test.split('/')[1]!]! : [];
  try {
    for (const build of needed) if ((await command(copy, build)) !== 0) return 'DID NOT BUILD';
    const result = (await run(copy, [test])) ?? (await run(copy, [test])); // two that start at once may want one port
    if (!result) return 'DID NOT RUN';
    return result.failed > 0 ? 'caught' : 'NOT CAUGHT';
  } finally {
    writeFileSync(path, text);
    if (needed.length > 0) {
      rmSync(join(copy, 'dist'), { recursive: true, force: true });
      cpSync(join(copy, 'dist-without-fault'), join(copy, 'dist'), { recursive: true });
    }
  }
}

function isSpec(test: string): boolean {
  return test.endsWith('.spec.ts');
}

/** Runs test files of a copy, which are all of one kind. */
async function run(copy: string, tests: string[]): Promise<Result> {
  if (tests.length === 0) return { passed: 0, failed: 0, reasons: '' };
  return isSpec(tests[0]!) ? runSpecs(copy, tests) : runUnits(copy, tests);
}

async function runUnits(copy: string, files: string[]): Promise<Result> {
  const order = JSON.stringify({ browsers: ['chromium'], files });
  const child = fork(join(copy, 'test/support/web-test-runner.ts'), [order], { cwd: copy, stdio: 'ignore' });
  let count: Count | undefined;
  child.on('message', (told: Count) => (count = told));
  await ended(child);
  return count && { passed: count.passed, failed: count.failed.length, reasons: count.failed.join('\n\n') };
}

async function runSpecs(copy: string, files: string[]): Promise<Result> {
  const report = join(copy, 'report.json');
  rmSync(report, { force: true });
  const args = ['test', '--config=test/playwright.config.ts', '--project=chromium', '--project=package'];
  await command(copy, ['playwright', ...args, '--reporter=json', '-x', ...files], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  if (!existsSync(report)) return undefined;
  const { stats, suites, errors } = JSON.parse(readFileSync(report, 'utf8')) as JSONReport;
  const failed = stats.unexpected + errors.length;
  return stats.expected + failed > 0
    ? { passed: stats.expected, failed, reasons: JSON.stringify([suites, errors], null, 1) }
    : undefined;
}

/** Runs a command of this project's packages in a copy. @returns its exit code */
async function command(
  copy: string,
  [name, ...args]: string[],
  more?: Record<string, string>,
): Promise<number> {
  return ended(
    spawn(`node_modules/.bin/${name}`, args, { cwd: copy, stdio: 'ignore', env: { ...env, ...more } }),
  );
}

/** The files of the project, also those that are not committed yet. */
function copied(to: string): string {
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  for (const file of files.split('\0').filter((name) => name && existsSync(name))) {
    mkdirSync(dirname(join(to, file)), { recursive: true });
    cpSync(file, join(to, file));
  }
  symlinkSync(resolve('node_modules'), join(to, 'node_modules'));
  return to;
}
