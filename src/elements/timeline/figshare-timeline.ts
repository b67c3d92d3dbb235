import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import {
  readKeptTimeline,
  timelineQuestion,
  type TimelineQuestion,
  type Timeline,
  askTimeline,
} from '../../figshare/timeline.js';
import type { Counter } from '../../figshare/metric.js';
import { sumOf } from '../../figshare/series.js';
import { formatNone } from '../../format/timeline-text.js';
import {
  drawingOf,
  shownOf,
  spokenAt,
  unknownDrawing,
  type ShownTimeline,
  type TimelineDrawing,
} from '../../format/timeline-drawing.js';
import type { Answered } from '../../source/source.js';
import { FigshareElement } from '../figshare-element.js';
import { frameStyles } from '../frame-styles.js';
import { given } from '../given.js';
import { idle } from '../idle.js';
import { PointReader } from '../point-reader.js';
import { TimelineChart } from './chart.js';
import { timelineStyles } from './styles.js';
import { tableOf } from './table.js';
import { barChart, readingLine, sparklineChart } from './variants.js';

/**
 * How often figshare items were viewed, downloaded and shared over time: as a line that sits in a sentence like a
 * word, as bars, or as a chart with axes, table and CSV.
 *
 * @slot - One link, shown until the numbers arrive, and kept if they never do.
 * @csspart base - The whole; with a sparkline and bars a link, unless `no-link`.
 * @csspart chart - The drawing.
 * @csspart line - A metric's line.
 * @csspart area - What lies between a sparkline and zero; not filled unless you do.
 * @csspart bar - A bar.
 * @csspart value - A metric's number, at the end or at the point that is read.
 * @csspart label - A metric's name; a date or number at the bars.
 * @csspart icon - A piece of a metric's line, where there are several.
 * @csspart separator - What stands between two metrics.
 * @csspart summary - The sentence that says what the drawing shows; seen in the chart.
 * @csspart table - The numbers; seen in the chart, on demand.
 * @csspart meta - The date of the numbers; in the chart, what is counted, as of when.
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
  static override styles = [super.styles, frameStyles, timelineStyles];

  static override properties = {
    metrics: {},
    granularity: {},
    cumulative: { type: Boolean },
    variant: {},
    category: {},
    itemType: { attribute: 'item-type' },
  };

  /** Of `views downloads shares`, in the order shown. */
  metrics: string | undefined;
  granularity: 'day' | 'month' | 'year' | undefined;
  /** Running totals, which begin at 0 with the period. */
  cumulative = false;
  variant: 'sparkline' | 'bars' | 'chart' = 'sparkline';
  /** Id of a category: only what belongs to it. */
  category: string | number | undefined;
  /** An item type, such as `dataset`: only what belongs to it. */
  itemType: string | undefined;

  readonly #reading: PointReader = new PointReader(this, () => this.#shown?.dates.length ?? 0);
  readonly #chart = new TimelineChart(this, this.#reading, (error) =>
    this.warn(`shows bars: figshare-chart.js could not be loaded (${String(error)})`),
  );
  /** What the answer comes to for its reader, and the table of that, each made once. */
  #shown: ShownTimeline | undefined;
  #shownFor: unknown[] = [];
  #table: HTMLTableElement | undefined;
  #tabulated: Promise<void> | undefined;

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
    if (this.#variant === 'chart' && this.status !== 'idle') this.#chart.load();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.#shown?.dates.length && !this.#table && this.#variant !== 'chart')
      this.#tabulated = this.#tabulate(this.#shown);
  }

  /** The table is part of what an update brings. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    await this.#tabulated;
    return isComplete;
  }

  protected override renderFigures(answered: Answered<Timeline> | undefined): TemplateResult {
    this.#show(answered?.answer);
    const shown = this.#shown;
    const variant = this.#variant;
    const { index, isByKey } = this.#reading;
    const isOpen = this.status === 'idle' || this.status === 'loading';
    const asOf = answered && this.status === 'stale' ? this.asOf(answered.retrieved) : undefined;
    const drawing = shown
      ? drawingOf(shown, index, asOf)
      : unknownDrawing(this.#metrics, this.reader, isOpen);
    return html`<figure
      class=${variant}
      aria-labelledby=${shown ? 'summary' : nothing}
      @focusout=${this.#reading.leave}
    >
      ${variant === 'chart' ? this.#renderChart(drawing, answered) : this.#renderInLine(drawing, answered)}
      <span class="unseen" aria-live="polite"
        >${shown && index !== undefined && isByKey ? spokenAt(shown, index) : nothing}</span
      >
    </figure>`;
  }

  /** Sparkline and bars: one link, which takes the keys, too. */
  #renderInLine(drawing: TimelineDrawing, answered: Answered<Timeline> | undefined): TemplateResult {
    const content = html`${this.#draw(drawing)}${readingLine(drawing)}`;
    return html`<span @keydown=${this.#reading.onKey}
        >${this.renderBase(
          'base',
          // Other nodes before and after the answer: those that stayed would move as the number beside them changes.
          answered ? content : html`<span>${content}</span>`,
        )}</span
      >${
        this.#shown
          ? html`${this.#renderSummary('unseen')}
              <div class="unseen">${this.#table}</div>`
          : nothing
      }`;
  }

  #renderChart(drawing: TimelineDrawing, answered: Answered<Timeline> | undefined): TemplateResult {
    const { language } = this;
    const meta = this.#meta(answered?.retrieved);
    const chart = this.#chart.render({
      shown: this.#shown,
      drawing,
      language,
      summary: this.#renderSummary('summary'),
      table: () => this.#tableOf(),
      meta: html`<span part="meta" class="meta">${meta}</span>`,
    });
    return answered ? chart : html`<div>${chart}</div>`; // other nodes, as above
  }

  /** The drawing is named by it, and so is the table; read out once is enough. */
  #renderSummary(className: string): TemplateResult {
    return html`<figcaption id="summary" part="summary" class=${className} dir="auto" aria-hidden="true">
      ${this.#shown?.summary}
    </figcaption>`;
  }

  #draw(drawing: TimelineDrawing): TemplateResult {
    const reading = this.#reading;
    const draw = this.#variant === 'bars' ? barChart : sparklineChart;
    return draw(drawing, { point: reading.point.bind(reading), leave: reading.leave, isStop: false });
  }

  #tableOf(): HTMLTableElement {
    return (this.#table ??= tableOf(this.#shown!));
  }

  /** What nobody sees does not hold up what everybody does: a hundred such tables take half of all the time. */
  async #tabulate(shown: ShownTimeline): Promise<void> {
    await idle();
    if (shown !== this.#shown || this.#table) return;
    this.#table = tableOf(shown);
    this.requestUpdate();
    await super.getUpdateComplete();
  }

  /** Made anew only for another answer, reader or kind of number: pointing at a drawing draws it again. */
  #show(timeline: Timeline | undefined): void {
    const { asked, locale, cumulative } = this;
    const shownFor = [timeline, asked && JSON.stringify(asked), locale, cumulative];
    if (shownFor.every((value, index) => value === this.#shownFor[index])) return;
    this.#shownFor = shownFor;
    this.#shown = timeline && asked && shownOf(timeline, asked, this.reader, cumulative);
    this.#table = undefined;
  }

  /** What is counted, as of when. */
  #meta(retrieved: Date | undefined): string {
    const { counted } = this.words;
    return retrieved ? `${counted} · ${this.asOf(retrieved)}` : counted;
  }

  protected override get isBlock(): boolean {
    return this.#variant === 'chart';
  }

  protected override none(): string {
    return formatNone(this.#metrics, this.reader);
  }

  get #variant() {
    return this.choice('variant', this.variant, ['sparkline', 'bars', 'chart']) ?? 'sparkline';
  }

  /** What is drawn before there is a question, too. */
  get #metrics(): readonly Counter[] {
    return this.asked?.metrics ?? ['views'];
  }
}
