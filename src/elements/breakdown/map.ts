import { html, nothing, svg, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { unknownPlace, type Breakdown } from '../../figshare/breakdown.js';
import type { Counter } from '../../figshare/metric.js';
import { formatCount } from '../../format/count.js';
import { codeOf, formatCountry } from '../../format/country.js';
import { formatEvents, type Reader } from '../../format/figure.js';
import { capitalized } from '../../format/words/grammar.js';
import { wordsIn } from '../../format/words/words.js';
import { LazyModule } from '../lazy-module.js';
import { PointReader } from '../point-reader.js';
import { tableButton } from '../table-button.js';
import type { ShownMap } from './map-countries.js';
import type { MapTools } from './map-tools.js';

/** The size that the atlas is drawn at. */
const box = { width: 480, height: 222 };

const tools: MapTools = {
  html,
  svg,
  nothing,
  box,
  unknownPlace,
  codeOf,
  formatCount,
  formatCountry,
  formatEvents,
  capitalized,
  wordsIn,
};

/** A breakdown as a map of the world, read by pointer and keys, with its table behind a button. */
export class BreakdownMap {
  readonly #reading: PointReader;
  readonly #chunk: LazyModule<typeof import('./map-view.js')>;
  #isTableOpen = false;
  #shown: ShownMap | undefined;
  #shownFor: unknown[] = [];

  /** @param onFailure - called when the map cannot be loaded: there are bars, then */
  constructor(
    private readonly host: ReactiveControllerHost & Element,
    onFailure: (error: unknown) => void,
  ) {
    this.#reading = new PointReader(host, () => this.#shown?.countries.length ?? 0);
    this.#chunk = new LazyModule(host, () => import('./map-view.js'), onFailure);
  }

  get hasFailed(): boolean {
    return this.#chunk.hasFailed;
  }

  get isLoaded(): boolean {
    return this.#chunk.module !== undefined;
  }

  load(): void {
    this.#chunk.load();
  }

  /** Whether its reader wants the same numbers as a table, too. */
  get isTableOpen(): boolean {
    return this.#isTableOpen;
  }

  render(breakdown: Breakdown, metric: Counter, minCount: number, reader: Reader): TemplateResult {
    const view = this.#chunk.module;
    if (!view) return this.renderPlaceholder();
    // Made anew only for another answer or reader: pointing at a map draws it again.
    const shownFor = [breakdown, minCount, reader.locale];
    if (!this.#shown || shownFor.some((value, index) => value !== this.#shownFor[index])) {
      this.#shownFor = shownFor;
      this.#shown = view.shownMap(breakdown, minCount, reader.locale, tools);
    }
    return view.mapOf(this.#shown, this.#reading, { metric, reader }, tools);
  }

  /** As large as the above will be. */
  renderPlaceholder(): TemplateResult {
    return html`<div>
      <div class="read"></div>
      <svg class="map ghost" viewBox="0 0 ${box.width} ${box.height}"></svg>
      <div class="legend"></div>
      <div class="elsewhere"></div>
    </div>`;
  }

  /** Shows the table, and takes it away. */
  renderToggle({ language }: Reader): TemplateResult {
    const toggle = () => {
      this.#isTableOpen = !this.#isTableOpen;
      this.host.requestUpdate();
    };
    return tableButton(language, this.#isTableOpen, toggle);
  }
}
