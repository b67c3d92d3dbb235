import { perLocale } from '../format/per-locale.js';

const listeners = new Set<() => void>();
const observed = new WeakSet<Node>();
let observer: MutationObserver | undefined;

/**
 * The locale that counts for an element: its own `lang` or the nearest one up the tree, across shadow roots;
 * else the browser's; else English. Languages that Intl does not know are passed over.
 */
export function localeOf(element: Element): string {
  return [nearestLang(element), navigator.language].find(isKnown) ?? 'en';
}

/**
 * Calls back when a `lang` changes anywhere in the page, or in a shadow root around the element. One observer
 * serves all elements.
 *
 * @returns stops listening
 */
export function onLangChange(element: Element, listener: () => void): () => void {
  observer ??= new MutationObserver(() => listeners.forEach((one) => one()));
  for (let root = element.getRootNode(); ; root = root.host.getRootNode()) {
    if (!observed.has(root)) observer.observe(root, { subtree: true, attributeFilter: ['lang'] });
    observed.add(root);
    if (!(root instanceof ShadowRoot)) break;
  }
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function nearestLang(element: Element): string | undefined {
  const holder = element.closest('[lang]:not([lang=""])');
  if (holder) return holder.getAttribute('lang')?.replaceAll('_', '-');
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? nearestLang(root.host) : undefined;
}

function isKnown(locale: string | undefined): locale is string {
  return !!locale && isSupported(locale);
}

const isSupported = perLocale((locale) => {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale).length > 0;
  } catch {
    return false; // Intl throws at what is no language tag at all
  }
});
