import type { Day } from './dates.js';
import { Item } from './items.js';
import type { ItemSettings, Kind } from './items.js';

/** A request to the service, taken apart, with what is needed to answer it. */
export interface Question {
  /** Path behind the institution's slug, in pieces: `['total', 'views', 'article', '5']`. */
  pieces: string[];
  /** The whole path, slug included, as error answers quote it. */
  path: string;
  query: URLSearchParams;
  /** Slug of the institution's scope; missing in the public scope. */
  slug?: string | undefined;
  body: string;
  contentType: string;
  today: Day;
  items: Items;
  /** How many public articles groups hold, by group id. */
  groups: Record<string, number>;
}

/** The items of a world: its own first, then the recorded and sample ones. Unknown ones exist too, with nothing but zeros. */
export class Items {
  #today: Day;
  #own: ReadonlyMap<string, ItemSettings>;
  #known: ReadonlyMap<string, ItemSettings>;

  constructor(own: Record<string, ItemSettings>, known: ReadonlyMap<string, ItemSettings>, today: Day) {
    this.#own = new Map(Object.entries(own));
    this.#known = known;
    this.#today = today;
  }

  get(kind: Kind, id: string): Item {
    const key = `${kind}/${id}`;
    return new Item(key, this.#own.get(key) ?? this.#known.get(key) ?? {}, this.#today);
  }

  ofKind(kind: Kind): [id: string, item: Item][] {
    const ids = [...this.#own.keys(), ...this.#known.keys()]
      .filter((key) => key.startsWith(`${kind}/`))
      .map((key) => key.slice(kind.length + 1));
    return [...new Set(ids)].map((id) => [id, this.get(kind, id)]);
  }

  /** Whether a test has set an item, or one of a kind, so that recorded answers do not hold any more. */
  isChanged(kind: string, id?: string): boolean {
    return id === undefined
      ? [...this.#own.keys()].some((key) => key.startsWith(`${kind}/`))
      : this.#own.has(`${kind}/${id}`);
  }
}

/** Whether events of an item show in a scope: institutions keep theirs to themselves (FIGSHARE 1). */
export function isOpen(item: Item, { slug }: Question): boolean {
  return item.settings.institution === slug;
}
