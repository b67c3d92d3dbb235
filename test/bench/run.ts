/**
 * `npm run bench`: how long drawing takes in Chromium, against plain DOM code and two other ways to draw a sparkline.
 * It measures and does not judge: whatever the numbers are, it ends well.
 *
 *   npm run bench -- --pages=15
 */
import { parseArgs } from 'node:util';
import { installed } from '../support/browser-names.js';
import { caseName, cases } from './cases.js';
import { startMeasuring } from './measure.js';
import { aims, median, table } from './report.js';

const { values } = parseArgs({ options: { pages: { type: 'string', default: '7' } } });
const pages = Number(values.pages);
if (!(Number.isInteger(pages) && pages > 0)) {
  throw new Error(`--pages must be a number of fresh pages, got "${values.pages}"`);
}
if (installed(['chromium']).length === 0) process.exit(1);

const bench = await startMeasuring();
const times = new Map<string, number[]>(cases.map((one) => [caseName(one), []]));
try {
  for (let round = 0; round < pages; round++) {
    console.error(`page ${round + 1} of ${pages} for each`);
    // Interleaved, and every other time the other way round: what else this machine does hits all alike.
    for (const one of round % 2 === 0 ? cases : cases.toReversed()) {
      times.get(caseName(one))!.push(await bench.measure(one));
    }
  }
} finally {
  await bench.stop();
}

const medians = new Map([...times].map(([name, all]) => [name, median(all)]));
console.log(`${table(medians)}\n\n${aims(medians)}`);
