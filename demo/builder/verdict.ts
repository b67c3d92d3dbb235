/** Whether figshare, or another source, answers a page like this one: asked by this browser, told in words. */
export interface Verdict {
  isAnswered: boolean;
  /** Milliseconds. */
  took: number;
}

/** Asks the smallest question there is, as an element on a page would, and keeps nothing. */
export async function askWhetherItAnswers(source: string, kindAndId: string): Promise<Verdict> {
  const start = performance.now();
  const url = source.endsWith('.json') ? source : `${source.replace(/\/+$/, '')}/total/views/${kindAndId}`;
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: AbortSignal.timeout(10_000),
    });
    await response.json();
    return { isAnswered: response.ok, took: performance.now() - start };
  } catch {
    return { isAnswered: false, took: performance.now() - start }; // a browser does not say why
  }
}
