/**
 * A function that finds out a thing of the page once for all elements that are drawn in one go, and anew for the next.
 *
 * @param make - what it is just now
 */
export function onceATurn<Value>(make: () => Value): () => Value {
  let kept: { value: Value } | undefined;
  return () => {
    if (!kept) queueMicrotask(() => (kept = undefined));
    kept ??= { value: make() };
    return kept.value;
  };
}
