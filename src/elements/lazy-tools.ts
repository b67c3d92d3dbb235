import { css, html, nothing, svg } from 'lit';
import { formatCount } from '../format/count.js';
import { formatEvents } from '../format/figure.js';
import { color, small } from './styles.js';

/**
 * What the files of chart and map are handed. They import none of this themselves: they would bring a second Lit, with
 * templates and styles that the first does not know, and second words in thirteen languages.
 */
export const lazyTools = { css, html, nothing, svg, color, small, formatCount, formatEvents };

export type LazyTools = typeof lazyTools;
