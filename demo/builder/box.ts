import { copyText } from '../site/copy.js';
import { toInlineText } from './inline-text.js';

/**
 * A text to be copied, with its title and its button.
 *
 * @param isMain - of a recipe with several, the one that is pasted each time
 */
export function box(title: string, text: string, isMain: boolean): HTMLElement {
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
  pre.setAttribute('role', 'group');
  pre.setAttribute('aria-label', plain);
  const code = document.createElement('code');
  code.textContent = text;
  pre.append(code);
  row.append(heading, button);
  button.addEventListener('click', () => {
    getSelection()?.selectAllChildren(code);
    void copyText(text, button, plain);
  });
  holder.append(row, pre);
  return holder;
}
