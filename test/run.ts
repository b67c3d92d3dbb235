/**
 * `npm test`: everything, in this order: check and build, the unit tests in three browsers with the tests in Node beside
 * them, end-to-end. A failed step does not stop the later ones, except that built files are needed to test them.
 * At the end come the slowest tests, then what failed, then a line that counts all tests.
 *
 *   npm test -- --only=check|unit|node|e2e
 *   npm test -- --files test/figshare/item.test.ts test/e2e/page.spec.ts --browsers=chromium,firefox
 */
import { parseArgs } from 'node:util';
import { browserNames } from './support/browser-names.js';
import { build, check } from './support/check.js';
import { sentence, sum, type Count } from './support/count.js';
import { endToEnd, node } from './support/end-to-end.js';
import { unit } from './support/unit.js';

const { values, positionals } = parseArgs({
  options: {
    only: { type: 'string' },
    files: { type: 'string', multiple: true, default: [] },
    browsers: { type: 'string', default: browserNames.join() },
  },
  allowPositionals: true, // the second and later files
});
const files = [...values.files, ...positionals];
const browsers = browserNames.filter((name) => values.browsers.split(',').includes(name));

/** The files of a step among those that were named. */
const filesOf = {
  check: [],
  unit: files.filter((file) => file.endsWith('.test.ts')),
  node: files.filter((file) => file.endsWith('.spec.ts') && !file.includes('e2e/')),
  e2e: files.filter((file) => file.endsWith('.spec.ts') && file.includes('e2e/')),
};
type Step = keyof typeof filesOf;

function wants(step: Step): boolean {
  if (files.length > 0) return filesOf[step].length > 0;
  return values.only === undefined || values.only === step;
}
/** Some unit tests need no built files: named, they start at once. */
const needsBuild =
  wants('node') || wants('e2e') || (wants('unit') && filesOf.unit.every((file) => file.includes('built/')));

const counts: Count[] = [];
const [checked, built] = await Promise.all([
  wants('check') ? check() : undefined,
  needsBuild ? build() : undefined,
]);
counts.push(...[checked, built].filter((count) => count !== undefined));
if (!built || built.passed) {
  const beside: Promise<Count>[] = [];
  if (wants('unit')) beside.push(unit(browsers, filesOf.unit));
  if (wants('node')) beside.push(node(filesOf.node));
  counts.push(...(await Promise.all(beside)));
  if (wants('e2e')) counts.push(await endToEnd(browsers, filesOf.e2e));
}

const total = sum(counts);
const slowest = files.length === 0 ? (total.slowest ?? []) : [];
if (slowest.length > 0) console.log('\nThe slowest:');
for (const { name, seconds } of slowest) console.log(`${seconds.toFixed(1).padStart(6)} s  ${name}`);
for (const failure of total.failed) console.log(`\n✗ ${failure}`);
console.log(`\n${sentence(total)}`);
process.exitCode = total.failed.length > 0 || total.passed === 0 ? 1 : 0;
