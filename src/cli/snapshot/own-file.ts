/// <reference types="node" />
import { randomUUID } from 'node:crypto';
import { open, readFile, realpath, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';

interface Lock {
  /** Names the writer, and its temporary file. */
  token: string;
  pid: number;
  host: string;
}

/** A writer that did not touch its lock for so long is gone: its machine may be another one, or its number taken. */
const staleAfter = 10 * 60_000;
const heartbeat = 60_000;
/** One that was killed while it took its lock. */
const emptyAfter = 10_000;

/**
 * A file that one process at a time writes, and always whole: a lock file beside it keeps others out, and what is
 * written replaces it at once. Whoever is killed leaves the old file or the new one.
 */
export class OwnFile {
  readonly #lock: Lock = { token: randomUUID(), pid: process.pid, host: hostname() };
  #beat: NodeJS.Timeout | undefined;
  #writing = Promise.resolve();

  private constructor(readonly path: string) {}

  /** @throws where another process is writing it, or its folder cannot be written */
  static async open(path: string): Promise<OwnFile> {
    const file = new OwnFile(await realpath(path).catch(() => path));
    await file.#take();
    return file;
  }

  /** Undefined when there is none. */
  async read(): Promise<string | undefined> {
    return readFile(this.path, 'utf8').catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    });
  }

  /** @throws where it could not be written; then it is as it was */
  write(text: string): Promise<void> {
    const writing = this.#writing.then(() => this.#write(text));
    this.#writing = writing.catch(() => undefined);
    return writing;
  }

  async close(): Promise<void> {
    clearInterval(this.#beat);
    const lock = await readLock(this.#lockPath);
    if (lock?.token === this.#lock.token) await rm(this.#lockPath, { force: true });
  }

  get #lockPath(): string {
    return `${this.path}.lock`;
  }

  async #write(text: string): Promise<void> {
    const lock = await readLock(this.#lockPath);
    if (lock?.token !== this.#lock.token) throw new Error(`another snapshot has taken over ${this.path}`);
    const draft = draftPath(this.path, this.#lock);
    const old = await stat(this.path).catch(() => undefined);
    try {
      const file = await open(draft, 'w', old?.mode);
      try {
        await file.writeFile(text);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, this.path);
    } catch (cause) {
      await rm(draft, { force: true });
      throw new Error(`${this.path} could not be written and is as it was: ${(cause as Error).message}`, {
        cause,
      });
    }
  }

  async #take(): Promise<void> {
    const text = JSON.stringify(this.#lock);
    try {
      await writeFile(this.#lockPath, text, { flag: 'wx' });
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') {
        if (codeOf(error) === 'ENOSPC') await rm(this.#lockPath, { force: true }); // made, but empty
        throw error;
      }
      const other = await readLock(this.#lockPath);
      if (!(await isStale(this.#lockPath, other))) {
        const who = other ? `process ${other.pid} on ${other.host}` : 'it has just begun';
        throw new Error(`another snapshot is writing ${this.path} (${who}; its lock is ${this.#lockPath})`, {
          cause: error,
        });
      }
      if (other) await rm(draftPath(this.path, other), { force: true });
      // Two that come at the same time both do this; the one whose lock is replaced finds out when it writes.
      await writeFile(`${this.#lockPath}.${this.#lock.token}`, text);
      await rename(`${this.#lockPath}.${this.#lock.token}`, this.#lockPath);
    }
    const touch = () => void utimes(this.#lockPath, new Date(), new Date()).catch(() => undefined);
    this.#beat = setInterval(touch, heartbeat).unref();
  }
}

function draftPath(path: string, { token }: Lock): string {
  return `${path}.${token}.tmp`;
}

async function readLock(path: string): Promise<Lock | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Lock;
  } catch {
    return undefined; // gone, or being written
  }
}

async function isStale(path: string, lock: Lock | undefined): Promise<boolean> {
  if (lock?.host === hostname() && !isAlive(lock.pid)) return true;
  const touched = await stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
  return Date.now() - touched > (lock ? staleAfter : emptyAfter);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

export function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
