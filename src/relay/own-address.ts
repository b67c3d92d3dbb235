import type { Context } from 'hono';

/** This relay's origin as its reader sees it, where a proxy before it takes HTTPS and asks it by HTTP. */
export function ownOrigin({ req }: Context): string {
  const { host, origin } = new URL(req.url);
  return req.header('x-forwarded-proto') === 'https' ? `https://${host}` : origin;
}
