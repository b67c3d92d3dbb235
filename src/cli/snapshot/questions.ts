import { breakdownQuestion, type BreakdownOptions, askBreakdown } from '../../figshare/breakdown.js';
import { countQuestion, askCount } from '../../figshare/count.js';
import { readRows } from '../../format/breakdown.js';
import { timelineQuestion, type TimelineOptions, askTimeline } from '../../figshare/timeline.js';
import { totalsQuestion, askTotals } from '../../figshare/totals.js';
import { topQuestion, type Top, type TopQuestion, askTop } from '../../figshare/top.js';
import { askName, hasName } from '../../figshare/main-api.js';
import { inquiry, type Inquiry } from './inquiry.js';

/** An element's attributes, by the names of the options that they set. */
export type Attributes = Record<string, string | undefined> & { item: string };

type Reading = (attributes: Attributes, today: string, where: string) => Inquiry[];

const readings: Record<string, Reading> = {
  stats: (attributes, today, where) => [inquiry(where, totalsQuestion(attributes, today), askTotals)],

  timeline: (attributes, today, where) => [
    inquiry(where, timelineQuestion(attributes as TimelineOptions, today), askTimeline),
  ],

  breakdown(attributes, today, where) {
    readRows({ ...attributes, minCount: attributes['min-count'] });
    return [inquiry(where, breakdownQuestion(attributes as BreakdownOptions, today), askBreakdown)];
  },

  top(attributes, today, where) {
    const question = topQuestion(attributes, today);
    return [inquiry(where, question, askTop, (top) => namesIn(top, question))];
  },

  count: (attributes, _, where) => [inquiry(where, countQuestion(attributes), askCount)],
};

/** The elements, without their prefix. */
export const elementNames = Object.keys(readings);

/**
 * What an element with some attributes asks: nothing without an item, where it needs one.
 *
 * @throws FigshareError `invalid`
 */
export function inquiriesOf(name: string, attributes: Attributes, today: string, where: string): Inquiry[] {
  const item = attributes.item.trim();
  return item || name === 'top' ? readings[name]!({ ...attributes, item }, today, where) : [];
}

/** What is asked of an item by itself: its totals, and its views by month. @throws FigshareError `invalid` */
export function inquiriesOfItem(item: string, today: string): Inquiry[] {
  return ['stats', 'timeline'].flatMap((name) => inquiriesOf(name, { item }, today, item));
}

function namesIn(top: Top, { by, of }: TopQuestion): Inquiry[] {
  if (by !== 'item' || !hasName(of)) return [];
  const ids = top.map(({ key }) => key).filter((key) => /^[1-9]\d{0,14}$/.test(key));
  return ids.map((id) =>
    inquiry(`the name of ${of}/${id}`, { items: [{ kind: of, id: Number(id) }] }, askName),
  );
}
