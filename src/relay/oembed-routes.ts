import { Hono } from 'hono';
import { FigshareError, invalid } from '../figshare/error.js';
import { parseItems } from '../figshare/item.js';
import type { Placeholder } from '../figshare/placeholder.js';
import { readerOf } from '../images/image.js';
import type { Source } from '../source/source.js';
import { imageAddressOf, readImageAddress } from './image-address.js';
import { drawImage } from './image-routes.js';
import { readText } from './embed-text.js';
import type { Size } from './frame-size.js';
import { oembedXml, photoOembed, readOembedUrl, richOembed, titleOf, type Oembed } from './oembed.js';
import type { OwnAddress } from './own-address.js';
import { missingReply } from './reply.js';

/** Seconds that an answer is kept. */
const usually = 3600;
const shortly = 60;
/** Milliseconds that an image's numbers may take: nobody waits long for the description of a page. */
const maxWait = 5_000;

/** `/oembed?url=…`, for places that make something of an address that is pasted: https://oembed.com */
export function oembedRoutes(source: Source, ownAddress: OwnAddress): Hono {
  const app = new Hono();
  app.get('/oembed', async (context) => {
    const query = context.req.query();
    const { url, maxwidth, maxheight } = query;
    const format = query['format'] || 'json';
    const type = query['type'] || 'rich';
    if (!/^(json|xml)$/.test(format))
      return missingReply(`there is no format "${format.slice(0, 20)}" but json and xml`);
    if (!/^(rich|photo)$/.test(type)) throw invalid('type', 'rich or photo', type);
    if (!url) throw invalid('url', 'an embed page of this relay, a DOI or an address of figshare’s', '');
    const own = ownAddress(context);
    const asked = checked(readOembedUrl(url, own));
    const most = { width: mostOf(maxwidth), height: mostOf(maxheight) };
    const { answer, seconds } =
      type === 'photo'
        ? await photoOf(asked, own, most, source)
        : { answer: richOembed(asked, own, most), seconds: usually };
    const headers = { 'cache-control': `public, max-age=${seconds}, s-maxage=${seconds}` };
    if (format === 'json') return context.json(answer, 200, headers);
    return context.body(oembedXml(answer), 200, { ...headers, 'content-type': 'text/xml; charset=utf-8' });
  });
  return app;
}

/** An element that could show nothing is no resource of ours. */
function checked(asked: Placeholder): Placeholder {
  try {
    readText(asked, readerOf(asked.attributes.get('lang') ?? 'en'));
    return asked;
  } catch (error) {
    if (error instanceof FigshareError) throw new FigshareError('not-found', error.message);
    throw error;
  }
}

async function photoOf(
  asked: Placeholder,
  own: string,
  most: Partial<Size>,
  source: Source,
): Promise<{ answer: Oembed; seconds: number }> {
  const { name, attributes } = asked;
  const variant = name === 'stats' ? 'badge' : name === 'timeline' ? 'sparkline' : undefined;
  const [item, ...others] = variant ? parseItems(attributes.get('item') ?? '') : [];
  if (!variant || !item || !('kind' in item) || others.length > 0)
    throw new FigshareError('not-found', 'there are images of one item’s stats or timeline alone');
  const path = imageAddressOf(variant, item, attributes);
  const { svg, isStale } = await drawImage(readImageAddress(new URL(path, own)), source, maxWait);
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg)!;
  const [, written = ''] = /<title>(.*?)<\/title>/.exec(svg) ?? [];
  const title = written.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
  const size = { width: Number(width), height: Number(height) };
  const answer = photoOembed(own + path, size, isStale || !title ? titleOf(asked) : title, own, most);
  return { answer, seconds: isStale ? shortly : usually };
}

function mostOf(text: string | undefined): number | undefined {
  return text && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
}
