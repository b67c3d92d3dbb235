/** An accent of one's own: where it can be had, and whether it can be read on the page that was chosen. */
import type { Choice } from '../snippets/choice.js';
import { accentOf } from '../snippets/markup.js';
import type { Recipe } from '../snippets/recipe.js';
import { find } from '../site/find.js';

/** Of text, by WCAG 2.2; in some places the accent is that of text. */
const leastContrast = 4.5;

type Taking = Pick<Recipe, 'takes' | 'name'>;

/** A style sheet of the page reaches neither an image nor what stands in a frame. */
export const takesAccent = ({ takes, name }: Taking) => takes !== 'image' && name !== 'iframe';

/** Draws the preview in the accent, and says how it can be read there. */
export function showAccent(choice: Choice, recipe: Taking, stage: HTMLElement): void {
  const accent = takesAccent(recipe) ? accentOf(choice) : '';
  if (accent) stage.style.setProperty('--figshare-color-accent', accent);
  else stage.style.removeProperty('--figshare-color-accent');
  const says = find('#accent-says');
  says.textContent = '';
  says.className = 'small muted';
  if (!takesAccent(recipe))
    says.textContent = 'A style sheet reaches no image and no frame: they keep their own.';
  if (!accent) return;
  const contrast = contrastOf(accent, getComputedStyle(stage).backgroundColor);
  const isEnough = contrast >= leastContrast;
  // Cut, not rounded: 4.49 is less than 4.5.
  const told = (Math.floor(contrast * 10) / 10).toFixed(1);
  says.classList.toggle('bad', !isEnough);
  says.textContent = isEnough
    ? `${told} : 1 on this page, which reads well.`
    : `${told} : 1 on this page: too little to be read, which needs ${leastContrast} : 1.`;
}

/** @param accent - `#rrggbb`; @param surface - `rgb(…)`, as a browser computes it */
export function contrastOf(accent: string, surface: string): number {
  const front = [1, 3, 5].map((at) => parseInt(accent.slice(at, at + 2), 16));
  const back = (surface.match(/[\d.]+/g) ?? []).map(Number);
  const [light = 0, dark = 0] = [luminance(front), luminance(back)].sort((one, other) => other - one);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance of sRGB, 0 to 1. https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
