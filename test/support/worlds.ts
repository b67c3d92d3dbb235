/** Worlds of the stand-in for tests that run in a page: each test has one of its own, controlled over HTTP. */
import type { Fault, Recorded, Settings } from './stand-in.js';
import type { Until } from './stand-in/record.js';

export interface PageWorld {
  /** Base address, without a closing slash: what goes into `source`. */
  readonly url: string;
  /** Merges: items, groups and credentials entry by entry. Gives what holds now. */
  settings(change: Partial<Settings>): Promise<Settings>;
  /** Replaces all faults. */
  faults(...faults: Fault[]): Promise<void>;
  /** The requests so far, in the order they came. */
  record(): Promise<Recorded>;
  /** Waits for requests seen, aborted or still open. Rejects when they do not come. */
  wait(until: Until): Promise<Recorded>;
  /** Lets the requests that hang now go on; later ones hang again. */
  release(): Promise<void>;
}

const standIn = document.querySelector<HTMLMetaElement>('meta[name="stand-in"]')!.content;

/** A fresh world, that no other test and no other browser knows. */
export function world(): PageWorld {
  const url = `${standIn}/w/${crypto.randomUUID()}`;

  async function control<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(url + path, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const answer = (await response.json()) as Answer & { message?: string };
    if (!response.ok) throw new Error(answer.message);
    return answer;
  }

  return {
    url,
    settings: (change) => control('PUT', '/_settings', change),
    faults: (...faults) => control('PUT', '/_faults', faults),
    record: () => control('GET', '/_record'),
    wait: (until) => {
      const query = Object.entries(until).map(([name, value]) => `${name}=${value}`);
      return control('GET', `/_wait?${query.join('&')}`);
    },
    release: () => control('PUT', '/_release'),
  };
}
