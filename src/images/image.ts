import { dayOf } from '../figshare/period.js';
import type { Asking } from '../figshare/ask-path.js';
import type { Question } from '../figshare/question.js';
import { askTimeline, timelineQuestion, type TimelineOptions } from '../figshare/timeline.js';
import { askTotals, totalsQuestion } from '../figshare/totals.js';
import { readerOf as readerOfLocale, type Reader } from '../format/figure.js';
import type { Answered, Source } from '../source/source.js';
import { badgeImage } from './badge.js';
import type { ImageStyle } from './pill.js';
import { sparklineImage } from './sparkline.js';

/** An image of an item, before its numbers are asked for. */
export interface Image {
  /** @throws FigshareError: the numbers cannot be had */
  ask(source: Source, signal?: AbortSignal): Promise<DrawnImage>;
  /** Without numbers. */
  unknown: string;
}

export interface DrawnImage {
  svg: string;
  /** The numbers are so old that their date stands beside them. */
  isStale: boolean;
}

export interface ImageOptions extends TimelineOptions {
  cumulative?: boolean | undefined;
}

/** Milliseconds. A snapshot that is taken every night, and once is not, is not out of date. */
export const staleAfter = 48 * 60 * 60 * 1000;

/** Reads what is asked, as the elements do. Each throws FigshareError `invalid`, which names the option and its value. */
export const images = {
  badge(options: ImageOptions, style: ImageStyle): Image {
    const question = totalsQuestion(options, dayOf(new Date()));
    return imageOf(question, askTotals, (answered, isStale) =>
      badgeImage(question, answered, style, isStale),
    );
  },
  sparkline(options: ImageOptions, style: ImageStyle): Image {
    const question = timelineQuestion(options, dayOf(new Date()));
    const isCumulative = options.cumulative ?? false;
    return imageOf(question, askTimeline, (answered, isStale) =>
      sparklineImage(question, answered, style, isCumulative, isStale),
    );
  },
};

/** Who reads a language: one that Intl does not know is passed over. */
export function readerOf(lang: string): Reader {
  return readerOfLocale(isLocale(lang) ? lang : 'en');
}

export function isLocale(lang: string): boolean {
  try {
    return lang !== '' && Intl.NumberFormat.supportedLocalesOf(lang).length > 0;
  } catch {
    return false; // no language tag at all
  }
}

function imageOf<Asked extends Question, Answer>(
  question: Asked,
  asking: Asking<Asked, Answer>,
  draw: (answered: Answered<Answer> | undefined, isStale: boolean) => string,
): Image {
  return {
    async ask(source, signal) {
      const answered = await source.answer(question, asking, { signal });
      const isStale = Date.now() - answered.retrieved.getTime() > staleAfter;
      return { svg: draw(answered, isStale), isStale };
    },
    unknown: draw(undefined, false),
  };
}
