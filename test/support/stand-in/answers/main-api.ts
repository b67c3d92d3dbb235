import { invalid, ok, Refusal } from '../answer.js';
import type { Answer } from '../answer.js';
import type { Item } from '../items.js';
import type { Question } from '../question.js';
import { recordedText } from '../recorded.js';

const recorded = {
  doi: '10.1371/journal.pone.0039704',
  id: '123456',
  file: 'real__api_v2_articles_123456.json',
};
const plurals: Record<string, 'article' | 'collection' | 'project'> = {
  articles: 'article',
  collections: 'collection',
  projects: 'project',
};

/** The main API under `/v2`, as far as names and DOIs need it (FIGSHARE 7). */
export function mainApi(question: Question): Answer {
  const [, plural = '', id, list] = question.pieces;
  const kind = Object.hasOwn(plurals, plural) ? plurals[plural] : undefined;
  if (!kind) throw notFound('path');
  const entries = question.items
    .ofKind(kind)
    .filter(([, { settings }]) => settings.title !== undefined || settings.doi !== undefined);
  const entry = (key: string) => entries.find(([known]) => known === key)?.[1];
  const described =
    (kindOf: string) =>
    ([key, item]: [string, Item]) =>
      describe(kindOf, key, item);

  if (id === undefined) {
    if (kind === 'project') throw notFound('path');
    if (question.query.has('group'))
      return ok(JSON.stringify(page(question, heldBy(question).map(described(kind)))));
    return ok(JSON.stringify(found(kind, entries.map(described(kind)), question.query.get('doi') ?? '')));
  }
  const isRecorded = kind === 'article' && id === recorded.id && !entry(id);
  if (isRecorded && list === undefined) return ok(recordedText(recorded.file));
  const item = entry(id);
  if (!item && !isRecorded) throw notFound(kind);
  if (list === undefined) return ok(JSON.stringify(item && describe(kind, id, item)));
  if (kind === 'article' && list === 'versions')
    return ok(JSON.stringify([{ version: 1, url: `https://api.figshare.com/v2/articles/${id}/versions/1` }]));
  // SAMPLE data: every collection holds the same few articles.
  if (kind === 'collection' && list === 'articles')
    return ok(JSON.stringify(page(question, samples(question).map(described('article')))));
  throw notFound('path');
}

/** SAMPLE data: a person, and what they are called in each item of theirs. */
const person = { orcid: '0000-0002-1825-0097', author: 97657, articles: ['30000001', '24852405'] };

/** `POST /articles/search` with `{"search_for": ":orcid: …"}`: the items of a person (FIGSHARE 7). */
export function searchArticles({ body, contentType, items }: Question): Answer {
  if (!contentType.startsWith('application/json')) throw invalid('body', 'The body is not application/json');
  const { search_for: text = '' } = JSON.parse(body) as { search_for?: string };
  const isTheirs = text === `:orcid: ${person.orcid}`;
  const all = items.ofKind('article').filter(([id]) => isTheirs && person.articles.includes(id));
  return ok(JSON.stringify(all.map(([id, item]) => describe('article', id, item))));
}

/** A search, not a look-up: whatever DOI begins like the one asked for is found, the newest first. */
function found(kind: string, known: Described[], asked: string): unknown[] {
  const doi = bare(asked);
  const all: Described[] =
    kind === 'article' ? [...known, JSON.parse(recordedText(recorded.file)) as Described] : known;
  return all
    .filter((entry) => doi === '' || entry.doi.toLowerCase().startsWith(doi))
    .sort((a, b) => b.id - a.id)
    .slice(0, 10);
}

/** Versioned and unversioned DOIs both work, in any case. */
function bare(doi: string): string {
  return doi.toLowerCase().replace(/\.v\d+$/, '');
}

interface Described {
  id: number;
  doi: string;
}

/** SAMPLE data but for id, title and DOI. */
function describe(
  kind: string,
  id: string,
  { settings: { title = '', doi = '' } }: Item,
): Described & Record<string, unknown> {
  const name = title.replace(/<[^>]*>/g, '').replace(/\W+/g, '_');
  const middle = kind === 'article' ? 'articles/dataset' : `${kind}s`;
  return {
    id: Number(id),
    title,
    doi,
    handle: '',
    url: `https://api.figshare.com/v2/${kind}s/${id}`,
    url_public_html: `https://figshare.com/${middle}/${name}/${id}`,
    published_date: '2020-01-15T10:00:00Z',
    authors: [
      { id: 13456, full_name: 'Another Author', is_active: true, url_name: '_', orcid_id: '' },
      {
        id: person.author,
        full_name: 'Sample Author',
        is_active: true,
        url_name: 'Sample_Author',
        orcid_id: person.articles.includes(id) ? person.orcid : '',
      },
    ],
    ...(kind === 'article' && { defined_type: 3, defined_type_name: 'dataset', version: 1 }),
  };
}

function samples({ items }: Question): [string, Item][] {
  return ['6876647', '20291481', '13382954'].map((id) => [id, items.get('article', id)]);
}

/** SAMPLE data: what group 327 holds, as many as it counts. */
function heldBy({ items, query }: Question): [string, Item][] {
  if (query.get('group') !== '327') return [];
  const ids = Array.from({ length: 20 }, (_, index) => String(30_000_101 + index));
  return ids.map((id) => [id, items.get('article', id)]);
}

function page<T>({ query }: Question, entries: T[]): T[] {
  const size = Number(query.get('page_size') ?? 10);
  const start = (Number(query.get('page') ?? 1) - 1) * size;
  return entries.slice(start, start + size);
}

function notFound(entity: string): Refusal {
  return new Refusal({
    status: 404,
    body: JSON.stringify({ message: `Entity not found: ${entity}`, code: 'EntityNotFound' }),
  });
}
