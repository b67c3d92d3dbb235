import { html, type TemplateResult } from 'lit';
import { unknownPlace, type Breakdown } from '../../figshare/breakdown.js';
import type { Counter } from '../../figshare/metric.js';
import { codeOf, formatCountry } from '../../format/country.js';
import type { Reader } from '../../format/figure.js';
import { wordsIn } from '../../format/words/words.js';
import { LazyModule } from '../lazy-module.js';
import { lazyTools } from '../lazy-tools.js';
import type { PageElement } from '../page-element.js';
import { PointReader } from '../point-reader.js';
import type { MapTools } from './map-tools.js';
import type { MapView } from './map-view.js';

const tools: MapTools = { ...lazyTools, unknownPlace, codeOf, formatCountry, wordsIn };

/** A breakdown as a map of the world, read by pointer and keys. */
export class BreakdownMap {
  readonly chunk: LazyModule<typeof import('./map-view.js')>;
  readonly #reading: PointReader;
  #view: MapView | undefined;

  constructor(host: PageElement) {
    this.#reading = new PointReader(host, () => this.#view?.count ?? 0);
    this.chunk = new LazyModule(host, 'figshare-map.js', () => import('./map-view.js'));
  }

  /** Without a breakdown, a ghost that is as large as the map will be. */
  render(
    breakdown: Breakdown | undefined,
    metric: Counter,
    minCount: number,
    reader: Reader,
  ): TemplateResult {
    const { module } = this.chunk;
    if (!breakdown || !module)
      return html`<div class="map-room"><svg class="ghost" viewBox="0 0 480 222"></svg></div>`;
    this.#view ??= new module.MapView(this.#reading, tools);
    return this.#view.render(breakdown, metric, minCount, reader);
  }
}
