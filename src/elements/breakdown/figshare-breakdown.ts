import {
  type CSSResultGroup,
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import {
  breakdownQuestion,
  readKeptBreakdown,
  type Breakdown,
  type BreakdownQuestion,
  askBreakdown,
} from '../../figshare/breakdown.js';
import { parseCounter, type Counter } from '../../figshare/metric.js';
import {
  breakdownSummary,
  breakdownTitle,
  readRows,
  rowsOf,
  type RowOptions,
} from '../../format/breakdown.js';
import { formatEvents, nounOf } from '../../format/figure.js';
import type { Noun } from '../../format/words/en.js';
import type { Answered } from '../../source/source.js';
import { BreakdownMap } from './map.js';
import type { Title } from '../frame.js';
import { given, readable } from '../given.js';
import { mapRoomStyles } from './map-room-styles.js';
import { RowsElement } from '../rows-element.js';
import { TableButton } from '../table-button.js';
import { tableOf } from './table.js';

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
 * @csspart summary - All of it in one sentence, for those who hear it.
 * @csspart meta - What is counted, as of when.
 * @csspart button - Shows the table behind a map; asks, with `loading="click"`.
 * @cssproperty [--figshare-color-text] - Names and numbers.
 * @cssproperty [--figshare-color-muted] - Shares, the rest, what is counted.
 * @cssproperty [--figshare-color-accent] - Bars, the map's colours, focus.
 * @cssproperty [--figshare-color-surface] - Behind it, and borders on the map.
 * @cssproperty [--figshare-color-border] - Hairlines.
 * @cssproperty [--figshare-font] - Font family; the page's own by default.
 * @fires {CustomEvent<Answered<Breakdown>>} figshare-load - The numbers have arrived and are drawn.
 * @fires {CustomEvent<FigshareError>} figshare-error - They could not be had.
 */
export class FigshareBreakdown extends RowsElement<BreakdownQuestion, Breakdown> {
  static override get styles(): CSSResultGroup {
    return [super.styles, mapRoomStyles];
  }

  static override get properties(): PropertyDeclarations {
    return {
      metric: {},
      by: {},
      country: {},
      limit: {},
      minCount: { attribute: 'min-count' },
      variant: {},
      category: {},
      itemType: { attribute: 'item-type' },
    };
  }

  /**
   * What is counted, without `start` in this month and the eleven before it.
   *
   * @default 'views'
   */
  metric: Counter | undefined;
  /**
   * Which places have rows of their own.
   *
   * @default 'country'
   */
  by: 'country' | 'city' | undefined;
  /** With `by="city"`: of this country, as the service spells it in English. */
  country: string | undefined;
  /**
   * How many places have rows of their own; the rest are one, "other".
   *
   * @default 10
   */
  limit: string | number | undefined;
  /** Places with fewer events are among the others. */
  minCount: string | number | undefined;
  /** Rows with bars, a plain table, or a map of the world. */
  variant: 'bars' | 'table' | 'map' = 'bars';
  /** Id of a category: only what belongs to it. */
  category: string | number | undefined;
  /** An item type, such as `dataset`: only what belongs to it. */
  itemType: string | undefined;

  protected override readonly asking = askBreakdown;

  readonly #map = new BreakdownMap(this);
  readonly #table = new TableButton(this);
  #rows = readRows({});

  protected override question(item: string, today: string): BreakdownQuestion {
    this.#rows = readRows(given(this, 'by', 'country', 'limit', 'minCount'));
    const options = given(this, 'metric', 'start', 'end', 'institution', 'category', 'itemType');
    return breakdownQuestion({ item, ...options }, today);
  }

  protected override readKept(kept: unknown): Breakdown {
    return readKeptBreakdown(kept);
  }

  protected override isEmpty(breakdown: Breakdown): boolean {
    return this.firstNumber(breakdown) === 0;
  }

  protected override firstNumber(breakdown: Breakdown): number {
    return rowsOf(breakdown, this.#rows).whole;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.#variant === 'map' && this.status !== 'idle') void this.#map.chunk.load();
  }

  protected override titleText(): Title {
    return {
      text: breakdownTitle(this.#metric, this.#rows.by, this.reader),
      more: this.periodTitle,
    };
  }

  protected override renderFigures(told: Answered<Breakdown> | undefined): TemplateResult {
    // All at once, or what stands under the map would move when that comes.
    const answered = this.#variant === 'map' && !this.#map.chunk.module ? undefined : told;
    return html`<figure aria-labelledby=${answered ? 'summary' : nothing}>
      ${this.#variant === 'map' ? this.#renderMap(answered) : this.#renderRows(answered)}
      ${
        answered
          ? html`<span
              id="summary"
              part="summary"
              class="unseen"
              .textContent=${this.#summary(answered.answer)}
            ></span>`
          : nothing
      }
    </figure>`;
  }

  #renderRows(answered: Answered<Breakdown> | undefined): TemplateResult {
    const { limit } = this.#rows;
    const hasBars = this.#variant === 'bars';
    const room = answered && !this.hasRoom ? 0 : limit + 2;
    const caption = html`<caption>
      ${this.renderTitle()}
    </caption>`;
    return html`${this.#renderTable(answered?.answer, this.#rows, caption, hasBars, room)}
    ${this.renderFoot(answered)}`;
  }

  /** Its table holds every country, as the map does. */
  #renderMap(answered: Answered<Breakdown> | undefined): TemplateResult {
    const { reader } = this;
    const all = { ...this.#rows, limit: Infinity };
    return html`<figcaption>${this.renderTitle()}</figcaption>
      ${this.#map.render(answered?.answer, this.#metric, all.minCount, reader)}
      ${this.renderFoot(answered, this.#table.render(reader.language))}
      ${answered && this.#table.isPressed ? this.#renderTable(answered.answer, all, nothing, false, 0) : nothing}`;
  }

  #renderTable(
    breakdown: Breakdown | undefined,
    options: RowOptions,
    caption: TemplateResult | typeof nothing,
    hasBars: boolean,
    room: number,
  ): TemplateResult {
    const { reader } = this;
    return tableOf(breakdown, { options, reader, noun: this.nouns[0], caption, hasBars, room });
  }

  #summary(breakdown: Breakdown): string {
    const { reader } = this;
    if (this.#rows.by === 'country') return breakdownSummary(breakdown, this.#metric, reader);
    return formatEvents(this.#metric, this.firstNumber(breakdown), reader);
  }

  get #variant() {
    const variant = this.choice('variant', this.variant, ['bars', 'table', 'map']) ?? 'bars';
    if (variant !== 'map') return variant;
    if (this.by === 'city') this.warn('shows bars: a map shows countries, not cities');
    return this.by === 'city' || this.#map.chunk.hasFailed ? 'bars' : variant;
  }

  protected override get nouns(): [Noun] {
    return [nounOf(this.#metric, this.reader)];
  }

  /** What is drawn before there is a question, too. */
  get #metric(): Counter {
    return this.asked?.metric ?? readable(() => parseCounter(this.metric), 'views');
  }
}
