import { arLists } from './ar.js';
import { deLists } from './de.js';
import { enLists, type ListWords } from './en.js';
import { esLists } from './es.js';
import { frLists } from './fr.js';
import { itLists } from './it.js';
import { jaLists } from './ja.js';
import { nlLists } from './nl.js';
import { plLists } from './pl.js';
import { ptLists } from './pt.js';
import { ptPTLists } from './pt-PT.js';
import { zhLists } from './zh.js';
import { zhHantLists } from './zh-Hant.js';
import type { Language } from './words.js';

const table: Record<Language, ListWords> = {
  ar: arLists,
  de: deLists,
  en: enLists,
  es: esLists,
  fr: frLists,
  it: itLists,
  ja: jaLists,
  nl: nlLists,
  pl: plLists,
  pt: ptLists,
  'pt-PT': ptPTLists,
  zh: zhLists,
  'zh-Hant': zhHantLists,
};

/** The words of ranked lists. */
export function listWordsIn(language: Language): ListWords {
  return table[language];
}
