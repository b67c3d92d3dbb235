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

/**
 * English, and by its types what every language has. `{}` is where a value goes, in the order of English. What only some
 * elements say stands apart, so that a file with the others alone need not hold it.
 */
export const en = {
  colon: ': ',
  comma: ', ',

  views: { one: 'view', other: 'views' } as Noun,
  downloads: { one: 'download', other: 'downloads' } as Noun,
  shares: { one: 'share', other: 'shares' } as Noun,
  citations: { one: 'citation', other: 'citations' } as Noun,

  none: 'no {} in this period',
  /** Between the nouns of `none`. */
  nor: ' or ',
  unknown: 'not known',
  counted: 'figshare raw counts, all versions',
  asOf: 'as of {}',
  allTime: 'all time',
  use: 'Use on figshare',
  view: 'View on figshare',

  /** Above a button that says `show`: the hosts that are asked. */
  agree: 'The numbers are loaded from {} only after you agree.',
  show: 'Show the numbers',
  noAnswer: '{} did not answer.',
  again: 'Try again',
};

/** What groups hold. */
export const enPublicItems: Noun = { one: 'public item', other: 'public items' };

/** Of many numbers: over time, of places, in lists. */
export const enDetails = {
  /** All of them; the date or place of the largest; that. */
  most: '{}, most: {} ({})',
  lastMonths: 'last {} months',
  table: 'Table',
};

/** Of what happens over time. */
export const enTimeline = {
  stop: '. ',
  /** Like `most`, of a month or a year, where all of these, and no day or place, have one word before them. */
  mostIn: '{}, most in {} ({})',
  /** A day, month or year that is not over: its date. */
  soFar: '{} so far',
  /** The same beside a number. */
  unfinished: 'so far',
  notOver: '{} is not over.',
  /** A running total leaves out what was before its first day: that day. */
  fromZero: 'counted from 0 on {}',
  cumulated: '{}, running total',
  per: { day: '{} a day', month: '{} a month', year: '{} a year' },
  /** How long it is: "12 months". */
  within: 'in {}',
  rising: '{}, rising',
  falling: '{}, falling',
};

/** Of where it happens. */
export const enPlaces = {
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
  /** Events; from how many countries. */
  fromCountries: { one: '{} from {} country', other: '{} from {} countries' } as Noun,
};

/** Of a map: they travel with it. */
export const enMap = {
  noData: 'no data',
  orMore: 'or more',
  offMap: 'Not on the map',
  borders: 'Borders: Natural Earth',
};

/** Of ranked lists. */
export const enLists = {
  /** Kinds of items by a metric. */
  ranked: { views: 'most viewed {}', downloads: 'most downloaded {}', shares: 'most shared {}' },
  byReferrer: '{} by referrer',
  /** Kinds of items, in a title. */
  kinds: {
    article: 'articles',
    collection: 'collections',
    author: 'authors',
    group: 'groups',
    project: 'projects',
    category: 'categories',
    'item-type': 'item types',
  },
};

export type Words = typeof en & {
  /** Forms that hold their number: مشاهدتان is "two views", and takes no 2. */
  selfCounting?: Intl.LDMLPluralRule[];
};
export type DetailWords = typeof enDetails;
export type TimelineWords = Omit<typeof enTimeline, 'mostIn'> & { mostIn?: string };
export type PlaceWords = typeof enPlaces;
export type MapWords = typeof enMap;
export type ListWords = typeof enLists;
