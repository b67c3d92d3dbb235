import { readWords, type Language } from './words.js';

// One line a word:
//   byCountry   {}: the metric
//   byCity      {}: the metric; the service tells no more cities than these
//   other       all places but those that are listed
//   nowhere     events whose place is not known
//   noData      on a map, a country of which the service tells nothing
//   offMap      {}: countries and their numbers that the map has no room for
const table: Record<Language, string> = {
  en: `
    {} by country
    {} by city, the 10 largest of each country
    other
    unknown place
    no data
    Not on the map: {}`,
  de: `
    {} nach Land
    {} nach Stadt, die 10 größten jedes Landes
    andere
    unbekannter Ort
    keine Angabe
    Nicht auf der Karte: {}`,
  es: `
    {} por país
    {} por ciudad, las 10 mayores de cada país
    otros
    lugar desconocido
    sin datos
    Fuera del mapa: {}`,
  fr: `
    {} par pays
    {} par ville, les 10 premières de chaque pays
    autres
    lieu inconnu
    aucune donnée
    Hors de la carte : {}`,
  it: `
    {} per paese
    {} per città, le 10 maggiori di ogni paese
    altri
    luogo sconosciuto
    nessun dato
    Non sulla mappa: {}`,
  nl: `
    {} per land
    {} per stad, de 10 grootste van elk land
    overige
    onbekende plaats
    geen gegevens
    Niet op de kaart: {}`,
  pl: `
    {} według kraju
    {} według miasta, 10 największych w każdym kraju
    inne
    nieznane miejsce
    brak danych
    Poza mapą: {}`,
  pt: `
    {} por país
    {} por cidade, as 10 maiores de cada país
    outros
    local desconhecido
    sem dados
    Fora do mapa: {}`,
  zh: `
    按国家/地区：{}
    按城市：{}，每个国家/地区最多 10 个
    其他
    未知地点
    无数据
    未在地图上显示：{}`,
  ja: `
    国別：{}
    都市別：{}（各国上位10都市）
    その他
    場所不明
    データなし
    地図にない国・地域：{}`,
  ar: `
    {} حسب البلد
    {} حسب المدينة، أكبر 10 في كل بلد
    أخرى
    مكان غير معروف
    لا توجد بيانات
    خارج الخريطة: {}`,
};

const names = ['byCountry', 'byCity', 'other', 'nowhere', 'noData', 'offMap'] as const;

/** The words of a breakdown in one language. `{}` is where a value goes. */
export type BreakdownWords = Record<(typeof names)[number], string>;

export function breakdownWordsIn(language: Language): BreakdownWords {
  return readWords(names, table[language]);
}
