import { FigshareTimeline } from '../elements/timeline/figshare-timeline.js';
import { define } from './define.js';

define('figshare-timeline', FigshareTimeline);

declare global {
  interface HTMLElementTagNameMap {
    'figshare-timeline': FigshareTimeline;
  }
}
