import type { Metric } from '../figshare/metric.js';

/** Forms by plural category, as Intl.PluralRules names them; one that is missing is read as `other`. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** The elements' own words in one language. `{}` is where a value goes. */
export interface Words extends Record<Metric, Plural> {
  /** No event in a period; `{}`: the metrics' forms for 0. */
  none: string;
  /** In place of a number that is not known, for those who do not see the dash. */
  unknown: string;
  /** What the numbers count. */
  counted: string;
  /** When they were retrieved; `{}`: a date. */
  asOf: string;
  /** On a button: what pressing it does; `{}`: the host that is asked. */
  load: string;
}

// Spanish, French, Italian and Portuguese have a form for whole millions ("1 000 000 de vues"); Chinese and
// Japanese use `zero` for the noun without its counter, which only `none` needs.
const byLanguage = {
  en: {
    views: { one: 'view', other: 'views' },
    downloads: { one: 'download', other: 'downloads' },
    shares: { one: 'share', other: 'shares' },
    citations: { one: 'citation', other: 'citations' },
    none: 'no {} in this period',
    unknown: 'not known',
    counted: 'figshare raw counts, all versions',
    asOf: 'as of {}',
    load: 'Load numbers from {}',
  },
  de: {
    views: { one: 'Aufruf', other: 'Aufrufe' },
    downloads: { one: 'Download', other: 'Downloads' },
    shares: { one: 'Weitergabe', other: 'Weitergaben' },
    citations: { one: 'Zitierung', other: 'Zitierungen' },
    none: 'keine {} in diesem Zeitraum',
    unknown: 'nicht bekannt',
    counted: 'figshare-Rohzählung, alle Versionen',
    asOf: 'Stand {}',
    load: 'Zahlen von {} laden',
  },
  es: {
    views: { one: 'vista', many: 'de vistas', other: 'vistas' },
    downloads: { one: 'descarga', many: 'de descargas', other: 'descargas' },
    shares: { one: 'compartido', many: 'de compartidos', other: 'compartidos' },
    citations: { one: 'cita', many: 'de citas', other: 'citas' },
    none: 'sin {} en este periodo',
    unknown: 'no se sabe',
    counted: 'recuento bruto de figshare, todas las versiones',
    asOf: 'a fecha de {}',
    load: 'Cargar las cifras de {}',
  },
  fr: {
    views: { one: 'vue', many: 'de vues', other: 'vues' },
    downloads: { one: 'téléchargement', many: 'de téléchargements', other: 'téléchargements' },
    shares: { one: 'partage', many: 'de partages', other: 'partages' },
    citations: { one: 'citation', many: 'de citations', other: 'citations' },
    none: 'pas de {} sur cette période',
    unknown: 'inconnu',
    counted: 'décompte brut de figshare, toutes versions',
    asOf: 'au {}',
    load: 'Charger les chiffres de {}',
  },
  it: {
    views: { one: 'visualizzazione', many: 'di visualizzazioni', other: 'visualizzazioni' },
    downloads: { one: 'download', many: 'di download', other: 'download' },
    shares: { one: 'condivisione', many: 'di condivisioni', other: 'condivisioni' },
    citations: { one: 'citazione', many: 'di citazioni', other: 'citazioni' },
    none: 'senza {} in questo periodo',
    unknown: 'non noto',
    counted: 'conteggio grezzo di figshare, tutte le versioni',
    asOf: 'al {}',
    load: 'Carica i numeri da {}',
  },
  nl: {
    views: { one: 'weergave', other: 'weergaven' },
    downloads: { one: 'download', other: 'downloads' },
    shares: { one: 'keer gedeeld', other: 'keer gedeeld' },
    citations: { one: 'citatie', other: 'citaties' },
    none: 'geen {} in deze periode',
    unknown: 'niet bekend',
    counted: 'ruwe telling van figshare, alle versies',
    asOf: 'per {}',
    load: 'Cijfers van {} laden',
  },
  pl: {
    views: { one: 'wyświetlenie', few: 'wyświetlenia', other: 'wyświetleń' },
    downloads: { one: 'pobranie', few: 'pobrania', other: 'pobrań' },
    shares: { one: 'udostępnienie', few: 'udostępnienia', other: 'udostępnień' },
    citations: { one: 'cytowanie', few: 'cytowania', other: 'cytowań' },
    none: 'brak {} w tym okresie',
    unknown: 'nieznane',
    counted: 'surowe dane figshare, wszystkie wersje',
    asOf: 'stan na {}',
    load: 'Wczytaj liczby z {}',
  },
  pt: {
    views: { one: 'visualização', many: 'de visualizações', other: 'visualizações' },
    downloads: { one: 'download', many: 'de downloads', other: 'downloads' },
    shares: { one: 'partilha', many: 'de partilhas', other: 'partilhas' },
    citations: { one: 'citação', many: 'de citações', other: 'citações' },
    none: 'sem {} neste período',
    unknown: 'não conhecido',
    counted: 'contagem bruta do figshare, todas as versões',
    asOf: 'em {}',
    load: 'Carregar os números de {}',
  },
  zh: {
    views: { zero: '浏览', other: '次浏览' },
    downloads: { zero: '下载', other: '次下载' },
    shares: { zero: '分享', other: '次分享' },
    citations: { zero: '引用', other: '次引用' },
    none: '此期间无{}',
    unknown: '未知',
    counted: 'figshare 原始计数，所有版本',
    asOf: '截至 {}',
    load: '从 {} 加载数据',
  },
  ja: {
    views: { zero: '閲覧', other: '回閲覧' },
    downloads: { zero: 'ダウンロード', other: '回ダウンロード' },
    shares: { zero: '共有', other: '回共有' },
    citations: { zero: '引用', other: '回引用' },
    none: 'この期間の{}はありません',
    unknown: '不明',
    counted: 'figshare の生の集計、全バージョン',
    asOf: '{}現在',
    load: '{} から数値を読み込む',
  },
  ar: {
    views: { two: 'مشاهدتان', few: 'مشاهدات', zero: 'مشاهدات', other: 'مشاهدة' },
    downloads: { two: 'تنزيلان', few: 'تنزيلات', zero: 'تنزيلات', many: 'تنزيلًا', other: 'تنزيل' },
    shares: { two: 'مشاركتان', few: 'مشاركات', zero: 'مشاركات', other: 'مشاركة' },
    citations: { two: 'اقتباسان', few: 'اقتباسات', zero: 'اقتباسات', many: 'اقتباسًا', other: 'اقتباس' },
    none: 'لا توجد {} في هذه الفترة',
    unknown: 'غير معروف',
    counted: 'أعداد figshare الأولية، جميع الإصدارات',
    asOf: 'حتى {}',
    load: 'تحميل الأرقام من {}',
  },
} satisfies Record<string, Words>;

export type Language = keyof typeof byLanguage;

export const languages = Object.keys(byLanguage) as Language[];

/** The language among ours that a locale speaks; English where it speaks none of them. */
export function languageOf(locale: string): Language {
  const { language } = new Intl.Locale(locale);
  return Object.hasOwn(byLanguage, language) ? (language as Language) : 'en';
}

export function wordsIn(language: Language): Words {
  return byLanguage[language];
}

/** Puts a value where a sentence leaves room for it. */
export function fill(sentence: string, value: string): string {
  return sentence.replace('{}', () => value);
}

/** A noun as it goes with a number: 1 view, 2 views. */
export function pluralOf(forms: Plural, count: number, language: Language): string {
  return forms[new Intl.PluralRules(language).select(count)] ?? forms.other;
}
