import { readTimeline } from '../figshare/answer.js';
import type { Item } from '../figshare/item.js';
import { timelinePath } from '../figshare/path.js';
import { windowsOf, type Period } from '../figshare/period.js';
import type { TimelineQuestion } from '../figshare/question.js';
import { restOf, seriesOf, type Events, type Timeline } from '../figshare/series.js';
import type { AskPath } from './network/ask.js';

/** Series of some items together, one for each metric, asked in windows that the service answers whole. */
export async function askTimeline(
  items: readonly Item[],
  question: TimelineQuestion,
  askPath: AskPath,
): Promise<Timeline> {
  const { metrics, period, granularity } = question;
  const windows = windowsOf(period, granularity);
  const series = metrics.map(async (metric) => {
    const eventsIn = async (item: Item, window: Period): Promise<Events> => {
      const asked = (part: Period) =>
        askPath(timelinePath(granularity, metric, item, part, question), (body) =>
          readTimeline(body, granularity),
        );
      const events = await asked(window);
      const rest = restOf(window, events, granularity);
      return rest ? new Map([...events!, ...((await asked(rest)) ?? [])]) : events;
    };
    const answers = items.flatMap((item) => windows.map((window) => eventsIn(item, window)));
    return [metric, seriesOf(await Promise.all(answers), period, granularity)] as const;
  });
  return Object.fromEntries(await Promise.all(series));
}
