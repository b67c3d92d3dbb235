/** WebKitGTK has no headless mode: its driver and its windows live on a display of their own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './free-port.js';
import { programs } from './system.mjs';

/** Starts a display and a WebDriver on it. Both end with this process. Returns the driver's port. */
export async function startWebKit(): Promise<number> {
  const display = await startDisplay();
  const port = await freePort();
  const driver = spawn(programs.webKitDriver, [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    detached: true,
    env: { ...process.env, DISPLAY: display, GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1' },
  });
  endWithThisProcess(driver);
  await listening(port);
  return port;
}

async function startDisplay(): Promise<string> {
  const xvfb = spawn(programs.xvfb, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
  });
  endWithThisProcess(xvfb);
  // Xvfb chooses a free display and writes its number to file 3.
  const [number] = (await Promise.race([
    once(xvfb.stdio[3] as Readable, 'data'),
    once(xvfb, 'exit').then(() => Promise.reject(new Error('Xvfb ended before it had a display'))),
  ])) as [Buffer];
  return `:${number.toString().trim()}`;
}

async function listening(port: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const socket = connect(port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      return;
    } catch {
      await wait(100); // not yet: the driver takes a moment
    } finally {
      socket.destroy();
    }
  }
  throw new Error(`WebKitWebDriver did not listen on port ${port} within 10 s`);
}

/** Detached, so that its whole group can be ended: the driver's browsers are children of it. */
function endWithThisProcess({ pid }: ChildProcess) {
  process.on('exit', () => {
    try {
      if (pid) process.kill(-pid);
    } catch {
      // It has ended by itself.
    }
  });
}
