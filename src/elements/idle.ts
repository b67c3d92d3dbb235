/** Resolves when the page has painted and has nothing better to do, or after half a second. */
export function idle(): Promise<unknown> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(resolve, { timeout: 500 });
    else setTimeout(resolve, 50); // WebKit
  });
}
