import type { Metric } from '../figshare/metric.js';
import { formatCount, isAbbreviated } from './count.js';
import { perLocale } from './per-locale.js';
import type { Noun } from './words/en.js';
import { categoryOf, headingOf, labelUnder, unknownOf } from './words/grammar.js';
import { languageOf, wordsIn, type Language } from './words/words.js';

/** Who reads: the locale of numbers and dates, and the language of our own words. */
export interface Reader {
  locale: string;
  language: Language;
}

/** A number and what it counts. */
export interface Figure {
  /** The number as it is seen: an en dash where it is not known, nothing before the answer. */
  seen: string | undefined;
  /** What it counts; empty where the number's own word says that: مشاهدتان, "two views". */
  label: string;
  /** Both as they are heard: "46,088 views", exact, or "views: not known". */
  heard: string;
}

export interface FigureOptions {
  /** 46K for 46,088. */
  isCompact?: boolean;
  /** The label stands under its number. */
  isUnder?: boolean;
}

/** What is shown in place of a number that is not known. */
export const dash = '–';

/**
 * Who reads a locale. Where we have no words in its language, numbers and dates are English, as the words are. Of what else it
 * asks for, digits count, unless they are of another script than its words: calendars are Gregorian, as figshare counts, and
 * what strangers can add without end would make as many formatters.
 */
export const readerOf = perLocale((locale): Reader => {
  const language = languageOf(locale);
  const { language: spoken, baseName, numberingSystem = '' } = new Intl.Locale(locale);
  if (!language.startsWith(spoken)) return { locale: 'en', language };
  const hasOwnDigits = numberingSystem === 'latn' || (numberingSystem === 'arab' && spoken === 'ar');
  return { locale: hasOwnDigits ? `${baseName}-u-nu-${numberingSystem}` : baseName, language };
});

/** @param count - null or undefined where it is not known */
export function figureOf(
  noun: Noun,
  count: number | null | undefined,
  reader: Reader,
  { isCompact = false, isUnder = false }: FigureOptions = {},
): Figure {
  const { locale, language } = reader;
  if (typeof count !== 'number') {
    const label = isUnder ? headingOf(noun) : noun.other;
    return { seen: dash, label, heard: unknownOf([noun], wordsIn(language), locale) };
  }
  const [seen, label] = isUnder
    ? [formatCount(count, locale, isCompact), labelUnder(noun, count, locale)]
    : counted(noun, count, reader, isCompact);
  return { seen, label, heard: formatCounted(noun, count, reader) };
}

/** Before the answer: the name in its longest form takes the room that any other will need. */
export function awaitedFigure(noun: Noun, reader: Reader, options: FigureOptions = {}): Figure {
  const figure = figureOf(noun, undefined, reader, options);
  // Forms for one and two are no longer, and may hold a number: before there is one, nothing says "one view".
  const { other, few = '', many = '' } = noun;
  const forms = options.isUnder ? [figure.label] : [other, few, many];
  const label = forms.reduce((longest, form) => (lettersOf(form) > lettersOf(longest) ? form : longest), '');
  return { ...figure, seen: undefined, label };
}

/** How many letters take room in a line: marks above and below them, as in تنزيلًا, take none. */
export function lettersOf(text: string): number {
  return text.replace(/\p{M}/gu, '').length;
}

/** "2,940 views" */
export function formatEvents(metric: Metric, count: number, reader: Reader): string {
  return formatCounted(nounOf(metric, reader), count, reader);
}

/** "20 public items" */
export function formatCounted(noun: Noun, count: number, reader: Reader): string {
  return counted(noun, count, reader, false).filter(Boolean).join(' ');
}

export function nounOf(metric: Metric, { language }: Reader): Noun {
  return wordsIn(language)[metric];
}

/** A number and the form of its noun; no noun, where its word for the number is a form of the noun. */
function counted(
  noun: Noun,
  count: number,
  { locale, language }: Reader,
  isCompact: boolean,
): [number: string, noun: string] {
  // What is said of "12 Mio." goes with millions, and of "2 tys." with thousands, whatever the exact number is.
  const said = isCompact && isAbbreviated(count, locale) ? (count < 1_000_000 ? 1_000 : 1_000_000) : count;
  const category = categoryOf(said, locale);
  const form = noun[category] ?? noun.other;
  const isWhole = wordsIn(language).selfCounting?.includes(category);
  return isWhole ? [form, ''] : [formatCount(count, locale, isCompact), form];
}
