import {
  CategoryScale,
  Chart,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
  type ChartDataset,
  type ChartOptions,
  type Plugin,
} from 'chart.js';
import type { AxisTick } from '../format/timeline-ticks.js';
import { fitting } from './axis-ticks.js';

/** What a chart shows, all in the reader's words. */
export interface ChartDrawing {
  /** One for each date, oldest first. */
  dates: string[];
  /** Marks for the axis of time, from many to few: the first that have room are taken. */
  ticks: AxisTick[][];
  series: ChartSeries[];
  /** Whether the last date stands for a part of its day, month or year. */
  isPartial: boolean;
  /** A number on the axis. */
  formatTick: (value: number) => string;
  look: ChartLook;
}

export interface ChartSeries {
  values: number[];
  /** Each value with its noun. */
  describe: (value: number) => string;
  isHidden: boolean;
}

/** CSS colours that a canvas understands: no variables. */
export interface ChartLook {
  text: string;
  muted: string;
  surface: string;
  border: string;
  /** Under the first line. */
  area: string;
  /** What floats over the chart has a surface of its own, opaque, and a text for it. */
  tip: { surface: string; text: string };
  /** Of the metrics, in their order. */
  lines: string[];
  fontFamily: string;
  /** Pixels. */
  fontSize: number;
}

/** What stands beside the lines: gaps around the numbers of the other axis. */
const aside = 20;

// Colour alone does not tell lines apart.
const dashes = [[], [6, 3], [2, 3]];
const markers = ['circle', 'rect', 'rectRot'] as const;

Chart.register(LineController, LineElement, PointElement, LinearScale, CategoryScale, Tooltip, Filler);

/** The end of what is not finished is a ring: nothing shows through it, whatever colour the page has. */
const ringIf = (isPartial: () => boolean): Plugin<'line'> => ({
  id: 'ring',
  afterDatasetDraw({ ctx }, { meta }) {
    const end = meta.data.at(-1);
    if (!isPartial() || !end) return;
    ctx.save();
    ctx.globalCompositeOperation = 'destination-out';
    ctx.beginPath();
    ctx.arc(end.x, end.y, 1.75, 0, 2 * Math.PI);
    ctx.fill();
    ctx.restore();
  },
});

/** Lines with axes and a tooltip on a canvas. Which point is read is told from outside: keys and pointer are one. */
export class LineChart {
  readonly #chart: Chart<'line', number[], string>;
  #isPartial: boolean;

  constructor(canvas: HTMLCanvasElement, drawing: ChartDrawing) {
    this.#isPartial = drawing.isPartial;
    this.#chart = new Chart<'line', number[], string>(canvas, {
      type: 'line',
      data: dataOf(drawing),
      options: optionsOf(drawing),
      plugins: [ringIf(() => this.#isPartial)],
    });
  }

  update(drawing: ChartDrawing): void {
    this.#isPartial = drawing.isPartial;
    this.#chart.data = dataOf(drawing);
    this.#chart.options = optionsOf(drawing);
    this.#chart.update('none');
  }

  /** Shows the tooltip of a date; of none when undefined. */
  read(index: number | undefined): void {
    const { data, tooltip } = this.#chart;
    const active =
      index === undefined
        ? []
        : data.datasets
            .map((_, datasetIndex) => ({ datasetIndex, index }))
            .filter(({ datasetIndex }) => this.#chart.isDatasetVisible(datasetIndex));
    const x = index === undefined ? 0 : this.#chart.scales['x']!.getPixelForValue(index);
    this.#chart.setActiveElements(active);
    tooltip?.setActiveElements(active, { x, y: this.#chart.chartArea.top });
    this.#chart.update('none');
  }

  /** The date nearest to a position, in pixels from the canvas's left edge. */
  indexAt(x: number): number {
    return this.#chart.scales['x']!.getValueForPixel(x) ?? 0;
  }

  /** How far below the canvas's top each line ends, in pixels. */
  ends(): number[] {
    const y = this.#chart.scales['y']!;
    return this.#chart.data.datasets.map(({ data }) => y.getPixelForValue(data.at(-1) ?? 0));
  }

  /** For print: the paper is not as wide as the window. */
  resize(): void {
    this.#chart.resize();
  }

  destroy(): void {
    this.#chart.destroy();
  }
}

function dataOf({ dates, series, isPartial, look }: ChartDrawing) {
  const last = dates.length - 1;
  const isRest = (index: number) => isPartial && index === last;
  const datasets = series.map(({ values, isHidden }, metric): ChartDataset<'line', number[]> => {
    const color = look.lines[metric] ?? look.text;
    return {
      data: values,
      hidden: isHidden,
      borderColor: color,
      backgroundColor: look.area,
      fill: metric === 0 ? 'origin' : false,
      borderWidth: 2,
      borderDash: dashes[metric] ?? [],
      segment: {
        borderDash: ({ p1DataIndex }) => (isRest(p1DataIndex) ? [1.5, 2.5] : undefined),
        backgroundColor: ({ p1DataIndex }) => (isRest(p1DataIndex) ? 'transparent' : undefined),
      },
      pointStyle: markers[metric] ?? 'circle',
      pointRadius: ({ dataIndex }) => (dataIndex === last ? 3 : 0),
      pointHoverRadius: 4,
      pointBorderColor: color,
      pointHoverBorderColor: color,
      pointBackgroundColor: ({ dataIndex }) => (isRest(dataIndex) ? look.surface : color),
      pointHoverBackgroundColor: color,
      clip: 6, // the line keeps its width at zero and at its top
    };
  });
  return { labels: dates, datasets };
}

function optionsOf(drawing: ChartDrawing): ChartOptions<'line'> {
  const { dates, ticks, series, formatTick, look } = drawing;
  const font = { family: look.fontFamily, size: look.fontSize };
  const marks = new Map<number, string[]>();
  return {
    events: [], // keys and pointer are read by the element
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    layout: { padding: { top: 6, right: 5 } },
    scales: {
      x: {
        grid: { display: false },
        border: { color: look.border },
        afterBuildTicks: (scale) => {
          const { ctx, chart } = scale;
          ctx.font = `${font.size}px ${font.family}`;
          const widthOf = (text: string) => ctx.measureText(text).width;
          const room = chart.width - widthOf(formatTick(chart.scales['y']?.max ?? 0)) - aside;
          const chosen = fitting(ticks, dates.length, room, widthOf);
          marks.clear();
          for (const { index, lines } of chosen) marks.set(index, lines);
          scale.ticks = chosen.map(({ index }) => ({ value: index }));
        },
        ticks: {
          color: look.muted,
          font,
          maxRotation: 0,
          autoSkip: false,
          callback: (index) => marks.get(Number(index)) ?? '',
        },
      },
      y: {
        beginAtZero: true,
        grid: { color: look.border },
        border: { display: false },
        ticks: {
          color: look.muted,
          font,
          precision: 0,
          maxTicksLimit: 5,
          callback: (value) => formatTick(Number(value)),
        },
      },
    },
    plugins: {
      filler: { drawTime: 'beforeDatasetsDraw' }, // under all lines, whose colours it would change
      tooltip: {
        mode: 'index',
        intersect: false,
        animation: false,
        displayColors: false,
        backgroundColor: look.tip.surface,
        borderColor: look.muted,
        borderWidth: 1,
        cornerRadius: 4,
        titleColor: look.tip.text,
        bodyColor: look.tip.text,
        titleFont: { ...font, weight: 'normal' },
        bodyFont: { ...font, weight: 'bold' },
        callbacks: {
          title: ([item]) => dates[item?.dataIndex ?? 0] ?? '',
          label: ({ datasetIndex, dataIndex }) => {
            const { values, describe } = series[datasetIndex]!;
            return describe(values[dataIndex] ?? 0);
          },
        },
      },
    },
  };
}
