/** What figshare's main API calls things. Numbers are not its business. */
import type { AskPath } from '../../src/figshare/ask-path.js';
import { isRecord } from '../../src/figshare/json.js';
import { lookUp } from '../../src/figshare/main-api.js';
import { itemName, type Item, type ItemByDoi } from '../../src/figshare/item.js';
import { plainText } from '../../src/format/plain-text.js';

/** What is told of an item under the field that it was typed into. */
export interface About {
  item: Item;
  title: string;
  /** Such as `dataset`. */
  type: string;
  year: string;
}

/**
 * Asks for what an item is called.
 *
 * @param api - address of the main API, or of a snapshot, which may hold the answer
 * @returns undefined where it has no name: authors and groups
 */
export async function askAbout(
  named: Item | ItemByDoi,
  api: string,
  signal?: AbortSignal,
): Promise<About | undefined> {
  const item = await lookUp(named, askPathOf(api, signal));
  if (item.kind === 'author' || item.kind === 'group') return undefined;
  const body = await askJson(`/v2/${item.kind}s/${item.id}`, api, signal);
  if (!isRecord(body)) return undefined;
  return {
    item,
    title: plainText(text(body['title'])) || itemName(item),
    type: text(body['defined_type_name']) || item.kind,
    year: text(body['published_date']).slice(0, 4),
  };
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** The main API's paths, as whoever reads its answers asks them. */
export const askPathOf =
  (api: string, signal?: AbortSignal): AskPath =>
  async (path, read, body) =>
    read(await askJson(path, api, signal, body));

/** @param body - JSON, sent by POST */
export async function askJson(
  path: string,
  api: string,
  signal?: AbortSignal,
  body?: string,
): Promise<unknown> {
  if (api.endsWith('.json')) return askSnapshot(path, api, signal);
  const response = await fetch(api + path.replace(/^\/v2/, ''), {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    ...(signal && { signal }),
    ...(body !== undefined && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    }),
  });
  if (!response.ok) throw new Error(`${new URL(api).host} answered with status ${response.status}`);
  return response.json();
}

async function askSnapshot(path: string, address: string, signal?: AbortSignal): Promise<unknown> {
  const response = await fetch(address, { ...(signal && { signal }) });
  const { answers } = (await response.json()) as { answers: Record<string, { body: unknown }> };
  const held = Object.hasOwn(answers, path) ? answers[path] : undefined;
  if (!held) throw new Error(`the sample does not hold ${path}`);
  return held.body;
}
