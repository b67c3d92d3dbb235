import { html, nothing, svg, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Breakdown } from '../../figshare/breakdown.js';
import type { Counter } from '../../figshare/metric.js';
import { formatCount } from '../../format/count.js';
import { formatEvents, type Reader } from '../../format/figure.js';
import { capitalized } from '../../format/words/grammar.js';
import { placeWordsIn, wordsIn } from '../../format/words/words.js';
import { LazyModule } from '../lazy-module.js';
import { PointReader } from '../point-reader.js';
import { tableButton } from '../table-button.js';
import { countriesOf, type MapCountry, type ShownMap } from './map-countries.js';
import { legend, levelClass } from './map-legend.js';

/** The size that the atlas is drawn at. */
const box = { width: 480, height: 222 };

/** A breakdown as a map of the world, read by pointer and keys, with its table behind a button. */
export class BreakdownMap {
  readonly #reading: PointReader;
  readonly #chunk: LazyModule<typeof import('../../charts/map.js')>;
  #isTableOpen = false;
  #shown: ShownMap | undefined;
  #shownFor: unknown[] = [];

  /** @param onFailure - called when the map cannot be loaded: there are bars, then */
  constructor(
    private readonly host: ReactiveControllerHost & Element,
    onFailure: (error: unknown) => void,
  ) {
    this.#reading = new PointReader(host, () => this.#shown?.countries.length ?? 0);
    this.#chunk = new LazyModule(host, () => import('../../charts/map.js'), onFailure);
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
    const shown = this.#show(breakdown, minCount, reader.locale);
    if (!shown) return this.renderPlaceholder();
    const read = shown.countries[this.#reading.index ?? -1];
    const whole = breakdown.reduce((sum, { value }) => sum + value, 0);
    const text = read ? textOf(read, metric, reader) : formatEvents(metric, whole, reader);
    return html`<div part="label" class="read" aria-hidden="true">${text}</div>
      ${this.#renderMap(shown, read, text)} ${legend(shown, reader)}
      <div class="elsewhere">
        <span>${elsewhereText(shown, reader)}</span>
        <span>${capitalized(placeWordsIn(reader.language).borders, reader.locale)}</span>
      </div>`;
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

  /** A slider, so that whoever hears it goes from country to country also where keys belong to the screen reader. */
  #renderMap({ countries, levels }: ShownMap, read: MapCountry | undefined, text: string): TemplateResult {
    const reading = this.#reading;
    const hover = ({ target }: Event) => {
      const index = (target as Element).getAttribute('data-index');
      if (index === null) reading.leave();
      else reading.hover(Number(index));
    };
    return html`<svg
      part="chart"
      class="map"
      viewBox="0 0 ${box.width} ${box.height}"
      role="slider"
      tabindex="0"
      aria-labelledby="summary"
      aria-valuemin="0"
      aria-valuemax=${countries.length}
      aria-valuenow=${(reading.index ?? -1) + 1}
      aria-valuetext=${text}
      @keydown=${reading.onKey}
      @focusout=${reading.leave}
      @pointerdown=${hover}
      @pointermove=${hover}
      @pointerleave=${reading.leave}
    >
      ${hatching}
      ${[false, true].map((areDots) =>
        countries.map(({ path, isDot, value }, index) =>
          isDot === areDots
            ? svg`<path class="${isDot ? 'dot' : 'land'} ${levelClass(value, levels)}" d=${path} data-index=${index} />`
            : nothing,
        ),
      )}
      <path class="outline" d=${read?.path ?? ''} />
    </svg>`;
  }

  /** Made anew only for another answer or reader: pointing at a map draws it again. */
  #show(breakdown: Breakdown, minCount: number, locale: string): ShownMap | undefined {
    const { module } = this.#chunk;
    if (!module) return undefined;
    const shownFor = [breakdown, minCount, locale];
    if (shownFor.some((value, index) => value !== this.#shownFor[index])) {
      this.#shownFor = shownFor;
      const shown = countriesOf(breakdown, [...module.lands, ...module.dots], minCount, locale);
      this.#shown = { ...shown, levels: module.levelsUntil(Math.max(1, shown.countries[0]?.value ?? 0)) };
    }
    return this.#shown;
  }
}

/** What is not known is told apart without a colour. */
const hatching = svg`<pattern id="hatching" width="4" height="4" patternUnits="userSpaceOnUse">
  <path class="hatch" d="M0 4L4 0" />
</pattern>`;

function textOf({ name, value }: MapCountry, metric: Counter, reader: Reader): string {
  const { colon } = wordsIn(reader.language);
  const { noData } = placeWordsIn(reader.language);
  return name + colon + (value === undefined ? noData : formatEvents(metric, value, reader));
}

function elsewhereText({ elsewhere }: ShownMap, { locale, language }: Reader): string {
  const others = elsewhere.map(({ name, value }) => `${name} ${formatCount(value, locale)}`);
  const { colon } = wordsIn(language);
  const { offMap } = placeWordsIn(language);
  return others.length > 0 ? offMap + colon + others.join(' · ') : '';
}
