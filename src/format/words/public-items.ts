import { arPublicItems } from './ar.js';
import { dePublicItems } from './de.js';
import { enPublicItems, type Noun } from './en.js';
import { esPublicItems } from './es.js';
import { frPublicItems } from './fr.js';
import { itPublicItems } from './it.js';
import { jaPublicItems } from './ja.js';
import { nlPublicItems } from './nl.js';
import { plPublicItems } from './pl.js';
import { ptPublicItems } from './pt.js';
import { zhPublicItems } from './zh.js';
import { zhHantPublicItems } from './zh-Hant.js';
import type { Language } from './words.js';

const table: Record<Language, Noun> = {
  ar: arPublicItems,
  de: dePublicItems,
  en: enPublicItems,
  es: esPublicItems,
  fr: frPublicItems,
  it: itPublicItems,
  ja: jaPublicItems,
  nl: nlPublicItems,
  pl: plPublicItems,
  pt: ptPublicItems,
  'pt-PT': ptPublicItems,
  zh: zhPublicItems,
  'zh-Hant': zhHantPublicItems,
};

/** What groups hold. */
export function publicItemsIn(language: Language): Noun {
  return table[language];
}
