import { inView, parentOf } from './in-view.js';

/** Screens are scrolled faster than numbers arrive, so asking starts a little before an element is seen. */
const rootMargin = '200px';

/** The least part of an element that counts as seen; 0 is reported, too, where an element only touches the edge. */
const threshold = [0, 0.0001];

const waiting = new Map<Element, (isNear: boolean) => void>();
/** Those that came in this task, to be looked at together. */
const newcomers = new Set<Element>();
/** What is observed in place of an element that has no box (`display: contents`). */
const surroundings = new Map<Element, Element>();
let observer: IntersectionObserver | undefined;

/**
 * Calls back once, when an element comes near the viewport or the page is about to be printed; at once, where that
 * cannot be told. One observer serves the whole page, a frame later; whoever cannot wait so long is looked at in this
 * task already, together with all others, and is called back, too, where it is out of view.
 *
 * @returns stops waiting
 */
export function whenNear(
  element: Element,
  callback: (isNear: boolean) => void,
  { isUrgent = false }: { isUrgent?: boolean } = {},
): () => void {
  waiting.set(element, callback);
  if (isUrgent && canLook(element)) {
    if (newcomers.size === 0) queueMicrotask(lookAtNewcomers);
    newcomers.add(element);
  } else wait(element);
  return () => leave(element);
}

/**
 * While a page is parsed its elements come one by one, and each look would be a layout of its own. In a frame, boxes do
 * not tell what the page around shows of it; in a hidden tab nothing is in view. WebKit's box of what is in a line and
 * not drawn yet stands at the corner of what is around it.
 */
function canLook({ ownerDocument }: Element): boolean {
  return (
    ownerDocument === document &&
    document.readyState !== 'loading' &&
    document.visibilityState === 'visible' &&
    window.top === window &&
    !isWebKit()
  );
}

function isWebKit(): boolean {
  return navigator.vendor.startsWith('Apple');
}

function lookAtNewcomers(): void {
  const all = [...newcomers];
  newcomers.clear();
  const seen = new Set(inView(all));
  for (const element of all) {
    if (seen.has(element)) arrive(element);
    else {
      waiting.get(element)?.(false);
      wait(element);
    }
  }
}

function wait(element: Element): void {
  try {
    observer ??= observe();
    observer.observe(element);
  } catch {
    arrive(element); // no observer, as in the DOMs of unit tests
  }
}

function observe(): IntersectionObserver {
  addEventListener('beforeprint', () => [...waiting.keys()].forEach(arrive));
  return new IntersectionObserver((entries) => entries.forEach(look), { rootMargin, threshold });
}

function look(entry: IntersectionObserverEntry): void {
  const { target } = entry;
  if (isSeen(entry)) {
    if (waiting.has(target)) arrive(target);
    [...surroundings].filter(([, box]) => box === target).forEach(([element]) => arrive(element));
  } else if (waiting.has(target) && !surroundings.has(target)) {
    const box = boxAround(target);
    if (!box || box === target) return;
    surroundings.set(target, box);
    observer?.observe(box);
  }
}

/** In an accordion of height 0 an element touches the viewport, and none of it is seen. */
function isSeen({
  isIntersecting,
  intersectionRatio,
  intersectionRect,
  boundingClientRect,
}: IntersectionObserverEntry) {
  const isWhole =
    intersectionRect.width === boundingClientRect.width &&
    intersectionRect.height === boundingClientRect.height;
  return isIntersecting && (intersectionRatio > 0 || isWhole);
}

function boxAround(element: Element): Element | null {
  let box: Element | null = element;
  while (box && getComputedStyle(box).display === 'contents') box = parentOf(box);
  return box;
}

function arrive(element: Element): void {
  const callback = waiting.get(element);
  leave(element);
  callback?.(true);
}

function leave(element: Element): void {
  observer?.unobserve(element);
  waiting.delete(element);
  newcomers.delete(element);
  const box = surroundings.get(element);
  surroundings.delete(element);
  if (box && !waiting.has(box) && ![...surroundings.values()].includes(box)) observer?.unobserve(box);
}
