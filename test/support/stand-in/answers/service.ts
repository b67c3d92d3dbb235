import { forbidden, invalid, noSuchPath, ok, Refusal } from '../answer.js';
import type { Answer } from '../answer.js';
import type { Question } from '../question.js';
import { recordedAnswer } from '../recorded.js';
import { breakdown } from './breakdown.js';
import { count } from './count.js';
import { mainApi, searchArticles } from './main-api.js';
import { timeline } from './timeline.js';
import { top } from './top.js';
import { combinedTotal, total } from './totals.js';

/** What an institution's scope shows only to those who have credentials. */
const closed = new Set(['timeline', 'breakdown', 'top']);

/** The institutions of the documentation's examples; more come with a world's items and credentials. */
export const slugs = ['monash', 'lboro', 'melbourne'];

export interface Access {
  method: string;
  /** Whether the request carries the credentials of the institution it asks. */
  authorized: boolean;
  /** Whether the slug is an institution's. */
  slugKnown: boolean;
  /** How `GET /total/{kind}/{id}` behaves: known, unknown, or refused as a wrong counter. */
  combined: boolean | 400;
}

/** The service as FIGSHARE describes it, without faults, CORS and delays. */
export function serviceAnswer(question: Question, access: Access): Answer {
  try {
    return answerOf(question, access);
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    throw error;
  }
}

function answerOf(question: Question, { method, authorized, slugKnown, combined }: Access): Answer {
  const { pieces, slug, path, query, items } = question;
  const [category = '', second = ''] = pieces;
  const route = `${method} ${category} ${pieces.length}`;

  if (slug !== undefined && !slugKnown) throw noSuchPath();
  if (slug !== undefined && closed.has(category) && !authorized) throw forbidden();
  const changed =
    category === 'top'
      ? items.isChanged(pieces[2] ?? '')
      : items.isChanged(pieces.at(-2) ?? '', pieces.at(-1) ?? '');
  const recorded = method === 'GET' && !changed ? recordedAnswer(path, query) : undefined;
  if (recorded !== undefined) return ok(recorded);

  if (route === 'GET total 4') return total(question);
  if (route === 'GET total 3' && combined === 400)
    throw invalid('counter', `Counter type not supported: ${second}`);
  if (route === 'GET total 3' && combined) return combinedTotal(question);
  if (route === 'GET timeline 5') return timeline(question);
  if (route === 'GET breakdown 5') return breakdown(question);
  if (route === 'GET top 3') return top(question);
  if (route === 'POST count 2' && second === 'articles') return count(question);
  if (path === '/v2/articles/search' && method === 'POST') return searchArticles(question);
  if (method === 'GET' && category === 'v2' && slug === undefined) return mainApi(question);
  throw noSuchPath();
}

/** Takes a path apart. Anything before a known category is an institution's slug. */
export function takenApart(path: string): { slug: string | undefined; pieces: string[] } {
  const pieces = path.split('/').slice(1);
  const known = ['total', 'timeline', 'breakdown', 'top', 'count', 'v2'].includes(pieces[0] ?? '');
  return known ? { slug: undefined, pieces } : { slug: pieces[0], pieces: pieces.slice(1) };
}
