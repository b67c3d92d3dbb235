import { html, nothing, svg, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Land } from '../../charts/map.js';
import { unknownPlace, type Breakdown, type City } from '../../figshare/breakdown.js';
import type { Counter } from '../../figshare/metric.js';
import { formatCount } from '../../format/count.js';
import { codeOf, formatCountry } from '../../format/country.js';
import { formatEvents, type Reader } from '../../format/figure.js';
import { capitalized } from '../../format/words/grammar.js';
import { placeWordsIn, wordsIn } from '../../format/words/words.js';
import { LazyModule } from '../lazy-module.js';
import { PointReader } from '../point-reader.js';

/** The size that the atlas is drawn at. */
const box = { width: 480, height: 222 };

/** More countries the service does not tell: whether the others had events is not known, then. */
const mostTold = 200;

/** A country on the map. */
export interface MapCountry {
  name: string;
  path: string;
  /** Too small for an outline. */
  isDot: boolean;
  /** Undefined where it is not known. */
  value: number | undefined;
}

/** What a map shows. */
export interface ShownMap {
  /** Largest first, those that are not known last. */
  countries: MapCountry[];
  /** What has no place on the map, but has events. */
  elsewhere: City[];
  /** The least values of the levels that colours stand for, ascending. */
  levels: number[];
}

/**
 * @param lands - a small country, which is a dot, is there only if it has events
 * @param minCount - what is smaller is not told apart
 */
export function countriesOf(
  breakdown: Breakdown,
  lands: readonly Land[],
  minCount: number,
  locale: string,
): Omit<ShownMap, 'levels'> {
  const isCut = breakdown.length >= mostTold;
  const events = new Map<string, City>();
  for (const { name, value } of breakdown) {
    if (name === unknownPlace) continue;
    const key = codeOf(name) ?? name;
    events.set(key, { name, value: value + (events.get(key)?.value ?? 0) });
  }
  const countries = lands.map(({ name, path, isDot = false }): MapCountry => {
    const code = codeOf(name) ?? name;
    const known = events.get(code);
    const value = known?.value ?? (isCut || code === name ? undefined : 0);
    events.delete(code);
    const isTold = value === 0 || (value ?? 0) >= minCount;
    return {
      name: formatCountry(known?.name ?? name, locale),
      path,
      isDot,
      value: isTold ? value : undefined,
    };
  });
  const rank = ({ value = -1 }: MapCountry) => value;
  return {
    countries: countries
      .filter(({ isDot, value }) => !isDot || value)
      .sort((one, next) => rank(next) - rank(one)),
    elsewhere: [...events.values()]
      .filter(({ value }) => value >= minCount)
      .map(({ name, value }) => ({ name: formatCountry(name, locale), value })),
  };
}

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
    if (!shown) return this.renderReserve();
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
  renderReserve(): TemplateResult {
    return html`<div>
      <div class="read"></div>
      <svg class="map" viewBox="0 0 ${box.width} ${box.height}"></svg>
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
    return html`<button
      part="button"
      class="action"
      type="button"
      aria-expanded=${this.#isTableOpen}
      @click=${toggle}
    >
      ${wordsIn(language).table}
    </button>`;
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

/** What colours mean: steps side by side, each with the least number that it stands for. */
function legend({ countries, levels }: ShownMap, { locale, language }: Reader): TemplateResult {
  const { noData, orMore } = placeWordsIn(language);
  const steps = [0, ...levels].map((least, step) => [
    step ? `level${step - 1}` : 'zero',
    formatCount(least, locale),
  ]);
  const hasUnknown = countries.some(({ value }) => value === undefined);
  return html`<ul class="legend">
    ${steps.map(
      ([className, least], step) =>
        html`<li>
          ${swatch(className!)}
          <span>${least}${step === levels.length ? html`<span class="more">${orMore}</span>` : nothing}</span>
        </li>`,
    )}
    ${hasUnknown ? html`<li class="apart">${swatch('unknown')} <span>${noData}</span></li>` : nothing}
  </ul>`;
}

function swatch(className: string): TemplateResult {
  return html`<svg class="swatch" aria-hidden="true">
    ${svg`<rect class=${className} width="100%" height="100%" />`}
  </svg>`;
}

function levelClass(value: number | undefined, levels: readonly number[]): string {
  if (value === undefined) return 'unknown';
  return value === 0 ? 'zero' : `level${levels.findLastIndex((least) => least <= value)}`;
}
