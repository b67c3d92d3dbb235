import { placeWordsIn } from '../../format/words/words.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { Breakdown } from '../../figshare/breakdown.js';
import { formatOthers, formatPlace, rowsOf, type RowOptions } from '../../format/breakdown.js';
import { formatCount } from '../../format/count.js';
import type { Reader } from '../../format/figure.js';
import { formatShare } from '../../format/share.js';
import { capitalized, headingOf } from '../../format/words/grammar.js';
import type { Noun } from '../../format/words/en.js';
import { bar, ghostBar } from '../row-bar.js';

interface Row {
  name: string;
  value: number;
  /** Not a rank: the others together, or what is not known. */
  isRest?: boolean;
}

/** What a table is made of beside its numbers. */
export interface Surroundings {
  options: RowOptions;
  reader: Reader;
  /** Of the metric. */
  noun: Noun;
  /** Its title, where none stands above it. */
  caption: TemplateResult | typeof nothing;
  hasBars: boolean;
  /** How many rows it is high at least. */
  room: number;
}

/** Places, largest first, the rest, and what is not known; before the answer, empty rows. */
export function tableOf(breakdown: Breakdown | undefined, surroundings: Surroundings): TemplateResult {
  const { options, reader, noun, caption, hasBars, room } = surroundings;
  const { rows, whole } = breakdown ? shownRows(breakdown, options, reader) : { rows: [], whole: 0 };
  const largest = Math.max(1, rows[0]?.value ?? 0);
  const length = Math.max(room, rows.length);
  // Roles: where rows are narrow they are laid out as a grid, for which browsers forget what a table is.
  return html`<table part="table" class="${hasBars ? 'barred' : 'plain'} ${options.by}" role="table">
    ${caption} ${heads(options, reader, noun, hasBars)}
    <tbody>
      ${[...Array(length).keys()].map((index) => {
        const row = rows[index];
        if (!row) return emptyRow(!breakdown, hasBars, index < options.limit ? ghostBar(index) : nothing);
        const { name, value, isRest } = row;
        return html`<tr part="row" role="row" class=${isRest ? 'rest' : ''}>
          <th role="rowheader" scope="row"><span part="label" class="place">${name}</span></th>
          ${hasBars ? html`<td class="bars" aria-hidden="true">${isRest ? nothing : bar(value / largest)}</td>` : nothing}
          <td part="value" role="cell" class="number">${formatCount(value, reader.locale)}</td>
          <td role="cell" class="share">${formatShare(value / whole, reader.locale)}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

function shownRows(breakdown: Breakdown, options: RowOptions, reader: Reader) {
  const shown = rowsOf(breakdown, options);
  const { places, other, unknown, whole } = shown;
  const rows: Row[] = places.map((place) => ({
    name: formatPlace(place, options.by, reader),
    value: place.value,
  }));
  if (other > 0) rows.push({ name: formatOthers(shown, reader), value: other, isRest: true });
  if (unknown > 0) rows.push({ name: placeWordsIn(reader.language).nowhere, value: unknown, isRest: true });
  return { rows, whole };
}

/** Beside bars they are heard alone: there the title says what the columns hold. */
function heads(
  { by }: RowOptions,
  { locale, language }: Reader,
  noun: Noun,
  hasBars: boolean,
): TemplateResult {
  const words = placeWordsIn(language);
  const head = (text: string, className = '') =>
    html`<th role="columnheader" scope="col" class=${className}>
      <span class=${hasBars ? 'unseen' : ''}>${text}</span>
    </th>`;
  return html`<thead>
    <tr role="row">
      ${head(words[by])} ${hasBars ? html`<td class="bars" aria-hidden="true"></td>` : nothing}
      ${head(capitalized(headingOf(noun), locale), 'number')} ${head(words.share, 'share')}
    </tr>
  </thead>`;
}

/** @param isWaited - for the answer; else it only takes room */
function emptyRow(
  isWaited: boolean,
  hasBars: boolean,
  ghost: TemplateResult | typeof nothing,
): TemplateResult {
  if (!isWaited)
    return html`<tr aria-hidden="true">
      <th></th>
    </tr>`;
  return html`<tr aria-hidden="true">
    <th><span class="skeleton"></span></th>
    ${hasBars ? html`<td class="bars">${ghost}</td>` : nothing}
    <td class="number"><span class="skeleton"></span></td>
  </tr>`;
}
