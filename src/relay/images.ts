import { Hono } from 'hono';
import { etag, RETAINED_304_HEADERS } from 'hono/etag';
import { FigshareError, invalid } from '../figshare/error.js';
import { itemName } from '../figshare/item.js';
import { dayOf, type Granularity } from '../figshare/period.js';
import { parseItems, type Question } from '../figshare/question.js';
import { timelineQuestion, type TimelineOptions, askTimeline } from '../figshare/timeline.js';
import { totalsQuestion, askTotals } from '../figshare/totals.js';
import { readerOf as readerOfLocale, type Reader } from '../format/figure.js';
import type { Answered, Source } from '../source/source.js';
import type { Asking } from '../figshare/ask-path.js';
import { badgeImage } from '../images/badge.js';
import { sparklineImage } from '../images/sparkline.js';
import { pill, themes, type Look } from '../images/pill.js';

/** An image of an item, before its numbers are asked for. */
export interface Picture {
  /** @throws FigshareError: the numbers cannot be had */
  ask(source: Source, signal?: AbortSignal): Promise<Drawn>;
  /** Without numbers. */
  unknown: string;
}

export interface Drawn {
  svg: string;
  /** The numbers are so old that their date stands beside them. */
  isStale: boolean;
}

export interface PictureOptions extends TimelineOptions {
  cumulative?: boolean | undefined;
}

/** Reads what is asked, as the elements do. Each throws FigshareError `invalid`, which names the option and its value. */
export const pictures = {
  badge(options: PictureOptions, look: Look): Picture {
    const question = totalsQuestion(options, dayOf(new Date()));
    return pictureOf(question, askTotals, (answered, isStale) =>
      badgeImage(question, answered, look, isStale),
    );
  },
  sparkline(options: PictureOptions, look: Look): Picture {
    const question = timelineQuestion(options, dayOf(new Date()));
    const isCumulative = options.cumulative ?? false;
    return pictureOf(question, askTimeline, (answered, isStale) =>
      sparklineImage(question, answered, look, isCumulative, isStale),
    );
  },
};

/** What an image's address may ask for, behind the question mark. */
const queryNames = {
  badge: ['metrics', 'start', 'end', 'institution', 'compact', 'lang', 'theme'],
  sparkline: [
    ...['metrics', 'granularity', 'start', 'end', 'cumulative', 'category', 'item-type', 'institution'],
    ...['lang', 'theme'],
  ],
};

/** A snapshot that is taken every night, and once is not, is not out of date. */
const staleAfter = 48 * 60 * 60 * 1000;

/** Seconds that browsers and image proxies keep an image: of numbers, and of anything else. */
const usually = 3600;
const shortly = 60;

/** Image proxies give up after ten seconds, and then show nothing. */
const usualPatience = 8_000;

const headers = {
  'content-type': 'image/svg+xml; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  'x-content-type-options': 'nosniff',
  'access-control-allow-origin': '*',
};

/**
 * `/badge/{kind}/{id}.svg` and `/sparkline/{kind}/{id}.svg`. Whatever goes wrong is an image that says so, with
 * status 200: of any other, image proxies show nothing.
 *
 * @param patience - milliseconds that numbers may take
 */
export function imageRoutes(source: Source, patience = usualPatience): Hono {
  const app = new Hono();
  app.use(etag({ retainedHeaders: [...RETAINED_304_HEADERS, ...Object.keys(headers).slice(1)] }));
  for (const variant of ['badge', 'sparkline'] as const) {
    app.get(`/${variant}/:kind/:file{.+\\.svg}`, async (context) => {
      const { kind, file } = context.req.param();
      const { svg, isStale } = await drawn(variant, `${kind}/${file.slice(0, -'.svg'.length)}`, {
        query: new URL(context.req.url).searchParams,
        source,
        patience,
      });
      const seconds = isStale ? shortly : usually;
      return context.body(svg, 200, {
        ...headers,
        'cache-control': `public, max-age=${seconds}, s-maxage=${seconds}`,
      });
    });
  }
  return app;
}

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

function pictureOf<Asked extends Question, Answer>(
  question: Asked,
  asking: Asking<Asked, Answer>,
  draw: (answered: Answered<Answer> | undefined, isStale: boolean) => string,
): Picture {
  return {
    async ask(source, signal) {
      const answered = await source.answer(question, asking, { signal });
      const isStale = Date.now() - answered.retrieved.getTime() > staleAfter;
      return { svg: draw(answered, isStale), isStale };
    },
    unknown: draw(undefined, false),
  };
}

interface Circumstances {
  query: URLSearchParams;
  source: Source;
  patience: number;
}

/** What is no good is `isStale`, too: it may be better soon. */
async function drawn(
  variant: keyof typeof pictures,
  item: string,
  { query, source, patience }: Circumstances,
): Promise<Drawn> {
  const look = lookOf(query);
  let picture: Picture | undefined;
  try {
    picture = pictures[variant](optionsIn(query, parseOne(item), queryNames[variant]), look);
    return await picture.ask(source, AbortSignal.timeout(patience));
  } catch (error) {
    if (!(error instanceof FigshareError) && (error as Error).name !== 'TimeoutError') throw error;
    return { svg: picture?.unknown ?? errorImage(error as FigshareError, look), isStale: true };
  }
}

function lookOf(query: URLSearchParams): Look {
  return {
    reader: readerOf((query.get('lang') ?? '').replaceAll('_', '-')),
    theme: themes.find((theme) => theme === query.get('theme')) ?? 'light',
    isCompact: isOn(query.get('compact')),
  };
}

function optionsIn(query: URLSearchParams, item: string, names: readonly string[]): PictureOptions {
  const given = new Map<string, string>();
  for (const [name, value] of query) {
    if (!names.includes(name)) throw new FigshareError('invalid', unknownName(name, names));
    if (given.has(name)) throw invalid(name, 'given once', `${given.get(name)}" and "${value}`);
    given.set(name, value);
  }
  return {
    item,
    metrics: given.get('metrics'),
    granularity: given.get('granularity') as Granularity | undefined,
    start: given.get('start'),
    end: given.get('end'),
    institution: given.get('institution'),
    category: given.get('category'),
    itemType: given.get('item-type'),
    cumulative: isOn(given.get('cumulative')),
  };
}

/** One item has one address: several in it, a DOI, or a number written otherwise have none. */
function parseOne(text: string): string {
  const [item, ...others] = parseItems(text);
  const isOne = item && others.length === 0 && 'kind' in item && itemName(item) === text;
  if (!isOne) throw invalid('item', 'kind/number', text);
  return text;
}

/** A boolean is on by being there, but for those who say no. */
function isOn(value: string | null | undefined): boolean {
  return value != null && !/^(false|no|off|0)$/i.test(value);
}

function unknownName(name: string, names: readonly string[]): string {
  return `"${shortened(name, 20)}" is none of ${names.join(', ')}`;
}

/** As high as an image with numbers; in the language of all that is said to a page's author. */
function errorImage({ message }: FigshareError, look: Look): string {
  const text = message.startsWith('item ') ? 'not a figshare item' : shortened(message, 72);
  const english = { ...look, reader: readerOf('en') };
  return pill([[{ text }]], shortened(message, 400), '', english);
}

function shortened(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
}
