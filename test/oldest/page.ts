/** A page with every kind of drawing there is, and what is seen of it in a browser of any age. */
import type { Tab } from './devtools.js';

interface Case {
  html: string;
  /** What is read in it. */
  says: RegExp;
  /** What draws its numbers: it has a size, and a colour. */
  drawn?: string;
  /** Nothing of it is seen. */
  isUnseen?: boolean;
}

const item = 'item="766364"';
const stats = (attributes: string) => `<figshare-stats ${item} ${attributes}>#</figshare-stats>`;
const timeline = (variant: string) =>
  `<figshare-timeline ${item} start="2016-01-01" end="2016-12-31" metrics="views downloads" variant="${variant}">#</figshare-timeline>`;
const breakdown = (attributes: string) =>
  `<figshare-breakdown ${item} start="2016-01-01" end="2016-12-31" ${attributes}>#</figshare-breakdown>`;

/** What the stand-in has to know beside its records. */
export const items = { 'article/1999': { views: 1999, downloads: 0 } };

export const cases: Record<string, Case> = {
  badge: { html: stats(''), says: /46,088.*5,210/ },
  text: { html: stats('variant="text"'), says: /46,088 views/ },
  card: { html: stats('variant="card"'), says: /46,088.*5,210/ },
  compact: { html: stats('compact').replace('766364', '1999'), says: /1\.9K/ },
  hidden: { html: stats('hidden loading="eager"'), says: /46,088/, isUnseen: true },
  below: { html: stats('hide-below="100000"'), says: /46,088/, isUnseen: true },
  german: { html: stats('lang="de"'), says: /46\.088/ },
  sparkline: { html: timeline('sparkline'), says: /\d views/, drawn: '[part~=line]' },
  bars: { html: timeline('bars'), says: /\d views/, drawn: '[part~=bar]' },
  chart: { html: timeline('chart'), says: /17,026 views/, drawn: 'canvas' },
  countries: { html: breakdown(''), says: /United States/, drawn: '[part~=bar]' },
  table: { html: breakdown('variant="table"'), says: /United States/ },
  map: { html: breakdown('variant="map"'), says: /United States/, drawn: 'path.level3' },
  top: {
    html: '<figshare-top of="article" limit="3">#</figshare-top>',
    says: /\d/,
    drawn: '[part~=bar]',
  },
  count: { html: '<figshare-count item="327">#</figshare-count>', says: /20 public items/ },
};

const fallback = (name: string) =>
  `<a id="${name}" href="https://doi.org/10.6084/m9.figshare.766364">The data</a>`;

/** In the words of the oldest browsers: what has to run there, whatever becomes of our file. */
const watching = `<script>
  var thrown = [], told = {};
  addEventListener('error', function (event) {
    if (event.message) thrown.push((event.filename || '').replace(/.*[/]/, '') + ': ' + event.message);
  }, true);
  addEventListener('unhandledrejection', function (event) { thrown.push('rejected: ' + event.reason); });
  addEventListener('figshare-error', function (event) { told[event.target.parentNode.id] = event.detail.message; });
</script>`;

export const pageOf = (
  source: string,
  script: string,
) => `<!doctype html><html lang="en"><meta charset="utf-8">
<title>Old browsers</title><meta name="figshare-source" content="${source}">${watching}
${script}
<script>var after = 'runs';</script>
${Object.entries(cases)
  .map(
    ([name, { html }]) =>
      `<div id="case-${name}" style="margin: 8px">${html.replace('#', fallback(name))}</div>`,
  )
  .join('\n')}`;

export interface Seen {
  /** Of each case: what is wrong with it. */
  faults: Record<string, string>;
  /** Of each case: whether the link between the tags is there, seen and clickable. */
  fallbacks: string[];
  /** What nobody caught, with the file it came from. */
  thrown: string[];
  /** Whether the page's own scripts ran after ours. */
  isPageWell: boolean;
}

interface Read {
  name: string;
  status: string | null;
  text: string;
  told: string;
  isDrawn: boolean;
  isSeen: boolean;
  hasFallback: boolean;
}

/** Waits until every element has settled, or for as long as that commonly takes tenfold. */
export async function look(tab: Tab): Promise<Seen> {
  const until = Date.now() + 12_000;
  for (;;) {
    const { reads, thrown, after } = await tab.evaluate<{ reads: Read[]; thrown: string[]; after: string }>(
      `(${inPage})(${JSON.stringify(Object.entries(cases).map(([name, { drawn = '' }]) => [name, drawn]))})`,
    );
    const faults = Object.fromEntries(
      reads.flatMap(({ name, status, text, told, isDrawn, isSeen }): [string, string][] => {
        if (status === null) return [[name, 'not defined']];
        if (status !== 'ready') return [[name, `${status}${told && `: ${told}`}`]];
        if (!cases[name]!.says.test(text)) return [[name, `says "${text.slice(0, 80)}"`]];
        if (isSeen === (cases[name]!.isUnseen ?? false)) return [[name, isSeen ? 'is seen' : 'is not seen']];
        return isDrawn ? [] : [[name, 'draws nothing']];
      }),
    );
    const isThere = reads.length > 0;
    const isWell = isThere && Object.keys(faults).length === 0;
    const isUndefined = isThere && reads.every(({ status }) => status === null);
    if (isWell || Date.now() > (isUndefined ? until - 10_000 : until)) {
      const fallbacks = reads.filter(({ hasFallback }) => hasFallback).map(({ name }) => name);
      return { faults, fallbacks, thrown, isPageWell: after === 'runs' };
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Runs in the page, in the words of old browsers. */
const inPage = String.raw`function (cases) {
  if (document.readyState !== 'complete' || !document.getElementById('count')) return { reads: [], thrown: [], after: '' };
  var reads = cases.map(function (one) {
    var link = document.getElementById(one[0]);
    var element = link.parentNode, root = element.shadowRoot;
    var box = link.getBoundingClientRect();
    var mark = one[1] && root ? root.querySelector(one[1]) : null;
    var isDrawn = !one[1];
    if (mark) {
      var style = getComputedStyle(mark), size = mark.getBoundingClientRect();
      var none = /^(none|transparent|rgba\(.*, 0\))$/;
      isDrawn = size.width > 0 && size.height > 0 && (mark.localName === 'canvas' ||
        !none.test(style.backgroundColor) || (mark.ownerSVGElement && (!none.test(style.fill) || !none.test(style.stroke))));
    }
    return {
      name: one[0], status: element.status || null,
      text: root ? Array.prototype.map.call(root.children, function (child) {
        return child.localName === 'style' ? '' : child.textContent; }).join(' ').replace(/\s+/g, ' ') : '',
      told: told[element.parentNode.id] || '', isDrawn: isDrawn, isSeen: element.parentNode.clientHeight > 0,
      hasFallback: box.width > 0 && document.elementFromPoint(box.x + 2, box.y + box.height / 2) === link
    };
  });
  return { reads: reads, thrown: thrown, after: typeof after === 'string' ? after : '' };
}`;
