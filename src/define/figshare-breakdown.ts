import { FigshareBreakdown } from '../elements/breakdown/figshare-breakdown.js';
import { define } from './define.js';

define('figshare-breakdown', FigshareBreakdown);

declare global {
  interface HTMLElementTagNameMap {
    'figshare-breakdown': FigshareBreakdown;
  }
}
