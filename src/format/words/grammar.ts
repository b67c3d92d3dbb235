import { perLocale } from '../per-locale.js';
import type { Noun, Words } from './en.js';
import { fill } from './words.js';

const rules = perLocale((locale) => new Intl.PluralRules(locale));
const lists = perLocale((locale) => new Intl.ListFormat(locale));

/** The plural category that a number has in a locale. */
export function categoryOf(count: number, locale: string): Intl.LDMLPluralRule {
  return rules(locale).select(count);
}

/** A noun as it goes with a number: 1 view, 2 views. */
export function pluralOf(noun: Noun, count: number, locale: string): string {
  return noun[categoryOf(count, locale)] ?? noun.other;
}

/** A noun as it goes with "no": no views. */
export function absentOf({ zero, other }: Noun): string {
  return zero ?? other;
}

/** A noun as it stands above numbers and in titles: views. */
export function headingOf({ heading, zero, other }: Noun): string {
  return heading ?? zero ?? other;
}

/** A noun as it stands under one number: where a language has a form for headings, that one. */
export function labelUnder({ heading, zero, ...forms }: Noun, count: number, locale: string): string {
  return heading ?? zero ?? pluralOf(forms, count, locale);
}

/** "no views or downloads in this period" */
export function noneOf(nouns: readonly Noun[], words: Words): string {
  const [only, ...others] = nouns;
  if (only?.none && others.length === 0) return only.none;
  const [between, beforeLast] = words.nor;
  const texts = nouns.map(absentOf);
  const last = texts.pop() ?? '';
  return fill(words.none, texts.length > 0 ? texts.join(between) + beforeLast + last : last);
}

/** "views and downloads: not known" */
export function unknownOf(nouns: readonly Noun[], words: Words, locale: string): string {
  return listed(nouns.map(headingOf), locale) + words.colon + words.unknown;
}

/** "views, downloads, and shares" */
export function listed(texts: readonly string[], locale: string): string {
  const [only = '', ...others] = texts;
  return others.length > 0 ? lists(locale).format(texts) : only;
}

/** As a title or a sentence begins. */
export function capitalized(text: string, locale: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(locale) + text.slice(first.length);
}
