import type { SnapshotFile } from '../source/snapshot-file.js';

/** A relay: what `Deno.serve`, `Bun.serve` and a worker's `export default` take. */
export interface Relay {
  /**
   * @param context - of the platform, where it has one: it keeps work going after the answer was sent (Workers)
   */
  fetch: (request: Request, environment?: unknown, context?: RequestLifetime) => Response | Promise<Response>;
  /** What a server may send again without asking `fetch`: Node's does. */
  repeats: {
    /** The answer behind a response; undefined where the next one may be told something else. */
    of: (response: Response) => Repeat | undefined;
    /** The one site that a request's answer names as its reader; empty where it names all or none. */
    reader: (origin: string | undefined) => string;
  };
}

/** An answer that a server may send again by itself, to whoever asks for its path by GET. */
export interface Repeat {
  /** With its query, as the relay writes it: whoever writes it in another way asks the relay. */
  readonly path: string;
  readonly text: string;
  /** In seconds; undefined where the relay would tell something else by now. */
  readonly age: number | undefined;
  /** The headers that change with its age. */
  readonly headers: Record<string, string>;
  /** Tells the log that it was sent. */
  log: () => void;
}

/** Keeps a request's work going after its answer was sent, where the platform would stop it. */
export interface RequestLifetime {
  waitUntil: (work: Promise<unknown>) => void;
}

export interface RelayOptions {
  /** Address of the statistics service. */
  upstream?: string | undefined;
  /** This relay's own address as readers see it, where a proxy has it under a path; else it is the host asked. */
  baseUrl?: string | undefined;
  /** Answers that are told first, while they are new enough; a function tells the snapshot as it is now. */
  snapshot?: SnapshotFile | (() => SnapshotFile | undefined) | undefined;
  /** Origins whose pages may read the answers; all of them where there is none, or `*`. */
  allowOrigin?: readonly string[] | undefined;
  /** `user:password`, by slug of an institution. */
  credentials?: ReadonlyMap<string, string> | undefined;
  /** Milliseconds for one request to the service. */
  timeout?: number | undefined;
  /** Requests to the service at once, in a second, and waiting for their turn; milliseconds they wait. */
  concurrency?: number | undefined;
  perSecond?: number | undefined;
  waiting?: number | undefined;
  maxWait?: number | undefined;
  /** How long answers are kept, in milliseconds. */
  lifetimes?: Partial<Lifetimes> | undefined;
  /** Bytes of all answers that are kept. */
  memory?: number | undefined;
  /** Without it, a PNG is answered by 501, in words. The package's own `createRelay` and worker have one. */
  drawPng?: DrawPng | undefined;
  /** Likewise: what the embed page loads. Without it, that page shows words alone. */
  pageFiles?: LoadPageFiles | undefined;
  /** Told by `/healthz`. */
  version?: string | undefined;
  log?: ((line: LogLine) => void) | undefined;
  now?: (() => number) | undefined;
}

/** Draws an SVG image as PNG, with so many pixels for each of the SVG's. */
export type DrawPng = (svg: string, scale: number) => Promise<Uint8Array>;

/** Gets the scripts and the style sheet of the embed page, by name. */
export type LoadPageFiles = () => Promise<ReadonlyMap<string, string>>;

/** Milliseconds. */
export interface Lifetimes {
  /** An answer is as good as new. */
  fresh: number;
  /** After that it is still told at once, while a newer one is asked for. Later, only when there is no newer one. */
  stale: number;
  /** After a failure the same question is left alone. */
  failurePause: number;
}

/** One request, as it is logged: nothing about who asked, and nothing of what was posted. */
export interface LogLine {
  time: string;
  method: string;
  /** With its query where it was recognised; cut short where it was not. */
  path: string;
  status: number;
  ms: number;
  /** Where the answer came from. */
  cache: string;
}
