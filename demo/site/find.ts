/**
 * An element of this page.
 *
 * @throws Error when there is none of this kind: page and script do not fit each other
 */
export function find<Kind extends HTMLElement = HTMLElement>(
  selector: string,
  kind: new () => Kind = HTMLElement as unknown as new () => Kind,
): Kind {
  const found = document.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`the page should have a ${kind.name} at ${selector}`);
}
