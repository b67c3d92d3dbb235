import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ChartDrawing, ChartLook, LineChart } from '../../charts/chart.js';
import { LazyModule } from '../lazy-module.js';

/** A chart on the canvas of an element, in the colours that the page gives its probe. */
export class ChartCanvas implements ReactiveController {
  readonly #chunk: LazyModule<typeof import('../../charts/chart.js')>;
  #chart: LineChart | undefined;
  #canvas: HTMLCanvasElement | null = null;
  #drawing: Omit<ChartDrawing, 'look'> | undefined;
  #leave = new AbortController();

  /** @param onFailure - called when the code cannot be loaded */
  constructor(
    private readonly host: ReactiveControllerHost & Element,
    onFailure: (error: unknown) => void,
  ) {
    this.#chunk = new LazyModule(host, () => import('../../charts/chart.js'), onFailure);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#destroy();
  }

  /** No chart can be drawn. */
  get hasFailed(): boolean {
    return this.#chunk.hasFailed;
  }

  load(): void {
    this.#chunk.load();
  }

  /**
   * Brings the chart in line with what the element has drawn.
   *
   * @param canvas - null where no chart is to be seen
   * @param read - index of the date that is read
   */
  draw(
    canvas: HTMLCanvasElement | null,
    drawing: Omit<ChartDrawing, 'look'> | undefined,
    read: number | undefined,
  ): void {
    if (!canvas || !drawing || canvas !== this.#canvas) this.#destroy();
    const Chart = this.#chunk.module?.LineChart;
    if (!canvas || !drawing || !Chart || !this.host.isConnected) return;
    if (drawing !== this.#drawing) {
      this.#drawing = drawing;
      if (this.#chart) this.#chart.update({ ...drawing, look: lookOf(canvas) });
      else this.#create(canvas, drawing, Chart);
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

  #create(canvas: HTMLCanvasElement, drawing: Omit<ChartDrawing, 'look'>, Chart: typeof LineChart): void {
    this.#canvas = canvas;
    this.#chart = new Chart(canvas, { ...drawing, look: lookOf(canvas) });
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    const repaint = () => this.#chart?.update({ ...this.#drawing!, look: lookOf(canvas) });
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
