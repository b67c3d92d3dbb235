import type { Answered } from '../source/source.js';

/** Name of the one entry in the browser's storage. */
const storageName = 'figshare-elements';
const most = 200;

const onPage = new Map<string, Answered<unknown>>();

/** Keeps an answer for when its source fails: while the page lives, and beyond if it may be stored. */
export function keepLastGood(key: string, answered: Answered<unknown>, isStored: boolean): void {
  putNewest(onPage, key, answered);
  if (!isStored) return;
  const stored = readStorage();
  putNewest(stored, key, answered);
  try {
    localStorage.setItem(storageName, JSON.stringify([...stored]));
  } catch {
    // Storage is full, or refused in this context: the number is shown all the same.
  }
}

/** What was last answered to a question. From storage it is as trustworthy as whatever else ran on this site. */
export function lastGood(key: string, isStored: boolean): Answered<unknown> | undefined {
  return onPage.get(key) ?? (isStored ? readStorage().get(key) : undefined);
}

function readStorage(): Map<string, Answered<unknown>> {
  try {
    const entries = JSON.parse(localStorage.getItem(storageName) ?? '[]') as [string, Answered<unknown>][];
    return new Map(entries.map(([key, kept]) => [key, { ...kept, retrieved: new Date(kept.retrieved) }]));
  } catch {
    return new Map(); // no storage in this context, or another's words in our entry
  }
}

function putNewest<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}
