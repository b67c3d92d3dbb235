import type { Metric } from '../figshare/metric.js';

/** The signs of metrics: outlines on a grid of 16 by 16, to be stroked 1.5 wide with round ends. */
export const outlines: Record<Metric, string> = {
  views: 'M1 8c3.5-5.5 10.5-5.5 14 0c-3.5 5.5-10.5 5.5-14 0zM8 6a2 2 0 1 0 0 4a2 2 0 1 0 0-4z',
  downloads: 'M8 2v8M4.5 7L8 10.5L11.5 7M2.5 13.5h11',
  shares: 'M8 10V2M4.5 5L8 1.5L11.5 5M3.5 8v6h9V8',
  citations: 'M6.5 4C4 4.5 2.5 6 2.5 8.5V12h4V8.5h-4M13.5 4C11 4.5 9.5 6 9.5 8.5V12h4V8.5h-4',
};
