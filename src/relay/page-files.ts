import style from '../../dist/site/embed/embed.css?raw';
import chart from '../../dist/cdn/figshare-chart.js?raw';
import elements from '../../dist/cdn/figshare-elements.js?raw';
import map from '../../dist/cdn/figshare-map.js?raw';
import stats from '../../dist/cdn/figshare-stats.js?raw';
import embed from '../../dist/site/embed/embed.js?raw';

/** What the embed page loads, by name. The build puts it in, so that a relay needs no file beside it. */
export const pageFiles: ReadonlyMap<string, string> = new Map([
  ['embed.css', style],
  ['embed.js', embed],
  ['figshare-stats.js', stats],
  ['figshare-elements.js', elements],
  ['figshare-chart.js', chart],
  ['figshare-map.js', map],
]);
