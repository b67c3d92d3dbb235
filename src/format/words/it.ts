import type { DetailWords, ListWords, MapWords, Noun, PlaceWords, TimelineWords, Words } from './en.js';

export const it: Words = {
  colon: ': ',
  comma: ', ',

  views: { one: 'visualizzazione', many: 'di visualizzazioni', other: 'visualizzazioni' },
  downloads: { many: 'di download', other: 'download' },
  shares: { one: 'condivisione', many: 'di condivisioni', other: 'condivisioni' },
  citations: { one: 'citazione', many: 'di citazioni', other: 'citazioni' },

  none: 'senza {} in questo periodo',
  nor: ' né ',
  // "non note" would not go with "download", which is masculine.
  unknown: 'non disponibili',
  counted: 'conteggi grezzi di figshare, tutte le versioni',
  // Before a day, "al" would be "all’" with 8 and 11.
  asOf: 'in data {}',
  allTime: 'dall’inizio',
  use: 'Utilizzo su figshare',
  view: 'Vedi su figshare',

  agree: 'I numeri vengono caricati da {} solo con il tuo consenso.',
  show: 'Mostra i numeri',
  noAnswer: '{} non ha risposto.',
  again: 'Riprova',
};

export const itPublicItems: Noun = {
  one: 'elemento pubblico',
  many: 'di elementi pubblici',
  other: 'elementi pubblici',
};

export const itDetails: DetailWords = {
  most: '{}, massimo: {} ({})',
  lastMonths: 'ultimi {} mesi',
  table: 'Tabella',
};

export const itTimeline: TimelineWords = {
  stop: '. ',
  soFar: '{} finora',
  unfinished: 'finora',
  notOver: '{} non è ancora finito.',
  fromZero: 'conteggio partito da 0 in data {}',
  cumulated: '{}, totale cumulativo',
  per: { day: '{} al giorno', month: '{} al mese', year: '{} all’anno' },
  within: 'in {}',
  rising: '{}, in aumento',
  falling: '{}, in calo',
};

export const itPlaces: PlaceWords = {
  byCountry: '{} per paese',
  byCity: '{} per città, le {} maggiori di ogni paese',
  country: 'Paese',
  city: 'Città',
  share: 'Quota',
  others: { one: 'Un altro paese', other: 'Altri {} paesi' },
  otherPlaces: 'Altri luoghi',
  nowhere: 'Luogo sconosciuto',
  fromCountries: { one: '{} da {} paese', other: '{} da {} paesi' },
};

export const itMap: MapWords = {
  noData: 'nessun dato',
  orMore: 'o più',
  offMap: 'Non sulla mappa',
  borders: 'Confini: Natural Earth',
};

export const itLists: ListWords = {
  ranked: {
    views: '{} con più visualizzazioni',
    downloads: '{} con più download',
    shares: '{} con più condivisioni',
  },
  byReferrer: '{} per sito di provenienza',
  kinds: {
    article: 'articoli',
    collection: 'raccolte',
    author: 'autori',
    group: 'gruppi',
    project: 'progetti',
    category: 'categorie',
    'item-type': 'tipi di elemento',
  },
};
