/** Whether something stands between an element's tags; what is in a slot of its own is no fallback. */
export function hasFallback({ childNodes }: Element): boolean {
  for (const node of childNodes) {
    if (node instanceof Element ? !node.slot : node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim())
      return true;
  }
  return false;
}
