import { html, nothing, type TemplateResult } from 'lit';
import type { Counter } from '../../figshare/metric.js';
import { isWhole } from '../../figshare/series.js';
import { figureOf, nounOf, type Reader } from '../../format/figure.js';
import type { ShownTimeline } from '../../format/timeline-drawing.js';
import { headingOf } from '../../format/words/grammar.js';
import { timelineWordsIn } from '../../format/words/words.js';
import { key } from './variants.js';

/**
 * The names of lines, with their last numbers at their ends where there is room, else above the chart. One of several
 * switches its line; what is heard of it stays the same while points are read.
 *
 * @param shown - with dates; undefined before the answer: they take their room, and are not seen
 */
export function lineNames(
  shown: ShownTimeline | undefined,
  metrics: readonly Counter[],
  reader: Reader,
  hidden: ReadonlySet<Counter>,
  toggle: (metric: Counter) => void,
): TemplateResult {
  const isAlone = metrics.length === 1;
  const names = metrics.map((metric, index) => {
    const content = html`${key(index)}${lastOf(shown, metric, index, reader)}`;
    const className = `end metric${index}`;
    return isAlone
      ? html`<span class=${className} aria-hidden="true">${content}</span>`
      : html`<button
          part="button"
          type="button"
          class="${className} switch"
          aria-pressed=${!hidden.has(metric)}
          @click=${() => toggle(metric)}
        >
          ${content}
        </button>`;
  });
  return html`<div class="ends ${isAlone ? 'alone' : ''} ${shown ? '' : 'waiting'}">${names}</div>`;
}

/** "301 views", and under it that there will be more. */
function lastOf(
  shown: ShownTimeline | undefined,
  metric: Counter,
  index: number,
  reader: Reader,
): TemplateResult {
  const noun = nounOf(metric, reader);
  const heading = (more = '') =>
    html`<span part="label" class="label above ${more}">${headingOf(noun)}</span>`;
  if (!shown) return heading();
  const { seen, label } = figureOf(noun, shown.series[index]?.at(-1)?.value, reader);
  const isOver = isWhole(shown.dates.at(-1)!, shown.question);
  return html`<span class="beside" aria-hidden="true"
      ><b class="value">${seen}</b> <span part="label" class="label">${label}</span>${
        isOver
          ? nothing
          : html`<span class="unfinished">${timelineWordsIn(reader.language).unfinished}</span>`
      }</span
    >${heading('unseen')}`;
}
