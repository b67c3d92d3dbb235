import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from './answer.js';
import type { RecordedRequest } from './record.js';

/** One request and its answer, written piece by piece and kept on record. */
export class Exchange {
  /** Resolves when nothing more can be sent, whoever ended it. */
  readonly closed: Promise<void>;
  #response: ServerResponse;
  #entry: RecordedRequest;
  #isClosed = false;
  #cutByUs = false;

  constructor(
    readonly request: IncomingMessage,
    response: ServerResponse,
    entry: RecordedRequest,
  ) {
    this.#response = response;
    this.#entry = entry;
    // Browsers send a request again when a kept connection breaks, and faults would then be seen twice.
    response.shouldKeepAlive = false;
    this.closed = new Promise((resolve) => {
      response.once('close', () => {
        this.#isClosed = true;
        entry.aborted = !response.writableFinished && !this.#cutByUs;
        resolve();
      });
    });
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  async send({ status, body, headers }: Answer): Promise<void> {
    this.head(status, { ...headers, 'content-length': String(Buffer.byteLength(body)) });
    await this.write(body);
    this.end();
  }

  head(status: number, headers: Record<string, string>): void {
    if (this.#isClosed) return;
    this.#entry.status = status;
    this.#response.writeHead(status, headers);
    this.#response.flushHeaders();
  }

  /** Resolves once the system has taken the bytes, or the client is gone. */
  async write(text: string): Promise<void> {
    if (this.#isClosed || text === '') return;
    const taken = new Promise<void>((resolve) => {
      this.#response.write(text, (error) => {
        if (!error) this.#entry.bytesSent += Buffer.byteLength(text);
        resolve();
      });
    });
    await Promise.race([taken, this.closed]);
  }

  end(): void {
    if (!this.#isClosed) this.#response.end();
  }

  /** Ends the connection in the middle of an answer: politely, or as a crash would. */
  cut(how: 'close' | 'reset'): void {
    this.#cutByUs = true;
    if (how === 'close') this.#response.socket?.destroy();
    else this.#response.socket?.resetAndDestroy();
  }

  /** Shorter when the client leaves. */
  async pause(milliseconds: number): Promise<void> {
    if (milliseconds <= 0) return;
    let timer: NodeJS.Timeout | undefined;
    const over = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
    await Promise.race([over, this.closed]);
    clearTimeout(timer);
  }
}
