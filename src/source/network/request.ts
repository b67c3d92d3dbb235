import { FigshareError, type ErrorKind } from '../../figshare/error.js';
import { linkedController, stopIfAborted } from './abort.js';

export interface RequestErrorDetails extends ErrorOptions {
  url?: string;
  /** Milliseconds the source asks to wait; undefined where it does not say. */
  retryAfter?: number | undefined;
}

/** A source that could not be reached, or answered, but not with an answer. */
export class RequestError extends FigshareError {
  constructor(
    kind: ErrorKind,
    message: string,
    readonly details: RequestErrorDetails,
  ) {
    super(kind, message, details);
  }
}

export interface JsonBody {
  body: unknown;
  /** Length of the text, in characters. */
  size: number;
  /** Milliseconds since figshare gave it; 0 where nobody says. */
  age: number;
  /** A relay marks its last good answer so, when it could have no newer one. */
  isStale: boolean;
}

type AskInit = Omit<RequestInit, 'headers'> & { headers?: Record<string, string> };

export interface RequestOptions {
  /** Milliseconds until the whole body has to be there. */
  timeout: number;
  /** A larger body is no answer of figshare's: it is refused without being read to its end. */
  maxBytes: number;
  /** JSON, to be sent by POST. */
  body?: string | undefined;
  /** For messages; the address's host, where nobody says. */
  sender?: string | undefined;
  /** How a program asks, instead of a page. */
  init?: AskInit | undefined;
}

/** A simple request: no credentials, no referrer, no header of our own, so no preflight, unless it has a body. */
const fromPage: AskInit = { credentials: 'omit', referrerPolicy: 'no-referrer' };

/**
 * Asks once.
 *
 * @throws FigshareError; the signal's reason when that aborts
 */
export async function requestJson(
  url: string,
  signal: AbortSignal,
  { timeout, maxBytes, body, sender: host = new URL(url).host, init = fromPage }: RequestOptions,
): Promise<JsonBody> {
  stopIfAborted(signal); // a page's own `fetch` may not look at it
  const request = linkedController(signal);
  let end = () => request.abort(); // a body that nobody wants any more
  let isLate = false;
  const timing = setTimeout(() => {
    isLate = true;
    request.abort();
  }, timeout);
  try {
    const response = await fetch(url, {
      ...init,
      signal: request.signal,
      ...(body !== undefined && {
        method: 'POST',
        body,
        headers: { ...init.headers, 'content-type': 'application/json' },
      }),
    });
    // A refusal is read to its end too: Chromium repeats the request after one that was cut off.
    const text = await textOf(response, host, maxBytes);
    // A page that looks at all requests may still read its own copy.
    end = request.letGo;
    if (response.status !== 200) throw refusal(response, host);
    return {
      body: parseJson(text, host),
      size: text.length,
      age: ageOf(headerOf(response, 'age')),
      isStale: headerOf(response, 'x-figshare-stale') !== undefined,
    };
  } catch (cause) {
    stopIfAborted(signal);
    if (cause instanceof FigshareError) throw cause;
    const what = isLate ? 'did not answer in time' : 'could not be reached';
    throw new RequestError('unreachable', `${host} ${what}`, { url, cause });
  } finally {
    clearTimeout(timing);
    end();
  }
}

/** A page may have put something in place of `fetch` whose answers have no headers. */
function headerOf({ headers }: { headers?: Headers }, name: string): string | undefined {
  return headers?.get(name) ?? undefined;
}

/** Or no stream. */
async function textOf(response: Response, host: string, maxBytes: number): Promise<string> {
  if (response.body) return readText(response.body, host, maxBytes);
  const text = await response.text();
  if (text.length > maxBytes) throw tooLong(host, maxBytes);
  return text;
}

/**
 * @param sender - for the message
 * @throws FigshareError `bad-data`: more than `maxBytes`, which are then not read
 */
export async function readText(
  body: ReadableStream<Uint8Array> | null,
  sender: string,
  maxBytes: number,
): Promise<string> {
  let bytes = 0;
  let text = '';
  const decoder = new TextDecoder();
  const reader = body?.getReader();
  for (let chunk = await reader?.read(); chunk?.value; chunk = await reader?.read()) {
    bytes += chunk.value.byteLength;
    if (bytes > maxBytes) {
      void reader?.cancel();
      throw tooLong(sender, maxBytes);
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
  return text + decoder.decode();
}

function tooLong(sender: string, maxBytes: number): FigshareError {
  return new FigshareError('bad-data', `${sender} sent more than ${maxBytes} bytes`);
}

function parseJson(text: string, host: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new FigshareError('bad-data', `${host} did not answer JSON`, { cause });
  }
}

function refusal(response: Response, host: string): RequestError {
  const { status } = response;
  const [kind, message] = meaningOf(status);
  const retryAfter = waitOf(headerOf(response, 'retry-after'));
  return new RequestError(kind, `${host} ${message} (status ${status})`, { retryAfter });
}

function meaningOf(status: number): [ErrorKind, string] {
  if (status === 202 || status === 429) return ['busy', 'asks to come back later'];
  if (status === 401 || status === 403) return ['forbidden', 'wants credentials: they belong in a relay'];
  if (status >= 500) return ['unavailable', 'failed'];
  if (status === 400) return ['invalid', 'refuses the question'];
  if (status >= 400) return ['not-found', 'does not know what was asked'];
  return ['bad-data', 'did not answer'];
}

/** Milliseconds. `Age` holds seconds; cross-origin it can be read only where the source exposes it. */
function ageOf(header = ''): number {
  return /^\d{1,9}$/.test(header) ? Number(header) * 1000 : 0;
}

/** Milliseconds. `Retry-After` holds seconds or a date; cross-origin it can be read only where the source exposes it. */
export function waitOf(header = ''): number | undefined {
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  const wait = /^[a-z]/i.test(header) ? Date.parse(header) - Date.now() : NaN;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
