import { addedUp, readBreakdown, type Breakdown, type BreakdownQuestion } from '../figshare/breakdown.js';
import type { Item } from '../figshare/item.js';
import { breakdownPath } from '../figshare/path.js';
import { windowsOf } from '../figshare/period.js';
import type { AskPath } from './network/ask.js';

/** Countries and cities of some items together, asked in windows that the service answers whole. */
export async function askBreakdown(
  items: readonly Item[],
  question: BreakdownQuestion,
  askPath: AskPath,
): Promise<Breakdown> {
  const { metric, period } = question;
  const windows = windowsOf(period, 'total');
  const answers = items.flatMap((item) =>
    windows.map((window) => askPath(breakdownPath(metric, item, window, question), readBreakdown)),
  );
  return addedUp(await Promise.all(answers));
}
