import { navigation, rootFrom } from './pages.js';

export interface LayoutOptions {
  folder: string;
  /** Where examples are asked, what visitors type is asked, and names are asked: addresses. */
  sources: { examples: string; typed: string; api: string };
  /** What is said of the numbers, at the foot; may be HTML. */
  facts: string[];
  /** A sentence above all, such as where numbers come from on this machine. */
  notice?: string;
  /** Whether the gallery is there: it needs services that fail. */
  hasGallery: boolean;
  /** Address of the script that brings the elements. */
  elements: string;
}

/** Puts the frame of the site around what a page says: head, navigation, foot. */
export function withLayout(page: string, options: LayoutOptions): string {
  const { folder, sources, facts, notice, hasGallery, elements } = options;
  const root = rootFrom(folder);
  const head = `
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="figshare-source" content="${sources.examples}" data-typed="${sources.typed}" data-api="${sources.api}" />
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="${root}site/site.css" />
    <script type="module" src="${elements}" vite-ignore></script>`;
  const links = navigation.map(({ folder: to, name }) => {
    const isHere = folder === to ? ' aria-current="page"' : '';
    const isWithin = !isHere && folder.startsWith(to) ? ' class="within"' : '';
    return `<a href="${root}${to}"${isHere}${isWithin}>${name}</a>`;
  });
  const header = `
    <a class="skip" href="#main">Skip to the content</a>
    <header class="top">
      <a class="brand" href="${root}"${folder === '' ? ' aria-current="page"' : ''}>figshare-elements</a>
      <nav aria-label="Site">${links.join('')}</nav>
    </header>
    ${notice ? `<p class="notice">${notice}</p>` : ''}`;
  const footer = `
    <footer class="foot">
      ${facts.map((fact) => `<span>${fact}</span>`).join('')}
      <span class="end"><a href="${root}how-it-works/">How we measured it</a> <a href="${root}upgrade/">What changed</a>${hasGallery ? ` <a href="${root}gallery/">Gallery of states</a>` : ''}</span>
    </footer>`;
  return page
    .replace('<head>', `<head>${head}`)
    .replace('<main', `${header}<main id="main"`)
    .replace('</main>', `</main>${footer}`);
}
