export interface RecordedRequest {
  method: string;
  /** Without the world's prefix and the query. */
  path: string;
  /** As sent, without the question mark. */
  query: string;
  /** The body of the request. */
  posted: string;
  headers: Record<string, string>;
  /** 0 until the answer's first byte. */
  status: number;
  /** Whether the client went away before the answer was complete. */
  aborted: boolean;
  /** Bytes of the body that left for the client. */
  bytesSent: number;
}

export interface Recorded {
  requests: RecordedRequest[];
  /** How many requests were open at once at most. */
  maxOpen: number;
}

/**
 * What to wait for: at least so many requests seen or aborted, at most so many open. Those that only ask for leave to
 * send another (CORS) are not seen: whoever waits for a question would go on before it is there.
 */
export interface Until {
  requests?: number;
  aborted?: number;
  open?: number;
  /** Milliseconds before waiting is given up; default 10000. */
  within?: number;
}

/** What happened to a world: its requests, in the order they came. */
export class RequestRecord {
  #requests: RecordedRequest[] = [];
  #open = 0;
  #maxOpen = 0;
  #waiting = new Set<() => void>();

  begin(request: Pick<RecordedRequest, 'method' | 'path' | 'query' | 'posted' | 'headers'>): RecordedRequest {
    const entry = { ...request, status: 0, aborted: false, bytesSent: 0 };
    this.#requests.push(entry);
    this.#open += 1;
    this.#maxOpen = Math.max(this.#maxOpen, this.#open);
    this.#changed();
    return entry;
  }

  end(): void {
    this.#open -= 1;
    this.#changed();
  }

  copy(): Recorded {
    return { requests: structuredClone(this.#requests), maxOpen: this.#maxOpen };
  }

  /** Rejects when time is up, and says what was there instead. */
  wait({ within = 10_000, ...until }: Until): Promise<void> {
    return new Promise((resolve, reject) => {
      const check = () => {
        if (!this.#reached(until)) return;
        clearTimeout(timer);
        this.#waiting.delete(check);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(check);
        reject(
          new Error(
            `waited ${within} ms for ${JSON.stringify(until)}, found ${JSON.stringify(this.#counts())}`,
          ),
        );
      }, within);
      this.#waiting.add(check);
      check();
    });
  }

  #reached({ requests = 0, aborted = 0, open = Infinity }: Until): boolean {
    const counts = this.#counts();
    return counts.requests >= requests && counts.aborted >= aborted && counts.open <= open;
  }

  #counts(): { requests: number; aborted: number; open: number } {
    const requests = this.#requests.filter(({ method }) => method !== 'OPTIONS').length;
    const aborted = this.#requests.filter((request) => request.aborted).length;
    return { requests, aborted, open: this.#open };
  }

  #changed(): void {
    for (const check of [...this.#waiting]) check();
  }
}
