/**
 * `npm test`: everything, in this order: check, build, unit and element tests in three browsers, end-to-end.
 * A failed step does not stop the later ones. What failed is named once more at the end, and the last line counts
 * all tests.
 *
 *   npm test -- --only=check|unit|e2e
 *   npm test -- --files test/figshare/item.test.ts test/e2e/page.spec.ts --browsers=chromium,firefox
 */
import { parseArgs } from 'node:util';
import { browserNames } from './support/browser-names.js';
import { build, check } from './support/check.js';
import { sentence, sum, type Count } from './support/count.js';
import { endToEnd } from './support/end-to-end.js';
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
const tests = files.filter((file) => file.endsWith('.test.ts'));
const specs = files.filter((file) => file.endsWith('.spec.ts'));
const browsers = browserNames.filter((name) => values.browsers.split(',').includes(name));

function wants(step: 'check' | 'unit' | 'e2e') {
  if (files.length > 0) return { check: false, unit: tests.length > 0, e2e: specs.length > 0 }[step];
  return values.only === undefined || values.only === step;
}

const counts: Count[] = [];
if (wants('check')) counts.push(await check());
const built = wants('e2e') ? await build() : undefined;
if (built) counts.push(built);
if (wants('unit')) counts.push(await unit(browsers, tests));
if (built?.passed) counts.push(await endToEnd(browsers, specs));

const total = sum(counts);
for (const failure of total.failed) console.log(`\n✗ ${failure}`);
console.log(`\n${sentence(total)}`);
process.exitCode = total.failed.length > 0 || total.passed === 0 ? 1 : 0;
