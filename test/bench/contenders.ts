import { documentedCss } from '../support/documented-css.js';

/** A page with badges, in the words of each contender's own documentation. */
export interface Contender {
  title: string;
  /** Files that it loads, as `<script>` elements. */
  scripts: readonly string[];
  attributes: string;
  /** What it has pages add. */
  css?: string;
  tag: (id: number) => string;
}

const figshare = (title: string, file: string, more = ''): Contender => ({
  title,
  scripts: [file],
  attributes: 'type="module"',
  css: documentedCss,
  tag: (id) =>
    `<figshare-stats item="${id}"${more}><a href="https://figshare.com/articles/_/${id}">On figshare</a></figshare-stats>`,
});

/** The first is what all others are told in terms of. */
export const contenders = {
  github: {
    title: 'github-buttons',
    scripts: ['github-buttons.js'],
    attributes: 'async defer',
    tag: (id) =>
      `<a class="github-button" href="https://github.com/bench/${id}" data-show-count="true">Star</a>`,
  },
  stats: figshare('`<figshare-stats>`', 'figshare-stats.js'),
  eager: figshare('`<figshare-stats loading="eager">`', 'figshare-stats.js', ' loading="eager"'),
  all: figshare('`<figshare-stats>`, all five loaded', 'figshare-elements.js'),
  datacite: {
    title: 'data-metrics-badge, with Vue',
    scripts: ['vue.js', 'data-metrics-badge.js'],
    attributes: '',
    tag: (id) => `<data-metrics-badge doi="10.1234/${id}"></data-metrics-badge>`,
  },
  hand: {
    title: 'hand-written custom element (floor)',
    scripts: ['hand-written.js'],
    attributes: 'type="module"',
    tag: (id) => `<hand-written item="${id}"></hand-written>`,
  },
} satisfies Record<string, Contender>;

export type ContenderName = keyof typeof contenders;
export const contenderNames = Object.keys(contenders) as ContenderName[];

/** What each is answered, in the words of its own service: the same numbers. */
export function answerTo(url: string): unknown {
  const [views, downloads] = [46_088, 5_210];
  if (url.includes('api.github.com')) return { stargazers_count: views };
  if (url.includes('api.datacite.org'))
    return { data: { counts: { id: '', views, downloads, citations: 3 } } };
  return { views, downloads, shares: 1, cites: 3 };
}

export const services = ['api.github.com', 'api.datacite.org', 'stats.figshare.com', 'api.figshare.com'];
