/**
 * A browser of any age, driven over the pipe of its developer tools. Libraries that drive browsers ask for what old ones do
 * not know.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { chromiumArgs } from '../support/system.mjs';

export interface Browser {
  /** `92.0.4512.0` */
  readonly version: string;
  open: (url: string) => Promise<Tab>;
  close: () => void;
}

export interface Tab {
  /** Runs a script in the page, and gives what it comes to. @throws where it throws there */
  evaluate: <Value>(script: string) => Promise<Value>;
  close: () => Promise<void>;
}

type Result = Record<string, unknown>;

interface Message {
  result?: Result;
  error?: { message: string };
}

export async function startBrowser(program: string): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'old-browser-'));
  const args = [
    '--headless',
    ...chromiumArgs,
    '--remote-debugging-pipe',
    '--lang=en-US',
    `--user-data-dir=${profile}`,
  ];
  const child = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    detached: true, // a group of its own, with what the system's script and the browser start
  });
  const [, , , input, output] = child.stdio as unknown as [null, null, null, Writable, Readable];
  const waiting = new Map<number, (message: Message) => void>();
  let unread = '';
  let count = 0;

  output.setEncoding('utf8').on('data', (part: string) => {
    const messages = (unread + part).split('\0');
    unread = messages.pop()!;
    for (const text of messages) {
      const message = JSON.parse(text) as Message & { id?: number };
      if (message.id !== undefined) waiting.get(message.id)?.(message);
    }
  });
  input.on('error', () => {}); // Its end is told by `exit`.
  child.once('exit', () => {
    rmSync(profile, { recursive: true, force: true });
    for (const tell of waiting.values()) tell({ error: { message: 'the browser ended' } });
  });

  function send(method: string, params: Result = {}, sessionId?: string): Promise<Result> {
    const id = (count += 1);
    return new Promise((resolve, reject) => {
      waiting.set(id, ({ result, error }) => {
        waiting.delete(id);
        if (result) resolve(result);
        else reject(new Error(`${method}: ${error?.message}`));
      });
      input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  async function open(url: string): Promise<Tab> {
    const { targetId } = await send('Target.createTarget', { url, width: 1000, height: 3000 });
    const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
    const inTab = (method: string, params: Result) => send(method, params, sessionId as string);
    return {
      async evaluate<Value>(expression: string) {
        const asked = { expression, returnByValue: true, awaitPromise: true };
        const { result, exceptionDetails } = await inTab('Runtime.evaluate', asked);
        if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
        return (result as { value: Value }).value;
      },
      close: async () => void (await send('Target.closeTarget', { targetId })),
    };
  }

  const close = () => {
    if (child.exitCode === null) process.kill(-child.pid!, 'SIGKILL');
    input.destroy();
    output.destroy();
  };
  try {
    const { product } = await send('Browser.getVersion');
    return { version: String(product).replace(/^.*\//, ''), open, close };
  } catch (error) {
    close();
    throw error;
  }
}
