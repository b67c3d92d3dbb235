/** What somebody has chosen in the builder, and its form in an address. */
import { metrics as allMetrics } from '../../src/figshare/metric.js';

/** What can be shown, in the order of the pictures. */
export const shows = ['badge', 'card', 'timeline', 'breakdown', 'top', 'count'] as const;
export type Show = (typeof shows)[number];

/** How each can look, the usual way first: values of `variant`. */
export const looks: Record<Show, readonly string[]> = {
  badge: ['badge', 'text'],
  card: ['card'],
  timeline: ['sparkline', 'bars', 'chart'],
  breakdown: ['bars', 'table', 'map'],
  top: [],
  count: [],
};

export interface Choice {
  /** One item or several, as the attribute `item` takes them. */
  item: string;
  show: Show;
  look: string;
  metrics: string[];
  start: string;
  end: string;
  /** Of a timeline: `day`, `month`, `year`. Of places: `country`, `city`. Of a list: `item-type`, `category`, `referral`. */
  by: string;
  compact: boolean;
  cumulative: boolean;
  /** Empty: the page's. */
  lang: string;
  /** Empty: the page's own colours. */
  theme: string;
  /** `#rrggbb`, of bars and lines. Empty: made from the page's text. */
  accent: string;
  /** Empty: figshare's service is asked. */
  source: string;
  /** Whether chart and map are checked, too, by an import map. */
  integrity: boolean;
  /** Name of a recipe. */
  place: string;
  /** The kind of page that it is shown on. */
  on: string;
}

/** The item that the site shows before anybody has put in another. */
export const exampleItem = '10.6084/m9.figshare.766364';

/**
 * What is drawn while nobody has put in an item of their own: the recorded item has nothing left to tell of the last
 * months, and a group's lists and counts are not an article's.
 */
export function exampleOf(choice: Choice): Choice {
  const { show, by, start, end } = choice;
  if (show === 'badge' || show === 'card') return choice;
  const item = show === 'top' || show === 'count' ? 'group/327' : '30000001';
  const isByDay = show === 'timeline' && by === 'day' && !start && !end;
  return { ...choice, item, ...(isByDay && { start: '2026-10-23', end: '2026-11-21' }) };
}

export const usual: Choice = {
  item: exampleItem,
  show: 'badge',
  look: '',
  metrics: [],
  start: '',
  end: '',
  by: '',
  compact: false,
  cumulative: false,
  lang: '',
  theme: '',
  accent: '',
  source: '',
  integrity: false,
  place: 'html',
  on: 'white',
};

/** Kinds of page that a choice is shown on. */
export const pages = ['white', 'dark', 'navy', 'serif', 'arabic', 'phone'] as const;

/** What stands behind `?`: only what is other than usual, so that an address is short. */
export function toQuery(choice: Choice): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(choice) as [keyof Choice, Choice[keyof Choice]][]) {
    const text = Array.isArray(value) ? value.join('+') : value === true ? '1' : value || '';
    const isUsual = String(value) === String(usual[key]);
    if (!isUsual) query.set(key, text);
  }
  return query.toString().replaceAll('%2F', '/').replaceAll('%2B', '+').replaceAll('%3A', ':');
}

/** Reads what `toQuery` wrote, or somebody else: what is not known is as usual. */
export function fromQuery(text: string): Choice {
  const query = new URLSearchParams(text);
  const given = (key: keyof Choice) => query.get(key)?.trim() ?? '';
  const oneOf = (key: keyof Choice, known: readonly string[], fallback: string) =>
    known.includes(given(key)) ? given(key) : fallback;
  const day = (key: keyof Choice) => (/^\d{4}-\d\d-\d\d$/.test(given(key)) ? given(key) : '');
  const show = oneOf('show', shows, usual.show) as Show;
  return {
    item: given('item') || usual.item,
    show,
    look: oneOf('look', looks[show], ''),
    metrics: [...new Set(given('metrics').split(/[\s+,]+/))].filter((name) =>
      (allMetrics as readonly string[]).includes(name),
    ),
    start: day('start'),
    end: day('end'),
    by: oneOf('by', bys[show], ''),
    compact: given('compact') === '1',
    cumulative: given('cumulative') === '1',
    lang: /^[a-z]{2}(-\w+)?$/i.test(given('lang')) ? given('lang') : '',
    theme: oneOf('theme', ['light', 'dark'], ''),
    accent: /^#[0-9a-f]{6}$/i.test(given('accent')) ? given('accent').toLowerCase() : '',
    source: given('source'),
    integrity: given('integrity') === '1',
    place: /^[\w-]+$/.test(given('place')) ? given('place') : usual.place,
    on: oneOf('on', pages, usual.on),
  };
}

/** What each can be told apart by, the usual first. */
export const bys: Record<Show, readonly string[]> = {
  badge: [],
  card: [],
  timeline: ['month', 'year', 'day'],
  breakdown: ['country', 'city'],
  top: ['item-type', 'category', 'referral', 'item'],
  count: [],
};

/** Which metrics each can show. */
export const metricsOf: Record<Show, readonly string[]> = {
  badge: allMetrics,
  card: allMetrics,
  timeline: allMetrics.slice(0, 3),
  breakdown: allMetrics.slice(0, 3),
  top: allMetrics.slice(0, 3),
  count: [],
};

/** Shown when nobody says which. */
export const usualMetrics: Record<Show, readonly string[]> = {
  badge: ['views', 'downloads'],
  card: ['views', 'downloads'],
  timeline: ['views'],
  breakdown: ['views'],
  top: ['views'],
  count: [],
};
