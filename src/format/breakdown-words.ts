import { readWords, type Language } from './words.js';

// One line a word:
//   byCountry   {}: the metric
//   byCity      {}: the metric; the service tells no more cities than these
//   other       all places but those that are listed
//   nowhere     events whose place is not known
const table: Record<Language, string> = {
  en: `
    {} by country
    {} by city, the 10 largest of each country
    other
    unknown place`,
  de: `
    {} nach Land
    {} nach Stadt, die 10 größten jedes Landes
    andere
    unbekannter Ort`,
  es: `
    {} por país
    {} por ciudad, las 10 mayores de cada país
    otros
    lugar desconocido`,
  fr: `
    {} par pays
    {} par ville, les 10 premières de chaque pays
    autres
    lieu inconnu`,
  it: `
    {} per paese
    {} per città, le 10 maggiori di ogni paese
    altri
    luogo sconosciuto`,
  nl: `
    {} per land
    {} per stad, de 10 grootste van elk land
    overige
    onbekende plaats`,
  pl: `
    {} według kraju
    {} według miasta, 10 największych w każdym kraju
    inne
    nieznane miejsce`,
  pt: `
    {} por país
    {} por cidade, as 10 maiores de cada país
    outros
    local desconhecido`,
  zh: `
    按国家/地区：{}
    按城市：{}，每个国家/地区最多 10 个
    其他
    未知地点`,
  ja: `
    国別：{}
    都市別：{}（各国上位10都市）
    その他
    場所不明`,
  ar: `
    {} حسب البلد
    {} حسب المدينة، أكبر 10 في كل بلد
    أخرى
    مكان غير معروف`,
};

const names = ['byCountry', 'byCity', 'other', 'nowhere'] as const;

/** The words of a breakdown in one language. `{}` is where a value goes. */
export type BreakdownWords = Record<(typeof names)[number], string>;

export function breakdownWordsIn(language: Language): BreakdownWords {
  return readWords(names, table[language]);
}
