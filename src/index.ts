export * from './client.js';
export { FigshareElement } from './elements/figshare-element.js';
export { FigshareBreakdown } from './elements/figshare-breakdown.js';
export { FigshareCount } from './elements/figshare-count.js';
export { FigshareStats } from './elements/figshare-stats.js';
export { FigshareTimeline } from './elements/figshare-timeline.js';
export { FigshareTop } from './elements/figshare-top.js';
export type { FigshareStatus } from './elements/pursuit.js';
