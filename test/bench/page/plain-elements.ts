import type { Draw } from './ways.js';

/**
 * Drawings by plain DOM code, each in a shadow root of its own, with one style sheet for all.
 *
 * @param answer - comes to each a microtask later, as an answer from memory does
 */
export function plainElements<Answer>(answer: Answer, css: string, draw: (answer: Answer) => Node): Draw {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return (holder, count) => {
    const answered = Promise.resolve(answer);
    let drawn = 0;
    const fill = async (root: ShadowRoot) => {
      root.append(draw(await answered));
      drawn++;
    };
    const hosts = Array.from({ length: count }, () => {
      const host = document.createElement('span');
      const root = host.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [sheet];
      void fill(root);
      return host;
    });
    holder.append(...hosts);
    return () => drawn === count;
  };
}
