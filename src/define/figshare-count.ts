import { FigshareCount } from '../elements/figshare-count.js';
import { define } from './define.js';

define('figshare-count', FigshareCount);

declare global {
  interface HTMLElementTagNameMap {
    'figshare-count': FigshareCount;
  }
}
