import { chartJs } from './chart-js.js';
import { figshareElements } from './figshare-elements.js';
import { handWritten } from './hand-written-badge.js';
import { plainBadge, plainBadgeCss } from './plain-badge.js';
import { plainElements } from './plain-elements.js';
import { plainSparkline, plainSparklineCss } from './plain-sparkline.js';
import { svgSparkline } from './svg-sparkline.js';
import { period, totals, views } from '../numbers.js';

/**
 * Puts so many drawings into a holder, all in one go.
 *
 * @returns whether all of them are there by now; it throws if one never will
 */
export type Draw = (holder: HTMLElement, count: number) => () => boolean;

/** Everything that can be measured. */
export const ways = {
  stats: figshareElements('figshare-stats', {}),
  handWritten,
  plainBadge: plainElements(totals, plainBadgeCss, plainBadge),
  timeline: figshareElements('figshare-timeline', { granularity: 'month', ...period }),
  plainSparkline: plainElements(views, plainSparklineCss, plainSparkline),
  chartJs,
  svgSparkline,
} satisfies Record<string, Draw>;

export type Way = keyof typeof ways;
