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
  /** The file that pages load for it unless told: where it stands alone, if it does. */
  bundle: string;
  /** Attributes beside `item`, for a question that asks once for each item and metric. */
  question: string;
  /** What most tests ask about, and another that there are numbers of. */
  item: string;
  other: string;
  /** Whether an item may be named by its DOI. */
  takesDois: boolean;
  /** Whether it links to the page of its item, or where `href` says. */
  linksToItem: boolean;
  /** The role of what shows the number, or of the first that do; a link is named by it. */
  role: 'link' | 'row' | 'listitem';
  /** What the item's question comes to. */
  recorded: {
    words: RegExp;
    /** The number in it that is seen. */
    seen: string;
    /** A number that the service tells. */
    told: number;
    /** What `hide-below` looks at. */
    first: number;
  };
  /** What is read where an item has so many views, all from one place, or a group so many items. */
  says: (number: string) => RegExp;
  /** Attributes of a question that the item has no events for; missing where there is always a number. */
  empty?: string;
  /** What it says of what is counted, and when: in the popover of what stands in a line, else in its last line. */
  counted: RegExp;
  /** The parts that hold text, when an element is ready, has failed, or waits to be clicked. */
  texts: readonly string[];
  /** By what a request for an item of which nothing but a number is said is known. */
  asks: (item: string | number) => Pick<Fault, 'path' | 'query' | 'posted'>;
  /** An answer with this number, as JSON, about 11 unless told. */
  body: (number: string, item?: string) => string;
  /** From the least to the most that items commonly have. */
  common: readonly number[];
  /** The element itself; attributes win over those of its question. */
  html: (item: string | number, attributes?: string, content?: string) => string;
}

type Facts = Omit<Subject, 'html'>;

const article = { item: '766364', other: '1130885', takesDois: true };
const counted = /figshare raw counts, all versions.*\b20\d\d\b/s;

export const stats = subject({
  ...article,
  tag: 'figshare-stats',
  variants: ['badge', 'text', 'card'],
  inSentences: ['badge', 'text', 'card'],
  asWords: ['badge', 'text'],
  bundle: 'figshare-stats.js',
  question: '',
  linksToItem: true,
  role: 'link',
  recorded: {
    words: named('46,088 views', '5,210 downloads'),
    seen: '46,088',
    told: 46_088,
    first: 46_088,
  },
  says: (number) => new RegExp(`\\b${number} views`),
  empty: 'start="2019-01-01" end="2019-12-31"',
  counted,
  texts: ['value', 'label', 'meta', 'button'],
  asks: (item) => ({ path: `/total/article/${item}` }),
  body: (number) => `{"views":${number},"downloads":1}`,
  // From nothing to the most viewed article of all.
  common: [46_088, 5, 0, 231, 1, 905, 65_819, 18_734, 12, 1_502],
});

export const timeline = subject({
  ...article,
  tag: 'figshare-timeline',
  variants: ['sparkline', 'bars', 'chart'],
  inSentences: ['sparkline', 'bars'],
  asWords: ['sparkline'],
  bundle: 'figshare-elements.js',
  question: 'granularity="year" start="2013-01-01" end="2016-12-31"',
  linksToItem: true,
  role: 'link',
  recorded: {
    words: /^39,165 views in 4 years$/,
    seen: '39,165',
    told: 17_026,
    first: 39_165,
  },
  says: (number) => new RegExp(`\\b${number} views`),
  empty: 'start="2019-01-01" end="2019-12-31"',
  counted,
  texts: ['value', 'label', 'meta', 'summary', 'button'],
  asks: (item) => ({ path: `/timeline/year/views/article/${item}` }),
  body: (number) => `{"timeline":{"2016":${number},"2015":0}}`,
  common: [4_608, 5, 231, 1, 905, 6_581, 1_873, 12, 1_502, 77],
});

export const breakdown = subject({
  ...article,
  tag: 'figshare-breakdown',
  variants: ['bars', 'table'],
  inSentences: [],
  asWords: [],
  bundle: 'figshare-elements.js',
  question: 'start="2016-01-01" end="2016-12-31"',
  linksToItem: true,
  role: 'row',
  recorded: {
    words: /^\s*United States\s+6,605\s+39%\s*$/,
    seen: '6,605',
    told: 6_605,
    first: 17_026,
  },
  says: (number) => new RegExp(`^\\s*Spain\\s+${number}\\s+100%\\s*$`),
  empty: 'start="2019-01-01" end="2019-12-31"',
  counted,
  texts: ['value', 'label', 'meta', 'summary', 'button'],
  asks: (item) => ({ path: `/breakdown/total/views/article/${item}` }),
  body: (number) => `{"breakdown":{"total":{"Spain":{"Seville":0,"total":${number}}}}}`,
  common: [46_088, 5, 0, 231, 1, 905, 65_819, 18_734, 12, 1_502],
});

export const top = subject({
  ...article,
  tag: 'figshare-top',
  variants: [''],
  inSentences: [],
  asWords: [],
  bundle: 'figshare-elements.js',
  question: 'by="referral" start="2016-01-01" end="2016-12-31"',
  linksToItem: false,
  role: 'listitem',
  recorded: {
    words: /^\s*www\.google\.com\s+5,959\s*$/,
    seen: '5,959',
    told: 5_959,
    first: 5_959,
  },
  says: (number) => new RegExp(`^\\s*doi\\.org\\s+${number}\\s*$`),
  empty: 'start="2019-01-01" end="2019-12-31"',
  counted,
  texts: ['value', 'label', 'meta', 'button'],
  asks: (item) => ({ path: '/top/views/article', query: `item_id=${item}&` }),
  body: (number) => `{"top":{"doi.org":${number}}}`,
  common: [46_088, 5, 0, 231, 1, 905, 65_819, 18_734, 12, 1_502],
});

export const count = subject({
  tag: 'figshare-count',
  variants: [''],
  inSentences: [''],
  asWords: [''],
  bundle: 'figshare-elements.js',
  // A group has no page of its own.
  question: 'href="https://example.org/group"',
  item: '400',
  other: '327',
  takesDois: false,
  linksToItem: false,
  role: 'link',
  recorded: {
    words: /^12,345 public items$/,
    seen: '12,345',
    told: 12_345,
    first: 12_345,
  },
  says: (number) => new RegExp(`^${number} public items?$`),
  counted: /as of/,
  texts: ['value', 'label', 'button'],
  asks: (item) => ({ path: '/count/articles', posted: `{"id":${item}}` }),
  body: (number, item = '11') => `{"${item}":${number}}`,
  common: [4_608, 5, 0, 231, 1, 905, 65_819, 18_734, 12, 1_502],
});

export const subjects: readonly Subject[] = [stats, timeline, breakdown, top, count];

/** The same tests for each element, on pages that load its own bundle. */
export function forEachElement(
  tests: (element: Subject) => void,
  elements: readonly Subject[] = subjects,
): void {
  for (const element of elements) {
    test.describe(element.tag, () => {
      test.use({ bundle: element.bundle });
      tests(element);
    });
  }
}

/** Each of the elements, or of some, on one page. */
export const each = (html: (element: Subject) => string, elements: readonly Subject[] = subjects) =>
  elements.map(html).join('\n');

/** Those that may ask together even if none is answered: four requests are open at a time. */
export const halves: readonly (readonly Subject[])[] = [
  [stats, timeline],
  [breakdown, top, count],
];

/** What a test that stands for several elements is called by. */
export const tagsOf = (elements: readonly Subject[]) => elements.map(({ tag }) => tag).join(', ');

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
  // A popover that is open holds a second link; the head of a table is a row without a number.
  if (role === 'link') await expect(shown.first()).toHaveAccessibleName(words);
  else await expect(shown.filter({ hasText: /\d/ }).first()).toHaveText(words);
}

/** Waits until the first of each of these elements on a page, or in a part of it, shows its item's number. */
export async function allShow(
  within: Page | Locator | FrameLocator,
  elements: readonly Subject[] = subjects,
): Promise<void> {
  for (const element of elements) await shows(element, within.locator(element.tag).first());
}

/** Checks what a world was asked so far: about these items, once each, whatever the order. */
export const wasAsked = (element: Subject, world: World, ...items: (string | number)[]) =>
  wereAsked(world, [element], () => items);

/** The same of several elements. */
export function wereAsked(
  world: World,
  elements: readonly Subject[],
  about: (element: Subject) => (string | number)[],
): void {
  const like = (text = '') => expect.stringContaining(text) as unknown;
  const wanted = elements.flatMap((element) =>
    about(element).map((item) => {
      const { path, query, posted } = element.asks(item);
      return expect.objectContaining({ path, query: like(query), posted: like(posted) });
    }),
  );
  expect(questions(world)).toHaveLength(wanted.length);
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
