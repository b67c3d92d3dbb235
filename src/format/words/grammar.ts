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
export function labelUnder(noun: Noun, count: number, locale: string): string {
  return headingOf({ ...noun, other: pluralOf(noun, count, locale) });
}

/** "no views or downloads in this period" */
export function noneOf(nouns: readonly Noun[], words: Words): string {
  const [only, another] = nouns;
  if (only?.none && !another) return only.none;
  return fill(words.none, nouns.map(absentOf).join(words.nor));
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
