/** Faults that are no more than another status. */
const statusFaults = ['202', '400', '401', '403', '404', '429', '500', '502', '503'] as const;
const otherFaults = [
  'html',
  'hang',
  'hang-body',
  'drip',
  'reset',
  'half',
  'body',
  'large',
  'no-cors',
  'redirect',
] as const;
export type FaultName = (typeof statusFaults)[number] | (typeof otherFaults)[number];

export interface Fault {
  /** Path without the world's prefix and the query; the beginning of paths when it ends in `*`. */
  path: string;
  /** Only where the raw query holds this text. */
  query?: string;
  /** Only where the body of the request holds this text. */
  posted?: string;
  fault: FaultName | 202 | 400 | 401 | 403 | 404 | 429 | 500 | 502 | 503;
  /** Not before the world has had so many requests: others that a test relies on are there then. */
  after?: number;
  /** How often it happens before all is well again; always when missing. */
  times?: number;
  /** `Retry-After` of 429, 500, 502 and 503: seconds or a date; left out when missing. */
  retryAfter?: number | string;
  /** What `body` answers, as JSON … */
  body?: unknown;
  /** … or as text. */
  raw?: string;
  /** Status and content type of `body`; 200 and JSON when missing. */
  status?: number;
  type?: string;
  /** Size of `large`; 5 MB when missing. */
  bytes?: number;
  /** Where `redirect` goes: a path of the same world, or any address. */
  to?: string;
}

/** The faults of a world, in order: the first that fits happens. */
export class Faults {
  #list: Fault[] = [];

  /** Throws on a fault that does not exist, so that a misspelt test fails. */
  set(list: Fault[]): void {
    const names: string[] = [...statusFaults, ...otherFaults];
    for (const { path, fault } of list) {
      if (!names.includes(String(fault)))
        throw new Error(`no such fault: ${String(fault)}; there are ${names.join(', ')}`);
      if (typeof path !== 'string') throw new Error(`fault ${String(fault)} has no path`);
    }
    this.#list = list.map((fault) => ({ ...fault }));
  }

  /** The fault that a request meets, used up once. */
  take({ path, query, posted }: { path: string; query: string; posted: string }): Fault | undefined {
    const fault = this.#list.find(
      (entry) =>
        fits(entry.path, path) &&
        query.includes(entry.query ?? '') &&
        posted.includes(entry.posted ?? '') &&
        (entry.times ?? 1) > 0,
    );
    if (fault?.times !== undefined) fault.times -= 1;
    return fault;
  }
}

function fits(pattern: string, path: string): boolean {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}
