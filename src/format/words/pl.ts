import type { DetailWords, ListWords, MapWords, Noun, PlaceWords, TimelineWords, Words } from './en.js';

export const pl: Words = {
  colon: ': ',
  comma: ', ',

  views: { one: 'wyświetlenie', few: 'wyświetlenia', other: 'wyświetleń', heading: 'wyświetlenia' },
  downloads: { one: 'pobranie', few: 'pobrania', other: 'pobrań', heading: 'pobrania' },
  shares: { one: 'udostępnienie', few: 'udostępnienia', other: 'udostępnień', heading: 'udostępnienia' },
  citations: { one: 'cytowanie', few: 'cytowania', other: 'cytowań', heading: 'cytowania' },

  none: 'brak {} w tym okresie',
  nor: ' i ',
  unknown: 'brak danych',
  counted: 'surowe zliczenia figshare, wszystkie wersje',
  asOf: 'stan na {}',
  allTime: 'cały okres',
  use: 'Wykorzystanie w figshare',
  view: 'Zobacz w figshare',

  agree: 'Liczby zostaną wczytane z {} dopiero za Twoją zgodą.',
  show: 'Pokaż liczby',
  noAnswer: '{} nie odpowiada.',
  again: 'Spróbuj ponownie',
};

export const plPublicItems: Noun = {
  one: 'publiczna pozycja',
  few: 'publiczne pozycje',
  other: 'publicznych pozycji',
  heading: 'publiczne pozycje',
};

export const plDetails: DetailWords = {
  most: '{}, najwięcej: {} ({})',
  lastMonths: 'ostatnie {} miesięcy',
  table: 'Tabela',
};

export const plTimeline: TimelineWords = {
  stop: '. ',
  soFar: '{} do tej pory',
  unfinished: 'do tej pory',
  notOver: '{} jeszcze trwa.',
  fromZero: 'liczone od 0 od {}',
  cumulated: '{}, narastająco',
  per: { day: '{} dziennie', month: '{} miesięcznie', year: '{} rocznie' },
  within: 'przez {}',
  // Intl has months in the nominative only, which does not go with "w".
  rising: '{}, tendencja rosnąca',
  falling: '{}, tendencja malejąca',
};

export const plPlaces: PlaceWords = {
  byCountry: '{} według krajów',
  byCity: '{} według miast, po {} z każdego kraju',
  country: 'Kraj',
  city: 'Miasto',
  share: 'Udział',
  others: { one: '{} inny kraj', few: '{} inne kraje', other: '{} innych krajów' },
  otherPlaces: 'Inne miejsca',
  nowhere: 'Miejsce nieznane',
  fromCountries: { one: '{} z {} kraju', other: '{} z {} krajów' },
};

export const plMap: MapWords = {
  noData: 'brak danych',
  orMore: 'lub więcej',
  offMap: 'Poza mapą',
  borders: 'Granice: Natural Earth',
};

export const plLists: ListWords = {
  ranked: {
    views: '{} z największą liczbą wyświetleń',
    downloads: '{} z największą liczbą pobrań',
    shares: '{} z największą liczbą udostępnień',
  },
  byReferrer: '{} według stron odsyłających',
  kinds: {
    article: 'artykuły',
    collection: 'kolekcje',
    author: 'autorzy',
    group: 'grupy',
    project: 'projekty',
    category: 'kategorie',
    'item-type': 'typy pozycji',
  },
};
