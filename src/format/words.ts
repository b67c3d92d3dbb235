import { kept } from './per-locale.js';

/** Plural categories, as Intl.PluralRules names them, in the order in which a noun's forms are written below. */
const categories = ['other', 'one', 'many', 'few', 'two', 'zero'];

// One line a word: the four metrics with their plural forms, then
//   none     no event in a period; {}: the metrics' forms for 0
//   unknown  in place of a number that is not known, for those who do not see the dash
//   counted  what the numbers count
//   asOf     when they were retrieved; {}: a date
//   load     on a button: what pressing it does; {}: the hosts that are asked
// Spanish, French, Italian and Portuguese have a form for whole millions. Chinese and Japanese write the noun
// without its counter as the form for 0, which only `none` needs.
const table = {
  en: `
    views|view
    downloads|download
    shares|share
    citations|citation
    no {} in this period
    not known
    figshare raw counts, all versions
    as of {}
    Load numbers from {}`,
  de: `
    Aufrufe|Aufruf
    Downloads|Download
    Weitergaben|Weitergabe
    Zitierungen|Zitierung
    keine {} in diesem Zeitraum
    nicht bekannt
    figshare-Rohzählung, alle Versionen
    Stand {}
    Zahlen von {} laden`,
  es: `
    vistas|vista|de vistas
    descargas|descarga|de descargas
    compartidos|compartido|de compartidos
    citas|cita|de citas
    sin {} en este periodo
    no se sabe
    recuento bruto de figshare, todas las versiones
    a fecha de {}
    Cargar las cifras de {}`,
  fr: `
    vues|vue|de vues
    téléchargements|téléchargement|de téléchargements
    partages|partage|de partages
    citations|citation|de citations
    pas de {} sur cette période
    inconnu
    décompte brut de figshare, toutes versions
    au {}
    Charger les chiffres de {}`,
  it: `
    visualizzazioni|visualizzazione|di visualizzazioni
    download|download|di download
    condivisioni|condivisione|di condivisioni
    citazioni|citazione|di citazioni
    senza {} in questo periodo
    non noto
    conteggio grezzo di figshare, tutte le versioni
    al {}
    Carica i numeri da {}`,
  nl: `
    weergaven|weergave
    downloads|download
    keer gedeeld
    citaties|citatie
    geen {} in deze periode
    niet bekend
    ruwe telling van figshare, alle versies
    per {}
    Cijfers van {} laden`,
  pl: `
    wyświetleń|wyświetlenie||wyświetlenia
    pobrań|pobranie||pobrania
    udostępnień|udostępnienie||udostępnienia
    cytowań|cytowanie||cytowania
    brak {} w tym okresie
    nieznane
    surowe dane figshare, wszystkie wersje
    stan na {}
    Wczytaj liczby z {}`,
  pt: `
    visualizações|visualização|de visualizações
    downloads|download|de downloads
    partilhas|partilha|de partilhas
    citações|citação|de citações
    sem {} neste período
    não conhecido
    contagem bruta do figshare, todas as versões
    em {}
    Carregar os números de {}`,
  zh: `
    次浏览|||||浏览
    次下载|||||下载
    次分享|||||分享
    次引用|||||引用
    此期间无{}
    未知
    figshare 原始计数，所有版本
    截至 {}
    从 {} 加载数据`,
  ja: `
    回閲覧|||||閲覧
    回ダウンロード|||||ダウンロード
    回共有|||||共有
    回引用|||||引用
    この期間の{}はありません
    不明
    figshare の生の集計、全バージョン
    {}現在
    {} から数値を読み込む`,
  ar: `
    مشاهدة|||مشاهدات|مشاهدتان|مشاهدات
    تنزيل||تنزيلًا|تنزيلات|تنزيلان|تنزيلات
    مشاركة|||مشاركات|مشاركتان|مشاركات
    اقتباس||اقتباسًا|اقتباسات|اقتباسان|اقتباسات
    لا توجد {} في هذه الفترة
    غير معروف
    أعداد figshare الأولية، جميع الإصدارات
    حتى {}
    تحميل الأرقام من {}`,
};

export type Language = keyof typeof table;

export const languages = Object.keys(table) as Language[];

const names = [
  'views',
  'downloads',
  'shares',
  'citations',
  'none',
  'unknown',
  'counted',
  'asOf',
  'load',
] as const;

/** The words that all elements have, in one language. `{}` is where a value goes. */
export type Words = Record<(typeof names)[number], string>;

/** The language among ours that a locale speaks; English where it speaks none of them. */
export function languageOf(locale: string): Language {
  const { language } = new Intl.Locale(locale);
  return languages.find((known) => known === language) ?? 'en';
}

export function wordsIn(language: Language): Words {
  return readWords(names, table[language]);
}

/** Gives lines of a table their names. */
export function readWords<Name extends string>(names: readonly Name[], lines: string): Record<Name, string> {
  const texts = lines.trim().split(/\n\s*/);
  return Object.fromEntries(names.map((name, line) => [name, texts[line]])) as Record<Name, string>;
}

/** Puts values, in their order, where a sentence leaves room for them. */
export function fill(sentence: string, ...values: string[]): string {
  return sentence.replace(/\{\}/g, (room) => values.shift() ?? room);
}

const rules = kept((language) => new Intl.PluralRules(language));

/** Which way a language runs, whatever names stand in it. */
export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

/** A noun as it goes with a number: 1 view, 2 views. */
export function pluralOf(noun: string, count: number, language: Language): string {
  const forms = noun.split('|');
  return forms[categories.indexOf(rules(language).select(count))] || (forms[0] ?? '');
}

/** A noun as it goes with "no": no views. */
export function absentOf(noun: string, language: Language): string {
  return noun.split('|')[categories.indexOf('zero')] || pluralOf(noun, 0, language);
}

/** A noun as it stands above numbers: views. */
export function headingOf(noun: string, language: Language): string {
  return noun.split('|')[categories.indexOf('zero')] || pluralOf(noun, 2, language);
}

/** "no views or downloads in this period" */
export function noneOf(nouns: readonly string[], language: Language): string {
  const list = new Intl.ListFormat(language, { type: 'disjunction' }).format(nouns);
  return fill(wordsIn(language).none, list);
}
