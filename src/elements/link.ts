/** A link's address, absolute, if it is one that a page may lead to: `javascript:` and its like are not. */
export function safeHref(href: string, page: string): string | undefined {
  try {
    const url = new URL(href, page);
    return /^https?:$/.test(url.protocol) ? url.href : undefined;
  } catch {
    return undefined; // no address
  }
}

/** What a link says of where it leads: the host, unless that is figshare's own or a DOI, which leads there. */
export function linkText(href: string, view: string): string {
  const { host } = new URL(href);
  return `${/(^|\.)(figshare\.com|doi\.org)$/.test(host) ? view : host} \u2197`;
}
