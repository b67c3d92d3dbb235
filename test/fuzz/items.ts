/**
 * `npm run fuzz`: a million known items, wrapped, joined, decorated, damaged and cut, by another seed each time.
 * It ends with 1 where one was read that does not stand there.
 *
 *   npm run fuzz -- --runs=10000 --seed=766364
 */
import { parseArgs } from 'node:util';
import { FigshareError } from '../../src/figshare/error.js';
import { findItems } from '../../src/figshare/find-items.js';
import { parseItems, type Item, type ItemByDoi } from '../../src/figshare/item.js';
import { decorated, wrongIn } from '../support/decorated.js';
import fc from '../support/fast-check.js';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(Date.now()) },
  },
});

let read = 0;
let refused = 0;
const details = fc.check(
  fc.property(decorated, (text) => {
    const wrong = [...wrongIn(text, itemsIn(text.text)), ...wrongIn(text, findItems(text.text))];
    if (wrong.length > 0) throw new Error(`read ${wrong.join(', ')}`);
  }),
  { numRuns: Number(values.runs), seed: Number(values.seed) },
);
console.log(
  `${details.numRuns} texts (seed ${values.seed}): ${read} read, ${refused} refused, ` +
    (details.failed ? String(fc.defaultReportMessage(details)) : 'none wrong'),
);
process.exitCode = details.failed ? 1 : 0;

function itemsIn(text: string): (Item | ItemByDoi)[] {
  try {
    const items = parseItems(text);
    read++;
    return items;
  } catch (error) {
    if (!(error instanceof FigshareError) || error.kind !== 'invalid') throw error;
    refused++;
    return [];
  }
}
