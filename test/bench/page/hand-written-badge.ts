import { item, totals } from '../numbers.js';
import type { Draw } from './ways.js';

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { display: inline-block }
  a { color: inherit; text-decoration: none; border: 1px solid; border-radius: 4px; padding: 0.2em 0.6em }
  svg { inline-size: 1em; block-size: 1em; fill: none; stroke: currentColor }
`);
const icon = (path: string) => `<svg viewBox="0 0 16 16" aria-hidden="true"><path d="${path}"/></svg>`;
const eye = icon('M1 8c3.5-5.5 10.5-5.5 14 0c-3.5 5.5-10.5 5.5-14 0z');
const arrow = icon('M8 2v8M4.5 7L8 10.5L11.5 7M2.5 13.5h11');
const answered = Promise.resolve(totals);

/** The least that a custom element draws for two numbers: a link, icons, the numbers. It asks nobody. */
class HandWrittenBadge extends HTMLElement {
  isDrawn = false;

  async connectedCallback(): Promise<void> {
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    const { views, downloads } = await answered;
    root.innerHTML =
      `<a href="https://figshare.com/articles/_/${item}">${eye} <b>${views.toLocaleString('en')}</b> views ` +
      `${arrow} <b>${downloads.toLocaleString('en')}</b> downloads</a>`;
    this.isDrawn = true;
  }
}

export const handWritten: Draw = (holder, count) => {
  if (!customElements.get('hand-written-badge'))
    customElements.define('hand-written-badge', HandWrittenBadge);
  const badges = Array.from({ length: count }, () => new HandWrittenBadge());
  holder.append(...badges);
  return () => badges.every(({ isDrawn }) => isDrawn);
};
