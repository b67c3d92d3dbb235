import { ar } from './ar.js';
import { de } from './de.js';
import { en, type Words } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import { it } from './it.js';
import { ja } from './ja.js';
import { nl } from './nl.js';
import { pl } from './pl.js';
import { ptPT } from './pt-PT.js';
import { pt } from './pt.js';
import { zhHant } from './zh-Hant.js';
import { zh } from './zh.js';

const table = { ar, de, en, es, fr, it, ja, nl, pl, pt, 'pt-PT': ptPT, zh, 'zh-Hant': zhHant };

/** A language that has words of ours, by its tag. */
export type Language = keyof typeof table;

export const languages = Object.keys(table) as Language[];

/**
 * The language among ours that a locale speaks; English where it speaks none of them. Taiwan, Hong Kong and Macao read
 * traditional Chinese; only Brazil speaks Brazilian Portuguese.
 */
export function languageOf(locale: string): Language {
  const { language, script, region } = new Intl.Locale(locale).maximize();
  if (language === 'zh' && script === 'Hant') return 'zh-Hant';
  if (language === 'pt' && region !== 'BR') return 'pt-PT';
  return languages.find((known) => known === language) ?? 'en';
}

export function wordsIn(language: Language): Words {
  return table[language];
}

/** Which way a language runs, whatever names stand in it. */
export function directionOf(language: Language): 'ltr' | 'rtl' {
  return wordsIn(language).direction;
}

/** Puts values, in their order, where a sentence leaves room for them. */
export function fill(sentence: string, ...values: string[]): string {
  return sentence.replace(/\{\}/g, (room) => values.shift() ?? room);
}
