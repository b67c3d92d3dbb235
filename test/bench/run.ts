/**
 * `npm run bench`: pages with badges, drawings and the relay, beside what others make, all in one run. It measures and
 * does not judge: whatever the numbers are, it ends well. `report.md` and `report.json` beside this file tell them.
 *
 *   npm run bench -- --rounds=15 --out=/tmp
 */
import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { installed } from '../support/browser-names.js';
import { caseName, cases } from './cases.js';
import { contenderNames } from './contenders.js';
import { startLoading, type Loading, type Loaded } from './loading.js';
import { startMany } from './many.js';
import { startMeasuring } from './measure.js';
import { pageFiles } from './peers.js';
import { report, type Results } from './report.js';
import { faults, shapes } from './shapes.js';
import { askedInADay } from './spared.js';
import { weightsOf } from './weights.js';
import { measureRelay } from './wrk.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '7' }, out: { type: 'string', default: here } },
});
const rounds = Number(values.rounds);
if (!(Number.isInteger(rounds) && rounds > 0)) {
  throw new Error(`--rounds must be a number of rounds, got "${values.rounds}"`);
}
if (installed(['chromium']).length === 0) process.exit(1);

const drawings: Record<string, number[]> = {};
const pages: Record<string, Loaded[]> = {};
const broken: Record<string, Loaded> = {};
const drawing = await startMeasuring();
const files = await pageFiles();
const loading = await startLoading(files);
const many = await startMany();
const add = async (name: string, asked: Loading) => (pages[name] ??= []).push(await loading.load(asked));
try {
  for (let round = 0; round < rounds; round++) {
    console.error(`round ${round + 1} of ${rounds}`);
    // Interleaved, and every other time the other way round: what else this machine does hits all alike.
    const ordered = <One>(all: readonly One[]) => (round % 2 === 0 ? all : all.toReversed());
    for (const one of ordered(cases)) (drawings[caseName(one)] ??= []).push(await drawing.measure(one));
    for (const [shape, asked] of Object.entries(shapes)) {
      for (const contender of ordered(contenderNames))
        await add(`${shape} ${contender}`, { contender, ...asked });
    }
    await many.measure();
  }
  for (const [fault, asked] of Object.entries(faults)) {
    for (const contender of contenderNames) {
      broken[`${fault} ${contender}`] = await loading.load({ contender, count: 1, ...asked });
    }
  }
} finally {
  await Promise.all([drawing.stop(), loading.stop(), many.stop()]);
}
const hasWrk = spawnSync('wrk', ['--version']).error === undefined;
const relay = hasWrk ? await measureRelay(rounds) : undefined;
const spared = await askedInADay();
const results: Results = {
  rounds,
  browser: loading.version,
  weights: await weightsOf(files),
  drawings,
  pages,
  broken,
  many: many.told,
  relay,
  spared,
};
await writeFile(`${values.out}/report.json`, `${JSON.stringify(results, null, 1)}\n`);
await writeFile(`${values.out}/report.md`, report(results));
console.log(report(results));
