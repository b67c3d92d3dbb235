/**
 * `npm run mutants`: do the tests notice faults? Each fault of faults.json is put into a copy of the project, and the one
 * test file that has to fail is run there. Two at a time.
 *
 *   npm run mutants -- --list
 *   npm run mutants -- --only=relay
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Copy, isSpec } from './copy.js';
import { misfit, type Fault } from './fault.js';
import faults from './faults.json' with { type: 'json' };

/** Faults for one browser: starting it takes as long as several of them. */
const together = 12;

const { values } = parseArgs({
  options: {
    list: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [''] },
  },
});
const wanted = faults.filter((fault) =>
  values.only.some((text) => Object.values(fault).join('\n').includes(text)),
);

const misfits = wanted.flatMap(misfit);
if (misfits.length > 0 || wanted.length === 0) {
  console.error(misfits.join('\n') || `no fault holds "${values.only.join('" or "')}"`);
  process.exitCode = 1;
} else if (values.list) {
  for (const fault of wanted) console.log(`${name(fault)}\n  ${fault.test}`);
  console.log(`${wanted.length} faults`);
} else {
  const temporary = mkdtempSync(join(tmpdir(), 'mutants-'));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  process.once('exit', () => rmSync(temporary, { recursive: true, force: true }));
  process.exitCode = await tryAll(new Copy(join(temporary, 'one')), new Copy(join(temporary, 'other')));
}

/** @returns the exit code */
async function tryAll(one: Copy, other: Copy): Promise<number> {
  const tests = [...new Set(wanted.map(({ test }) => test))];
  const specs = tests.filter(isSpec);
  if (specs.length > 0) await Promise.all([one.build(), other.build()]);
  const before = [one.run(tests.filter((test) => !isSpec(test))), other.run(specs)];
  for (const failures of await Promise.all(before)) {
    if (failures?.length === 0) continue;
    console.error(
      `The tests have to pass without a fault.\n${failures?.join('\n\n') ?? 'They did not run.'}`,
    );
    return 1;
  }
  console.log(`${tests.length} test files pass without a fault`);

  const units = wanted.filter(({ test }) => !isSpec(test));
  const waiting = wanted.filter(({ test }) => isSpec(test)).map((fault) => [fault]);
  while (units.length > 0) waiting.push(units.splice(0, together));
  const missed: Fault[] = [];
  const work = async (copy: Copy) => {
    for (let group = waiting.shift(); group; group = waiting.shift()) {
      const start = performance.now();
      const failures = isSpec(group[0]!.test) ? [await copy.trySpec(group[0]!)] : await copy.tryUnits(group);
      const seconds = ((performance.now() - start) / 1000 / group.length).toFixed(1);
      for (const [index, fault] of group.entries()) {
        const [first] = failures[index] ?? [];
        if (first === undefined) missed.push(fault);
        const verdict = first !== undefined ? 'caught' : failures[index] ? 'NOT CAUGHT' : 'DID NOT RUN';
        const by = first === undefined ? '' : ` by "${first.split('\n')[0]!.split(' › ').at(-1)}"`;
        console.log(`${verdict}: ${name(fault)} (${seconds} s)${by}`);
      }
    }
  };
  await Promise.all([work(one), work(other)]);
  console.log(
    `${wanted.length} faults, ${wanted.length - missed.length} caught, ${missed.length} not caught`,
  );
  for (const fault of missed) console.log(`✗ ${name(fault)}\n  ${fault.test}`);
  return missed.length > 0 ? 1 : 0;
}

function name({ file, wrong }: Fault): string {
  return `${file}: ${wrong}`;
}
