/** A page for each element: what it is, alive, in its looks and states, and its attributes. */
import { escaped } from './markdown.js';

interface Example {
  note: string;
  /** As it is written, without the sample's source. */
  html: string;
}

interface ElementPage {
  /** The tag without `figshare-`. */
  name: string;
  says: string;
  /** Of the example that changes its look and its state; the item, and what it needs to look like something. */
  attributes: string;
  /** Values of `variant`; none where there is but one look. */
  variants: string[];
  /** What makes it have nothing to show. */
  empty: string;
  examples: Example[];
}

const year2012 = 'start="2012-01-01" end="2012-12-31"';

export const elementPages: ElementPage[] = [
  {
    name: 'stats',
    says: 'totals, as a badge, a phrase or a card',
    attributes: 'item="10.6084/m9.figshare.766364"',
    variants: ['badge', 'text', 'card'],
    empty: year2012,
    examples: [
      {
        note: 'All four metrics, shortened: truncated, never rounded up.',
        html: '<figshare-stats item="30000001" metrics="views downloads shares citations" compact></figshare-stats>',
      },
      {
        note: 'Several items are summed. If one of them fails, their sum is not known, and nothing is shown as it.',
        html: '<figshare-stats item="30000001 collection/1234"></figshare-stats>',
      },
      { note: 'An author.', html: '<figshare-stats item="author/97657"></figshare-stats>' },
      {
        note: 'One year, as a card with its months beside it.',
        html: '<figshare-stats item="author/97657" variant="card" start="2025-01-01" end="2025-12-31"><figshare-timeline slot="trend" item="author/97657" start="2025-01-01" end="2025-12-31"></figshare-timeline></figshare-stats>',
      },
      {
        note: 'Own words, and no link.',
        html: '<figshare-stats item="author/97657" metrics="downloads" label-downloads="copies taken" no-link></figshare-stats>',
      },
    ],
  },
  {
    name: 'timeline',
    says: 'events over time, as a small line, bars or a chart',
    attributes: 'item="30000001"',
    variants: ['sparkline', 'bars', 'chart'],
    empty: year2012,
    examples: [
      {
        note: 'Two metrics: a dash tells them apart, not colour alone.',
        html: '<figshare-timeline item="30000001" variant="bars" metrics="views downloads"></figshare-timeline>',
      },
      {
        note: 'Views per year as recorded in mid-2017. A year that is not over is dotted and ends in a hollow point.',
        html: '<figshare-timeline item="10.6084/m9.figshare.766364" variant="chart" granularity="year" start="2013-01-01" end="2017-06-30"></figshare-timeline>',
      },
      {
        note: 'A running total, which begins at 0 with the period.',
        html: '<figshare-timeline item="30000001" variant="chart" metrics="views downloads" cumulative></figshare-timeline>',
      },
    ],
  },
  {
    name: 'breakdown',
    says: 'where events come from, by country or city',
    attributes: 'item="30000001" limit="5"',
    variants: ['bars', 'table', 'map'],
    empty: year2012,
    examples: [
      {
        note: 'Cities, at most ten of a country.',
        html: '<figshare-breakdown item="30000001" by="city" limit="5"></figshare-breakdown>',
      },
      {
        note: 'Places with fewer than 100 downloads are not named: they join “other”.',
        html: '<figshare-breakdown item="30000001" metric="downloads" min-count="100"></figshare-breakdown>',
      },
    ],
  },
  {
    name: 'top',
    says: 'the most viewed, downloaded or shared',
    attributes: 'item="group/327" by="item-type" limit="5"',
    variants: [],
    empty: year2012,
    examples: [
      {
        note: 'The most viewed articles of all figshare, as recorded in mid-2017; their titles are samples.',
        html: '<figshare-top limit="5"></figshare-top>',
      },
      {
        note: 'Where a project’s readers come from.',
        html: '<figshare-top item="project/13" by="referral" limit="5"></figshare-top>',
      },
    ],
  },
  {
    name: 'count',
    says: 'how many public items some groups hold',
    attributes: 'item="327"',
    variants: [],
    empty: '',
    examples: [
      { note: 'Several groups together.', html: '<figshare-count item="327 328"></figshare-count>' },
    ],
  },
];

/** The example that has looks and states. */
export const mainExample = ({ name, attributes }: ElementPage) =>
  `<figshare-${name} ${attributes}></figshare-${name}>`;

/** All that is asked for on a page: for the sample, which has to hold it. */
export const askedOn = (page: ElementPage) => [
  mainExample(page),
  ...page.examples.map(({ html }) => html),
  ...(page.empty ? [`<figshare-${page.name} ${page.attributes} ${page.empty}></figshare-${page.name}>`] : []),
];

/** As HTML. */
interface Tables {
  /** The element's own attributes. */
  own: string;
  /** Those of all. */
  shared: string;
  /** What a style sheet and a script reach. */
  reach: string;
}

export function elementPage(page: ElementPage, tables: Tables): string {
  const { name, says, variants, empty, examples } = page;
  const others = elementPages
    .map((one) =>
      one.name === name ? `<strong>${name}</strong>` : `<a href="../${one.name}/">${one.name}</a>`,
    )
    .join(' · ');
  const states = ['ready', 'loading', ...(empty ? ['empty'] : []), 'not known', 'asks first'];
  return `<!doctype html>
<html lang="en">
  <head>
    <title>${name} · figshare-elements</title>
    <meta name="description" content="figshare-${name}: ${escaped(says)}." />
    <link rel="stylesheet" href="../elements.css" />
    <script type="module" src="../element-page.ts"></script>
  </head>
  <body>
    <main>
      <p class="crumbs"><a href="../">Elements</a> / ${others}</p>
      <h1><code>&lt;figshare-${name}&gt;</code> <span class="says">${escaped(says)}</span></h1>
      <section class="alive" aria-label="Alive">
        <form class="bar" id="looks">
          ${radios('Look', 'variant', variants)}
          ${radios('State', 'state', states)}
        </form>
        <div class="stage" id="stage" data-empty='${empty}'>${mainExample(page)}</div>
        <div class="sample"><pre><code id="code">${escaped(mainExample(page))}</code></pre><button class="copy" type="button">Copy</button></div>
      </section>
      <h2>Its attributes</h2>
      ${tables.own}
      <h2>More of it</h2>
      <ul class="examples">
        ${examples
          .map(
            ({ note, html }) =>
              `<li><p class="muted small">${escaped(note)}</p><div class="stage">${html}</div><div class="sample"><pre><code>${escaped(html)}</code></pre><button class="copy" type="button">Copy</button></div></li>`,
          )
          .join('\n        ')}
      </ul>
      <h2>What it shares with the others</h2>
      ${tables.shared}
      <h2>What styles and scripts reach</h2>
      ${tables.reach}
      <p><a class="button" href="../../builder/">Make one for your page</a></p>
    </main>
  </body>
</html>
`;
}

function radios(title: string, name: string, values: string[]): string {
  if (values.length === 0) return '';
  const chips = values.map(
    (value, index) =>
      `<label class="chip"><input type="radio" name="${name}" value="${value}"${index === 0 ? ' checked' : ''} />${value}</label>`,
  );
  return `<div role="radiogroup" aria-label="${title}" class="chips"><span class="muted small" aria-hidden="true">${title}</span>${chips.join('')}</div>`;
}
