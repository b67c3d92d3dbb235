import type { TemplateResult } from 'lit';
import { dots, lands, levelsUntil } from '../../charts/map.js';
import type { Breakdown } from '../../figshare/breakdown.js';
import type { Counter } from '../../figshare/metric.js';
import type { Reader } from '../../format/figure.js';
import { mapWordsIn } from '../../format/words/map-words.js';
import type { PointReader } from '../point-reader.js';
import { countriesOf, type MapCountry, type ShownMap } from './map-countries.js';
import { legend, levelClass } from './map-legend.js';
import type { MapTools } from './map-tools.js';

export { stylesOf } from './map-styles.js';

// The map of a breakdown, with its countries, words and styles: a file of its own, loaded when there is a map to draw.

/** Who reads the map, and of what. */
interface Reading {
  metric: Counter;
  reader: Reader;
}

/** What is read, the map, what its colours mean, and what has no place on it. */
export class MapView {
  #shown: ShownMap | undefined;
  #shownFor: unknown[] = [];

  constructor(
    private readonly point: PointReader,
    private readonly tools: MapTools,
  ) {}

  /** How many countries can be read. */
  get count(): number {
    return this.#shown?.countries.length ?? 0;
  }

  render(breakdown: Breakdown, metric: Counter, minCount: number, reader: Reader): TemplateResult {
    const { point, tools } = this;
    const { html, formatEvents } = tools;
    const shown = this.#shownOf(breakdown, minCount, reader.locale);
    const reading = { metric, reader };
    const read = shown.countries[point.index ?? -1];
    const text = read ? textOf(read, reading, tools) : formatEvents(metric, shown.whole, reader);
    return html`<div part="label" class="read" aria-hidden="true">${text}</div>
      ${drawn(shown, point, read, text, tools)} ${legend(shown, reader, tools)}
      <div class="elsewhere">
        <span>${elsewhereText(shown, reader, tools)}</span>
        <span>${mapWordsIn(reader.language).borders}</span>
      </div>`;
  }

  /** Made anew only for another answer or reader: pointing at a map draws it again. */
  #shownOf(breakdown: Breakdown, minCount: number, locale: string): ShownMap {
    const shownFor = [breakdown, minCount, locale];
    if (!this.#shown || shownFor.some((value, index) => value !== this.#shownFor[index])) {
      this.#shownFor = shownFor;
      this.#shown = shownMap(breakdown, minCount, locale, this.tools);
    }
    return this.#shown;
  }
}

function shownMap(breakdown: Breakdown, minCount: number, locale: string, tools: MapTools): ShownMap {
  const shown = countriesOf(breakdown, [...lands, ...dots], minCount, locale, tools);
  return { ...shown, levels: levelsUntil(Math.max(1, shown.countries[0]?.value ?? 0)) };
}

/** A slider, so that whoever hears it goes from country to country also where keys belong to the screen reader. */
function drawn(
  { countries, levels }: ShownMap,
  point: PointReader,
  read: MapCountry | undefined,
  text: string,
  { html, svg, nothing }: MapTools,
): TemplateResult {
  const hover = ({ target }: Event) => {
    const index = (target as Element).getAttribute('data-index');
    if (index === null) point.leave();
    else point.hover(Number(index));
  };
  // What is not known is told apart without a colour.
  return html`<svg
    part="chart"
    class="map"
    viewBox="0 0 480 222"
    role="slider"
    tabindex="0"
    aria-labelledby="summary"
    aria-valuemin="0"
    aria-valuemax=${countries.length}
    aria-valuenow=${(point.index ?? -1) + 1}
    aria-valuetext=${text}
    @keydown=${point.onKey}
    @focusout=${point.leave}
    @pointerdown=${hover}
    @pointermove=${hover}
    @pointerleave=${point.leave}
  >
    <pattern id="hatching" width="4" height="4" patternUnits="userSpaceOnUse">
      <path class="hatch" d="M0 4L4 0" />
    </pattern>
    ${[false, true].map((areDots) =>
      countries.map(({ path, isDot, value }, index) =>
        isDot === areDots
          ? svg`${isDot ? svg`<path class="halo" d=${path} />` : nothing}
              <path class="${isDot ? 'dot' : 'land'} ${levelClass(value, levels)}" d=${path} data-index=${index} />`
          : nothing,
      ),
    )}
    <path class="outline" d=${read?.path ?? ''} />
  </svg>`;
}

function textOf({ name, value }: MapCountry, { metric, reader }: Reading, tools: MapTools): string {
  const { colon } = tools.wordsIn(reader.language);
  const { noData } = mapWordsIn(reader.language);
  return name + colon + (value === undefined ? noData : tools.formatEvents(metric, value, reader));
}

function elsewhereText(
  { elsewhere }: ShownMap,
  { locale, language }: Reader,
  { formatCount, wordsIn }: MapTools,
): string {
  const others = elsewhere.map(({ name, value }) => `${name} ${formatCount(value, locale)}`);
  return others.length > 0 ? mapWordsIn(language).offMap + wordsIn(language).colon + others.join(' · ') : '';
}
