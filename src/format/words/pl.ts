import type { ListWords, MapWords, Noun, PlaceWords, TimelineWords, Words } from './en.js';

export const pl: Words = {
  direction: 'ltr',
  selfCounting: [],
  colon: ': ',
  comma: ', ',
  stop: '. ',

  views: { one: 'wyświetlenie', few: 'wyświetlenia', other: 'wyświetleń', heading: 'wyświetlenia' },
  downloads: { one: 'pobranie', few: 'pobrania', other: 'pobrań', heading: 'pobrania' },
  shares: { one: 'udostępnienie', few: 'udostępnienia', other: 'udostępnień', heading: 'udostępnienia' },
  citations: { one: 'cytowanie', few: 'cytowania', other: 'cytowań', heading: 'cytowania' },

  none: 'brak {} w tym okresie',
  nor: [', ', ' i '],
  unknown: 'brak danych',
  nothingKnown: 'O tej pozycji nic nie wiadomo',
  counted: 'surowe zliczenia figshare, wszystkie wersje',
  asOf: 'stan na {}',
  allTime: 'cały okres',
  lastMonths: 'ostatnie {} miesięcy',
  use: 'Wykorzystanie w figshare',
  view: 'Zobacz w figshare',

  agree: 'Bez Twojej zgody nic nie zostanie wczytane. Liczby pochodzą z {}.',
  show: 'Pokaż liczby',
  noAnswer: '{} nie odpowiada. Liczby nie są w tej chwili znane.',
  again: 'Spróbuj ponownie',
  table: 'Tabela',
};

export const plPublicItems: Noun = {
  one: 'publiczna pozycja',
  few: 'publiczne pozycje',
  other: 'publicznych pozycji',
  heading: 'publiczne pozycje',
};

export const plTimeline: TimelineWords = {
  soFar: '{} do tej pory',
  unfinished: 'do tej pory',
  notOver: '{} jeszcze trwa.',
  fromZero: 'liczone od 0 od {}',
  cumulated: '{}, narastająco',
  per: { day: '{} dziennie', month: '{} miesięcznie', year: '{} rocznie' },
  within: {
    day: { one: 'w ciągu {} dnia', other: 'w ciągu {} dni' },
    month: { one: 'w ciągu {} miesiąca', other: 'w ciągu {} miesięcy' },
    year: { one: 'w ciągu {} roku', other: 'w ciągu {} lat' },
  },
  // Intl has months in the nominative only, which does not go with "w".
  most: { day: '{}, najwięcej: {} ({})', month: '{}, najwięcej: {} ({})', year: '{}, najwięcej: {} ({})' },
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
  first: '{}, na pierwszym miejscu: {} ({})',
};

export const plMap: MapWords = {
  noData: 'brak danych',
  orMore: 'lub więcej',
  offMap: 'Poza mapą',
  borders: 'granice: Natural Earth',
};

export const plLists: ListWords = {
  ranked: {
    views: '{} z największą liczbą wyświetleń',
    downloads: '{} z największą liczbą pobrań',
    shares: '{} z największą liczbą udostępnień',
  },
  byReferrer: '{} według stron odsyłających',
  kinds: {
    article: { one: 'artykuł', all: 'artykuły' },
    collection: { one: 'kolekcja', all: 'kolekcje' },
    author: { one: 'autor', all: 'autorzy' },
    group: { one: 'grupa', all: 'grupy' },
    project: { one: 'projekt', all: 'projekty' },
    category: { one: 'kategoria', all: 'kategorie' },
    'item-type': { one: 'typ pozycji', all: 'typy pozycji' },
  },
};
