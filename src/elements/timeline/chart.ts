import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import type { Counter } from '../../figshare/metric.js';
import { isWhole } from '../../figshare/series.js';
import { formatCount } from '../../format/count.js';
import { formatEvents, type Reader } from '../../format/figure.js';
import { formatPart } from '../../format/timeline-text.js';
import { drawingOf, spokenAt, type ShownTimeline } from '../../format/timeline-drawing.js';
import { wordsIn } from '../../format/words/words.js';
import type { CanvasDrawing, ChartCanvas } from './canvas.js';
import { download } from '../download.js';
import { LazyModule } from '../lazy-module.js';
import type { PointReader } from '../point-reader.js';
import { tableButton } from '../table-button.js';
import { lineNames, placeNames } from './line-names.js';
import { csvName, csvOf } from './table.js';
import { barChart, readingLine } from './variants.js';

/** Rows of a table that stands under its chart as a whole. */
const mostSeen = 24;

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
  readonly #chunk: LazyModule<typeof import('./canvas.js')>;
  #canvas: ChartCanvas | undefined;
  #isTableOpen = false;
  readonly #hidden = new Set<Counter>();
  #drawn: { shown: ShownTimeline; chart: CanvasDrawing } | undefined;

  /** @param onFailure - called when the chart cannot be loaded: there are bars, then */
  constructor(
    private readonly host: ReactiveControllerHost & Element & { renderRoot: ParentNode },
    private readonly reading: PointReader,
    onFailure: (error: unknown) => void,
  ) {
    this.#chunk = new LazyModule(host, () => import('./canvas.js'), onFailure);
    host.addController(this);
  }

  load(): void {
    this.#chunk.load();
  }

  hostUpdated(): void {
    const { host } = this;
    const { renderRoot } = host;
    const { module } = this.#chunk;
    if (module) this.#canvas ??= new module.ChartCanvas(host);
    this.#canvas?.draw(renderRoot.querySelector('canvas'), this.#drawn?.chart, this.reading.index);
    placeNames(renderRoot, this.#canvas?.ends ?? []);
  }

  render({ shown, metrics, reader, summary, table, foot }: Surroundings): TemplateResult {
    const isKnown = !!shown && shown.dates.length > 0;
    if (isKnown && shown !== this.#drawn?.shown) this.#drawn = { shown, chart: chartOf(shown, this.#hidden) };
    const isDrawn = isKnown && !this.#chunk.hasFailed;
    const toggle = (metric: Counter) => {
      if (!this.#hidden.delete(metric)) this.#hidden.add(metric);
      this.#drawn = undefined;
      this.host.requestUpdate();
    };
    return html`<div class="plane">
        <div class="drawing ${isKnown ? '' : 'ghost'}">
          ${isDrawn ? this.#renderCanvas(shown) : isKnown ? this.#renderBars(shown) : nothing}
        </div>
        ${this.#chunk.hasFailed ? nothing : lineNames(isKnown ? shown : undefined, metrics, reader, this.#hidden, toggle)}
      </div>
      ${summary} ${foot(this.#renderButtons(shown, reader))}
      ${isKnown && this.#isTableOpen ? numbersOf(table(), shown) : nothing}`;
  }

  /**
   * A slider, so that whoever hears it goes from date to date also where keys belong to the screen reader. Its colours are
   * those of the probe beside it.
   */
  #renderCanvas(shown: ShownTimeline): TemplateResult {
    const { reading } = this;
    const point = (event: PointerEvent) => reading.point(event, (at) => this.#canvas?.indexAt(at) ?? 0);
    return html`<canvas
        part="chart"
        role="slider"
        tabindex="0"
        aria-labelledby="summary"
        aria-valuemin="0"
        aria-valuemax=${shown.dates.length}
        aria-valuenow=${(reading.index ?? -1) + 1}
        aria-valuetext=${spokenAt(shown, reading.index)}
        @keydown=${reading.onKey}
        @pointerdown=${point}
        @pointermove=${point}
        @pointerleave=${reading.leave}
      ></canvas
      ><span class="probe"></span>`;
  }

  #renderBars(shown: ShownTimeline): TemplateResult {
    const { reading } = this;
    const drawing = drawingOf(shown, reading.index, undefined);
    const { comma } = wordsIn(shown.reader.language);
    return html`<span
      class="bars"
      role="slider"
      tabindex="0"
      aria-labelledby="summary"
      aria-valuemin="0"
      aria-valuemax=${shown.dates.length}
      aria-valuenow=${(reading.index ?? -1) + 1}
      aria-valuetext=${spokenAt(shown, reading.index)}
      @keydown=${reading.onKey}
      >${barChart(drawing, reading)}${readingLine(drawing, comma, undefined, true)}</span
    >`;
  }

  /** Before the answer they take their room, and are not seen. */
  #renderButtons(shown: ShownTimeline | undefined, reader: Reader): TemplateResult {
    const toggle = () => {
      this.#isTableOpen = !this.#isTableOpen;
      this.host.requestUpdate();
    };
    const save = () => shown && download(csvName(shown.question), csvOf(shown), 'text/csv');
    return html`${tableButton(reader.language, this.#isTableOpen, toggle)}
      <button part="button" class="action" type="button" @click=${save}>CSV</button>`;
  }
}

/** A table that is long scrolls, by keys, too; a short one is seen whole. */
function numbersOf(table: HTMLTableElement, { dates }: ShownTimeline): TemplateResult {
  return dates.length > mostSeen
    ? html`<div class="numbers long" role="group" tabindex="0" aria-labelledby="summary">${table}</div>`
    : html`<div class="numbers">${table}</div>`;
}

/** @param hidden - metrics whose lines are switched off */
function chartOf(
  { question, reader, series, dates }: ShownTimeline,
  hidden: ReadonlySet<Counter>,
): CanvasDrawing {
  return {
    dates: dates.map((date) => formatPart(date, question, reader)),
    days: dates,
    locale: reader.locale,
    series: question.metrics.map((metric, row) => ({
      values: series[row]?.map(({ value }) => value) ?? [],
      describe: (value) => formatEvents(metric, value, reader),
      isHidden: question.metrics.length > 1 && hidden.has(metric), // a single line has no switch to bring it back
    })),
    isPartial: !isWhole(dates.at(-1)!, question),
    formatTick: (value) => formatCount(value, reader.locale, true),
  };
}
