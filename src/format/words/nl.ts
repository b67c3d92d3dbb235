import type { DetailWords, ListWords, MapWords, Noun, PlaceWords, TimelineWords, Words } from './en.js';

export const nl: Words = {
  colon: ': ',
  comma: ', ',

  views: { one: 'weergave', other: 'weergaven' },
  downloads: { one: 'download', other: 'downloads' },
  shares: {
    other: 'keer gedeeld',
    zero: 'deelacties',
    heading: 'gedeeld',
    none: 'niet gedeeld in deze periode',
  },
  citations: { one: 'citatie', other: 'citaties' },

  none: 'geen {} in deze periode',
  nor: ' of ',
  unknown: 'niet bekend',
  counted: 'ruwe telling van figshare, alle versies',
  asOf: 'per {}',
  allTime: 'hele periode',
  use: 'Gebruik op figshare',
  view: 'Bekijken op figshare',

  agree: 'De cijfers worden alleen met uw toestemming van {} geladen.',
  show: 'Cijfers tonen',
  noAnswer: '{} heeft niet geantwoord.',
  again: 'Opnieuw proberen',
};

export const nlPublicItems: Noun = { one: 'openbaar item', other: 'openbare items' };

export const nlDetails: DetailWords = {
  most: '{}, het meest: {} ({})',
  lastMonths: 'afgelopen {} maanden',
  table: 'Tabel',
};

export const nlTimeline: TimelineWords = {
  stop: '. ',
  soFar: '{} tot nu toe',
  unfinished: 'tot nu toe',
  notOver: '{} is nog niet voorbij.',
  fromZero: 'geteld vanaf 0 op {}',
  cumulated: '{}, cumulatief',
  per: { day: '{} per dag', month: '{} per maand', year: '{} per jaar' },
  within: 'in {}',
  rising: '{}, stijgend',
  falling: '{}, dalend',
};

export const nlPlaces: PlaceWords = {
  byCountry: '{} per land',
  byCity: '{} per stad, de {} grootste van elk land',
  country: 'Land',
  city: 'Stad',
  share: 'Aandeel',
  others: { one: '{} ander land', other: '{} andere landen' },
  otherPlaces: 'Overige plaatsen',
  nowhere: 'Plaats niet bekend',
  fromCountries: { one: '{} uit {} land', other: '{} uit {} landen' },
};

export const nlMap: MapWords = {
  noData: 'geen gegevens',
  orMore: 'of meer',
  offMap: 'Niet op de kaart',
  borders: 'Grenzen: Natural Earth',
};

export const nlLists: ListWords = {
  ranked: { views: 'meest bekeken {}', downloads: 'meest gedownloade {}', shares: 'meest gedeelde {}' },
  byReferrer: '{} per verwijzende site',
  kinds: {
    article: 'artikelen',
    collection: 'collecties',
    author: 'auteurs',
    group: 'groepen',
    project: 'projecten',
    category: 'categorieën',
    'item-type': 'itemtypen',
  },
};
