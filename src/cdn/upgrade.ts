import type { PageElement } from '../elements/page-element.js';
import { elementNames, readData, readLink, type Placeholder } from '../figshare/placeholder.js';
import { warnOnce } from '../elements/warn.js';

const tags = elementNames.map((name) => `figshare-${name}`);
const marks = tags.map((tag) => `data-${tag}`);
const ours = tags.join();
const candidates = `a[href*="#figshare-"], :is(div, span):is([${marks.join('], [')}])`;

/** What our own elements hold, and what somebody is writing, stays as it is. */
const closed = `${ours}, [contenteditable]:not([contenteditable=false])`;

/** Roots of frameworks that render a page on a server and take it over in the browser. */
const hydrated =
  '#__next, #__nuxt, #___gatsby, [data-reactroot], [data-server-rendered], astro-island[ssr], [ng-server-context]';

/** Makes elements of the links and placeholders on the page, and of those that come later. */
export async function upgradePage(): Promise<void> {
  if (document.readyState === 'loading') await happened('DOMContentLoaded');
  // A framework that finds another page than it has rendered throws it away.
  if (document.querySelector(hydrated)) {
    if (document.readyState === 'interactive') await happened('load');
    await idle();
  }
  upgradeIn(document.documentElement);
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      upgrade(target);
      addedNodes.forEach(upgradeIn);
    }
  }).observe(document, {
    childList: true,
    subtree: true,
    attributeFilter: ['href', ...marks],
  });
}

function upgradeIn(root: Node): void {
  upgrade(root);
  if (root instanceof Element) root.querySelectorAll(candidates).forEach(upgrade);
}

function upgrade(holder: Node): void {
  if (!(holder instanceof HTMLElement) || !holder.isConnected) return;
  if (!holder.matches(candidates) || holder.closest(closed)) return;
  if (holder.querySelector(ours)) return; // it has been
  const isLink = holder instanceof HTMLAnchorElement;
  const asked = isLink ? readAnchor(holder) : readData(holder.attributes);
  if (!asked) return;
  const element = elementOf(asked, isLink);
  if (isLink) {
    if (isAddress(holder)) holder.textContent = 'Data on figshare';
    holder.replaceWith(element);
    element.append(holder);
  } else {
    element.append(...holder.childNodes);
    holder.append(element);
  }
}

/** A link on this page to this page is one of its own headings. */
function readAnchor({ href }: HTMLAnchorElement): Placeholder | undefined {
  return href.startsWith(`${location.href.split('#')[0]}#`) ? undefined : readLink(href);
}

/**
 * Nothing can come of it but our tags with their own attributes.
 *
 * @param isStrict - whether all options are ours; others leave data of their own in a placeholder
 */
function elementOf({ name, attributes }: Placeholder, isStrict: boolean): Element {
  const tag = `figshare-${name}`;
  const element = document.createElement(tag);
  const own = [...(element.constructor as typeof PageElement).observedAttributes, 'lang'];
  for (const [option, value] of attributes) {
    if (own.includes(option)) element.setAttribute(option, value);
    else if (isStrict) warnOnce(tag, `${option} is not known`);
  }
  return element;
}

/** Whether a link's words are its own address: nobody wants to read that. */
function isAddress({ textContent, href }: HTMLAnchorElement): boolean {
  const text = withoutScheme(textContent.trim());
  return text.includes('/') && withoutScheme(href).startsWith(text);
}

const withoutScheme = (address: string) => address.replace(/^https?:\/\//, '');

const happened = (type: string) => new Promise((resolve) => addEventListener(type, resolve));

/** When the page has nothing else to do. Safari has no idle callbacks; a task later is what it has instead. */
const idle = () => new Promise((resolve) => (window.requestIdleCallback ?? setTimeout)(resolve));
