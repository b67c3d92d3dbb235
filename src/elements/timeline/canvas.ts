import type { ReactiveController, TemplateResult } from 'lit';
import { LineChart, type ChartDrawing, type ChartLook } from '../../charts/chart.js';
import type { Counter } from '../../figshare/metric.js';
import type { ShownTimeline } from '../../format/timeline-drawing.js';
import { ticksOf } from '../../format/timeline-ticks.js';
import type { PageElement } from '../page-element.js';
import type { PointReader } from '../point-reader.js';
import type { ChartTools } from './chart-tools.js';
import { placeNames } from './name-places.js';
export { stylesOf } from './canvas-styles.js';

// A file of its own, loaded when there is a chart to draw: it imports nothing that the elements hold.

/** What a chart shows, but for its colours, which are the page's. */
type CanvasDrawing = Omit<ChartDrawing, 'look'>;

/** A chart on the canvas of an element, in the colours that the page gives its probe, with the names of its lines. */
export class ChartCanvas implements ReactiveController {
  #chart: LineChart | undefined;
  #canvas: HTMLCanvasElement | null = null;
  #drawing: CanvasDrawing | undefined;
  /** What the drawing is made of. */
  #shown: ShownTimeline | undefined;
  #hidden: ReadonlySet<Counter> | undefined;
  /** What is on the canvas. */
  #drawn: CanvasDrawing | undefined;
  #leave = new AbortController();

  constructor(
    private readonly host: PageElement,
    private readonly reading: PointReader,
    private readonly tools: ChartTools,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#destroy();
  }

  /** Brings the chart in line with what the element has drawn. */
  hostUpdated(): void {
    const { renderRoot, isConnected } = this.host;
    const canvas = renderRoot.querySelector('canvas');
    if (canvas !== this.#canvas) this.#destroy();
    if (!canvas || !isConnected) return;
    if (this.#drawing !== this.#drawn) {
      this.#drawn = this.#drawing;
      if (this.#chart) this.#repaint();
      else this.#create(canvas);
    }
    this.#chart?.read(this.reading.index);
    placeNames(renderRoot, this.#chart?.ends() ?? []);
  }

  /**
   * A slider, so that whoever hears it goes from date to date also where keys belong to the screen reader. Its colours are
   * those of the probe beside it.
   *
   * @param hidden - metrics whose lines are switched off
   */
  render(shown: ShownTimeline, hidden: ReadonlySet<Counter>): TemplateResult {
    const { reading, tools } = this;
    // Made anew only for others: pointing at a chart draws it again.
    if (shown !== this.#shown || hidden !== this.#hidden) {
      this.#shown = shown;
      this.#hidden = hidden;
      this.#drawing = drawingOf(shown, hidden, tools);
    }
    const point = (event: PointerEvent) => reading.point(event, (at) => this.#indexAt(at));
    return tools.html`<canvas
        part="chart"
        role="slider"
        tabindex="0"
        aria-labelledby="summary"
        aria-valuemin="0"
        aria-valuemax=${shown.dates.length}
        aria-valuenow=${(reading.index ?? -1) + 1}
        aria-valuetext=${tools.spokenAt(shown, reading.index)}
        @keydown=${reading.onKey}
        @pointerdown=${point}
        @pointermove=${point}
        @pointerleave=${reading.leave}
      ></canvas
      ><span class="probe"></span>`;
  }

  /** The date nearest to a position: 0 at the canvas's left edge, 1 at its right one. */
  #indexAt(position: number): number {
    return this.#chart?.indexAt(position * (this.#canvas?.clientWidth ?? 0)) ?? 0;
  }

  #create(canvas: HTMLCanvasElement): void {
    this.#canvas = canvas;
    this.#chart = new LineChart(canvas, this.#looked(canvas));
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    const probe = probeOf(canvas);
    // Whatever changes a colour (the page's theme, a custom property, forced colours) ends in a transition.
    probe.addEventListener('transitionend', () => this.#repaint(), { signal });
    const print = (isPrinted: boolean) => () => {
      probe.classList.toggle('light', isPrinted); // paper is white
      this.#chart?.resize();
      this.#repaint();
    };
    addEventListener('beforeprint', print(true), { signal });
    addEventListener('afterprint', print(false), { signal });
  }

  #repaint(): void {
    this.#chart?.update(this.#looked(this.#canvas!));
  }

  #looked(canvas: HTMLCanvasElement): ChartDrawing {
    return { ...this.#drawing!, look: lookOf(canvas) };
  }

  #destroy(): void {
    this.#leave.abort();
    this.#chart?.destroy();
    this.#chart = this.#drawn = undefined;
    this.#canvas = null;
  }
}

function drawingOf(
  { question, reader, series, dates }: ShownTimeline,
  hidden: ReadonlySet<Counter>,
  { formatCount, formatEvents, formatPart, isWhole }: ChartTools,
): CanvasDrawing {
  const { locale } = reader;
  return {
    dates: dates.map((date) => formatPart(date, question, reader)),
    ticks: ticksOf(dates, locale),
    series: question.metrics.map((metric, row) => ({
      values: series[row]?.map(({ value }) => value) ?? [],
      describe: (value) => formatEvents(metric, value, reader),
      isHidden: question.metrics.length > 1 && hidden.has(metric), // a single line has no switch to bring it back
    })),
    isPartial: !isWhole(dates.at(-1)!, question),
    formatTick: (value) => formatCount(value, locale, true),
  };
}

function probeOf(canvas: HTMLCanvasElement): Element {
  return canvas.nextElementSibling!;
}

/** A canvas knows no variables and no `light-dark()`: the probe beside it wears the colours, computed. */
function lookOf(canvas: HTMLCanvasElement): ChartLook {
  const style = getComputedStyle(probeOf(canvas));
  return {
    text: style.color,
    surface: style.backgroundColor,
    border: style.borderBottomColor,
    muted: style.borderLeftColor,
    lines: [style.borderTopColor, style.borderRightColor, style.color],
    area: style.textDecorationColor,
    tip: { surface: style.columnRuleColor, text: style.outlineColor },
    fontFamily: style.fontFamily,
    fontSize: Number.parseFloat(style.fontSize),
  };
}
