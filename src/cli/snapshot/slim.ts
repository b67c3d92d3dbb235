import { isRecord } from '../../figshare/json.js';

/** What is read of an item in the main API's answers; the rest, descriptions and files, would weigh on every page. */
const wanted = ['doi', 'id', 'title', 'url_public_html'];

export function slim(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(slim);
  if (!isRecord(body)) return body;
  return Object.fromEntries(Object.entries(body).filter(([key]) => wanted.includes(key)));
}
