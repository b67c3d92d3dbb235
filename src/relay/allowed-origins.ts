import { invalid } from '../figshare/error.js';

/** Pages that may read what the relay answers. */
export class AllowedOrigins {
  readonly #isAny: boolean;
  readonly #origins: ReadonlySet<string>;

  /** @throws FigshareError `invalid`: something that is neither `*` nor an origin such as `https://www.example.edu` */
  constructor(list: readonly string[]) {
    this.#isAny = list.length === 0 || list.includes('*');
    this.#origins = new Set(list.filter((entry) => entry !== '*').map(originOf));
  }

  /** The headers of every answer, errors too, so that an element can tell them apart. */
  headers(origin: string | undefined): Record<string, string> {
    const exposed = { 'access-control-expose-headers': 'Age, Retry-After, X-Figshare-Stale' };
    if (this.#isAny) return { 'access-control-allow-origin': '*', ...exposed };
    const isAllowed = origin !== undefined && this.#origins.has(origin);
    return { vary: 'Origin', ...(isAllowed && { 'access-control-allow-origin': origin, ...exposed }) };
  }
}

function originOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && /^\/?$/.test(text.slice(url.origin.length))) return url.origin;
  throw invalid('allow-origin', '* or origins such as https://www.example.edu', text);
}
