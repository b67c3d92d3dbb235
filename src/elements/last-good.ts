import { jsonOf, moment } from '../figshare/json.js';
import type { Answered } from '../source/source.js';

/** Name of our one entry in the browser's storage. */
const storageName = 'figshare-elements';
const most = 200;

/** Keeps an answer in this browser for when its source fails; the oldest goes when they are many. */
export function keepLastGood(key: string, answered: Answered<unknown>): void {
  const others = stored().filter(([other]) => other !== key);
  try {
    localStorage.setItem(storageName, jsonOf([[key, answered], ...others].slice(0, most)));
  } catch {
    // Storage is full, or refused in this context: the number is shown all the same.
  }
}

/**
 * What was last answered to a question. It is as trustworthy as whatever else ran on this site.
 *
 * @throws FigshareError `bad-data`: it does not say when
 */
export function lastGood(key: string): Answered<unknown> | undefined {
  const kept = stored().find(([other]) => other === key)?.[1];
  return kept && { ...kept, retrieved: new Date(moment(kept.retrieved, 'retrieved')) };
}

function stored(): [string, Answered<unknown>][] {
  try {
    const entries: unknown = JSON.parse(localStorage.getItem(storageName) ?? '[]');
    return (entries as [string, Answered<unknown>][]).filter(Array.isArray);
  } catch {
    return []; // no storage in this context, or another's words in our entry
  }
}
