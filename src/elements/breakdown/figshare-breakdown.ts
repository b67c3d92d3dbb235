import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import {
  breakdownQuestion,
  readKeptBreakdown,
  type Breakdown,
  type BreakdownQuestion,
  askBreakdown,
} from '../../figshare/breakdown.js';
import type { Counter } from '../../figshare/metric.js';
import { formatCount } from '../../format/count.js';
import {
  breakdownTitle,
  formatOthers,
  formatPlace,
  readRows,
  rowsOf,
  type RowOptions,
} from '../../format/breakdown.js';
import { formatShare } from '../../format/share.js';
import { nounOf } from '../../format/figure.js';
import type { Noun } from '../../format/words/en.js';
import { noneOf } from '../../format/words/grammar.js';
import { placeWordsIn } from '../../format/words/places.js';
import type { Answered } from '../../source/source.js';
import { bar } from '../row-bar.js';
import { BreakdownMap } from './map.js';
import { FigshareElement } from '../figshare-element.js';
import { frameStyles } from '../frame-styles.js';
import { given } from '../given.js';
import { mapStyles } from './map-styles.js';
import { rowsStyles } from '../rows-styles.js';

/** What the table's columns and rows hold; undefined before the answer. */
interface Row {
  name: string;
  value: number;
  isRest?: boolean;
}

/**
 * Where events of figshare items come from: the largest countries or cities, with bars or as a plain table, or all
 * countries on a map of the world.
 *
 * @slot - One link, shown until the numbers arrive, and kept if they never do.
 * @csspart base - The whole.
 * @csspart chart - The map.
 * @csspart table - The table that it is; with a map, on demand.
 * @csspart row - A place.
 * @csspart label - Its name.
 * @csspart bar - Its bar.
 * @csspart value - Its number.
 * @csspart summary - What the table shows.
 * @csspart meta - What is counted, as of when; a link, unless `no-link`.
 * @csspart button - Shows the table behind a map; asks, with `loading="click"`.
 * @cssproperty [--figshare-color-text] - Names and numbers.
 * @cssproperty [--figshare-color-muted] - Shares, the rest, what is counted.
 * @cssproperty [--figshare-color-accent] - Bars, the map's colours, focus.
 * @cssproperty [--figshare-color-surface] - What the map's colours fade to.
 * @cssproperty [--figshare-color-border] - Borders on the map.
 * @cssproperty [--figshare-font] - Font family; the page's own by default.
 * @fires {CustomEvent<Answered<Breakdown>>} figshare-load - The numbers have arrived and are drawn.
 * @fires {CustomEvent<FigshareError>} figshare-error - They could not be had.
 */
export class FigshareBreakdown extends FigshareElement<BreakdownQuestion, Breakdown> {
  static override styles = [super.styles, frameStyles, rowsStyles, mapStyles];

  static override properties = {
    metric: {},
    by: {},
    country: {},
    limit: {},
    minCount: { attribute: 'min-count' },
    variant: {},
    category: {},
    itemType: { attribute: 'item-type' },
  };

  /** `views`, `downloads` or `shares`. */
  metric: Counter | undefined;
  by: 'country' | 'city' | undefined;
  /** With `by="city"`: of this country, as the service spells it in English. */
  country: string | undefined;
  /** How many places have rows of their own. */
  limit: string | number | undefined;
  /** Places with fewer events are among the others. */
  minCount: string | number | undefined;
  variant: 'bars' | 'table' | 'map' = 'bars';
  /** Id of a category: only what belongs to it. */
  category: string | number | undefined;
  /** An item type, such as `dataset`: only what belongs to it. */
  itemType: string | undefined;

  protected override readonly asking = askBreakdown;

  readonly #map = new BreakdownMap(this, (error) =>
    this.warn(`shows bars: figshare-map.js could not be loaded (${String(error)})`),
  );
  #rows: RowOptions = { by: 'country', country: undefined, limit: 10, minCount: 0 };

  protected override question(item: string, today: string): BreakdownQuestion {
    this.#rows = readRows(given(this, 'by', 'country', 'limit', 'minCount'));
    const options = given(this, 'metric', 'start', 'end', 'institution', 'category', 'itemType');
    return breakdownQuestion({ item, ...options }, today);
  }

  protected override readKept(kept: unknown): Breakdown {
    return readKeptBreakdown(kept);
  }

  protected override isEmpty(breakdown: Breakdown): boolean {
    return rowsOf(breakdown, this.#rows).whole === 0;
  }

  protected override firstNumber(breakdown: Breakdown): number {
    return rowsOf(breakdown, this.#rows).whole;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.#variant === 'map' && this.status !== 'idle') this.#map.load();
  }

  protected override get isBlock(): boolean {
    return true;
  }

  protected override renderFigures(told: Answered<Breakdown> | undefined): TemplateResult {
    // All at once, or what stands under the map would move when that comes.
    const answered = this.#isAwaitingMap ? undefined : told;
    return html`<figure>
      ${this.#renderBody(answered)}
      <figcaption id="summary" part="summary" class="meta">
        ${answered ? breakdownTitle(this.asked?.metric ?? 'views', this.#rows.by, this.reader) : nothing}
      </figcaption>
      ${this.renderFoot(answered)}
    </figure>`;
  }

  #renderBody(answered: Answered<Breakdown> | undefined): TemplateResult {
    const isMap = this.#variant === 'map';
    if (!answered) return isMap ? this.#map.renderReserve() : this.#renderSkeleton();
    const table = () => this.#renderTable(answered.answer);
    if (!isMap) return table();
    const metric = this.asked?.metric ?? 'views';
    return this.#map.render(answered.answer, metric, this.#rows.minCount, this.reader, table);
  }

  /** As many empty rows as there will be at most. */
  #renderSkeleton(): TemplateResult {
    const row = html`<tr>
      <td><span class="skeleton"></span></td>
    </tr>`;
    return html`<table aria-hidden="true">
      ${Array.from({ length: this.#rows.limit + 2 }, () => row)}
    </table>`;
  }

  #renderTable(breakdown: Breakdown): TemplateResult {
    const { locale } = this;
    const shown = rowsOf(breakdown, this.#rows);
    const { places, other, unknown, whole } = shown;
    const rows: Row[] = places.map((place) => ({
      name: formatPlace(place, this.#rows.by, this.reader),
      value: place.value,
    }));
    if (other > 0) rows.push({ name: formatOthers(shown, this.reader), value: other, isRest: true });
    if (unknown > 0) rows.push({ name: placeWordsIn(this.language).nowhere, value: unknown, isRest: true });
    const largest = Math.max(1, ...places.map(({ value }) => value));
    const hasBars = this.#variant === 'bars';
    return html`<table part="table">
      ${rows.map(
        ({ name, value, isRest }) =>
          html`<tr part="row" class=${isRest ? 'rest' : ''}>
            <th part="label" scope="row" title=${name}>${name}</th>
            ${hasBars ? html`<td>${isRest ? nothing : bar(value / largest)}</td>` : nothing}
            <td part="value" class="number">${formatCount(value, locale)}</td>
            <td class="share">${formatShare(value / whole, locale)}</td>
          </tr>`,
      )}
    </table>`;
  }

  /** There are numbers, and no map yet to show them on. */
  get #isAwaitingMap(): boolean {
    return /ready|stale/.test(this.status) && this.#variant === 'map' && !this.#map.isLoaded;
  }

  get #variant() {
    const variant = this.choice('variant', this.variant, ['bars', 'table', 'map']) ?? 'bars';
    if (variant !== 'map') return variant;
    if (this.by === 'city') this.warn('shows bars: a map shows countries, not cities');
    return this.by === 'city' || this.#map.hasFailed ? 'bars' : variant;
  }

  protected override none(): string {
    return noneOf([this.#noun], this.words);
  }

  get #noun(): Noun {
    return nounOf(this.asked?.metric ?? 'views', this.reader);
  }
}
