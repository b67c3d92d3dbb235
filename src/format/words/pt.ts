import type { DetailWords, ListWords, MapWords, Noun, PlaceWords, TimelineWords, Words } from './en.js';

/** Portuguese as in Brazil. */
export const pt: Words = {
  colon: ': ',
  comma: ', ',

  views: { one: 'visualização', many: 'de visualizações', other: 'visualizações' },
  downloads: { one: 'download', many: 'de downloads', other: 'downloads' },
  shares: { one: 'compartilhamento', many: 'de compartilhamentos', other: 'compartilhamentos' },
  citations: { one: 'citação', many: 'de citações', other: 'citações' },

  none: 'sem {} neste período',
  nor: ' nem ',
  unknown: 'sem dados',
  counted: 'contagem bruta do figshare, todas as versões',
  asOf: 'em {}',
  allTime: 'desde o início',
  use: 'Uso no figshare',
  view: 'Ver no figshare',

  agree: 'Os números só são carregados de {} com o seu consentimento.',
  show: 'Mostrar os números',
  noAnswer: '{} não respondeu.',
  again: 'Tentar novamente',
};

export const ptPublicItems: Noun = {
  one: 'item público',
  many: 'de itens públicos',
  other: 'itens públicos',
};

export const ptDetails: DetailWords = {
  most: '{}, máximo: {} ({})',
  lastMonths: 'últimos {} meses',
  table: 'Tabela',
};

export const ptTimeline: TimelineWords = {
  stop: '. ',
  soFar: '{} até agora',
  unfinished: 'até agora',
  notOver: '{} ainda não terminou.',
  fromZero: 'contado a partir de 0 em {}',
  cumulated: '{}, total acumulado',
  per: { day: '{} por dia', month: '{} por mês', year: '{} por ano' },
  within: 'em {}',
  rising: '{}, em alta',
  falling: '{}, em queda',
};

export const ptPlaces: PlaceWords = {
  byCountry: '{} por país',
  byCity: '{} por cidade, as {} maiores de cada país',
  country: 'País',
  city: 'Cidade',
  share: 'Percentual',
  others: { one: 'Outro país', other: 'Outros {} países' },
  otherPlaces: 'Outros locais',
  nowhere: 'Local desconhecido',
  fromCountries: { one: '{} de {} país', other: '{} de {} países' },
};

export const ptMap: MapWords = {
  noData: 'sem dados',
  orMore: 'ou mais',
  offMap: 'Fora do mapa',
  borders: 'Fronteiras: Natural Earth',
};

export const ptLists: ListWords = {
  ranked: {
    views: '{} com mais visualizações',
    downloads: '{} com mais downloads',
    shares: '{} com mais compartilhamentos',
  },
  byReferrer: '{} por site de origem',
  kinds: {
    article: 'artigos',
    collection: 'coleções',
    author: 'autores',
    group: 'grupos',
    project: 'projetos',
    category: 'categorias',
    'item-type': 'tipos de item',
  },
};
