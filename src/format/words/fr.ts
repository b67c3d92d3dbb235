import type { DetailWords, ListWords, MapWords, Noun, PlaceWords, TimelineWords, Words } from './en.js';

/** A colon has a space before it that does not break, U+00A0. */
export const fr: Words = {
  colon: '\u00a0: ',
  comma: ', ',

  views: { one: 'vue', many: 'de vues', other: 'vues' },
  downloads: { one: 'téléchargement', many: 'de téléchargements', other: 'téléchargements' },
  shares: { one: 'partage', many: 'de partages', other: 'partages' },
  citations: { one: 'citation', many: 'de citations', other: 'citations' },

  none: 'pas de {} sur cette période',
  nor: ' ni de ',
  unknown: 'inconnu',
  counted: 'décompte brut de figshare, toutes versions confondues',
  asOf: 'au {}',
  allTime: 'depuis le début',
  use: 'Utilisation sur figshare',
  view: 'Voir sur figshare',

  agree: 'Les chiffres ne sont chargés depuis {} qu’avec votre accord.',
  show: 'Afficher les chiffres',
  noAnswer: '{} n’a pas répondu.',
  again: 'Réessayer',
};

export const frPublicItems: Noun = {
  one: 'élément public',
  many: 'd’éléments publics',
  other: 'éléments publics',
};

export const frDetails: DetailWords = {
  most: '{}, maximum\u00a0: {} ({})',
  lastMonths: '{} derniers mois',
  table: 'Tableau',
};

export const frTimeline: TimelineWords = {
  stop: '. ',
  soFar: '{} (à ce jour)',
  unfinished: 'à ce jour',
  notOver: '{} n’est pas terminé.',
  fromZero: 'compté à partir de 0 le {}',
  cumulated: '{}, cumul',
  per: { day: '{} par jour', month: '{} par mois', year: '{} par an' },
  within: 'en {}',
  rising: '{}, en hausse',
  falling: '{}, en baisse',
};

export const frPlaces: PlaceWords = {
  byCountry: '{} par pays',
  byCity: '{} par ville, les {} premières de chaque pays',
  country: 'Pays',
  city: 'Ville',
  share: 'Part',
  others: { one: '{} autre pays', other: '{} autres pays' },
  otherPlaces: 'Autres lieux',
  nowhere: 'Lieu inconnu',
  fromCountries: { other: '{} depuis {} pays' },
};

export const frMap: MapWords = {
  noData: 'aucune donnée',
  orMore: 'ou plus',
  offMap: 'Hors carte',
  borders: 'Frontières\u00a0: Natural Earth',
};

export const frLists: ListWords = {
  ranked: {
    views: '{} avec le plus de vues',
    downloads: '{} avec le plus de téléchargements',
    shares: '{} avec le plus de partages',
  },
  byReferrer: '{} par site référent',
  kinds: {
    article: 'articles',
    collection: 'collections',
    author: 'auteurs',
    group: 'groupes',
    project: 'projets',
    category: 'catégories',
    'item-type': 'types d’éléments',
  },
};
