/** What is copied: a box for each text of the recipe, with its button. */
import { recipes, release } from 'virtual:snippets';
import type { Choice } from '../snippets/choice.js';
import { fill, fillingOf } from '../snippets/fill.js';
import { accentSheet } from '../snippets/markup.js';
import { takesAccent } from './accent.js';
import { box } from './box.js';
import { toInlineText } from './inline-text.js';
import { find } from '../site/find.js';

export const recipeOf = ({ place }: Choice) => recipes.find(({ name }) => name === place) ?? recipes[0]!;

export function showBoxes(choice: Choice): void {
  const recipe = recipeOf(choice);
  find('#snippet-name').textContent = `For ${recipe.title}`;
  const filling = fillingOf(choice, release);
  const boxes = recipe.boxes.map(({ when, title, text }) => ({ when, title, text: fill(text, filling) }));
  // What is done each time is what one has come for.
  const main = boxes.find(({ when }) => when === 'each');
  const sheet = takesAccent(recipe) ? accentSheet(choice) : '';
  find('#boxes').replaceChildren(
    ...boxes.map((one) => box(one.title, one.text, one === main)),
    ...(sheet ? [box('Once: its colour, into your style sheet', sheet, false)] : []),
  );
  const wasRun =
    recipe.tested === 'not run' ? 'Not run: written from its documentation.' : `Run in ${recipe.tested}.`;
  find('#strips').replaceChildren(...toInlineText(`${recipe.strips} ${wasRun}`));
  find('#recipe', HTMLAnchorElement).href = `../places/${recipe.name}/`;
  find('#version').textContent = release.version;
}
