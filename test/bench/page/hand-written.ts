/** The least that a custom element needs for the same badge: what a page's author would write for this one alone. */
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { display: inline-block }
  a { color: inherit; text-decoration: none; border: 1px solid; border-radius: 4px; padding: 0.2em 0.6em }
  svg { inline-size: 1em; block-size: 1em; fill: none; stroke: currentColor }
`);
const icons = {
  views: 'M1 8c3.5-5.5 10.5-5.5 14 0c-3.5 5.5-10.5 5.5-14 0z',
  downloads: 'M8 2v8M4.5 7L8 10.5L11.5 7',
};
const icon = (name: keyof typeof icons) =>
  `<svg viewBox="0 0 16 16" aria-hidden="true"><path d="${icons[name]}"/></svg>`;

customElements.define(
  'hand-written',
  class extends HTMLElement {
    async connectedCallback() {
      const item = this.getAttribute('item');
      const root = this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [sheet];
      const reply = await fetch(`https://stats.figshare.com/total/article/${item}`);
      const answer = (await reply.json()) as { views: number; downloads: number };
      const [views, downloads] = [answer.views, answer.downloads].map((count) => count.toLocaleString('en'));
      root.innerHTML =
        `<a href="https://figshare.com/articles/_/${item}">` +
        `${icon('views')} <b>${views}</b> views ${icon('downloads')} <b>${downloads}</b> downloads</a>`;
    }
  },
);
