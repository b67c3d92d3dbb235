import { FigshareError } from '../figshare/error.js';
import { field, isRecord } from '../figshare/json.js';
import { readTop } from '../figshare/top.js';
import { readCombinedTotals, readTimelineTotal } from '../figshare/totals.js';

/**
 * The fields of an answer that are known, with names and values as the service wrote them: nothing else that it may
 * say is told to everybody.
 *
 * @throws FigshareError `bad-data` at what cannot answer the question; `not-found` at what does not
 */
export type KnownFields = (answer: unknown) => unknown;

/** @param names - of the fields that the reader checks */
export function checked(read: (answer: unknown) => unknown, ...names: string[]): KnownFields {
  return (answer) => {
    read(answer);
    return only(answer, names);
  };
}

/** They are undocumented: what tells none is as good as a path that does not exist, and makes askers fall back. */
export function knownTotals(answer: unknown): unknown {
  if (Object.keys(readCombinedTotals(answer)).length === 0)
    throw new FigshareError('not-found', 'the statistics service does not know combined totals');
  return only(answer, ['views', 'downloads', 'shares', 'cites']);
}

export function knownTimelineTotal(answer: unknown): unknown {
  readTimelineTotal(answer);
  const timeline = field(answer, 'timeline');
  return { timeline: isRecord(timeline) ? only(timeline, ['total']) : timeline };
}

/** Of some rankings the service answers the list alone, which has no other fields. */
export function knownTop(answer: unknown): unknown {
  readTop(answer);
  return isRecord(answer) && isRecord(answer['top'] ?? {}) && Object.hasOwn(answer, 'top')
    ? only(answer, ['top'])
    : answer;
}

function only(answer: unknown, names: readonly string[]): unknown {
  const fields = isRecord(answer) ? Object.entries(answer) : [];
  return Object.fromEntries(fields.filter(([name]) => names.includes(name)));
}
