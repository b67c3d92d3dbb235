export * from './client.js';
export { FigshareElement } from './elements/figshare-element.js';
export { FigshareBreakdown } from './elements/breakdown/figshare-breakdown.js';
export { FigshareCount } from './elements/count/figshare-count.js';
export { FigshareStats } from './elements/stats/figshare-stats.js';
export { FigshareTimeline } from './elements/timeline/figshare-timeline.js';
export { FigshareTop } from './elements/top/figshare-top.js';
export type { FigshareStatus } from './elements/question-controller.js';
