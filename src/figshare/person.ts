import type { AskPath } from './ask-path.js';
import { FigshareError } from './error.js';
import type { Item } from './item.js';
import { isRecord, jsonOf, list } from './json.js';

/** Whom an ORCID iD belongs to, on figshare. */
export interface Person {
  /** One person can have several; at least one. */
  authors: Item[];
  /** Empty where it is not known. */
  name: string;
}

/** Items that are looked at: a person's own number stands in each. */
const looked = 10;

/** An ORCID iD in a text, alone or in its address; not a part of a longer number. */
export function orcidIn(text: string): string | undefined {
  return /(?<![\d-])(?:\d{4}-){3}\d{3}[\dX](?![\d-])/i.exec(text)?.[0].toUpperCase();
}

/** What is asked first: the items that name a person. */
export function searchOf(orcid: string): { path: string; body: string } {
  const body = jsonOf({ search_for: `:orcid: ${orcid}`, page_size: looked });
  return { path: '/v2/articles/search', body };
}

/**
 * Finds the authors with an ORCID iD, and no others: the main API knows it through what a person has published
 * (FIGSHARE.md 7).
 *
 * @throws FigshareError `not-found`: nothing names the iD; `bad-data`; those of `askPath`
 */
export async function findPerson(orcid: string, askPath: AskPath): Promise<Person> {
  const { path, body } = searchOf(orcid);
  const found = await askPath(
    path,
    (answer) => list(answer, `the answer to ${orcid} should be a list of items`),
    body,
  );
  const ids = found.flatMap((one) => idIn(one) ?? []).slice(0, looked);
  const authors = new Map<number, Item>();
  let name = '';
  for (const id of ids) {
    for (const author of await askPath(`/v2/articles/${id}`, authorsIn)) {
      const own = idIn(author);
      if (own === undefined || String(author['orcid_id']).toUpperCase() !== orcid) continue;
      authors.set(own, { kind: 'author', id: own });
      if (typeof author['full_name'] === 'string') name ||= author['full_name'];
    }
  }
  if (authors.size === 0)
    throw new FigshareError(
      'not-found',
      `nothing public on figshare names ${orcid}; the address of an author’s page has their number in it`,
    );
  return { authors: [...authors.values()], name };
}

function authorsIn(body: unknown): Record<string, unknown>[] {
  const authors = isRecord(body) ? body['authors'] : undefined;
  return Array.isArray(authors) ? authors.filter(isRecord) : [];
}

function idIn(one: unknown): number | undefined {
  const id = isRecord(one) ? one['id'] : undefined;
  return Number.isSafeInteger(id) && (id as number) > 0 ? (id as number) : undefined;
}
