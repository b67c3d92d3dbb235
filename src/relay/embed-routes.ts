import { Hono } from 'hono';
import { FigshareError, invalid } from '../figshare/error.js';
import { elementNames, readEmbedQuery } from '../figshare/embed-query.js';
import { itemPage } from '../figshare/item-page.js';
import { mentionsIn } from '../figshare/item.js';
import type { Placeholder } from '../figshare/placeholder.js';
import { readerOf } from '../images/image.js';
import type { Source } from '../source/source.js';
import { embedPage, embedPolicy, escaped } from './embed-page.js';
import { readText, type AskText } from './embed-text.js';
import type { LoadPageFiles } from './options.js';
import type { OwnAddress } from './own-address.js';
import { missingReply } from './reply.js';

/** Seconds that a page is kept: one with its numbers, and one without. */
const usually = 600;
const shortly = 60;
/** Scripts change with the relay's version alone. */
const scriptsAge = 3600;

/** Milliseconds that the words may take: the elements on the page wait for the same answer, and longer. */
const usualMaxWait = 5_000;

/** Where nothing is known. */
const usualText = 'Data on figshare';

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};

/** `/embed/?element=stats&item=766364`, and what that page loads. It may stand in a frame anywhere. */
export function embedRoutes(
  source: Source,
  ownAddress: OwnAddress,
  pageFiles?: LoadPageFiles,
  maxWait = usualMaxWait,
): Hono {
  const app = new Hono();

  app.get('/embed', ({ req, redirect }) => redirect(`embed/${new URL(req.url).search}`, 301));

  app.get('/embed/', async (context) => {
    const { search, searchParams } = new URL(context.req.url);
    const headers = { 'content-security-policy': embedPolicy };
    try {
      const asked = readEmbedQuery(searchParams);
      if (!asked) throw invalid('element', `one of ${elementNames.join(', ')}`, searchParams.get('element')!);
      const reader = readerOf((asked.attributes.get('lang') ?? '').replaceAll('_', '-'));
      const text = await textOf(asked, readText(asked, reader), source, maxWait);
      const own = ownAddress(context);
      const page = embedPage({
        ...asked,
        text: text ?? usualText,
        href: hrefOf(asked),
        lang: text === undefined ? 'en' : reader.locale,
        oembed: `${own}/oembed?url=${encodeURIComponent(`${own}/embed/${search}`)}`,
      });
      const seconds = text === undefined ? shortly : usually;
      return context.html(page, 200, {
        ...headers,
        'cache-control': `public, max-age=${seconds}, s-maxage=${seconds}`,
      });
    } catch (error) {
      if (!(error instanceof FigshareError)) throw error;
      return context.html(messagePage(error.message), 400, { ...headers, 'cache-control': 'no-store' });
    }
  });

  app.get('/embed/:file', async (context, next) => {
    if (!pageFiles) return missingReply('this relay has no scripts for the embed page');
    const name = context.req.param('file');
    const text = (await pageFiles()).get(name);
    if (text === undefined) return next();
    return context.body(text, 200, {
      'content-type': types[name.split('.').at(-1)!]!,
      'cache-control': `public, max-age=${scriptsAge}, s-maxage=${scriptsAge}`,
      // They are nobody's secret, and a page in a sandbox has no origin that could be named.
      'access-control-allow-origin': '*',
    });
  });
  return app;
}

/** What an element will show, in words; undefined where it is not known, or hidden. */
async function textOf(
  { attributes }: Placeholder,
  ask: AskText,
  source: Source,
  maxWait: number,
): Promise<string | undefined> {
  try {
    const { text, first } = await ask(source, AbortSignal.timeout(maxWait));
    const isHidden = first !== undefined && first < Number(attributes.get('hide-below') || 0);
    return isHidden || !text ? undefined : text;
  } catch (error) {
    const isExpected = error instanceof FigshareError || (error as Error).name === 'TimeoutError';
    if (!isExpected) console.error(error);
    return undefined; // the element asks again, and says what is wrong
  }
}

/** Where the words lead: the page of the one item that they are about. */
function hrefOf({ name, attributes }: Placeholder): string | undefined {
  const item = attributes.get('item')?.trim();
  if (!item || attributes.has('no-link')) return undefined;
  const [mention, ...others] = mentionsIn(item, name === 'count' ? 'group' : undefined);
  return mention && others.length === 0 ? itemPage(mention) : undefined;
}

function messagePage(message: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="robots" content="noindex">
<title>figshare statistics</title>
<link rel="stylesheet" href="embed.css">
</head>
<body><p>${escaped(message)}</p></body>
</html>
`;
}
