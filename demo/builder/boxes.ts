/** What is copied: a box for each text of the recipe, with its button. */
import { copyText } from '../site/copy.js';
import { recipes, release } from 'virtual:snippets';
import type { Choice } from '../snippets/choice.js';
import { fill, fillingOf } from '../snippets/fill.js';
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
  find('#boxes').replaceChildren(
    ...boxes.map((one) => box(one.title, one.text, one === main, boxes.length > 1)),
  );
  const wasRun =
    recipe.tested === 'not run' ? 'Not run: written from its documentation.' : `Run in ${recipe.tested}.`;
  find('#strips').replaceChildren(...toInlineText(`${recipe.strips} ${wasRun}`));
  find('#recipe', HTMLAnchorElement).href = `../places/${recipe.name}/`;
  find('#version').textContent = release.version;
}

/** @param isMain - of a recipe with several, the one that is pasted each time */
export function box(title: string, text: string, isMain: boolean, hasTitle = true): HTMLElement {
  const holder = document.createElement('div');
  const row = document.createElement('div');
  row.className = 'row';
  const plain = title.replaceAll('`', '');
  const heading = document.createElement('h3');
  heading.append(...toInlineText(title));
  const button = document.createElement('button');
  button.type = 'button';
  button.className = isMain ? 'main' : 'quiet';
  button.textContent = 'Copy';
  if (!isMain) button.setAttribute('aria-label', `Copy: ${plain}`);
  const pre = document.createElement('pre');
  pre.tabIndex = 0;
  pre.setAttribute('role', 'region');
  pre.setAttribute('aria-label', plain);
  const code = document.createElement('code');
  code.textContent = text;
  pre.append(code);
  heading.hidden = !hasTitle;
  row.append(heading, button);
  button.addEventListener('click', () => {
    getSelection()?.selectAllChildren(code);
    void copyText(text, button, plain);
  });
  holder.append(row, pre);
  return holder;
}
