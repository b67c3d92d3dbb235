import { arTimeline } from './ar.js';
import { deTimeline } from './de.js';
import { enTimeline, type TimelineWords } from './en.js';
import { esTimeline } from './es.js';
import { frTimeline } from './fr.js';
import { itTimeline } from './it.js';
import { jaTimeline } from './ja.js';
import { nlTimeline } from './nl.js';
import { plTimeline } from './pl.js';
import { ptTimeline } from './pt.js';
import { ptPTTimeline } from './pt-PT.js';
import { zhTimeline } from './zh.js';
import { zhHantTimeline } from './zh-Hant.js';
import type { Language } from './words.js';

const table: Record<Language, TimelineWords> = {
  ar: arTimeline,
  de: deTimeline,
  en: enTimeline,
  es: esTimeline,
  fr: frTimeline,
  it: itTimeline,
  ja: jaTimeline,
  nl: nlTimeline,
  pl: plTimeline,
  pt: ptTimeline,
  'pt-PT': ptPTTimeline,
  zh: zhTimeline,
  'zh-Hant': zhHantTimeline,
};

/** The words for what happens over time. */
export function timelineWordsIn(language: Language): TimelineWords {
  return table[language];
}
