import { ar, arDetails, arLists, arPlaces, arPublicItems, arTimeline } from './ar.js';
import { de, deDetails, deLists, dePlaces, dePublicItems, deTimeline } from './de.js';
import {
  en,
  enDetails,
  enLists,
  enPlaces,
  enPublicItems,
  enTimeline,
  type DetailWords,
  type ListWords,
  type Noun,
  type PlaceWords,
  type TimelineWords,
  type Words,
} from './en.js';
import { es, esDetails, esLists, esPlaces, esPublicItems, esTimeline } from './es.js';
import { fr, frDetails, frLists, frPlaces, frPublicItems, frTimeline } from './fr.js';
import { it, itDetails, itLists, itPlaces, itPublicItems, itTimeline } from './it.js';
import { ja, jaDetails, jaLists, jaPlaces, jaPublicItems, jaTimeline } from './ja.js';
import { nl, nlDetails, nlLists, nlPlaces, nlPublicItems, nlTimeline } from './nl.js';
import { pl, plDetails, plLists, plPlaces, plPublicItems, plTimeline } from './pl.js';
import { pt, ptDetails, ptLists, ptPlaces, ptPublicItems, ptTimeline } from './pt.js';
import { ptPT, ptPTLists, ptPTPlaces, ptPTTimeline } from './pt-PT.js';
import { zh, zhDetails, zhLists, zhPlaces, zhPublicItems, zhTimeline } from './zh.js';
import {
  zhHant,
  zhHantDetails,
  zhHantLists,
  zhHantPlaces,
  zhHantPublicItems,
  zhHantTimeline,
} from './zh-Hant.js';

// Each is a table of its own, so that a file that holds one element leaves out the words of the others.
const table = { ar, de, en, es, fr, it, ja, nl, pl, pt, 'pt-PT': ptPT, zh, 'zh-Hant': zhHant };

/** A language that has words of ours, by its tag. */
export type Language = keyof typeof table;

export const languages = Object.keys(table) as Language[];

const detailsTable: Record<Language, DetailWords> = {
  ar: arDetails,
  de: deDetails,
  en: enDetails,
  es: esDetails,
  fr: frDetails,
  it: itDetails,
  ja: jaDetails,
  nl: nlDetails,
  pl: plDetails,
  pt: ptDetails,
  'pt-PT': ptDetails,
  zh: zhDetails,
  'zh-Hant': zhHantDetails,
};

const timelineTable: Record<Language, TimelineWords> = {
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

const placesTable: Record<Language, PlaceWords> = {
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

const listsTable: Record<Language, ListWords> = {
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

const publicItemsTable: Record<Language, Noun> = {
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

/**
 * The language among ours that a locale speaks; English where it speaks none of them. Taiwan, Hong Kong and Macao read
 * traditional Chinese; only Brazil speaks Brazilian Portuguese.
 */
export function languageOf(locale: string): Language {
  const tag = new Intl.Locale(locale);
  const { language } = tag;
  // Only these are asked where they are read: for that, a browser loads a table of all the world's languages.
  if (language === 'zh' && tag.maximize().script === 'Hant') return 'zh-Hant';
  if (language === 'pt' && tag.maximize().region !== 'BR') return 'pt-PT';
  return languages.find((known) => known === language) ?? 'en';
}

export function wordsIn(language: Language): Words {
  return table[language];
}

/** The words of elements that show many numbers. */
export function detailWordsIn(language: Language): DetailWords {
  return detailsTable[language];
}

/** The words for what happens over time. */
export function timelineWordsIn(language: Language): TimelineWords {
  return timelineTable[language];
}

/** The words for where it happens. */
export function placeWordsIn(language: Language): PlaceWords {
  return placesTable[language];
}

/** The words of ranked lists. */
export function listWordsIn(language: Language): ListWords {
  return listsTable[language];
}

/** What groups hold. */
export function publicItemsIn(language: Language): Noun {
  return publicItemsTable[language];
}

/** Which way a language runs, whatever names stand in it. */
export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

/** Puts values, in their order, where a sentence leaves room for them. */
export function fill(sentence: string, ...values: string[]): string {
  return sentence.replace(/\{\}/g, (room) => values.shift() ?? room);
}
