import type { isWhole } from '../../figshare/series.js';
import type { spokenAt } from '../../format/timeline-drawing.js';
import type { formatPart } from '../../format/timeline-text.js';
import type { LazyTools } from '../lazy-tools.js';

/** What the chart's file is handed. */
export interface ChartTools extends LazyTools {
  formatPart: typeof formatPart;
  isWhole: typeof isWhole;
  spokenAt: typeof spokenAt;
}
