/** Screens are scrolled faster than numbers arrive, so asking starts a little before an element is seen. */
const rootMargin = '200px';

const waiting = new Map<Element, () => void>();
let observer: IntersectionObserver | undefined;

/**
 * Calls back once, when an element comes near the viewport or the page is about to be printed. One observer
 * serves the whole page.
 *
 * @returns stops waiting
 */
export function whenNear(element: Element, callback: () => void): () => void {
  observer ??= observe();
  waiting.set(element, callback);
  observer.observe(element);
  return () => leave(element);
}

function observe(): IntersectionObserver {
  addEventListener('beforeprint', () => [...waiting.keys()].forEach(arrive));
  return new IntersectionObserver(
    (entries) => entries.filter((entry) => entry.isIntersecting).forEach((entry) => arrive(entry.target)),
    { rootMargin },
  );
}

function arrive(element: Element): void {
  const callback = waiting.get(element);
  leave(element);
  callback?.();
}

function leave(element: Element): void {
  observer?.unobserve(element);
  waiting.delete(element);
}
