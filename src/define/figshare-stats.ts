import { FigshareStats } from '../elements/stats/figshare-stats.js';
import { define } from './define.js';

define('figshare-stats', FigshareStats);

declare global {
  interface HTMLElementTagNameMap {
    'figshare-stats': FigshareStats;
  }
}
