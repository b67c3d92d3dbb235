import type { ListWords, MapWords, Noun, PlaceWords, TimelineWords, Words } from './en.js';

export const de: Words = {
  direction: 'ltr',
  selfCounting: [],
  colon: ': ',
  comma: ', ',
  stop: '. ',

  views: { one: 'Aufruf', other: 'Aufrufe' },
  downloads: { one: 'Download', other: 'Downloads' },
  shares: { other: 'Mal geteilt', zero: 'Shares', none: 'nicht geteilt in diesem Zeitraum' },
  citations: { one: 'Zitierung', other: 'Zitierungen' },

  none: 'keine {} in diesem Zeitraum',
  nor: [', ', ' oder '],
  unknown: 'nicht bekannt',
  nothingKnown: 'Zu diesem Eintrag ist nichts bekannt',
  counted: 'Rohzahlen von figshare, alle Versionen',
  asOf: 'Stand {}',
  allTime: 'gesamter Zeitraum',
  lastMonths: 'letzte {} Monate',
  use: 'Nutzung auf figshare',
  view: 'Auf figshare ansehen',

  agree: 'Vor Ihrer Zustimmung wird nichts geladen. Die Zahlen kommen von {}.',
  show: 'Zahlen anzeigen',
  noAnswer: '{} hat nicht geantwortet. Die Zahlen sind derzeit nicht bekannt.',
  again: 'Erneut versuchen',
  table: 'Tabelle',
};

export const dePublicItems: Noun = { one: 'öffentlicher Eintrag', other: 'öffentliche Einträge' };

export const deTimeline: TimelineWords = {
  soFar: '{} bisher',
  unfinished: 'bisher',
  notOver: '{} ist noch nicht vorbei.',
  fromZero: 'ab {} von 0 gezählt',
  cumulated: '{}, laufende Summe',
  per: { day: '{} pro Tag', month: '{} pro Monat', year: '{} pro Jahr' },
  within: {
    day: { one: 'an {} Tag', other: 'in {} Tagen' },
    month: { one: 'in {} Monat', other: 'in {} Monaten' },
    year: { one: 'in {} Jahr', other: 'in {} Jahren' },
  },
  most: {
    day: '{}, am meisten am {} ({})',
    month: '{}, am meisten im {} ({})',
    year: '{}, am meisten {} ({})',
  },
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
  first: '{}, an erster Stelle: {} ({})',
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
    article: { one: 'Artikel', all: 'Artikel' },
    collection: { one: 'Sammlung', all: 'Sammlungen' },
    author: { one: 'Autorenprofil', all: 'Autorenprofile' },
    group: { one: 'Gruppe', all: 'Gruppen' },
    project: { one: 'Projekt', all: 'Projekte' },
    category: { one: 'Kategorie', all: 'Kategorien' },
    'item-type': { one: 'Eintragstyp', all: 'Eintragstypen' },
  },
};
