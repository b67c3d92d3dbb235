/** What the suites have to know of each element, to hold all to the promises that all make. */
import { named, test } from './fixtures.js';

export interface Subject {
  tag: 'figshare-stats' | 'figshare-timeline';
  variants: readonly string[];
  /** The variants that stand in a sentence. */
  inSentences: readonly string[];
  /** Those of them that are one line of text high before the script has run, too. */
  asWords: readonly string[];
  /** The files in which the element is; pages load the first unless told. */
  bundles: readonly [string, ...string[]];
  /** Attributes beside `item`, for a question that asks once for each item and metric. */
  question: string;
  /** What it comes to for article 766364: */
  recorded: {
    name: RegExp;
    /** What is seen of it, and as it comes in an answer. */
    seen: string;
    raw: string;
    answer: object;
    /** What `hide-below` looks at. */
    first: number;
  };
  /** Attributes of a question that article 766364 has no events for. */
  empty: string;
  /** The path of what is asked of `article/1`. */
  path: (item: string) => string;
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

export const stats = subject({
  tag: 'figshare-stats',
  variants: ['badge', 'text', 'card'],
  inSentences: ['badge', 'text', 'card'],
  asWords: ['badge', 'text'],
  bundles: ['figshare-stats.js', 'figshare-elements.js', 'figshare-elements.iife.js'],
  question: '',
  recorded: {
    name: named('46,088 views', '5,210 downloads'),
    seen: '46,088',
    raw: '46088',
    answer: { views: 46088, downloads: 5210 },
    first: 46_088,
  },
  empty: 'start="2019-01-01" end="2019-12-31"',
  path: (item) => `/total/${item}`,
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
  tag: 'figshare-timeline',
  variants: ['sparkline', 'bars', 'chart'],
  inSentences: ['sparkline', 'bars'],
  asWords: ['sparkline'],
  bundles: ['figshare-elements.js', 'figshare-elements.iife.js'],
  question: 'granularity="year" start="2013-01-01" end="2016-12-31"',
  recorded: {
    name: /39,165 views.*17,026 views ?, 2016$/,
    seen: '17,026',
    raw: '17026',
    answer: { views: years },
    first: 39_165,
  },
  empty: 'start="2019-01-01" end="2019-12-31"',
  path: (item) => `/timeline/year/views/${item}`,
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

export const subjects: readonly Subject[] = [stats, timeline];

/** The same tests for each element, on pages that load the first of its bundles. */
export function forEachElement(tests: (element: Subject) => void): void {
  for (const element of subjects) {
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

/** What the stand-in answers for an item of which every element shows so many views. */
export const itemWith = (views: number) => ({
  views,
  downloads: Math.floor(views / 9),
  from: '2016-01-01',
  to: '2016-12-31',
});

/** So many items from a number on, with these views in turn. */
export const itemsFrom = (first: number, count: number, views: readonly number[] = [231]) => {
  const entries = Array.from(
    { length: count },
    (_, index) => [`article/${first + index}`, itemWith(views[index % views.length]!)] as const,
  );
  return { items: Object.fromEntries(entries) };
};

function subject(facts: Facts): Subject {
  const { tag, question } = facts;
  return {
    ...facts,
    html: (item, attributes = '', content = '') =>
      `<${tag} item="${item}" ${attributes} ${question}>${content}</${tag}>`,
  };
}
