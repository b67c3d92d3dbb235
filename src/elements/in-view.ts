/** A part of the page in CSS pixels from the viewport's corner. */
interface Part {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/**
 * Those of some elements that are in view, as far as boxes tell without a drawn frame. All boxes are read in one go, so
 * that the page is laid out once. What is not certain counts as out of view.
 */
export function inView(elements: readonly Element[]): Element[] {
  const shown = new Map<Element, Part>();
  return elements.filter((element) => {
    const box = element.getBoundingClientRect();
    const around = parentOf(element);
    return around && touches(box, shownOf(around, shown)) && isRendered(element);
  });
}

/** In closed details there are boxes, too, and nobody sees them. Browsers of before 2023 do not tell. */
function isRendered(element: Element): boolean {
  return 'checkVisibility' in element && element.checkVisibility();
}

/** The element around another one, across shadow roots. */
export function parentOf(element: Element): Element | null {
  const root: Node = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/** What is left of the viewport where an element and those around it cut off what they hold. */
function shownOf(element: Element, shown: Map<Element, Part>): Part {
  const known = shown.get(element);
  if (known) return known;
  // What the body cuts off is what the viewport does.
  const around = element === document.body ? null : parentOf(element);
  const outer = around ? shownOf(around, shown) : viewport();
  const cuts = around && getComputedStyle(element).overflow !== 'visible';
  const part = cuts ? common(outer, element.getBoundingClientRect()) : outer;
  shown.set(element, part);
  return part;
}

function viewport(): Part {
  return { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
}

function common(one: Part, other: Part): Part {
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  };
}

/** An element that is not drawn yet has no width. */
function touches(box: Part, { left, top, right, bottom }: Part): boolean {
  return box.top < bottom && box.bottom > top && box.left < right && box.right >= left;
}
