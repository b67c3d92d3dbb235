import type { Need } from './needs.js';
import { engines, type Engine, type Since } from './compat.js';

/** What README says. `npm run oldest` finds it in browsers, and a test from the names in the files. */
export const floors: Since = { chrome: 92, firefox: 91, safari: 15.4 };

/** What the files try for, and what a browser that does not know it shows in its place. */
export const without: Record<string, string> = {
  adoptedStyleSheets: 'Lit writes style elements, which a policy without `unsafe-inline` blocks',
  replaceSync: 'the same',
  ariaBusy: 'assistive technology is not told of loading',
  attachInternals: 'no `:state()`, and not told of loading',
  states: 'no `:state()` for the page; what is below `hide-below` is hidden inside',
  ':state': 'the same',
  cause: 'an error does not tell what was behind it',
  checkVisibility: 'the observer alone tells what is in view',
  createPolicy: 'no Trusted Types, so nothing asks for a policy',
  emptyScript: 'the same',
  trustedTypes: 'the same',
  OffscreenCanvas: 'Chart.js asks whether there is one',
  requestIdleCallback: 'a task takes its place',
  showPopover: 'the popover is placed without the top layer',
  ':popover-open': 'the same',
  ':focus-visible': 'the browser’s own ring',
  ':has': 'bars that are not read stay as they are; long numbers take more room',
  '@container': 'narrow rows and charts keep the arrangement of wide ones',
  'container-type': 'the same',
  'baseline-source': 'a link that wraps in a badge stands on the line by its last words',
  'color-mix()': 'lines and areas are grey',
  'color-scheme': '`theme` sets no dark surface',
  'light-dark()': 'marks have the colour of the text',
  'oklch()': 'marks have the colour of the text, or fixed ones',
  'text-align-last': 'words under bars stand at the beginning of their box',
  'user-select': 'Safari knows it by its own name',
};

/** Names of our own, or of Chart.js, that mean something new elsewhere; and values that are no pages of a book. */
const ownWords = [
  ':first',
  ':left',
  'changed',
  'draw',
  'locale',
  'role',
  'source',
  'timeline',
  'touches',
  'page',
  'scale',
  'days',
  'data',
  'colors',
];

/** Since when browsers know all that the files cannot do without. */
export function floorsOf(needs: Need[]): Record<Engine, { version: number; names: string[] }> {
  const strict = needs.filter(({ name }) => !Object.hasOwn(without, name) && !ownWords.includes(name));
  const found = engines.map((engine) => {
    const version = Math.max(...strict.map(({ since }) => since[engine]));
    const last = strict.filter(({ since }) => since[engine] === version).map(({ name }) => name);
    return [engine, { version, names: [...new Set(last)] }];
  });
  return Object.fromEntries(found) as ReturnType<typeof floorsOf>;
}
