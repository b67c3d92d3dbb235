import { webUrl } from '../figshare/web-url.js';

/** A link's address, absolute, if it is one that a page may lead to. */
export function safeHref(href: string, page: string): string | undefined {
  return webUrl(href, page)?.href;
}

/** What a link says of where it leads: the host, unless that is figshare's own or a DOI, which leads there. */
export function linkText(href: string, view: string): string {
  const { host } = new URL(href);
  return `${/(^|\.)(figshare\.com|doi\.org)$/.test(host) ? view : host} \u2197`;
}
