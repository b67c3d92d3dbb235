import type { Placeholder } from '../figshare/placeholder.js';

export interface EmbedPage extends Placeholder {
  /** What the element will show, in words; also the page's title. */
  text: string;
  /** Where the words lead. */
  href: string | undefined;
  /** Of the words. */
  lang: string;
  /** Where the page is described for programs. */
  oembed: string;
}

/** Its own scripts and style sheet, and what its elements ask: this relay, and the main API for DOIs and names. */
export const embedPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self' https://api.figshare.com",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html 'allow-duplicates'",
].join('; ');

/**
 * A page with one element, to stand in a frame. Without scripts it shows what the element would, as it was when the
 * page was made.
 */
export function embedPage({ name, attributes, text, href, lang, oembed }: EmbedPage): string {
  const tag = `figshare-${name}`;
  // `..` is this relay, wherever it is mounted.
  const own: [string, string][] = [...attributes, ['source', '../'], ['loading', 'eager']];
  const set = own.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');
  const words = href
    ? `<a href="${escaped(href)}" rel="noopener" lang="${lang}">${escaped(text)}</a>`
    : `<span lang="${lang}">${escaped(text)}</span>`;
  const theme = attributes.get('theme');
  const themed = theme === 'light' || theme === 'dark' ? ` data-theme="${theme}"` : '';
  const file = name === 'stats' ? 'figshare-stats.js' : 'figshare-elements.js';
  const alternate = (type: string, format: string) =>
    `<link rel="alternate" type="${type}" href="${escaped(`${oembed}&format=${format}`)}" title="${escaped(text)}">`;
  return `<!doctype html>
<html lang="${lang}"${themed}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(text)}</title>
<base target="_blank">
${alternate('application/json+oembed', 'json')}
${alternate('text/xml+oembed', 'xml')}
<link rel="stylesheet" href="embed.css">
<script defer src="embed.js"></script>
<script defer src="${file}"></script>
</head>
<body>
<${tag}${set}>${words}</${tag}>
</body>
</html>
`;
}

/** What HTML and XML call alike. */
const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for HTML and XML alike, without what XML has no place for, nor what turns a line around. */
export function escaped(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .replace(/[&<>"']/g, (sign) => signs[sign]!);
}
