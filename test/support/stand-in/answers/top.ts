import { invalid, ok } from '../answer.js';
import type { Answer } from '../answer.js';
import type { Counter, Item } from '../items.js';
import { countsText } from '../map-text.js';
import { counterFrom, idFrom, kindFrom, rangeFrom } from '../parameters.js';
import { isOpen } from '../question.js';
import type { Question } from '../question.js';
import { sumOf, within } from '../series.js';

/** SAMPLE data: which part of an item's events belongs to which category, item type or referrer. */
const parts: Record<string, Record<string, number>> = {
  category: { 2: 0.38, 69: 0.21, 13: 0.17, 61: 0.11, 7: 0.08, 3: 0.05 },
  item_type: { dataset: 0.46, figure: 0.22, fileset: 0.14, poster: 0.08, paper: 0.06, presentation: 0.04 },
  referral: {
    'www.google.com': 0.35,
    'figshare.com': 0.18,
    'doi.org': 0.13,
    'scholar.google.com': 0.11,
    'www.nature.com': 0.06,
    't.co': 0.05,
    'en.wikipedia.org': 0.04,
    'www.bing.com': 0.04,
    'journals.plos.org': 0.02,
    'github.com': 0.02,
  },
};

/** `GET /top/{counter}/{kind}`: of all time, unless dates or a sub item are given. */
export function top(question: Question): Answer {
  const [, counterText = '', kindText = ''] = question.pieces;
  const counter = counterFrom(counterText);
  const kind = kindFrom(kindText);
  const itemId = question.query.get('item_id');
  const id = itemId === null ? undefined : idFrom(itemId);
  const subItem = question.query.get('sub_item');
  const items = question.items
    .ofKind(kind)
    .filter(([, item]) => isOpen(item, question) && !item.settings.unranked);

  if (subItem === null) {
    const counts = items.map(([key, item]) => [key, eventsOf(item, counter, question)] as const);
    return ok(`{"top":${largestText(counts, question)}}`);
  }

  const shares = Object.hasOwn(parts, subItem) ? parts[subItem] : undefined;
  if (!shares) throw invalid('sub_item', `Sub item type not supported: ${subItem}`);
  const whose =
    id === undefined
      ? items.map(([, item]) => item)
      : [question.items.get(kind, id)].filter((item) => isOpen(item, question));
  const counts = new Map<string, number>();
  for (const item of whose) {
    const own = subItem === 'referral' ? item.settings.referrers : undefined;
    const events = eventsOf(item, counter, question);
    for (const [name, share] of Object.entries(own ?? shares))
      counts.set(name, (counts.get(name) ?? 0) + events * share);
  }
  const map = largestText(
    [...counts].map(([name, events]) => [name, Math.floor(events)]),
    question,
  );
  // Referrers and item types come without the wrapper in the documentation's examples (FIGSHARE 2).
  return ok(subItem === 'category' ? `{"top":${map}}` : map);
}

function eventsOf(item: Item, counter: Counter, { query, today }: Question): number {
  const dated = ['start_date', 'end_date', 'sub_item'].some((name) => query.has(name));
  return dated ? sumOf(within(item.days(counter), rangeFrom(query, today))) : item.totals[counter];
}

/** The largest ones, but not in order: tops are not sorted either. */
function largestText(counts: (readonly [string, number])[], { query, path }: Question): string {
  const count = query.get('count') ?? '10';
  if (!/^[1-9]\d*$/.test(count)) throw invalid('count', `Not a positive number: ${count}`);
  const largest = counts
    .filter(([, value]) => value > 0)
    .sort(([, a], [, b]) => b - a)
    .slice(0, Number(count));
  return countsText(largest, path);
}
