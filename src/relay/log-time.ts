let last = { now: NaN, text: '' };

/** A moment as the log writes it: worked out once for all requests of a millisecond. */
export function logTime(now: number): string {
  if (now !== last.now) last = { now, text: new Date(now).toISOString() };
  return last.text;
}
