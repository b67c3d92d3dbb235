const warned = new Set<string>();

/** Tells the page's author what is wrong: once per cause and page, however many elements meet it. */
export function warnOnce(tag: string, cause: string): void {
  if (warned.has(cause)) return;
  warned.add(cause);
  console.warn(`<${tag}> ${cause}`);
}
