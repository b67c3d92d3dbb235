/// <reference types="node" />
import { text } from 'node:stream/consumers';
import type { AskPath, Asking } from '../../figshare/ask-path.js';
import { askBreakdown, breakdownQuestion, type BreakdownOptions } from '../../figshare/breakdown.js';
import { askCount, countQuestion } from '../../figshare/count.js';
import { FigshareError } from '../../figshare/error.js';
import { itemName, mentionsIn } from '../../figshare/item.js';
import { askName, hasName, resolveItems } from '../../figshare/main-api.js';
import { orcidIn } from '../../figshare/person.js';
import type { ElementName, Placeholder } from '../../figshare/placeholder.js';
import type { Question } from '../../figshare/question.js';
import { askTimeline, timelineQuestion, type TimelineOptions } from '../../figshare/timeline.js';
import { askTop, topQuestion, type Top, type TopQuestion } from '../../figshare/top.js';
import { askTotals, totalsQuestion } from '../../figshare/totals.js';
import { readRows } from '../../format/breakdown.js';
import { findPages, readPage } from './pages.js';

/** What an element on a page, or an item by itself, asks. */
export interface PageQuestion {
  /** Where it stands, for people. */
  where: string;
  /** Equal ones ask the same. */
  key: string;
  items: Question['items'];
  /**
   * Asks all of it, as an element does.
   *
   * @param service - the address of who answers; none where the answers are at rest
   * @returns the questions that the answer leads to
   */
  ask(askPath: AskPath, service?: string): Promise<PageQuestion[]>;
}

export interface Wanted {
  questions: PageQuestion[];
  /** ORCID iDs: whose items are counted is not known before the main API says it. */
  people: string[];
  /** What could not be read as a question, each as a line. */
  problems: string[];
}

/**
 * What is asked by items, by those on standard input, and by pages.
 *
 * @param items - `-` is standard input, and so is nothing at all where no terminal is behind it
 * @throws WrongUse: there are no such pages
 */
export async function readWanted(
  items: readonly string[],
  pages: readonly string[],
  today: string,
): Promise<Wanted> {
  const isPiped = items.length + pages.length === 0 && !process.stdin.isTTY;
  const piped = items.includes('-') || isPiped ? await text(process.stdin) : '';
  const lines = [...items.filter((item) => item !== '-'), ...piped.split('\n')];
  const wanted: Wanted = { questions: [], people: [], problems: [] };
  const read = (where: string, questions: () => PageQuestion[]) => {
    try {
      wanted.questions.push(...questions());
    } catch (error) {
      if (!(error instanceof FigshareError)) throw error;
      wanted.problems.push(`${where}: ${error.message}`);
    }
  };
  for (const line of lines) {
    for (const { item, where, orcid } of itemsIn(line)) {
      if (orcid) wanted.people.push(orcid);
      else read(where, () => questionsOfItem(item, today, where));
    }
  }
  // One page after another: a system allows only so many open files.
  for (const file of await findPages(pages)) {
    const elements = await readPage(file).catch((error: unknown) => {
      wanted.problems.push(`${file} could not be read: ${(error as Error).message}`);
      return [];
    });
    for (const element of elements) {
      const where = `${file}:${element.line}: ${tagOf(element)}`;
      read(where, () => questionsOf(element, today, where));
    }
  }
  return wanted;
}

interface Given {
  item: string;
  where: string;
  /** Of a person, where it is no item. */
  orcid?: string | undefined;
}

/** The items in a line. Where the line cannot be read, its words, so that those of them that can are asked for. */
function itemsIn(line: string): Given[] {
  try {
    // As it is written, since its DOI or address may tell its portal.
    return mentionsIn(line).map(({ item, text }) => ({
      item: text || itemName(item),
      where: itemName(item),
    }));
  } catch (error) {
    if (!(error instanceof FigshareError)) throw error;
    return line
      .split(/\s+/)
      .filter(Boolean)
      .map((word) => ({ item: word, where: 'item', orcid: orcidIn(word) }));
  }
}

/** What is asked of an item by itself: its totals, and its views by month. @throws FigshareError `invalid` */
export function questionsOfItem(item: string, today: string, where: string): PageQuestion[] {
  const attributes = new Map([['item', item]]);
  return (['stats', 'timeline'] as const).flatMap((name) => questionsOf({ name, attributes }, today, where));
}

/** An element's attributes, by the names of the options that they set. */
type Options = Record<string, string | undefined> & { item: string; minCount: string | undefined };

type Reading = (options: Options, today: string, where: string) => PageQuestion;

const readings: Record<ElementName, Reading> = {
  stats: (options, today, where) => questionAt(where, totalsQuestion(options, today), askTotals),

  timeline: (options, today, where) =>
    questionAt(where, timelineQuestion(options as TimelineOptions, today), askTimeline),

  breakdown(options, today, where) {
    readRows(options);
    return questionAt(where, breakdownQuestion(options as BreakdownOptions, today), askBreakdown);
  },

  top(options, today, where) {
    const question = topQuestion(options, today);
    return questionAt(where, question, askTop, (top) => namesIn(top, question));
  },

  count: (options, _, where) => questionAt(where, countQuestion(options), askCount),
};

/**
 * What an element asks: nothing without an item, where it needs one. An attribute that is empty is not given.
 *
 * @throws FigshareError `invalid`
 */
export function questionsOf({ name, attributes }: Placeholder, today: string, where: string): PageQuestion[] {
  const given = [...attributes].filter(([, value]) => value.trim());
  const { item = '', ...others } = Object.fromEntries(given) as Partial<Record<string, string>>;
  if (!item && name !== 'top') return [];
  const options = { ...others, item, itemType: others['item-type'], minCount: others['min-count'] };
  return [readings[name](options, today, where)];
}

function questionAt<Asked extends Question, Answer>(
  where: string,
  question: Asked,
  asking: Asking<Asked, Answer>,
  next: (answer: Answer) => PageQuestion[] = () => [],
): PageQuestion {
  return {
    where,
    key: `${asking.name} ${JSON.stringify(question)}`,
    items: question.items,
    async ask(askPath, service) {
      return next(await asking(await resolveItems(question, askPath), question, askPath, service));
    },
  };
}

function namesIn(top: Top, { by, of }: TopQuestion): PageQuestion[] {
  if (by !== 'item' || !hasName(of)) return [];
  const ids = top.map(({ key }) => key).filter((key) => /^[1-9]\d{0,14}$/.test(key));
  return ids.map((id) =>
    questionAt(`the name of ${of}/${id}`, { items: [{ kind: of, id: Number(id) }] }, askName),
  );
}

function tagOf({ name, attributes }: Placeholder): string {
  const item = attributes.get('item')?.trim();
  return `<figshare-${name}${item ? ` item="${item}"` : ''}>`;
}
