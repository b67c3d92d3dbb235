export * from './client.js';
export { FigshareElement } from './elements/figshare-element.js';
export { FigshareStats } from './elements/figshare-stats.js';
export { FigshareTimeline } from './elements/figshare-timeline.js';
export type { FigshareStatus } from './elements/pursuit.js';
