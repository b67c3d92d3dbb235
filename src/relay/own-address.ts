import type { Context } from 'hono';
import { invalid } from '../figshare/error.js';

/** Tells a relay's own address as its readers see it, without a slash at its end. */
export type OwnAddress = (context: Context) => string;

/**
 * The address that the operator gives, path included. Without one it is the host that was asked, by HTTPS where a proxy
 * says so. No header of a request tells a path: anybody could send one, and what a cache keeps would lead there.
 *
 * @throws FigshareError `invalid`: what is no address
 */
export function ownAddressOf(text = ''): OwnAddress {
  if (!text) {
    return ({ req }) => {
      const { host, origin } = new URL(req.url);
      return req.header('x-forwarded-proto') === 'https' ? `https://${host}` : origin;
    };
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain = url && /^https?:$/.test(url.protocol) && !/[?#\s]/.test(text) && !url.username;
  if (!isPlain) throw invalid('base-url', 'an address such as https://www.example.edu/figshare/', text);
  const address = url.href.replace(/\/+$/, '');
  return () => address;
}
