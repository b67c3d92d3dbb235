import type { Language } from './words.js';

/** What groups hold, with the forms of its plural as words.ts has them. */
const items: Record<Language, string> = {
  en: 'public items|public item',
  de: 'öffentliche Einträge|öffentlicher Eintrag',
  es: 'elementos públicos|elemento público|de elementos públicos',
  fr: 'éléments publics|élément public|d’éléments publics',
  it: 'elementi pubblici|elemento pubblico|di elementi pubblici',
  nl: 'openbare items|openbaar item',
  pl: 'publicznych pozycji|publiczna pozycja||publiczne pozycje',
  pt: 'itens públicos|item público|de itens públicos',
  zh: '个公开条目',
  ja: '件の公開アイテム',
  ar: 'عنصر عام|عنصر عام|عنصرًا عامًا|عناصر عامة|عنصران عامان|عناصر عامة',
};

export function publicItemsIn(language: Language): string {
  return items[language];
}
