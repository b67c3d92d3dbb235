import { arMap } from './ar.js';
import { deMap } from './de.js';
import { enMap, type MapWords } from './en.js';
import { esMap } from './es.js';
import { frMap } from './fr.js';
import { itMap } from './it.js';
import { jaMap } from './ja.js';
import { nlMap } from './nl.js';
import { plMap } from './pl.js';
import { ptMap } from './pt.js';
import { zhMap } from './zh.js';
import { zhHantMap } from './zh-Hant.js';
import type { Language } from './words.js';

// Apart from the other tables: a page loads it with the map.
const table: Record<Language, MapWords> = {
  ar: arMap,
  de: deMap,
  en: enMap,
  es: esMap,
  fr: frMap,
  it: itMap,
  ja: jaMap,
  nl: nlMap,
  pl: plMap,
  pt: ptMap,
  'pt-PT': ptMap,
  zh: zhMap,
  'zh-Hant': zhHantMap,
};

/** The words of a map. */
export function mapWordsIn(language: Language): MapWords {
  return table[language];
}
