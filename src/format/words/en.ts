/** A noun as it goes with numbers: forms by the plural categories of Intl.PluralRules, `other` for what has no form. */
export interface Noun {
  one?: string;
  two?: string;
  few?: string;
  many?: string;
  other: string;
  /** After "no", too: no views. Where it is missing, `other` stands there. */
  zero?: string;
  /** Above numbers, and before a colon. Where it is missing, `zero` stands there, or `other`. */
  heading?: string;
  /** Where "no" and the noun make no sentence: a sentence that says that there is none. */
  none?: string;
}

/** A kind of item: one, before its number, and all, in a title. */
export interface KindName {
  one: string;
  all: string;
}

/** English, and by its type what every language has. `{}` is where a value goes, in the order of English. */
export const en = {
  direction: 'ltr' as 'ltr' | 'rtl',
  /** Forms that hold their number: مشاهدتان is "two views", and takes no 2. */
  selfCounting: [] as Intl.LDMLPluralRule[],
  colon: ': ',
  comma: ', ',
  stop: '. ',

  views: { one: 'view', other: 'views' } as Noun,
  downloads: { one: 'download', other: 'downloads' } as Noun,
  shares: { one: 'share', other: 'shares' } as Noun,
  citations: { one: 'citation', other: 'citations' } as Noun,
  publicItems: { one: 'public item', other: 'public items' } as Noun,

  none: 'no {} in this period',
  /** Between the nouns of `none`, and before the last. */
  nor: [', ', ' or '] as [between: string, last: string],
  unknown: 'not known',
  nothingKnown: 'Nothing is known for this item',
  counted: 'figshare raw counts, all versions',
  asOf: 'as of {}',
  allTime: 'all time',
  lastMonths: 'last {} months',
  lastDays: 'last {} days',
  use: 'Use on figshare',
  view: 'View on figshare',

  /** On a button in a line: the hosts that are asked. */
  load: 'Load numbers from {}',
  /** Above a button that says `show`: the hosts that are asked. */
  agree: 'Nothing is loaded before you agree. The numbers come from {}.',
  show: 'Show the numbers',
  noAnswer: '{} did not answer. The numbers are not known just now.',
  again: 'Try again',

  /** A day, month or year that is not over: its date. */
  soFar: '{} so far',
  /** The same beside a number. */
  unfinished: 'so far',
  notOver: '{} is not over.',
  /** A running total leaves out what was before its first day: that day. */
  fromZero: 'counted from 0 on {}',
  cumulated: '{}, running total',
  per: { day: '{} a day', month: '{} a month', year: '{} a year' },
  within: {
    day: { one: 'in {} day', other: 'in {} days' } as Noun,
    month: { one: 'in {} month', other: 'in {} months' } as Noun,
    year: { one: 'in {} year', other: 'in {} years' } as Noun,
  },
  /** A total; the date of the largest value; that value. */
  most: { day: '{}, most on {} ({})', month: '{}, most in {} ({})', year: '{}, most in {} ({})' },
  rising: '{}, rising',
  falling: '{}, falling',
  table: 'Table',
  shown: 'shown',
  hidden: 'hidden',

  byCountry: '{} by country',
  /** The metric; how many cities the service reports at most. */
  byCity: '{} by city, the {} largest of each country',
  country: 'Country',
  city: 'City',
  share: 'Share',
  /** Of countries that have no row of their own: how many. */
  others: { one: '{} other country', other: '{} other countries' } as Noun,
  /** The same where nobody knows how many. */
  otherPlaces: 'Other places',
  nowhere: 'Place not known',
  noData: 'no data',
  orMore: 'or more',
  offMap: 'Not on the map',
  borders: 'borders: Natural Earth',
  /** Events; from how many countries. */
  fromCountries: { one: '{} from {} country', other: '{} from {} countries' } as Noun,
  /** All of that; the first country; its share. */
  first: '{}, most: {} ({})',

  /** Kinds of items by a metric. */
  ranked: { views: 'most viewed {}', downloads: 'most downloaded {}', shares: 'most shared {}' },
  byReferrer: '{} by referrer',
  kinds: {
    article: { one: 'article', all: 'articles' } as KindName,
    collection: { one: 'collection', all: 'collections' } as KindName,
    author: { one: 'author', all: 'authors' } as KindName,
    group: { one: 'group', all: 'groups' } as KindName,
    project: { one: 'project', all: 'projects' } as KindName,
    category: { one: 'category', all: 'categories' } as KindName,
    'item-type': { one: 'item type', all: 'item types' } as KindName,
  },
};

/** The words of one language. */
export type Words = typeof en;
