/** What is drawn: numbers of one item that never change, so that runs can be compared. */
import type { Totals } from '../../src/figshare/totals.js';
import type { Series } from '../../src/figshare/series.js';

export const item = '766364';

/** Sixty months, which the service answers in three windows. */
export const period = { start: '2019-01-01', end: '2023-12-31' };

export const totals = { views: 46_088, downloads: 5_210 } satisfies Totals;

/** Up and down around a slow rise. */
export const views: Series = Array.from({ length: 60 }, (_, index) => ({
  date: new Date(Date.UTC(2019, index)).toISOString().slice(0, 7),
  value: Math.round(400 + 9 * index + 180 * Math.sin(index / 2) + ((index * 37) % 90)),
}));
