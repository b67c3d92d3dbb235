import { yearsAfter } from './dates.js';
import type { Day } from './dates.js';
import { samplePlaces, toPlaces } from './places.js';
import type { CountryWeights, Places } from './places.js';
import { spread, sumOf, toDays } from './series.js';
import type { Days } from './series.js';

export const kinds = ['article', 'author', 'collection', 'group', 'project'] as const;
export type Kind = (typeof kinds)[number];
export const counters = ['views', 'downloads', 'shares'] as const;
export type Counter = (typeof counters)[number];

/** What recorded-items.ts, sample-items.ts or a test says of an item; all of it may be missing. */
export interface ItemSettings {
  /** Totals; where one is missing, its timeline's sum, else 0. */
  views?: number;
  downloads?: number;
  shares?: number;
  cites?: number;
  /** Events per day. Missing: the total spread over `from`…`to`. `null`: the service has none. */
  timeline?: Partial<Record<Counter, Record<Day, number> | null>>;
  /** First and last day of spread events; three years ago and today when missing. */
  from?: Day;
  to?: Day;
  countries?: CountryWeights;
  /** Which part of its events came from which host, 0 to 1; those of the sample data when missing. */
  referrers?: Record<string, number>;
  /** Slug of the institution it belongs to: the public timeline, breakdown and tops lose it. */
  institution?: string;
  /** The public scope says 0 of its totals, too; only the institution's own scope has them. */
  portalOnly?: boolean;
  /** Kept out of the tops. */
  unranked?: boolean;
  /** For the main API, which knows only items that have a title or a DOI. */
  title?: string;
  doi?: string;
}

export class Item {
  readonly totals: Readonly<Record<Counter | 'cites', number>>;
  readonly places: Places;
  #days = new Map<Counter, Days>();

  constructor(
    readonly key: string,
    readonly settings: ItemSettings,
    readonly today: Day,
  ) {
    const total = (counter: Counter) =>
      settings[counter] ?? sumOf(toDays(settings.timeline?.[counter] ?? {}));
    this.totals = {
      views: total('views'),
      downloads: total('downloads'),
      shares: total('shares'),
      cites: settings.cites ?? 0,
    };
    this.places = settings.countries ? toPlaces(settings.countries) : samplePlaces;
  }

  days(counter: Counter): Days {
    const known = this.#days.get(counter);
    if (known) return known;
    const days = this.#daysAnew(counter);
    this.#days.set(counter, days);
    return days;
  }

  #daysAnew(counter: Counter): Days {
    const { timeline, to = this.today, from = yearsAfter(to, -3) } = this.settings;
    const given = timeline?.[counter];
    if (given !== undefined) return toDays(given ?? {});
    return spread(this.totals[counter], { start: from, end: to }, `${this.key} ${counter}`);
  }
}
