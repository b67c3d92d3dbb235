import { html, nothing, type TemplateResult } from 'lit';
import type { Counter } from '../../figshare/metric.js';
import { isWhole } from '../../figshare/series.js';
import type { Reader } from '../../format/figure.js';
import { formatPart } from '../../format/timeline-text.js';
import { drawingOf, spokenAt, type ShownTimeline } from '../../format/timeline-drawing.js';
import { wordsIn } from '../../format/words/words.js';
import type { ChartCanvas } from './canvas.js';
import { download } from '../download.js';
import { LazyModule } from '../lazy-module.js';
import { lazyTools } from '../lazy-tools.js';
import type { PageElement } from '../page-element.js';
import type { PointReader } from '../point-reader.js';
import { TableButton } from '../table-button.js';
import type { ChartTools } from './chart-tools.js';
import { lineNames } from './line-names.js';
import { csvName, csvOf } from './table.js';
import { barChart, readingLine } from './variants.js';

const tools: ChartTools = { ...lazyTools, formatPart, isWhole, spokenAt };

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
export class TimelineChart {
  readonly chunk: LazyModule<typeof import('./canvas.js')>;
  readonly #table: TableButton;
  #canvas: ChartCanvas | undefined;
  #hidden: ReadonlySet<Counter> = new Set();

  constructor(
    private readonly host: PageElement,
    private readonly reading: PointReader,
  ) {
    this.chunk = new LazyModule(host, 'figshare-chart.js', () => import('./canvas.js'));
    this.#table = new TableButton(host);
  }

  render({ shown, metrics, reader, summary, table, foot }: Surroundings): TemplateResult {
    const { hasFailed } = this.chunk;
    const known = shown?.dates.length ? shown : undefined;
    const toggle = (metric: Counter) => {
      const hidden = new Set(this.#hidden);
      if (!hidden.delete(metric)) hidden.add(metric);
      this.#hidden = hidden;
      this.host.requestUpdate();
    };
    return html`<div class="plane">
        <div class="drawing ${known ? '' : 'ghost'}">
          ${known ? (hasFailed ? this.#renderBars(known) : this.#renderCanvas(known)) : nothing}
        </div>
        ${hasFailed ? nothing : lineNames(known, metrics, reader, this.#hidden, toggle)}
      </div>
      ${summary} ${foot(this.#renderButtons(shown, reader))}
      ${known && this.#table.isPressed ? numbersOf(table(), known) : nothing}`;
  }

  #renderCanvas(shown: ShownTimeline): TemplateResult | typeof nothing {
    const { module } = this.chunk;
    if (!module) return nothing;
    this.#canvas ??= new module.ChartCanvas(this.host, this.reading, tools);
    return this.#canvas.render(shown, this.#hidden);
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
    const save = () => shown && download(csvName(shown.question), csvOf(shown));
    return html`${this.#table.render(reader.language)}
      <button part="button" class="action" type="button" @click=${save}>CSV</button>`;
  }
}

/** A table that is long scrolls, by keys, too; a short one is seen whole. */
function numbersOf(table: HTMLTableElement, { dates }: ShownTimeline): TemplateResult {
  return dates.length > mostSeen
    ? html`<div class="numbers long" role="group" tabindex="0" aria-labelledby="summary">${table}</div>`
    : html`<div class="numbers">${table}</div>`;
}
