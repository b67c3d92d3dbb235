import {
  type CSSResultGroup,
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import {
  parseCounters,
  readKeptTimeline,
  timelineQuestion,
  type TimelineQuestion,
  type Timeline,
  askTimeline,
} from '../../figshare/timeline.js';
import type { Counter } from '../../figshare/metric.js';
import { sumOf } from '../../figshare/series.js';
import { withoutDigits } from '../../format/count.js';
import { nounOf } from '../../format/figure.js';
import type { Noun } from '../../format/words/en.js';
import { timelineTitle } from '../../format/timeline-text.js';
import {
  drawingOf,
  expectedOf,
  spokenAt,
  summaryReserveOf,
  unknownDrawing,
  type TimelineDrawing,
} from '../../format/timeline-drawing.js';
import type { Answered } from '../../source/source.js';
import { FigshareElement } from '../figshare-element.js';
import type { Title } from '../frame.js';
import { frameStyles } from '../frame-styles.js';
import { given, readable } from '../given.js';
import { PointReader } from '../point-reader.js';
import { TimelineChart } from './chart.js';
import { chartStyles } from './chart-styles.js';
import { ShownAnswer } from './shown-answer.js';
import { timelineStyles } from './styles.js';
import { barChart, readingLine, sparklineChart, trendBox } from './variants.js';

/**
 * How often figshare items were viewed, downloaded and shared over time: as a line that sits in a sentence like a
 * word, as bars, or as a chart with axes, table and CSV.
 *
 * @slot - One link, shown until the numbers arrive, and kept if they never do.
 * @csspart base - The whole; a sparkline and bars are a link, unless `no-link`.
 * @csspart chart - The drawing.
 * @csspart line - A metric's line.
 * @csspart area - What lies between a sparkline's first line and zero.
 * @csspart bar - A bar.
 * @csspart value - A metric's number: the total of the period; at bars also that of the point that is read.
 * @csspart label - A metric's name; a date or number at the bars.
 * @csspart icon - A piece of a metric's line, where there are several.
 * @csspart separator - What stands between two metrics.
 * @csspart summary - The sentence that says what the drawing shows: under the chart, else in the popover.
 * @csspart table - The numbers: under the chart on demand, else in the popover.
 * @csspart meta - How long the period is; in the chart, what is counted, as of when.
 * @csspart button - Shows the table, saves the numbers, hides a line; asks, with `loading="click"`.
 * @cssproperty [--figshare-color-text] - Numbers.
 * @cssproperty [--figshare-color-muted] - Names, dates, axes.
 * @cssproperty [--figshare-color-accent] - The first metric, focus.
 * @cssproperty [--figshare-color-accent-2] - The second metric.
 * @cssproperty [--figshare-color-surface] - Background of buttons and of unfinished points.
 * @cssproperty [--figshare-color-border] - Hairlines.
 * @cssproperty [--figshare-radius] - Corners of buttons.
 * @cssproperty [--figshare-font] - Font family; the page's own by default.
 * @fires {CustomEvent<Answered<Timeline>>} figshare-load - The numbers have arrived and are drawn.
 * @fires {CustomEvent<FigshareError>} figshare-error - They could not be had.
 */
export class FigshareTimeline extends FigshareElement<TimelineQuestion, Timeline> {
  static override get styles(): CSSResultGroup {
    return [super.styles, frameStyles, timelineStyles, chartStyles];
  }

  static override get properties(): PropertyDeclarations {
    return {
      metrics: {},
      granularity: {},
      cumulative: { type: Boolean },
      variant: {},
      category: {},
      itemType: { attribute: 'item-type' },
    };
  }

  /**
   * Of `views downloads shares`, in the order shown.
   *
   * @default 'views'
   */
  metrics: string | undefined;
  /**
   * What one point stands for: without `start`, of the last 30 days, of twelve months, or of all years.
   *
   * @default 'month'
   */
  granularity: 'day' | 'month' | 'year' | undefined;
  /** Running totals, which begin at 0 with the period. */
  cumulative = false;
  /** A line or bars, in a line of text, or a chart that stands alone. */
  variant: 'sparkline' | 'bars' | 'chart' = 'sparkline';
  /** Id of a category: only what belongs to it. */
  category: string | number | undefined;
  /** An item type, such as `dataset`: only what belongs to it. */
  itemType: string | undefined;

  readonly #answer = new ShownAnswer();
  readonly #reading = new PointReader(this, () => this.#answer.shown?.dates.length ?? 0);
  #chart: TimelineChart | undefined;

  protected override readonly asking = askTimeline;

  protected override question(item: string, today: string): TimelineQuestion {
    const options = given(
      this,
      'metrics',
      'granularity',
      'start',
      'end',
      'institution',
      'category',
      'itemType',
    );
    return timelineQuestion({ item, ...options }, today);
  }

  protected override readKept(kept: unknown, question: TimelineQuestion): Timeline {
    return readKeptTimeline(kept, question);
  }

  protected override isEmpty(timeline: Timeline): boolean {
    return Object.values(timeline).every((series) => series.length === 0);
  }

  /** All of the period: the last month alone is small on its first day. */
  protected override firstNumber(timeline: Timeline): number {
    return sumOf(Object.values(timeline)[0] ?? []);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.isBlock) return;
    this.#chart ??= new TimelineChart(this, this.#reading);
    if (this.status !== 'idle') void this.#chart.chunk.load();
  }

  protected override titleText(): Title {
    return {
      text: timelineTitle(this.#metrics, this.asked?.granularity ?? 'month', this.reader, this.cumulative),
    };
  }

  protected override renderFigures(answered: Answered<Timeline> | undefined): TemplateResult {
    const shown = this.#answer.of(answered?.answer, this.asked, this.reader, this.cumulative);
    const variant = this.#variant;
    if (variant === 'chart') return this.#renderChart(answered);
    const { index, isByKey } = this.#reading;
    const asOf = answered && this.status === 'stale' ? this.asOf(answered.retrieved) : undefined;
    const spoken = shown && index !== undefined && isByKey ? spokenAt(shown, index) : '';
    const total = shown ? drawingOf(shown, undefined, asOf) : this.#unknown();
    const read = shown && index !== undefined ? drawingOf(shown, index, asOf) : total;
    const before = this.hasRoom
      ? unknownDrawing(this.#metrics, this.reader, true).figures.map(({ label }) => label)
      : undefined;
    const { comma } = this.words;
    // The words stay as they are while points are read, or the sentence around them would move under the pointer.
    const isTrend = variant === 'sparkline' && this.slot === 'trend';
    const words = readingLine(total, comma, before, variant === 'bars');
    const content = isTrend
      ? html`${sparklineChart(read, this.#reading, trendBox)}<span class="unseen">${words}</span>`
      : [variant === 'bars' ? barChart(read, this.#reading) : sparklineChart(read, this.#reading), words];
    return html`<span
      class=${isTrend ? 'trend' : variant}
      @keydown=${this.#reading.onKey}
      @focusout=${this.#reading.leave}
      >${this.renderBase('base', content)}<span
        class="spoken"
        aria-live="polite"
        .textContent=${spoken}
      ></span
    ></span>`;
  }

  /** The point that is read, all in one sentence, and each number. */
  protected override renderDetails(): TemplateResult | typeof nothing {
    const { shown } = this.#answer;
    if (!shown || shown.dates.length === 0) return nothing;
    const { index } = this.#reading;
    const said = index === undefined ? nothing : html`<span class="read">${spokenAt(shown, index)}</span>`;
    return html`${said}<span id="summary" part="summary">${shown.summary}</span>
      <div class="numbers">${this.#answer.table}</div>`;
  }

  #renderChart(answered: Answered<Timeline> | undefined): TemplateResult {
    const { asked, cumulative, reader } = this;
    const { shown } = this.#answer;
    const reserve = () => asked && withoutDigits(summaryReserveOf(asked, reader, cumulative));
    const summary = html`<p id="summary" part="summary" class="summary ${shown ? '' : 'waiting'}">
      ${shown ? shown.summary : reserve()}
    </p>`;
    return html`<figure aria-labelledby=${shown ? 'summary' : nothing} @focusout=${this.#reading.leave}>
      <figcaption>${this.renderTitle()}</figcaption>
      ${this.#chart!.render({
        shown,
        metrics: this.#metrics,
        reader,
        summary,
        table: () => this.#answer.table,
        foot: (actions) => this.renderFoot(answered, actions),
      })}
    </figure>`;
  }

  #unknown(): TimelineDrawing {
    const { asked, cumulative, reader } = this;
    const expected = asked && expectedOf(asked, reader, cumulative);
    return unknownDrawing(this.#metrics, reader, this.status !== 'error', expected);
  }

  protected override get isBlock(): boolean {
    return this.#variant === 'chart';
  }

  protected override get nouns(): Noun[] {
    return this.#metrics.map((metric) => nounOf(metric, this.reader));
  }

  get #variant() {
    return this.choice('variant', this.variant, ['sparkline', 'bars', 'chart']) ?? 'sparkline';
  }

  /** What is drawn before there is a question, too. */
  get #metrics(): readonly Counter[] {
    return this.asked?.metrics ?? readable(() => parseCounters(this.metrics ?? ''), ['views']);
  }
}
