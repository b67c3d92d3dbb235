import { embedNames, readEmbedQuery } from '../figshare/embed-query.js';
import { FigshareError } from '../figshare/error.js';
import { itemName, mentionsIn } from '../figshare/item.js';
import { readLink, type Placeholder } from '../figshare/placeholder.js';
import { escaped } from './embed-page.js';
import { frameSize, type Size } from './frame-size.js';

/** An answer as https://oembed.com describes it. */
export type Oembed = Record<string, string | number>;

/**
 * What a consumer's `url` asks for: an embed page of this relay; a link to an item, whose fragment may say which
 * element; a DOI or an address of figshare's.
 *
 * @param own - this relay's address, without a slash at its end
 * @throws FigshareError `not-found`: anything else, and what an item cannot be told from
 */
export function readOembedUrl(text: string, own: string): Placeholder {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const page = new URL(`${own}/embed`);
  if (url?.host === page.host && url.pathname.replace(/\/$/, '') === page.pathname) {
    const asked = readEmbedQuery(url.searchParams);
    if (asked) return asked;
  }
  const linked = readLink(text);
  if (linked) {
    const names = embedNames(linked.name);
    const attributes = [...linked.attributes].filter(([name]) => names.includes(name));
    return { name: linked.name, attributes: new Map(attributes) };
  }
  return {
    name: 'stats',
    attributes: new Map([
      ['item', itemIn(text)],
      ['variant', 'card'],
    ]),
  };
}

/** A DOI that has to be looked up may be anybody's, and the relay asks nobody whose it is. */
function itemIn(text: string): string {
  try {
    const [mention, ...others] = mentionsIn(text);
    const { item, as } = mention!;
    if (others.length === 0 && 'kind' in item && (as === 'doi' || as === 'address'))
      return as === 'doi' ? mention!.text : mention!.text || itemName(item);
  } catch (error) {
    if (!(error instanceof FigshareError)) throw error;
  }
  throw new FigshareError(
    'not-found',
    'url must be an embed page of this relay, a DOI or an address of figshare’s',
  );
}

/** Exactly one frame, of exactly the size that is told. */
export function richOembed(asked: Placeholder, own: string, most: Partial<Size>): Oembed {
  const { name, attributes } = asked;
  const size = frameSize(asked);
  const width = Math.min(size.width, most.width ?? Infinity);
  const height = Math.min(size.height, most.height ?? Infinity);
  const query = new URLSearchParams([['element', name], ...attributes]);
  const title = titleOf(asked);
  const set = {
    src: `${own}/embed/?${query}`,
    width,
    height,
    title,
    sandbox: 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads',
    loading: 'lazy',
    frameborder: 0,
  };
  const html = Object.entries(set).map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
  return { ...described('rich', title, own), html: `<iframe${html.join('')}></iframe>`, width, height };
}

/** An image, no larger than it may be. */
export function photoOembed(
  url: string,
  size: Size,
  title: string,
  own: string,
  most: Partial<Size>,
): Oembed {
  const { width: widest = Infinity, height: highest = Infinity } = most;
  const shrunk = Math.min(1, widest / size.width, highest / size.height);
  const width = Math.floor(size.width * shrunk);
  const height = Math.floor(size.height * shrunk);
  return { ...described('photo', title, own), url, width, height };
}

export function titleOf({ attributes }: Placeholder): string {
  const item = attributes.get('item');
  return item ? `figshare statistics of ${item}` : 'figshare statistics';
}

function described(type: string, title: string, own: string): Oembed {
  return {
    version: '1.0',
    type,
    title,
    provider_name: 'figshare statistics',
    provider_url: `${own}/`,
    cache_age: 86_400,
  };
}

export function oembedXml(answer: Oembed): string {
  const fields = Object.entries(answer).map(
    ([name, value]) => `<${name}>${escaped(String(value))}</${name}>`,
  );
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>\n${fields.join('\n')}\n</oembed>\n`;
}
