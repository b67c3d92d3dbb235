import { askBreakdown, breakdownQuestion } from '../figshare/breakdown.js';
import { askCount, countQuestion } from '../figshare/count.js';
import type { Counter } from '../figshare/metric.js';
import { dayOf, type Granularity } from '../figshare/period.js';
import { oneOf } from '../figshare/question.js';
import { kinds } from '../figshare/item.js';
import type { Placeholder } from '../figshare/placeholder.js';
import { askTimeline, timelineQuestion } from '../figshare/timeline.js';
import { askTop, rankings, topQuestion } from '../figshare/top.js';
import { askTotals, totalsQuestion } from '../figshare/totals.js';
import { breakdownSummary } from '../format/breakdown.js';
import { formatCounted, formatEvents, type Reader } from '../format/figure.js';
import { shownOf } from '../format/timeline-drawing.js';
import { totalsDrawing } from '../format/totals.js';
import { listed } from '../format/words/grammar.js';
import { publicItemsIn } from '../format/words/words.js';
import type { Source } from '../source/source.js';

/** What an element will show, in words. */
export interface EmbedText {
  text: string;
  /** The number that `hide-below` looks at, where there is one. */
  first: number | undefined;
}

/** How an element's words are had, once it is certain that its attributes can be read. */
export type AskText = (source: Source, signal: AbortSignal) => Promise<EmbedText>;

/** So many of a long list are told. */
const mostTold = 3;

/**
 * Reads an element's attributes as the element does.
 *
 * @throws FigshareError `invalid`, which names the attribute and its value
 */
export function readText({ name, attributes }: Placeholder, reader: Reader): AskText {
  const given = (option: string) => attributes.get(option)?.trim() || undefined;
  const today = dayOf(new Date());
  const asked = {
    item: given('item') ?? '',
    institution: given('institution'),
    start: given('start'),
    end: given('end'),
  };
  const part = { category: given('category'), itemType: given('item-type') };
  const metric = given('metric') as Counter | undefined;
  switch (name) {
    case 'stats': {
      const question = totalsQuestion({ ...asked, metrics: given('metrics') }, today);
      const labels = Object.fromEntries(question.metrics.map((metric) => [metric, given(`label-${metric}`)]));
      return async (source, signal) => {
        const { answer } = await source.answer(question, askTotals, { signal });
        const { phrase } = totalsDrawing(question.metrics, answer, reader, { labels });
        return { text: phrase, first: answer[question.metrics[0]!] ?? undefined };
      };
    }
    case 'timeline': {
      const granularity = given('granularity') as Granularity | undefined;
      const metrics = given('metrics');
      const question = timelineQuestion({ ...asked, ...part, granularity, metrics }, today);
      const isCumulative = attributes.has('cumulative');
      return async (source, signal) => {
        const { answer } = await source.answer(question, askTimeline, { signal });
        return { text: shownOf(answer, question, reader, isCumulative).summary, first: undefined };
      };
    }
    case 'breakdown': {
      const question = breakdownQuestion({ ...asked, ...part, metric }, today);
      return async (source, signal) => {
        const { answer } = await source.answer(question, askBreakdown, { signal });
        return { text: breakdownSummary(answer, question.metric, reader), first: undefined };
      };
    }
    case 'top': {
      const of = given('of') && oneOf('of', kinds, given('of')!);
      const by = given('by') && oneOf('by', rankings, given('by')!);
      const options = { ...asked, metric, limit: given('limit'), of: of || undefined, by: by || undefined };
      const question = topQuestion(options, today);
      return async (source, signal) => {
        const { answer } = await source.answer(question, askTop, { signal });
        const prefix = question.by === 'item' ? `${question.of}/` : '';
        const told = answer
          .slice(0, mostTold)
          .map(({ key, value }) => `${prefix}${key}: ${formatEvents(question.metric, value, reader)}`);
        return { text: told.length > 0 ? listed(told, reader.locale) : '', first: answer[0]?.value };
      };
    }
    case 'count': {
      const question = countQuestion(asked);
      return async (source, signal) => {
        const { answer } = await source.answer(question, askCount, { signal });
        const first = answer.reduce((sum, { value }) => sum + value, 0);
        return { text: formatCounted(publicItemsIn(reader.language), first, reader), first };
      };
    }
  }
}
