import { Hono } from 'hono';
import { FigshareError, invalid } from '../figshare/error.js';
import { itemName } from '../figshare/item.js';
import { parseItems } from '../figshare/parse-item.js';
import type { Granularity } from '../figshare/period.js';
import { images, readerOf, type DrawnImage, type Image, type ImageOptions } from '../images/image.js';
import { pill, themes, type ImageStyle } from '../images/pill.js';
import type { Source } from '../source/source.js';

/** What an image's address may ask for, behind the question mark. */
const queryNames = {
  badge: ['metrics', 'start', 'end', 'institution', 'compact', 'lang', 'theme'],
  sparkline: [
    ...['metrics', 'granularity', 'start', 'end', 'cumulative', 'category', 'item-type', 'institution'],
    ...['lang', 'theme'],
  ],
};

/** Seconds that browsers and image proxies keep an image: of numbers, and of anything else. */
const usually = 3600;
const shortly = 60;

/** Image proxies give up after ten seconds, and then show nothing. */
const usualMaxWait = 8_000;

const headers = {
  'content-type': 'image/svg+xml; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  'x-content-type-options': 'nosniff',
};

/**
 * `/badge/{kind}/{id}.svg` and `/sparkline/{kind}/{id}.svg`. Whatever goes wrong is an image that says so, with
 * status 200: of any other, image proxies show nothing.
 *
 * @param maxWait - milliseconds that numbers may take
 */
export function imageRoutes(source: Source, maxWait = usualMaxWait): Hono {
  const app = new Hono();
  for (const variant of ['badge', 'sparkline'] as const) {
    app.get(`/${variant}/:kind/:file{.+\\.svg}`, async (context) => {
      const { kind, file } = context.req.param();
      const { svg, isStale } = await drawn(variant, `${kind}/${file.slice(0, -'.svg'.length)}`, {
        query: new URL(context.req.url).searchParams,
        source,
        maxWait,
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

interface Circumstances {
  query: URLSearchParams;
  source: Source;
  maxWait: number;
}

/** What is no good is `isStale`, too: it may be better soon. */
async function drawn(
  variant: keyof typeof images,
  item: string,
  { query, source, maxWait }: Circumstances,
): Promise<DrawnImage> {
  const style = styleOf(query);
  let image: Image | undefined;
  try {
    image = images[variant](optionsIn(query, parseOne(item), queryNames[variant]), style);
    return await image.ask(source, AbortSignal.timeout(maxWait));
  } catch (error) {
    const isExpected = error instanceof FigshareError || (error as Error).name === 'TimeoutError';
    if (!isExpected) console.error(error);
    const message = isExpected ? (error as Error).message : 'the relay failed';
    return { svg: image?.unknown ?? errorImage(message, style), isStale: true };
  }
}

function styleOf(query: URLSearchParams): ImageStyle {
  return {
    reader: readerOf((query.get('lang') ?? '').replaceAll('_', '-')),
    theme: themes.find((theme) => theme === query.get('theme')) ?? 'light',
    isCompact: isOn(query.get('compact')),
  };
}

function optionsIn(query: URLSearchParams, item: string, names: readonly string[]): ImageOptions {
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
function errorImage(message: string, style: ImageStyle): string {
  const text = message.startsWith('item ') ? 'not a figshare item' : shortened(message, 72);
  const english = { ...style, reader: readerOf('en') };
  return pill([[{ text }]], shortened(message, 400), '', english);
}

function shortened(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
}
