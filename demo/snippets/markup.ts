/** What a choice comes to: the tag and its attributes, and each form of them that a recipe has a place for. */
import { looks, metricsOf, usualMetrics, type Choice, type Show } from './choice.js';

const tags: Record<Show, string> = {
  badge: 'figshare-stats',
  card: 'figshare-stats',
  timeline: 'figshare-timeline',
  breakdown: 'figshare-breakdown',
  top: 'figshare-top',
  count: 'figshare-count',
};

/** The tag of ours that shows it. */
export const tagOf = ({ show }: Choice) => tags[show];

/** Attributes in the order they are written; one that is only there has an empty value. Nothing that is the default. */
export function attributesOf(choice: Choice): [name: string, value: string][] {
  const { show, by, start, end, compact, cumulative, lang, theme, source } = choice;
  const attributes: [string, string][] = [];
  const put = (name: string, value: string, isWanted = value !== '') => {
    if (isWanted) attributes.push([name, value]);
  };
  const isOfAll = show === 'top' && by === 'item';
  put('item', choice.item, !isOfAll);
  const variant = show === 'card' ? 'card' : choice.look;
  put('variant', variant, variant !== '' && (show === 'card' || variant !== looks[show][0]));
  const metrics = metricsIn(choice);
  const isUsual = metrics.join() === usualMetrics[show].join();
  if (show === 'breakdown' || show === 'top') put('metric', metrics[0] ?? '', !isUsual && metrics.length > 0);
  else put('metrics', metrics.join(' '), !isUsual && metrics.length > 0);
  if (show === 'timeline') put('granularity', by, by !== '' && by !== 'month');
  if (show === 'breakdown') put('by', by, by === 'city');
  if (show === 'top') put('by', by || 'item-type', !isOfAll);
  if (show !== 'count') {
    put('start', start);
    put('end', end);
  }
  put('compact', '', compact && (show === 'badge' || show === 'card'));
  put('cumulative', '', cumulative && show === 'timeline');
  put('theme', theme);
  put('lang', lang);
  put('source', source);
  return attributes;
}

/** The accent of one's own, where there are bars or lines in it. */
export function accentOf({ show, accent }: Choice): string {
  return show === 'timeline' || show === 'breakdown' || show === 'top' ? accent : '';
}

/** For a style sheet of the page: an attribute `style` is refused by a strict content policy. Empty without a colour. */
export function accentSheet(choice: Choice): string {
  const accent = accentOf(choice);
  return accent && `body {\n  --figshare-color-accent: ${accent};\n}`;
}

/** The metrics shown, those alone that can be. */
export function metricsIn({ show, metrics }: Choice): string[] {
  const known = metrics.filter((name) => metricsOf[show].includes(name));
  const chosen = known.length > 0 ? known : [...usualMetrics[show]];
  return show === 'breakdown' || show === 'top' ? chosen.slice(0, 1) : chosen;
}

/** The page that a link leads to: the one item's; figshare's own front page for several, and for what has no page. */
export function pageOf(item: string): string {
  const [only = '', ...others] = item.split(/[\s,;]+/).filter(Boolean);
  if (others.length > 0) return 'https://figshare.com/';
  if (/^https?:/i.test(only)) return only;
  if (only.startsWith('10.')) return `https://doi.org/${only}`;
  const [, kind = 'article', id = ''] = /^(?:([a-z]+)\/)?(\d+)$/.exec(only) ?? [];
  return kind === 'group' || !id
    ? 'https://figshare.com/'
    : `https://figshare.com/${kind}s/${kind === 'article' ? 'dataset/' : ''}_/${id}`;
}

/** What stands between the tags, and as the words of a link. */
export const fallbackWords = 'The data on figshare';

const attribute = (value: string) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** On one line: in Markdown a line of its own that begins with `>` would be a quotation. */
export function elementMarkup(choice: Choice, { isXml = false } = {}): string {
  const written = attributesOf(choice).map(([name, value]) =>
    value === '' && !isXml ? name : `${name}="${attribute(value || name)}"`,
  );
  const tag = tagOf(choice);
  return `<${[tag, ...written].join(' ')}><a href="${attribute(pageOf(choice.item))}">${fallbackWords}</a></${tag}>`;
}

/** An address that `figshare-auto.js` makes an element of. A link of its own must name an item: `item` where it is no page. */
export function linkAddress(choice: Choice): string {
  const page = pageOf(choice.item);
  const isPage = page !== 'https://figshare.com/';
  const options = new URLSearchParams(attributesOf(choice).filter(([name]) => !(isPage && name === 'item')));
  const query = options.toString().replaceAll('%2F', '/').replaceAll('%3A', ':');
  // A link is only upgraded where it leads to an item, so a list leads to its first.
  const [first = ''] = choice.item.split(/[\s,;]+/);
  const target = isPage ? page : pageOf(first);
  return `${target}#${tagOf(choice)}${query ? `?${query}` : ''}`;
}

export const linkMarkup = (choice: Choice) =>
  `<a href="${attribute(linkAddress(choice))}">${fallbackWords}</a>`;
