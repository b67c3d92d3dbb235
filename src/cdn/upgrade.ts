import { elementNames, readData, readLink, type Placeholder } from '../figshare/placeholder.js';
import { warnOnce } from '../elements/warn.js';

const tags = elementNames.map((name) => `figshare-${name}`);
const placeholders = tags.map((tag) => `div[data-${tag}], span[data-${tag}]`).join();
const candidates = `a[href*="#figshare-"], ${placeholders}`;

/** What our own elements hold, and what somebody is writing, stays as it is. */
const closed = `${tags.join()}, [contenteditable]:not([contenteditable="false"])`;

/** Roots of frameworks that render a page on a server and take it over in the browser. */
const hydrated =
  '#__next, #__nuxt, #___gatsby, [data-reactroot], [data-server-rendered], astro-island[ssr], [ng-server-context]';

const done = new WeakSet<Element>();

/** Makes elements of the links and placeholders on the page, and of those that come later. */
export async function upgradePage(): Promise<void> {
  await parsed();
  // A framework that finds another page than it has rendered throws it away.
  if (document.querySelector(hydrated)) await idle();
  upgradeIn(document);
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      if (target instanceof Element) upgrade(target);
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        upgrade(node);
        upgradeIn(node);
      }
    }
  }).observe(document, {
    childList: true,
    subtree: true,
    attributeFilter: ['href', ...tags.map((tag) => `data-${tag}`)],
  });
}

function upgradeIn(root: ParentNode): void {
  root.querySelectorAll(candidates).forEach(upgrade);
}

function upgrade(holder: Element): void {
  if (done.has(holder) || !holder.matches(candidates) || holder.closest(closed)) return;
  if (!holder.isConnected || (holder as HTMLElement).isContentEditable) return;
  const isLink = holder instanceof HTMLAnchorElement;
  const asked = isLink ? readAnchor(holder) : readData(dataOf(holder));
  if (!asked) return;
  done.add(holder);
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
  const [page] = href.split('#');
  return page === location.href.split('#')[0] ? undefined : readLink(href);
}

const dataOf = ({ attributes }: Element) =>
  [...attributes]
    .filter(({ name }) => name.startsWith('data-'))
    .map(({ name, value }) => [name.slice('data-'.length), value] as const);

/**
 * Nothing can come of it but our tags with their own attributes.
 *
 * @param isStrict - whether all options are ours; others leave data of their own in a placeholder
 */
function elementOf({ name, attributes }: Placeholder, isStrict: boolean): Element {
  const tag = `figshare-${name}`;
  const { observedAttributes = [] } = customElements.get(tag) as { observedAttributes?: string[] };
  const element = document.createElement(tag);
  for (const [option, value] of attributes) {
    if (observedAttributes.includes(option) || option === 'lang') element.setAttribute(option, value);
    else if (isStrict) warnOnce(tag, `has no option "${option}"`);
  }
  return element;
}

/** Whether a link's words are its own address: nobody wants to read that. */
function isAddress({ textContent, href }: HTMLAnchorElement): boolean {
  const text = withoutScheme(textContent.trim());
  return /^[^\s/]+\.[^\s/]+\/\S+$/.test(text) && withoutScheme(href).startsWith(text);
}

const withoutScheme = (address: string) => address.replace(/^https?:\/\//, '');

const parsed = () =>
  new Promise<void>((resolve) => {
    if (document.readyState === 'loading')
      addEventListener('DOMContentLoaded', () => resolve(), { once: true });
    else resolve();
  });

/** When the page has loaded and has nothing else to do. */
async function idle(): Promise<void> {
  if (document.readyState !== 'complete')
    await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
  // Safari has no idle callbacks; a task later is what it has instead.
  const soon = globalThis.requestIdleCallback ?? setTimeout;
  await new Promise<void>((resolve) => soon(() => soon(() => resolve())));
}
