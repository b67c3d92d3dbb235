import { FigshareTop } from '../elements/top/figshare-top.js';
import { define } from './define.js';

define('figshare-top', FigshareTop);

declare global {
  interface HTMLElementTagNameMap {
    'figshare-top': FigshareTop;
  }
}
