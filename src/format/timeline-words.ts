import { readWords, type Language } from './words.js';

// One line a word:
//   soFar     a day, month or year that is not over; {}: its date
//   fromZero  a running total: it leaves out what was before its first day; {}: that day
//   most      {}: a total, the date of the largest value, that value
//   rising, falling, steady   {}: all of that
//   table     on a button: shows the numbers
const table: Record<Language, string> = {
  en: `
    {} so far
    counted from 0 on {}
    {}, most: {} ({})
    {}, rising
    {}, falling
    {}, steady
    Table`,
  de: `
    {} bisher
    ab {} von 0 gezählt
    {}, Höchstwert: {} ({})
    {}, steigend
    {}, fallend
    {}, gleichbleibend
    Tabelle`,
  es: `
    {} hasta ahora
    contado desde 0 el {}
    {}, máximo: {} ({})
    {}, en aumento
    {}, en descenso
    {}, estable
    Tabla`,
  fr: `
    {} à ce jour
    compté à partir de 0 le {}
    {}, maximum : {} ({})
    {}, en hausse
    {}, en baisse
    {}, stable
    Tableau`,
  it: `
    {} finora
    contato da 0 dal {}
    {}, massimo: {} ({})
    {}, in aumento
    {}, in calo
    {}, stabile
    Tabella`,
  nl: `
    {} tot nu toe
    geteld vanaf 0 op {}
    {}, hoogste: {} ({})
    {}, stijgend
    {}, dalend
    {}, stabiel
    Tabel`,
  pl: `
    {} do tej pory
    liczone od 0 od {}
    {}, najwięcej: {} ({})
    {}, rosnąco
    {}, malejąco
    {}, bez zmian
    Tabela`,
  pt: `
    {} até agora
    contado a partir de 0 em {}
    {}, máximo: {} ({})
    {}, a subir
    {}, a descer
    {}, estável
    Tabela`,
  zh: `
    {}至今
    自{}从 0 起计
    {}，最多：{}（{}）
    {}，上升
    {}，下降
    {}，平稳
    表格`,
  ja: `
    {}（途中）
    {}に 0 から集計
    {}、最多：{}（{}）
    {}、増加傾向
    {}、減少傾向
    {}、横ばい
    表`,
  ar: `
    {} حتى الآن
    محسوبة من 0 ابتداءً من {}
    {}، الأعلى: {} ({})
    {}، في ارتفاع
    {}، في انخفاض
    {}، مستقر
    جدول`,
};

const names = ['soFar', 'fromZero', 'most', 'rising', 'falling', 'steady', 'table'] as const;

/** The words of a timeline in one language. `{}` is where a value goes. */
export type TimelineWords = Record<(typeof names)[number], string>;

export function timelineWordsIn(language: Language): TimelineWords {
  return readWords(names, table[language]);
}
