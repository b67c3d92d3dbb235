import type { DetailWords, ListWords, MapWords, Noun, PlaceWords, TimelineWords, Words } from './en.js';

export const es: Words = {
  colon: ': ',
  comma: ', ',

  views: { one: 'vista', many: 'de vistas', other: 'vistas' },
  downloads: { one: 'descarga', many: 'de descargas', other: 'descargas' },
  shares: {
    one: 'vez compartido',
    many: 'de veces compartido',
    other: 'veces compartido',
    zero: 'compartidos',
    heading: 'veces compartido',
    none: 'sin compartir en este periodo',
  },
  citations: { one: 'cita', many: 'de citas', other: 'citas' },

  none: 'sin {} en este periodo',
  nor: ' ni ',
  unknown: 'sin datos',
  counted: 'recuento bruto de figshare, todas las versiones',
  asOf: 'a fecha de {}',
  allTime: 'desde el principio',
  use: 'Uso en figshare',
  view: 'Ver en figshare',

  agree: 'Las cifras se cargan de {} solo con su consentimiento.',
  show: 'Mostrar las cifras',
  noAnswer: '{} no ha respondido.',
  again: 'Reintentar',
};

export const esPublicItems: Noun = {
  one: 'elemento público',
  many: 'de elementos públicos',
  other: 'elementos públicos',
};

export const esDetails: DetailWords = {
  most: '{}, máximo: {} ({})',
  lastMonths: 'últimos {} meses',
  table: 'Tabla',
};

export const esTimeline: TimelineWords = {
  stop: '. ',
  soFar: '{} hasta ahora',
  unfinished: 'hasta ahora',
  notOver: '{} aún no ha terminado.',
  fromZero: 'contado desde 0 a partir del {}',
  cumulated: '{}, total acumulado',
  per: { day: '{} por día', month: '{} por mes', year: '{} por año' },
  within: 'en {}',
  rising: '{}, en aumento',
  falling: '{}, en descenso',
};

export const esPlaces: PlaceWords = {
  byCountry: '{} por país',
  byCity: '{} por ciudad, las {} mayores de cada país',
  country: 'País',
  city: 'Ciudad',
  share: 'Porcentaje',
  others: { one: 'Otro país', other: 'Otros {} países' },
  otherPlaces: 'Otros lugares',
  nowhere: 'Lugar desconocido',
  fromCountries: { one: '{} de {} país', other: '{} de {} países' },
};

export const esMap: MapWords = {
  noData: 'sin datos',
  orMore: 'o más',
  offMap: 'Fuera del mapa',
  borders: 'Fronteras: Natural Earth',
};

export const esLists: ListWords = {
  ranked: {
    views: '{} con más vistas',
    downloads: '{} con más descargas',
    shares: '{} que más se han compartido',
  },
  byReferrer: '{} por sitio de procedencia',
  kinds: {
    article: 'artículos',
    collection: 'colecciones',
    author: 'autores',
    group: 'grupos',
    project: 'proyectos',
    category: 'categorías',
    'item-type': 'tipos de elemento',
  },
};
