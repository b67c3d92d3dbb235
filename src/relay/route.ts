import { readBreakdown } from '../figshare/breakdown.js';
import { readCounts } from '../figshare/count.js';
import { FigshareError, invalid } from '../figshare/error.js';
import {
  breakdownPath,
  combinedTotalsPath,
  countPath,
  timelinePath,
  topPath,
  totalPath,
} from '../figshare/path.js';
import type { Period } from '../figshare/period.js';
import type { Scope } from '../figshare/question.js';
import { readEvents } from '../figshare/timeline.js';
import { hasCombinedTotals, readTotal } from '../figshare/totals.js';
import { checked, knownTimelineTotal, knownTop, knownTotals, type KnownFields } from './known-fields.js';
import {
  counterOf,
  countOf,
  granularityOf,
  groupsOf,
  idOf,
  itemOf,
  kindOf,
  parseQuery,
  periodOf,
  rankingOf,
  refuseOthers,
  subItemOf,
  type Query,
} from './route-values.js';

/** A request in a stranger's words. */
export interface RouteRequest {
  method: string;
  /** Not decoded: no path of the service's needs an escape. */
  path: string;
  /** Without the question mark. */
  query?: string;
  /** Of a POST. */
  body?: string;
}

/** A request in our own words: what was recognised, written anew by `path.ts`. */
export interface Route {
  /** Slug of the institution that is asked. */
  institution?: string;
  path: string;
  /** JSON, to be sent by POST. */
  body?: string;
  known: KnownFields;
}

interface RouteContext {
  query: Query;
  body: string;
  institution?: string;
  lastDay: string;
}

/** What follows the category, by method, category and the number of pieces that follow. */
const forms = new Map<string, (pieces: string[], context: RouteContext) => Omit<Route, 'institution'>>([
  ['GET total 2', combinedTotals],
  ['GET total 3', total],
  ['GET timeline 4', timeline],
  ['GET breakdown 4', breakdown],
  ['GET top 2', top],
  ['POST count 1', count],
]);
const categories = new Set([...forms.keys()].map((form) => form.split(' ')[1]));

const periodNames = ['start_date', 'end_date'];
const seriesNames = [...periodNames, 'sub_item', 'sub_item_id'];
const topNames = [...periodNames, 'sub_item', 'item_id', 'count'];

/**
 * Recognises what the service can be asked: the inverse of `path.ts`, stricter than the service. Without dates that
 * means what it says only this month, so a series has to have both.
 *
 * @param lastDay - `YYYY-MM-DD`, on which a period may end at the latest
 * @throws FigshareError `not-found`: no such path; `invalid`: a value that is wrong, named with what it should be
 */
export function parseRoute(request: RouteRequest, lastDay: string): Route {
  const pieces = request.path.split('/').slice(1);
  const institution = categories.has(pieces[0]) ? undefined : pieces.shift();
  const [category, ...rest] = pieces;
  const form = forms.get(`${request.method} ${category} ${rest.length}`);
  if (!form || (institution !== undefined && !/^[a-z\d][\w-]{0,62}$/i.test(institution))) throw notFound();
  const scope = institution === undefined ? {} : { institution };
  const query = parseQuery(request.query ?? '');
  return { ...scope, ...form(rest, { query, body: request.body ?? '', lastDay, ...scope }) };
}

function combinedTotals([kind, id]: string[], { query, institution }: RouteContext): Route {
  const item = itemOf(kind, id);
  if (institution !== undefined || !hasCombinedTotals(item)) throw notFound();
  refuseOthers(query, []);
  return { path: combinedTotalsPath(item), known: knownTotals };
}

function total([counter, kind, id]: string[], { query, institution }: RouteContext): Route {
  refuseOthers(query, []);
  return {
    path: totalPath(counterOf(counter), itemOf(kind, id), institution),
    known: checked(readTotal, 'totals'),
  };
}

function timeline([by, counter, kind, id]: string[], context: RouteContext): Route {
  const granularity = granularityOf(by);
  const known =
    granularity === 'total'
      ? knownTimelineTotal
      : checked((body) => readEvents(body, granularity), 'timeline');
  const [period, scope] = seriesOf(context);
  return { path: timelinePath(granularity, counterOf(counter), itemOf(kind, id), period, scope), known };
}

function breakdown([by, counter, kind, id]: string[], context: RouteContext): Route {
  const granularity = granularityOf(by);
  const [period, scope] = seriesOf(context);
  const whole = breakdownPath(counterOf(counter), itemOf(kind, id), period, scope);
  return {
    path: whole.replace('/breakdown/total/', `/breakdown/${granularity}/`),
    known: checked(readBreakdown, 'breakdown'),
  };
}

function top([counter, kind]: string[], { query, institution, lastDay }: RouteContext): Route {
  refuseOthers(query, topNames);
  const by = rankingOf(query.get('sub_item'));
  const id = query.get('item_id');
  if (id !== undefined && by === 'item') throw invalid('item_id', 'absent where sub_item is', id);
  const isDated = periodNames.some((name) => query.has(name));
  const ranked = {
    of: kindOf(kind),
    metric: counterOf(counter),
    by,
    ...(isDated && { period: periodOf(query, lastDay) }),
    ...(institution !== undefined && { institution }),
  };
  const path = topPath(ranked, countOf(query.get('count')), id === undefined ? undefined : idOf(id));
  return { path, known: knownTop };
}

function count([what]: string[], { query, body, institution }: RouteContext): Route {
  if (what !== 'articles') throw notFound();
  refuseOthers(query, []);
  const ids = groupsOf(body);
  return {
    path: countPath(institution),
    body: JSON.stringify({ groups: ids.map((id) => ({ id })) }),
    known: checked((answer) => readCounts(answer, ids), ...ids.map(String)),
  };
}

function seriesOf({ query, institution, lastDay }: RouteContext): [Period, Scope] {
  refuseOthers(query, seriesNames);
  const scope = { ...(institution !== undefined && { institution }), ...subItemOf(query) };
  return [periodOf(query, lastDay), scope];
}

function notFound(): FigshareError {
  return new FigshareError('not-found', 'the statistics service has no such path');
}
