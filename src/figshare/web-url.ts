/** An address, absolute, if it is one of the web: `javascript:` and its like are not. @param page - what it is relative to */
export function webUrl(address: string, page?: string): URL | undefined {
  try {
    const url = new URL(address, page);
    return /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined; // no address at all, or a relative one without a page
  }
}
