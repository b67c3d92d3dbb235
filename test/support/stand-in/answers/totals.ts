import { noSuchPath, ok } from '../answer.js';
import type { Answer } from '../answer.js';
import type { Item } from '../items.js';
import { counterFrom, idFrom, kindFrom } from '../parameters.js';
import type { Question } from '../question.js';

/** `GET /total/{counter}/{kind}/{id}`: open in every scope; in a slug that is not the item's it is 0. */
export function total({ pieces: [, counter = '', kind = '', id = ''], items, slug }: Question): Answer {
  const name = counterFrom(counter);
  const item = items.get(kindFrom(kind), idFrom(id));
  return ok(JSON.stringify({ totals: isCounted(item, slug) ? item.totals[name] : 0 }));
}

/** `GET /total/{kind}/{id}`, undocumented: articles and collections, and in the public scope alone. */
export function combinedTotal({ pieces: [, kind = '', id = ''], items, slug }: Question): Answer {
  if ((kind !== 'article' && kind !== 'collection') || slug !== undefined) throw noSuchPath();
  const item = items.get(kind, idFrom(id));
  const { views, downloads, shares, cites } = item.totals;
  const told = isCounted(item, slug) ? { views, downloads, shares } : { views: 0, downloads: 0, shares: 0 };
  return ok(JSON.stringify({ ...told, cites }));
}

/** Public totals answer for institutional items too, but not for all (FIGSHARE 1). */
function isCounted({ settings }: Item, slug: string | undefined): boolean {
  return slug === undefined ? !settings.portalOnly : settings.institution === slug;
}
