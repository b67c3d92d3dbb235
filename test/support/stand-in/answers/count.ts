import { invalid, missing, ok } from '../answer.js';
import type { Answer } from '../answer.js';
import { countsText } from '../map-text.js';
import type { Question } from '../question.js';
import { recordedJson } from '../recorded.js';

/** SAMPLE data: a large group. */
const sample = { 400: 12_345 };

/** `POST /count/articles` with `{"groups":[{"id":327}]}`: how many public articles groups hold; unknown groups none. */
export function count({ body, contentType, path, query, groups }: Question): Answer {
  // Strict, so that nobody gets round the preflight with another content type: whether that works is not known.
  if (!contentType.startsWith('application/json')) throw invalid('body', 'The body is not application/json');
  const documented = recordedJson('docs__200__count_articles.json') as Record<string, number>;
  const known = new Map(Object.entries({ ...documented, ...sample, ...groups }));
  const ids = idsIn(body);
  if (!ids) throw missing('groups', path, query);
  return ok(
    countsText(
      ids.map((id) => [id, known.get(id) ?? 0] as const),
      path,
    ),
  );
}

function idsIn(body: string): string[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw invalid('body', 'The body is not JSON');
  }
  if (!value || typeof value !== 'object' || !('groups' in value)) return undefined;
  if (!Array.isArray(value.groups)) throw invalid('groups', 'Not a list');
  return value.groups.map((group: unknown) => {
    if (group && typeof group === 'object' && 'id' in group && Number.isSafeInteger(group.id))
      return String(group.id);
    throw invalid('groups', 'A group is {"id": number}');
  });
}
