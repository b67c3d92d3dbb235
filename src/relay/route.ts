import { isRecord } from '../figshare/json.js';
import { hasCombinedTotals, readTotal } from '../figshare/totals.js';
import { readEvents } from '../figshare/timeline.js';
import { readBreakdown } from '../figshare/breakdown.js';
import { readCounts } from '../figshare/count.js';
import { FigshareError, invalid } from '../figshare/error.js';
import { kinds, type Item, type Kind } from '../figshare/item.js';
import { counters, type Counter } from '../figshare/metric.js';
import {
  breakdownPath,
  combinedTotalsPath,
  countPath,
  timelinePath,
  topPath,
  totalPath,
} from '../figshare/path.js';
import { type Scope, subItemIn, parseLimit } from '../figshare/question.js';
import { granularities, parsePeriod, type Period } from '../figshare/period.js';
import { rankings, type Ranking } from '../figshare/top.js';
import { checked, knownTimelineTotal, knownTop, knownTotals, type KnownFields } from './known-fields.js';

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

type Query = ReadonlyMap<string, string>;

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

const mostGroups = 100;
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

function subItemOf(query: Query): Scope {
  const type = query.get('sub_item');
  const id = query.get('sub_item_id') ?? '';
  if (type === 'category') return subItemIn({ category: id });
  if (type === 'item_type') return subItemIn({ itemType: id });
  if (type !== undefined) throw invalid('sub_item', 'category or item_type', type);
  if (id) throw invalid('sub_item_id', 'absent where sub_item is', id);
  return {};
}

/** A period is not cut here, as it is for elements: a relay answers what was asked, or says why not. */
function periodOf(query: Query, lastDay: string): Period {
  const start = query.get('start_date') ?? '';
  const end = query.get('end_date') ?? '';
  const period = parsePeriod({ start, end }, lastDay);
  if (period.start !== start) throw invalid('start_date', `${period.start} or later`, start);
  if (period.end !== end) throw invalid('end_date', `${period.end} or earlier`, end);
  return period;
}

function itemOf(kind: string | undefined, id: string | undefined): Item {
  return { kind: kindOf(kind), id: idOf(id) };
}

function kindOf(text: string | undefined): Kind {
  return oneOf('item', kinds, text);
}

function counterOf(text: string | undefined): Counter {
  return oneOf('counter', counters, text);
}

function granularityOf(text: string | undefined) {
  return oneOf('granularity', [...granularities, 'total'] as const, text);
}

function rankingOf(subItem: string | undefined): Ranking {
  if (subItem === undefined) return 'item';
  const named = rankings.filter((ranking) => ranking !== 'item');
  const known = named.map((ranking) => ranking.replace('-', '_'));
  return named[known.indexOf(oneOf('sub_item', known, subItem))]!;
}

function countOf(text = '10'): number {
  if (!/^\d{1,3}$/.test(text)) throw invalid('count', 'a number', text);
  return parseLimit(text);
}

function idOf(text = ''): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw invalid('id', 'a positive number of at most 15 digits', text);
  return Number(text);
}

function groupsOf(body: string): number[] {
  const groups = hasOnly(parseJson(body), 'groups');
  if (!Array.isArray(groups) || groups.length < 1 || groups.length > mostGroups) {
    throw invalid('body', `{"groups": [{"id": 327}]} with at most ${mostGroups} groups`, body.slice(0, 80));
  }
  return [...new Set(groups.map((group) => groupOf(hasOnly(group, 'id'))))];
}

function groupOf(id: unknown): number {
  return idOf(typeof id === 'number' || typeof id === 'string' ? String(id) : '');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // refused by what looks into it
  }
}

function hasOnly(value: unknown, key: string): unknown {
  return isRecord(value) && Object.keys(value).join() === key ? value[key] : undefined;
}

function parseQuery(text: string): Query {
  const query = new Map<string, string>();
  for (const pair of text ? text.split('&') : []) {
    const [, name, value] = /^([a-z_]+)=([\w-]+)$/.exec(pair) ?? [];
    if (!name || !value || query.has(name)) throw invalid('query', 'name=value pairs, each name once', pair);
    query.set(name, value);
  }
  return query;
}

function refuseOthers(query: Query, known: readonly string[]): void {
  for (const name of query.keys()) {
    if (!known.includes(name)) throw invalid('query', `made of ${known.join(', ') || 'nothing'}`, name);
  }
}

function oneOf<Value extends string>(name: string, known: readonly Value[], text = ''): Value {
  const found = known.find((value) => value === text);
  if (!found) throw invalid(name, `one of ${known.join(', ')}`, text);
  return found;
}

function notFound(): FigshareError {
  return new FigshareError('not-found', 'the statistics service has no such path');
}
