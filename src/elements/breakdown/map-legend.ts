import type { TemplateResult } from 'lit';
import type { Reader } from '../../format/figure.js';
import { mapWordsIn } from '../../format/words/map-words.js';
import type { ShownMap } from './map-countries.js';
import type { MapTools } from './map-tools.js';

/** What colours mean: steps side by side, each with the least number that it stands for. */
export function legend(
  { countries, levels }: ShownMap,
  { locale, language }: Reader,
  tools: MapTools,
): TemplateResult {
  const { html, nothing, formatCount } = tools;
  const { noData, orMore } = mapWordsIn(language);
  const steps = [0, ...levels].map((least, step) => [
    step ? `level${step - 1}` : 'zero',
    formatCount(least, locale),
  ]);
  const hasUnknown = countries.some(({ value }) => value === undefined);
  return html`<ul class="legend">
    ${steps.map(
      ([className, least], step) =>
        html`<li>
          ${swatch(className!, tools)}
          <span>${least}${step === levels.length ? html`<span class="more">${orMore}</span>` : nothing}</span>
        </li>`,
    )}
    ${hasUnknown ? html`<li class="apart">${swatch('unknown', tools)} <span>${noData}</span></li>` : nothing}
  </ul>`;
}

function swatch(className: string, { html, svg }: MapTools): TemplateResult {
  return html`<svg class="swatch" aria-hidden="true">
    ${svg`<rect class=${className} width="100%" height="100%" />`}
  </svg>`;
}

/** The class of a colour. */
export function levelClass(value: number | undefined, levels: readonly number[]): string {
  if (value === undefined) return 'unknown';
  return value === 0 ? 'zero' : `level${levels.filter((least) => least <= value).length - 1}`;
}
