/** Whom an ORCID iD belongs to, on figshare: the main API knows it through what a person has published there. */
import { isRecord } from '../../src/figshare/json.js';
import { askJson } from '../snippets/names.js';

export interface Person {
  /** `author/97657`: one person can have several. */
  authors: string[];
  name: string;
}

/** Items that are looked at: a person's own number stands in each. */
const looked = 10;

/**
 * Finds the authors with an ORCID iD, and no others.
 *
 * @throws when the main API does not answer
 */
export async function findPerson(orcid: string, api: string, signal?: AbortSignal): Promise<Person> {
  const query = { search_for: `:orcid: ${orcid}`, page_size: looked };
  const found = await askJson('/v2/articles/search', api, signal, query);
  const ids = (Array.isArray(found) ? found : [])
    .map((one: unknown) => (isRecord(one) ? one['id'] : undefined))
    .filter((id) => Number.isSafeInteger(id))
    .slice(0, looked);
  const authors = new Set<string>();
  let name = '';
  for (const id of ids) {
    const article = await askJson(`/v2/articles/${id as number}`, api, signal);
    const all =
      isRecord(article) && Array.isArray(article['authors']) ? (article['authors'] as unknown[]) : [];
    for (const author of all) {
      if (!isRecord(author) || String(author['orcid_id']).toUpperCase() !== orcid) continue;
      if (!Number.isSafeInteger(author['id'])) continue;
      authors.add(`author/${author['id'] as number}`);
      if (typeof author['full_name'] === 'string') name ||= author['full_name'];
    }
  }
  return { authors: [...authors], name };
}
