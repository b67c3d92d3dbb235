import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import type { ChartDrawing } from '../../charts/chart.js';
import type { Counter } from '../../figshare/metric.js';
import { isWhole } from '../../figshare/series.js';
import { formatCount } from '../../format/count.js';
import { formatEvents, nounOf, type Reader } from '../../format/figure.js';
import { formatPart } from '../../format/timeline-text.js';
import { drawingOf, type ShownTimeline } from '../../format/timeline-drawing.js';
import { headingOf } from '../../format/words/grammar.js';
import { wordsIn } from '../../format/words/words.js';
import { ChartCanvas } from './canvas.js';
import { download } from '../download.js';
import type { PointReader } from '../point-reader.js';
import { csvName, csvOf } from './table.js';
import { barChart, key, readingLine } from './variants.js';

/** What a chart is made of beside its own. */
interface Surroundings {
  shown: ShownTimeline | undefined;
  metrics: readonly Counter[];
  reader: Reader;
  /** The sentence under the chart. */
  summary: TemplateResult;
  table: () => HTMLTableElement;
  /** The last line, with these actions in it. */
  foot: (actions: unknown) => TemplateResult;
}

/** The large variant: a chart with axes, a table on demand, the numbers as a file, lines to switch off. */
export class TimelineChart implements ReactiveController {
  readonly #canvas: ChartCanvas;
  #isTableOpen = false;
  readonly #hidden = new Set<Counter>();
  #drawn: { shown: ShownTimeline; chart: Omit<ChartDrawing, 'look'> } | undefined;

  /** @param onFailure - called when the chart cannot be loaded: there are bars, then */
  constructor(
    private readonly host: ReactiveControllerHost & Element & { renderRoot: ParentNode },
    private readonly reading: PointReader,
    onFailure: (error: unknown) => void,
  ) {
    this.#canvas = new ChartCanvas(host, onFailure);
    host.addController(this);
  }

  load(): void {
    this.#canvas.load();
  }

  hostUpdated(): void {
    const canvas = this.host.renderRoot.querySelector('canvas');
    this.#canvas.draw(canvas, this.#drawn?.chart, this.reading.index);
  }

  render({ shown, metrics, reader, summary, table, foot }: Surroundings): TemplateResult {
    const isKnown = !!shown && shown.dates.length > 0;
    if (isKnown && shown !== this.#drawn?.shown) this.#drawn = { shown, chart: chartOf(shown, this.#hidden) };
    return html`${metrics.length > 1 ? this.#renderSwitches(metrics, reader) : nothing}
      <div class="plane">
        ${isKnown ? (this.#canvas.hasFailed ? this.#renderBars(shown) : this.#renderCanvas()) : nothing}
      </div>
      ${summary} ${foot(this.#renderButtons(shown, reader))}
      ${isKnown && this.#isTableOpen ? html`<div class="numbers">${table()}</div>` : nothing}`;
  }

  /** Its colours are those of the probe beside it. */
  #renderCanvas(): TemplateResult {
    const { reading } = this;
    const indexAt = (position: number) => this.#canvas.indexAt(position);
    return html`<canvas
        part="chart"
        role="img"
        tabindex="0"
        aria-labelledby="summary"
        @keydown=${reading.onKey}
        @pointermove=${(event: PointerEvent) => reading.point(event, indexAt)}
        @pointerleave=${reading.leave}
      ></canvas
      ><span class="probe"></span>`;
  }

  #renderBars(shown: ShownTimeline): TemplateResult {
    const { reading } = this;
    const drawing = drawingOf(shown, reading.index, undefined);
    const hands = { point: reading.point.bind(reading), leave: reading.leave, isStop: true };
    const { comma } = wordsIn(shown.reader.language);
    return html`<span class="bars" @keydown=${reading.onKey}
      >${barChart(drawing, hands)}${readingLine(drawing, comma)}</span
    >`;
  }

  /** The name of one of several lines switches it, with its sign before it; it says the same while points are read. */
  #renderSwitches(metrics: readonly Counter[], reader: Reader): TemplateResult {
    const toggle = (metric: Counter) => () => {
      if (!this.#hidden.delete(metric)) this.#hidden.add(metric);
      this.#drawn = undefined;
      this.host.requestUpdate();
    };
    return html`<div class="legend">
      ${metrics.map(
        (metric, index) =>
          html`<button
            part="button"
            type="button"
            class="switch"
            aria-pressed=${!this.#hidden.has(metric)}
            @click=${toggle(metric)}
          >
            ${key(index)}<span part="label">${headingOf(nounOf(metric, reader))}</span>
          </button>`,
      )}
    </div>`;
  }

  /** Before the answer they take their room, and are not seen. */
  #renderButtons(shown: ShownTimeline | undefined, reader: Reader): TemplateResult {
    const toggle = () => {
      this.#isTableOpen = !this.#isTableOpen;
      this.host.requestUpdate();
    };
    const save = () => shown && download(csvName(shown.question), csvOf(shown), 'text/csv');
    return html`<button
        part="button"
        class="action"
        type="button"
        aria-expanded=${this.#isTableOpen}
        @click=${toggle}
      >
        ${wordsIn(reader.language).table}
      </button>
      <button part="button" class="action" type="button" @click=${save}>CSV</button>`;
  }
}

/** @param hidden - metrics whose lines are switched off */
function chartOf(
  { question, reader, series, dates }: ShownTimeline,
  hidden: ReadonlySet<Counter>,
): Omit<ChartDrawing, 'look'> {
  return {
    dates: dates.map((date) => formatPart(date, question, reader)),
    series: question.metrics.map((metric, row) => ({
      values: series[row]?.map(({ value }) => value) ?? [],
      describe: (value) => formatEvents(metric, value, reader),
      isHidden: question.metrics.length > 1 && hidden.has(metric), // a single line has no switch to bring it back
    })),
    isPartial: !isWhole(dates.at(-1)!, question),
    formatTick: (value) => formatCount(value, reader.locale, true),
  };
}
