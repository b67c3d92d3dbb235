import { arPlaces } from './ar.js';
import { dePlaces } from './de.js';
import { enPlaces, type PlaceWords } from './en.js';
import { esPlaces } from './es.js';
import { frPlaces } from './fr.js';
import { itPlaces } from './it.js';
import { jaPlaces } from './ja.js';
import { nlPlaces } from './nl.js';
import { plPlaces } from './pl.js';
import { ptPlaces } from './pt.js';
import { ptPTPlaces } from './pt-PT.js';
import { zhPlaces } from './zh.js';
import { zhHantPlaces } from './zh-Hant.js';
import type { Language } from './words.js';

const table: Record<Language, PlaceWords> = {
  ar: arPlaces,
  de: dePlaces,
  en: enPlaces,
  es: esPlaces,
  fr: frPlaces,
  it: itPlaces,
  ja: jaPlaces,
  nl: nlPlaces,
  pl: plPlaces,
  pt: ptPlaces,
  'pt-PT': ptPTPlaces,
  zh: zhPlaces,
  'zh-Hant': zhHantPlaces,
};

/** The words for where it happens. */
export function placeWordsIn(language: Language): PlaceWords {
  return table[language];
}
