/** What the suites have to know of each element, to hold all to the promises that all make. */
import type { FrameLocator, Locator, Page } from '@playwright/test';
import type { Fault } from '../support/stand-in.js';
import { expect, named, test, type World } from './fixtures.js';

export interface Subject {
  tag: 'figshare-stats' | 'figshare-timeline' | 'figshare-breakdown' | 'figshare-top' | 'figshare-count';
  /** One that is called nothing, where there is no choice. */
  variants: readonly string[];
  /** The variants that stand in a sentence. */
  inSentences: readonly string[];
  /** Those of them that are one line of text high before the script has run, too. */
  asWords: readonly string[];
  /** The files in which the element is; pages load the first unless told. */
  bundles: readonly [string, ...string[]];
  /** Attributes beside `item`, for a question that asks once for each item and metric. */
  question: string;
  /** What most tests ask about, and another that there are numbers of. */
  item: string;
  other: string;
  /** Several that are summed, of as many kinds as may be. */
  summands: string;
  /** Whether it asks by POST, and so for leave before. */
  posts: boolean;
  /** Whether an item may be named by its DOI. */
  takesDois: boolean;
  /** Whether it links to the page of its item, or where `href` says. */
  linksToItem: boolean;
  /** The role of what shows the number, or of the first that do; a link is named by it. */
  role: 'link' | 'row' | 'listitem';
  /** What the item's question comes to. */
  recorded: {
    words: RegExp;
    inGerman: RegExp;
    /** What is seen of it, and as it comes in an answer. */
    seen: string;
    raw: string;
    answer: object;
    /** What `hide-below` looks at. */
    first: number;
  };
  /** What is read where an item has so many views, all from one place, or a group so many items. */
  says: (number: string) => RegExp;
  /** What is read where there are none of them. */
  zero: string;
  /** Attributes of a question that the item has no events for; missing where there is always a number. */
  empty?: string;
  /** What it says of what is counted, and when: in a tooltip of the link that shows the number, else in a line. */
  counted: RegExp;
  /** The parts that hold text, when an element is ready, has failed, or waits to be clicked. */
  texts: readonly string[];
  /** By what a request for an item of which nothing but a number is said is known. */
  asks: (item: string | number) => Pick<Fault, 'path' | 'query' | 'posted'>;
  /** An answer with this number, as JSON, about 11 unless told. */
  body: (number: string, item?: string) => string;
  /** From the least to the most that items commonly have. */
  common: readonly number[];
  /** Questions that between them make every kind of request; how many requests at least. */
  everyRequest: { html: string; least: number };
  /** Attributes into which one may write anything. */
  attributes: readonly string[];
  /** The element itself; attributes win over those of its question. */
  html: (item: string | number, attributes?: string, content?: string) => string;
}

type Facts = Omit<Subject, 'html'>;

/** What every element has; it is tested with one of them. */
const common = ['start', 'institution', 'source', 'href', 'theme', 'lang', 'hide-below'];

const all = ['figshare-elements.js', 'figshare-elements.iife.js'] as const;
const article = { item: '766364', other: '1130885', posts: false, takesDois: true };
const nothing = 'no views in this period';
const counted = /figshare raw counts, all versions.*as of/;

export const stats = subject({
  ...article,
  tag: 'figshare-stats',
  variants: ['badge', 'text', 'card'],
  inSentences: ['badge', 'text', 'card'],
  asWords: ['badge', 'text'],
  bundles: ['figshare-stats.js', ...all],
  question: '',
  summands: '101 102 collection/103',
  linksToItem: true,
  role: 'link',
  recorded: {
    words: named('46,088 views', '5,210 downloads'),
    inGerman: /\b46\.088 Aufrufe/,
    seen: '46,088',
    raw: '46088',
    answer: { views: 46088, downloads: 5210 },
    first: 46_088,
  },
  says: (number) => new RegExp(`\\b${number} views`),
  zero: '0',
  empty: 'start="2019-01-01" end="2019-12-31"',
  counted,
  texts: ['value', 'label', 'meta', 'button'],
  asks: (item) => ({ path: `/total/article/${item}` }),
  body: (number) => `{"views":${number},"downloads":1}`,
  // From nothing to the most viewed article of all.
  common: [46_088, 5, 0, 231, 1, 905, 65_819, 18_734, 12, 1_502],
  everyRequest: {
    html: `<figshare-stats item="766364" metrics="views downloads shares citations"></figshare-stats>
      <figshare-stats item="group/327"></figshare-stats>
      <figshare-stats item="766364" institution="monash"></figshare-stats>
      <figshare-stats item="766364" start="2014-01-01" end="2015-12-31"></figshare-stats>`,
    least: 9,
  },
  attributes: ['item', 'metrics', 'variant', ...common],
});

const years = [967, 6867, 14305, 17026].map((value, index) => ({ date: String(2013 + index), value }));

export const timeline = subject({
  ...article,
  tag: 'figshare-timeline',
  variants: ['sparkline', 'bars', 'chart'],
  inSentences: ['sparkline', 'bars'],
  asWords: ['sparkline'],
  bundles: all,
  question: 'granularity="year" start="2013-01-01" end="2016-12-31"',
  summands: '101 102 collection/103',
  linksToItem: true,
  role: 'link',
  recorded: {
    words: /39,165 views.*17,026 views ?, 2016$/,
    inGerman: /\b17\.026 Aufrufe/,
    seen: '17,026',
    raw: '17026',
    answer: { views: years },
    first: 39_165,
  },
  says: (number) => new RegExp(`\\b${number} views`),
  zero: '0',
  empty: 'start="2019-01-01" end="2019-12-31"',
  counted,
  texts: ['value', 'label', 'meta', 'summary', 'button'],
  asks: (item) => ({ path: `/timeline/year/views/article/${item}` }),
  body: (number) => `{"timeline":{"2016":${number},"2015":1}}`,
  common: [4_608, 5, 231, 1, 905, 6_581, 1_873, 12, 1_502, 77],
  everyRequest: {
    html: `<figshare-timeline item="766364" metrics="views downloads shares"></figshare-timeline>
      <figshare-timeline item="group/327" granularity="day"></figshare-timeline>
      <figshare-timeline item="collection/1234" category="2" variant="bars"></figshare-timeline>
      <figshare-timeline item="30000001" item-type="dataset" start="2020-01-01" variant="chart"></figshare-timeline>`,
    least: 9,
  },
  attributes: ['item', 'metrics', 'granularity', 'category', 'item-type', 'variant'],
});

export const breakdown = subject({
  ...article,
  tag: 'figshare-breakdown',
  variants: ['bars', 'table'],
  inSentences: [],
  asWords: [],
  bundles: all,
  question: 'start="2016-01-01" end="2016-12-31"',
  summands: '101 102 collection/103',
  linksToItem: true,
  role: 'row',
  recorded: {
    words: /^\s*United States\s+6,605\s+39%\s*$/,
    inGerman: /^\s*Vereinigte Staaten\s+6\.605\s+39\s%\s*$/,
    seen: '6,605',
    raw: '6605',
    answer: expect.arrayContaining([expect.objectContaining({ name: 'United States', value: 6605 })]),
    first: 17_026,
  },
  says: (number) => new RegExp(`^\\s*Spain\\s+${number}\\s+100%\\s*$`),
  zero: nothing,
  empty: 'start="2019-01-01" end="2019-12-31"',
  counted,
  texts: ['value', 'label', 'meta', 'summary', 'button'],
  asks: (item) => ({ path: `/breakdown/total/views/article/${item}` }),
  body: (number) => `{"breakdown":{"total":{"Spain":{"Seville":0,"total":${number}}}}}`,
  common: [46_088, 5, 0, 231, 1, 905, 65_819, 18_734, 12, 1_502],
  everyRequest: {
    html: `<figshare-breakdown item="766364"></figshare-breakdown>
      <figshare-breakdown item="766364 1130885" start="2014-01-01" end="2016-12-31"></figshare-breakdown>
      <figshare-breakdown item="group/327" metric="downloads" by="city"></figshare-breakdown>
      <figshare-breakdown item="30000001" item-type="dataset" variant="table"></figshare-breakdown>`,
    least: 9,
  },
  attributes: ['item', 'metric', 'by', 'country', 'limit', 'min-count', 'category', 'item-type', 'variant'],
});

export const top = subject({
  ...article,
  tag: 'figshare-top',
  variants: [''],
  inSentences: [],
  asWords: [],
  bundles: all,
  question: 'by="referral" start="2016-01-01" end="2016-12-31"',
  summands: '101 102 article/103',
  linksToItem: false,
  role: 'listitem',
  recorded: {
    words: /^\s*1\s+www\.google\.com\s+5,959\s*$/,
    inGerman: /^\s*1\s+www\.google\.com\s+5\.959\s*$/,
    seen: '5,959',
    raw: '5959',
    answer: expect.arrayContaining([{ key: 'www.google.com', value: 5959 }]),
    first: 5_959,
  },
  says: (number) => new RegExp(`^\\s*1\\s+doi\\.org\\s+${number}\\s*$`),
  zero: nothing,
  empty: 'start="2019-01-01" end="2019-12-31"',
  counted,
  texts: ['value', 'label', 'meta', 'button'],
  asks: (item) => ({ path: '/top/views/article', query: `item_id=${item}&` }),
  body: (number) => `{"top":{"doi.org":${number}}}`,
  common: [46_088, 5, 0, 231, 1, 905, 65_819, 18_734, 12, 1_502],
  everyRequest: {
    html: `<figshare-top item="766364" by="referral"></figshare-top>
      <figshare-top item="766364 1130885" by="category" metric="downloads"></figshare-top>
      <figshare-top of="collection" by="item-type" start="2014-01-01"></figshare-top>
      <figshare-top of="author"></figshare-top>`,
    least: 5,
  },
  attributes: ['item', 'of', 'metric', 'by', 'limit'],
});

export const count = subject({
  tag: 'figshare-count',
  variants: [''],
  inSentences: [''],
  asWords: [''],
  bundles: all,
  // A group has no page of its own.
  question: 'href="https://example.org/group"',
  item: '400',
  other: '327',
  summands: '101 102 group/103',
  posts: true,
  takesDois: false,
  linksToItem: false,
  role: 'link',
  recorded: {
    words: /^12,345 public items$/,
    inGerman: /^12\.345 öffentliche Einträge$/,
    seen: '12,345',
    raw: '12345',
    answer: [{ id: 400, value: 12345 }],
    first: 12_345,
  },
  says: (number) => new RegExp(`^${number} public items?$`),
  zero: '0',
  counted: /as of/,
  texts: ['value', 'label', 'button'],
  asks: (item) => ({ path: '/count/articles', posted: `{"id":${item}}` }),
  body: (number, item = '11') => `{"${item}":${number}}`,
  common: [4_608, 5, 0, 231, 1, 905, 65_819, 18_734, 12, 1_502],
  everyRequest: {
    html: `<figshare-count item="400"></figshare-count>
      <figshare-count item="327 328"></figshare-count>
      <figshare-count item="327" institution="monash"></figshare-count>`,
    least: 5,
  },
  attributes: ['item', 'institution', 'href'],
});

export const subjects: readonly Subject[] = [stats, timeline, breakdown, top, count];

/** The same tests for each element, on pages that load the first of its bundles. */
export function forEachElement(
  tests: (element: Subject) => void,
  elements: readonly Subject[] = subjects,
): void {
  for (const element of elements) {
    test.describe(element.tag, () => {
      test.use({ bundle: element.bundles[0] });
      tests(element);
    });
  }
}

/** All rows for the first element, one for each other: where they differ in what is one code for all. */
export function rowsFor<Row>(element: Subject, rows: readonly Row[]): readonly Row[] {
  return element === stats ? rows : rows.slice(0, 1);
}

/** The attribute of a variant, and more. */
export const look = (variant: string, attributes = '') =>
  variant ? `variant="${variant}" ${attributes}` : attributes;

/** Waits until the one element, or the first, on a page or in a part of it shows a number: the item's, unless told. */
export async function shows(
  { role, recorded }: Subject,
  within: Page | Locator | FrameLocator,
  words = recorded.words,
): Promise<void> {
  const shown = within.getByRole(role);
  if (role === 'link') await expect(shown).toHaveAccessibleName(words);
  else await expect(shown.first()).toHaveText(words);
}

/** Checks what a world was asked so far: about these items, once each, whatever the order. */
export function wasAsked({ asks }: Subject, world: World, ...items: (string | number)[]): void {
  const like = (text = '') => expect.stringContaining(text) as unknown;
  const wanted = items.map((item) => {
    const { path, query, posted } = asks(item);
    return expect.objectContaining({ path, query: like(query), posted: like(posted) });
  });
  expect(questions(world)).toHaveLength(items.length);
  expect(questions(world)).toEqual(expect.arrayContaining(wanted));
}

/** What a world was asked, without the requests for leave to ask. */
export const questions = (world: World) =>
  world.record().requests.filter(({ method }) => method !== 'OPTIONS');

/** An item of so many views, and a few downloads. */
const itemWith = (views: number) => ({
  views,
  downloads: Math.floor(views / 9),
  from: '2016-01-01',
  to: '2016-12-31',
});

/** Items of so many views, all of them by one way from one place; groups of so many items. */
export function itemsWith(views: Record<string, number>) {
  const entries = Object.entries(views).map(([item, number]) => {
    const settings = { ...itemWith(number), countries: { Spain: 1 }, referrers: { 'doi.org': 1 } };
    return [item.includes('/') ? item : `article/${item}`, settings] as const;
  });
  return { items: Object.fromEntries(entries), groups: views };
}

/** So many items from a number on, with these views in turn, from all over the world. */
export function itemsFrom(first: number, count: number, views: readonly number[] = [231]) {
  const numbers = Array.from(
    { length: count },
    (_, index) => [first + index, views[index % views.length]!] as const,
  );
  return {
    items: Object.fromEntries(numbers.map(([id, number]) => [`article/${id}`, itemWith(number)])),
    groups: Object.fromEntries(numbers),
  };
}

function subject(facts: Facts): Subject {
  const { tag, question } = facts;
  return {
    ...facts,
    html: (item, attributes = '', content = '') =>
      `<${tag} item="${item}" ${attributes} ${question}>${content}</${tag}>`,
  };
}
