import { Hono } from 'hono';
import { LRUCache } from 'lru-cache';
import { FigshareError } from '../figshare/error.js';
import { images, readerOf, type DrawnImage, type Image } from '../images/image.js';
import { pill, type ImageStyle } from '../images/pill.js';
import type { Source } from '../source/source.js';
import {
  imageOptionsIn,
  readImageAddress,
  scaleOf,
  shortened,
  styleOf,
  type ImageAddress,
} from './image-address.js';
import type { DrawPng } from './options.js';
import { errorReply, missingReply } from './reply.js';

/** Seconds that browsers and image proxies keep an image: of numbers, and of anything else. */
const usually = 3600;
const shortly = 60;

/** Image proxies give up after ten seconds, and then show nothing. */
const usualMaxWait = 8_000;

/** Drawing a PNG takes a hundred times as long as anything else here, so the last ones are kept. */
const keptPngs = 200;

const headers = {
  svg: {
    'content-type': 'image/svg+xml; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    'x-content-type-options': 'nosniff',
  },
  png: {
    'content-type': 'image/png',
    'content-security-policy': "default-src 'none'",
    'x-content-type-options': 'nosniff',
  },
};

export interface ImageRoutesOptions {
  drawPng?: DrawPng | undefined;
  /** Milliseconds that numbers may take. */
  maxWait?: number;
}

/**
 * `/badge/[{option}/…]{kind}/{id}.svg` or `.png`, and `/sparkline/…` likewise. Whatever goes wrong with an image that
 * has an address is an image that says so, with status 200: of any other, image proxies show nothing.
 */
export function imageRoutes(
  source: Source,
  { drawPng, maxWait = usualMaxWait }: ImageRoutesOptions = {},
): Hono {
  const app = new Hono();
  const pngs = new LRUCache<string, Promise<Uint8Array>>({ max: keptPngs });
  const pngOf = (svg: string, scale: number, draw: DrawPng) => {
    const key = `${scale} ${svg}`;
    const known = pngs.get(key);
    if (known) return known;
    const png = draw(svg, scale);
    pngs.set(key, png);
    png.catch(() => pngs.delete(key));
    return png;
  };

  app.get('/:variant{badge|sparkline}/*', async (context) => {
    const address = readImageAddress(new URL(context.req.url));
    const { format, options } = address;
    if (format === 'png' && !drawPng) return missingReply('this relay draws no PNG: ask for the same .svg');
    const { svg, isStale } = await drawImage(address, source, maxWait);
    const seconds = isStale ? shortly : usually;
    const body = format === 'png' ? await pngOf(svg, scaleOf(options), drawPng!) : svg;
    return context.body(body as Uint8Array<ArrayBuffer> | string, 200, {
      ...headers[format],
      'cache-control': `public, max-age=${seconds}, s-maxage=${seconds}`,
    });
  });
  app.onError((error) => {
    if (error instanceof FigshareError) return errorReply(error);
    console.error(error);
    return missingReply('this relay cannot draw PNG: ask for the same .svg');
  });
  return app;
}

/** What is no good is `isStale`, too: it may be better soon. */
export async function drawImage(address: ImageAddress, source: Source, maxWait: number): Promise<DrawnImage> {
  const style = styleOf(address.options);
  let image: Image | undefined;
  try {
    image = images[address.variant](imageOptionsIn(address), style);
    return await image.ask(source, AbortSignal.timeout(maxWait));
  } catch (error) {
    const isExpected = error instanceof FigshareError || (error as Error).name === 'TimeoutError';
    if (!isExpected) console.error(error);
    const message = isExpected ? (error as Error).message : 'the relay failed';
    return { svg: image?.unknown ?? errorImage(message, style), isStale: true };
  }
}

/** As high as an image with numbers; in the language of all that is said to a page's author. */
function errorImage(message: string, style: ImageStyle): string {
  const text = message.startsWith('item ') ? 'not a figshare item' : shortened(message, 72);
  const english = { ...style, reader: readerOf('en') };
  return pill([[{ text }]], shortened(message, 400), '', english);
}
