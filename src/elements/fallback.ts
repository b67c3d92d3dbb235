/** Whether something stands between an element's tags; what is in a slot of its own is no fallback. */
export function hasFallback({ firstChild }: Element): boolean {
  // The list of them, `childNodes`, would live as long as the element does.
  for (let node = firstChild; node; node = node.nextSibling) {
    if (node instanceof Element ? !node.slot : node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim())
      return true;
  }
  return false;
}
