import { execFileSync, fork, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { dirname, join, resolve } from 'node:path';
import type { JSONReport, JSONReportSuite } from '@playwright/test/reporter';
import type { Count } from '../support/count.js';
import { env, type Told } from '../support/process.js';
import type { Fault } from './fault.js';

// Types are not checked: it is the tests that are asked.
const modules = ['tsc', '-p', 'tsconfig.build.json', '--noCheck'];
const manifest = ['cem', 'analyze', '--quiet', '--config', '.custom-elements-manifest.mjs'];
const bundles = ['vite', 'build', '--logLevel=error'];
/** What makes the files in dist/ that the specs of a folder use. */
const builds: Record<string, string[][]> = {
  e2e: [bundles],
  package: [modules, manifest, bundles],
  cli: [bundles],
  images: [bundles],
  relay: [bundles],
};

const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
const isThere = (file: string) => file !== '' && existsSync(file);
/** Those of the project, also those that are not committed yet. */
const files = execFileSync('git', list, { encoding: 'utf8' }).split('\0').filter(isThere);

/** A copy of the project, to put faults into and to run tests in. */
export class Copy {
  #planted = 0;

  constructor(private readonly root: string) {
    for (const file of files) place(join(root, file), (to) => cpSync(file, to));
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  }

  /** Builds all of dist/, and keeps it. */
  async build(): Promise<void> {
    for (const build of builds['package']!) await this.#command(build);
    this.#copyFolder('dist', 'built');
  }

  /** Runs files of unit tests, or specs. @returns what failed; undefined where nothing ran */
  async run(tests: string[]): Promise<string[] | undefined> {
    if (tests.length === 0) return [];
    return isSpec(tests[0]!) ? this.#runSpecs(tests) : this.#runUnits(tests);
  }

  /** Tries faults that unit tests have to find, each in a folder of its own: one browser serves all of them. */
  async tryUnits(faults: readonly Fault[]): Promise<(string[] | undefined)[]> {
    const folders = faults.map((fault) => this.#plant(fault));
    const tests = faults.map(({ test }, index) => `${folders[index]}/${test}`);
    const failures = await this.run(tests);
    if (!failures && faults.length > 1) {
      // One of them may have taken the runner with it.
      const alone = [];
      for (const fault of faults) alone.push(...(await this.tryUnits([fault])));
      return alone;
    }
    return tests.map((test) => failures?.filter((failure) => failure.includes(test)));
  }

  /** Tries a fault that a spec has to find, in a dist/ that is built with it. */
  async trySpec({ file, find, put, test }: Fault): Promise<string[] | undefined> {
    const path = join(this.root, file);
    const before = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      before.replace(find, () => put),
    );
    const order = builds[test.split('/')[1]!]!;
    // What is not made any more must not be found.
    if (order.includes(modules)) rmSync(join(this.root, 'dist'), { recursive: true });
    try {
      for (const build of order) if ((await this.#command(build)) !== 0) return undefined;
      return await this.#runSpecs([test], '--max-failures=1');
    } finally {
      writeFileSync(path, before);
      this.#copyFolder('built', 'dist');
    }
  }

  /** @returns the folder with the fault */
  #plant({ file: spoilt, find, put }: Fault): string {
    const folder = `faults/${(this.#planted += 1)}`;
    for (const file of files.filter((name) => /^(src|test)\//.test(name))) {
      place(join(this.root, folder, file), (to) => {
        if (file === spoilt)
          writeFileSync(
            to,
            readFileSync(join(this.root, file), 'utf8').replace(find, () => put),
          );
        else linkSync(join(this.root, file), to);
      });
    }
    return folder;
  }

  async #runUnits(files: string[]): Promise<string[] | undefined> {
    const order = JSON.stringify({ browsers: ['chromium'], files });
    const runner = join(this.root, 'test/support/web-test-runner.ts');
    const child = fork(runner, [order], { cwd: this.root, stdio: 'ignore' });
    let count: Count | undefined;
    child.on('message', (told: Told) => {
      if ('count' in told) count = told.count;
    });
    await once(child, 'exit');
    return count?.failed;
  }

  async #runSpecs(files: string[], ...options: string[]): Promise<string[] | undefined> {
    const report = join(this.root, 'report.json');
    rmSync(report, { force: true });
    const order = ['--project=chromium', '--project=package', '--reporter=json', ...options, ...files];
    await this.#command(['playwright', 'test', '--config=test/playwright.config.ts', ...order], {
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    });
    if (!existsSync(report)) return undefined;
    const { stats, suites, errors } = JSON.parse(readFileSync(report, 'utf8')) as JSONReport;
    const failures = suites.flatMap(failuresIn);
    if (failures.length === 0) failures.push(...errors.map(({ message }) => message ?? 'no message'));
    if (failures.length > 0) return failures;
    return stats.expected > 0 ? [] : undefined;
  }

  /** Runs a command of the project's packages. @returns its exit code */
  async #command([name, ...args]: string[], more: Record<string, string> = {}): Promise<number> {
    const options = { cwd: this.root, stdio: 'ignore', env: { ...env, ...more } } as const;
    const [code] = (await once(spawn(`node_modules/.bin/${name}`, args, options), 'exit')) as [number | null];
    return code ?? 1;
  }

  #copyFolder(from: string, to: string): void {
    rmSync(join(this.root, to), { recursive: true, force: true });
    cpSync(join(this.root, from), join(this.root, to), { recursive: true });
  }
}

function failuresIn({ specs, suites = [] }: JSONReportSuite): string[] {
  const own = specs.filter(({ ok }) => !ok);
  const told = own.map(({ file, title, tests }) => {
    const errors = tests.flatMap(({ results }) => results.map(({ error }) => error?.message ?? ''));
    return [`${file} › ${title}`, ...errors].join('\n');
  });
  return [...told, ...suites.flatMap(failuresIn)];
}

export function isSpec(test: string): boolean {
  return test.endsWith('.spec.ts');
}

function place(to: string, make: (to: string) => void): void {
  mkdirSync(dirname(to), { recursive: true });
  make(to);
}
