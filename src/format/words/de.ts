import type { DetailWords, ListWords, MapWords, Noun, PlaceWords, TimelineWords, Words } from './en.js';

export const de: Words = {
  colon: ': ',
  comma: ', ',

  views: { one: 'Aufruf', other: 'Aufrufe' },
  downloads: { one: 'Download', other: 'Downloads' },
  shares: { other: 'Mal geteilt', zero: 'Shares', none: 'nicht geteilt in diesem Zeitraum' },
  citations: { one: 'Zitierung', other: 'Zitierungen' },

  none: 'keine {} in diesem Zeitraum',
  nor: ' oder ',
  unknown: 'nicht bekannt',
  counted: 'Rohzahlen von figshare, alle Versionen',
  asOf: 'Stand {}',
  allTime: 'gesamter Zeitraum',
  use: 'Nutzung auf figshare',
  view: 'Auf figshare ansehen',

  agree: 'Die Zahlen werden erst nach Ihrer Zustimmung von {} geladen.',
  show: 'Zahlen anzeigen',
  noAnswer: '{} hat nicht geantwortet.',
  again: 'Erneut versuchen',
};

export const dePublicItems: Noun = { one: 'öffentlicher Eintrag', other: 'öffentliche Einträge' };

export const deDetails: DetailWords = {
  most: '{}, am meisten: {} ({})',
  lastMonths: 'letzte {} Monate',
  table: 'Tabelle',
};

export const deTimeline: TimelineWords = {
  stop: '. ',
  soFar: '{} bisher',
  unfinished: 'bisher',
  notOver: '{} ist noch nicht vorbei.',
  fromZero: 'ab {} von 0 gezählt',
  cumulated: '{}, laufende Summe',
  per: { day: '{} pro Tag', month: '{} pro Monat', year: '{} pro Jahr' },
  within: 'über {}',
  rising: '{}, steigend',
  falling: '{}, fallend',
};

export const dePlaces: PlaceWords = {
  byCountry: '{} nach Land',
  byCity: '{} nach Stadt, die {} größten jedes Landes',
  country: 'Land',
  city: 'Stadt',
  share: 'Anteil',
  others: { one: '{} anderes Land', other: '{} andere Länder' },
  otherPlaces: 'Andere Orte',
  nowhere: 'Ort nicht bekannt',
  fromCountries: { one: '{} aus {} Land', other: '{} aus {} Ländern' },
};

export const deMap: MapWords = {
  noData: 'keine Daten',
  orMore: 'oder mehr',
  offMap: 'Nicht auf der Karte',
  borders: 'Grenzen: Natural Earth',
};

export const deLists: ListWords = {
  ranked: {
    views: 'am häufigsten aufgerufene {}',
    downloads: 'am häufigsten heruntergeladene {}',
    shares: 'am häufigsten geteilte {}',
  },
  byReferrer: '{} nach verweisender Website',
  kinds: {
    article: 'Artikel',
    collection: 'Sammlungen',
    author: 'Autorenprofile',
    group: 'Gruppen',
    project: 'Projekte',
    category: 'Kategorien',
    'item-type': 'Eintragstypen',
  },
};
