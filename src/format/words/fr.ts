import type { ListWords, MapWords, Noun, PlaceWords, TimelineWords, Words } from './en.js';

/** A colon has a space before it that does not break, U+00A0. */
export const fr: Words = {
  direction: 'ltr',
  selfCounting: [],
  colon: '\u00a0: ',
  comma: ', ',
  stop: '. ',

  views: { one: 'vue', many: 'de vues', other: 'vues' },
  downloads: { one: 'téléchargement', many: 'de téléchargements', other: 'téléchargements' },
  shares: { one: 'partage', many: 'de partages', other: 'partages' },
  citations: { one: 'citation', many: 'de citations', other: 'citations' },

  none: 'pas de {} sur cette période',
  nor: [', de ', ' ni de '],
  unknown: 'inconnu',
  nothingKnown: 'On ne sait rien de cet élément',
  counted: 'décompte brut de figshare, toutes versions confondues',
  asOf: 'au {}',
  allTime: 'depuis le début',
  lastMonths: '{} derniers mois',
  use: 'Utilisation sur figshare',
  view: 'Voir sur figshare',

  agree: 'Rien n’est chargé sans votre accord. Les chiffres viennent de {}.',
  show: 'Afficher les chiffres',
  noAnswer: '{} n’a pas répondu. Les chiffres sont inconnus pour le moment.',
  again: 'Réessayer',
  table: 'Tableau',
};

export const frPublicItems: Noun = {
  one: 'élément public',
  many: 'd’éléments publics',
  other: 'éléments publics',
};

export const frTimeline: TimelineWords = {
  soFar: '{} (à ce jour)',
  unfinished: 'à ce jour',
  notOver: '{} n’est pas terminé.',
  fromZero: 'compté à partir de 0 le {}',
  cumulated: '{}, cumul',
  per: { day: '{} par jour', month: '{} par mois', year: '{} par an' },
  within: {
    day: { one: 'en {} jour', other: 'en {} jours' },
    month: { other: 'en {} mois' },
    year: { one: 'en {} an', other: 'en {} ans' },
  },
  most: { day: '{}, maximum le {} ({})', month: '{}, maximum en {} ({})', year: '{}, maximum en {} ({})' },
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
  first: '{}, en tête\u00a0: {} ({})',
};

export const frMap: MapWords = {
  noData: 'aucune donnée',
  orMore: 'ou plus',
  offMap: 'Hors carte',
  borders: 'frontières\u00a0: Natural Earth',
};

export const frLists: ListWords = {
  ranked: {
    views: '{} avec le plus de vues',
    downloads: '{} avec le plus de téléchargements',
    shares: '{} avec le plus de partages',
  },
  byReferrer: '{} par site référent',
  kinds: {
    article: { one: 'article', all: 'articles' },
    collection: { one: 'collection', all: 'collections' },
    author: { one: 'auteur', all: 'auteurs' },
    group: { one: 'groupe', all: 'groupes' },
    project: { one: 'projet', all: 'projets' },
    category: { one: 'catégorie', all: 'catégories' },
    'item-type': { one: 'type d’élément', all: 'types d’éléments' },
  },
};
