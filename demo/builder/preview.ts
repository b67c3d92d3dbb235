/** The thing itself, alive, on the kind of page that was chosen. */
import type { Choice } from '../snippets/choice.js';
import { attributesOf, tagOf } from '../snippets/markup.js';

/** A sentence with room for a badge, and what stands alone beside words of its own. */
const sentences = {
  en: ['The data behind this paper ', ' are on figshare, with the code that made the figures.'],
  ar: ['بيانات هذا البحث ', ' متاحة على figshare، مع الشيفرة التي رسمت الأشكال.'],
} as const;

const inSentence = (choice: Choice) =>
  (choice.show === 'badge' || choice.show === 'count' || choice.show === 'timeline') &&
  choice.look !== 'chart';

/** @param source - who is asked here, whatever the page that it is for will ask */
export function showPreview(stage: HTMLElement, choice: Choice, source: string): void {
  const isArabic = choice.on === 'arabic';
  stage.className = `stage ${choice.on}`;
  stage.lang = isArabic ? 'ar' : 'en';
  stage.dir = isArabic ? 'rtl' : 'ltr';
  const attributes = new Map(attributesOf(choice)).set('source', source).set('loading', 'eager');
  const known = stage.querySelector(tagOf(choice));
  const key = `${inSentence(choice)} ${isArabic} ${tagOf(choice)}`;
  // The same element goes on: what it has asked already it does not ask again.
  const element = known && stage.dataset['key'] === key ? known : document.createElement(tagOf(choice));
  for (const name of element.getAttributeNames()) if (!attributes.has(name)) element.removeAttribute(name);
  for (const [name, value] of attributes)
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  if (element === known && element.isConnected && stage.dataset['key'] === key) return;
  stage.dataset['key'] = key;
  const [before, after] = sentences[isArabic ? 'ar' : 'en'];
  const paragraph = document.createElement('p');
  if (inSentence(choice)) {
    paragraph.append(before, element, after);
    stage.replaceChildren(paragraph);
  } else stage.replaceChildren(element);
}
