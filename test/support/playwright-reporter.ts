/** Tells run.ts how far Playwright is, and at the end how its tests went. */
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { FullConfig, Reporter, Suite, TestCase, TestError, TestResult } from '@playwright/test/reporter';
import { failed, sum, type Count } from './count.js';
import { allTold, tellParent } from './process.js';

export default class implements Reporter {
  #of = 0;
  readonly #counts: Count[] = [];

  onBegin(_config: FullConfig, suite: Suite) {
    this.#of = suite.allTests().length;
  }

  onTestEnd(test: TestCase, result: TestResult) {
    this.#counts.push(count(test, result));
    tellParent({ progress: { done: this.#counts.length, of: this.#of, what: 'tests' } });
  }

  /** What went wrong outside of any test. */
  onError(error: TestError) {
    this.#counts.push(failed(textOf(error)));
  }

  async onEnd() {
    if (this.#counts.length === 0) this.#counts.push(failed('Playwright found no test.'));
    tellParent({ count: sum(this.#counts) });
    await allTold();
  }

  /** What tests write is not of interest as long as they pass. */
  printsToStdio() {
    return false;
  }
}

function count(test: TestCase, { status, duration, errors, stdout, stderr }: TestResult): Count {
  const [, project, file, ...titles] = test.titlePath();
  const where = `${file ?? relative(process.cwd(), test.location.file)}:${test.location.line}`;
  const name = [project, where, ...titles].join(' › ');
  const slowest = [{ name, seconds: duration / 1000 }];
  if (status === 'skipped') return { passed: 0, failed: [], skipped: 1 };
  if (status === test.expectedStatus) return { passed: 1, failed: [], skipped: 0, slowest };
  const why = [...errors.map(textOf), ...[...stdout, ...stderr].map(String)];
  return { ...failed([name, ...why].join('\n')), slowest };
}

const textOf = ({ message, value }: TestError) =>
  stripVTControlCharacters(message ?? value ?? 'no message').trim();
