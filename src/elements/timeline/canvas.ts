import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { LineChart, type ChartDrawing, type ChartLook } from '../../charts/chart.js';
import { ticksOf } from '../../format/timeline-ticks.js';

// A file of its own, loaded when there is a chart to draw: it imports nothing that the elements hold.

/** What a chart shows, but for what follows from its dates and from the page. */
export interface CanvasDrawing extends Omit<ChartDrawing, 'look' | 'ticks'> {
  /** Of the series, as the service writes them. */
  days: string[];
  locale: string;
}

/** A chart on the canvas of an element, in the colours that the page gives its probe. */
export class ChartCanvas implements ReactiveController {
  #chart: LineChart | undefined;
  #canvas: HTMLCanvasElement | null = null;
  #drawing: CanvasDrawing | undefined;
  #leave = new AbortController();

  constructor(private readonly host: ReactiveControllerHost & Element) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#destroy();
  }

  /**
   * Brings the chart in line with what the element has drawn.
   *
   * @param canvas - null where no chart is to be seen
   * @param read - index of the date that is read
   */
  draw(canvas: HTMLCanvasElement | null, drawing: CanvasDrawing | undefined, read: number | undefined): void {
    if (!canvas || !drawing || canvas !== this.#canvas) this.#destroy();
    if (!canvas || !drawing || !this.host.isConnected) return;
    if (drawing !== this.#drawing) {
      this.#drawing = drawing;
      if (this.#chart) this.#chart.update(chartOf(drawing, canvas));
      else this.#create(canvas, drawing);
    }
    this.#chart?.read(read);
  }

  /** The date nearest to a position: 0 at the canvas's left edge, 1 at its right one. */
  indexAt(position: number): number {
    return this.#chart?.indexAt(position * (this.#canvas?.clientWidth ?? 0)) ?? 0;
  }

  /** How far below the canvas's top each line ends, in pixels. */
  get ends(): number[] {
    return this.#chart?.ends() ?? [];
  }

  #create(canvas: HTMLCanvasElement, drawing: CanvasDrawing): void {
    this.#canvas = canvas;
    this.#chart = new LineChart(canvas, chartOf(drawing, canvas));
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    const repaint = () => this.#chart?.update(chartOf(this.#drawing!, canvas));
    const probe = probeOf(canvas);
    // Whatever changes a colour (the page's theme, a custom property, forced colours) ends in a transition.
    probe.addEventListener('transitionend', repaint, { signal });
    const print = (isPrinted: boolean) => () => {
      probe.classList.toggle('light', isPrinted); // paper is white
      this.#chart?.resize();
      repaint();
    };
    addEventListener('beforeprint', print(true), { signal });
    addEventListener('afterprint', print(false), { signal });
  }

  #destroy(): void {
    this.#leave.abort();
    this.#chart?.destroy();
    this.#chart = this.#drawing = undefined;
    this.#canvas = null;
  }
}

function chartOf(drawing: CanvasDrawing, canvas: HTMLCanvasElement): ChartDrawing {
  return { ...drawing, ticks: ticksOf(drawing.days, drawing.locale), look: lookOf(canvas) };
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
