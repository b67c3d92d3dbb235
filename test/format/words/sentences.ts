/**
 * What our words come to, in all languages, as a table for a person to read: test/format/words/sentences.txt. Made anew by
 *
 *   npx tsx test/format/words/sentences.ts > test/format/words/sentences.txt
 */
import { counters, metrics, type Counter } from '../../../src/figshare/metric.js';
import { datesOf, type Granularity, type Period } from '../../../src/figshare/period.js';
import type { Extent, Series } from '../../../src/figshare/series.js';
import { formatCount } from '../../../src/format/count.js';
import { figureOf, formatCounted, formatEvents, nounOf, type Reader } from '../../../src/format/figure.js';
import { formatNone, formatSpan, summaryOf, timelineTitle } from '../../../src/format/timeline-text.js';
import {
  capitalized,
  headingOf,
  labelUnder,
  pluralOf,
  unknownOf,
} from '../../../src/format/words/grammar.js';
import { mapWordsIn } from '../../../src/format/words/map-words.js';
import {
  detailWordsIn,
  fill,
  type Language,
  languages,
  listWordsIn,
  placeWordsIn,
  publicItemsIn,
  timelineWordsIn,
  wordsIn as commonWordsIn,
} from '../../../src/format/words/words.js';

const wordsIn = (language: Language) => ({
  ...commonWordsIn(language),
  ...detailWordsIn(language),
  ...timelineWordsIn(language),
  ...placeWordsIn(language),
  ...mapWordsIn(language),
  ...listWordsIn(language),
  publicItems: publicItemsIn(language),
});

const year: Period = { start: '2025-12-01', end: '2026-11-27' };

function series(values: number[], period: Period, granularity: Granularity): Series {
  return datesOf(period, granularity).map((date, at) => ({ date, value: values[at % values.length] ?? 0 }));
}

function summary(reader: Reader, granularity: Granularity, extent: Extent, isCumulative = false): string {
  const views: readonly [Counter, Series] = ['views', series([2, 1, 3], extent.period, granularity)];
  return summaryOf([views], extent, reader, isCumulative);
}

/** Of each kind of text its sentences for one reader. */
export const kinds: Record<string, (reader: Reader) => string[]> = {
  'A number that is not known: the noun first'(reader) {
    const words = wordsIn(reader.language);
    const nouns = metrics.map((metric) => nounOf(metric, reader));
    return [...nouns.map((noun) => [noun]), nouns.slice(0, 2), [words.publicItems]].map((some) =>
      unknownOf(some, words, reader.locale),
    );
  },

  'None: one, two, three metrics'(reader) {
    return [...counters.map((counter) => [counter]), counters.slice(0, 2), counters].map((some) =>
      formatNone(some, reader),
    );
  },

  'Numbers with their nouns'(reader) {
    const { publicItems } = wordsIn(reader.language);
    return [
      ...[0, 1, 2, 3, 11, 100, 102, 46_088, 1_000_000].map((count) => formatEvents('views', count, reader)),
      ...[1, 2, 812].map((count) => formatEvents('shares', count, reader)),
      ...[1, 2, 11].map((count) => formatCounted(publicItems, count, reader)),
    ];
  },

  'Short numbers: the noun goes with what is said'(reader) {
    return [1_234_567, 12_000_000].map((count) => {
      const { seen, label } = figureOf(nounOf('views', reader), count, reader, { isCompact: true });
      return `${seen} ${label}`;
    });
  },

  'Heads of columns, and labels under the numbers 1 and 46,088'(reader) {
    const { country, city, share } = wordsIn(reader.language);
    const nouns = metrics.map((metric) => nounOf(metric, reader));
    return [
      ...nouns.map((noun) => capitalized(headingOf(noun), reader.locale)),
      ...[country, city, share],
      ...nouns.map((noun) => labelUnder(noun, 1, reader.locale)),
      ...nouns.map((noun) => labelUnder(noun, 46_088, reader.locale)),
    ];
  },

  Titles(reader) {
    const { locale, language } = reader;
    const words = wordsIn(language);
    const views = capitalized(headingOf(nounOf('views', reader)), locale);
    return [
      ...(['day', 'month', 'year'] as const).map((step) =>
        timelineTitle(['views', 'downloads'], step, reader, false),
      ),
      timelineTitle(['downloads'], 'month', reader, true),
      fill(words.byCountry, views),
      fill(words.byCity, views, formatCount(10, locale)),
      fill(words.byReferrer, views),
      words.allTime,
      fill(words.lastMonths, formatCount(12, locale)),
      words.use,
    ];
  },

  'Titles of lists'({ locale, language }) {
    const { ranked, kinds } = wordsIn(language);
    return [
      ...Object.values(kinds).map((kind) => capitalized(fill(ranked.views, kind), locale)),
      ...counters.slice(1).map((counter) => capitalized(fill(ranked[counter], kinds.article), locale)),
    ];
  },

  'What a timeline shows'(reader) {
    const both: [Counter, Series][] = [
      ['views', series([2, 1, 3], year, 'month')],
      ['downloads', series([0], year, 'month')],
      ['shares', []],
    ];
    const days = { start: '2026-10-29', end: '2026-11-27' };
    const years = { start: '2012-01-01', end: '2026-11-27' };
    const growing = series([1, 2, 3, 4], { start: '2026-01-01', end: '2026-04-30' }, 'month');
    return [
      summaryOf(both, { period: year, isOpen: true }, reader, false),
      summary(reader, 'day', { period: days, isOpen: false }),
      summary(reader, 'year', { period: years, isOpen: true }),
      summary(reader, 'month', { period: year, isOpen: false }, true),
      summaryOf(
        [['views', growing]],
        { period: { start: '2026-01-01', end: '2026-04-30' }, isOpen: false },
        reader,
        false,
      ),
      ...([1, 2, 12] as const).map((count) => formatSpan(count, 'month', reader)),
      ...([1, 30] as const).map((count) => formatSpan(count, 'day', reader)),
      ...([1, 5] as const).map((count) => formatSpan(count, 'year', reader)),
    ];
  },

  Places(reader) {
    const { locale, language } = reader;
    const words = wordsIn(language);
    const others = (count: number) => fill(pluralOf(words.others, count, locale), formatCount(count, locale));
    const from = (count: number) =>
      fill(
        pluralOf(words.fromCountries, count, locale),
        formatEvents('views', 46_088, reader),
        formatCount(count, locale),
      );
    return [
      ...[1, 2, 5, 96].map(others),
      ...[1, 2, 99].map(from),
      fill(words.most, from(99), 'X', '35%'),
      ...[words.otherPlaces, words.nowhere, words.noData, words.orMore, words.offMap, words.borders],
      `X${words.colon}${formatEvents('views', 3, reader)}${words.comma}${formatEvents('downloads', 2, reader)}`,
    ];
  },

  'What is counted, asked, pressed'({ language }) {
    const words = wordsIn(language);
    const host = 'stats.figshare.com';
    return [
      words.counted,
      fill(words.asOf, '2026'),
      fill(words.agree, host),
      words.show,
      fill(words.noAnswer, host),
      ...[words.again, words.view, words.table, words.unfinished],
    ];
  },
};

/** A kind's lines. Spaces that do not break are shown, and those around a dash are what a browser's version makes of it. */
export function blockOf(kind: string): string {
  const lines = languages.map((language) => {
    const texts = kinds[kind]!({ locale: `${language}-u-nu-latn`, language });
    return `${language.padEnd(8)} ${texts.join(' | ')}`;
  });
  return `${kind}\n${lines.join('\n')}\n`.replace(/\s*–\s*/g, ' – ').replace(/[\u00a0\u202f]/g, '␣');
}

if (globalThis.process?.argv[1]?.endsWith('sentences.ts'))
  console.log(Object.keys(kinds).map(blockOf).join('\n'));
