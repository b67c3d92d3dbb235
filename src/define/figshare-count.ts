import { FigshareCount } from '../elements/count/figshare-count.js';
import { define } from './define.js';

define('figshare-count', FigshareCount);

declare global {
  interface HTMLElementTagNameMap {
    'figshare-count': FigshareCount;
  }
}
