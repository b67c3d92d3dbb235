/// <reference types="node" />
import { Command } from 'commander';
import { watchFile } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRelay } from '../relay.js';
import { credentialsIn } from '../relay/credentials.js';
import { serve } from '../relay/node.js';
import { readSnapshotFile, type SnapshotFile } from '../source/snapshot-file.js';
import { version } from '../version.js';
import { logLines } from './log-lines.js';
import { printable } from './printable.js';
import { numberFrom, readInput, readOption, WrongUse } from './wrong-use.js';

interface Options {
  port: number;
  host: string;
  upstream?: string;
  snapshot?: string;
  allowOrigin?: string[];
  baseUrl?: string;
}

/** `figshare-elements relay`: serves until it is told to stop, and then finishes what it has begun. */
export function relayCommand(): Command {
  const port = numberFrom(0, 65_535, { isWhole: true });
  return new Command('relay')
    .description('serve the statistics to pages of any site, from memory, a snapshot, or the service')
    .option('--port <number>', 'port to listen on; 0 takes any free one', port, 8787)
    .option('--host <address>', 'address of this machine to listen on', parseHost, '127.0.0.1')
    .option('--upstream <url>', 'statistics service to ask (default: https://stats.figshare.com)')
    .option('--snapshot <file>', 'snapshot whose answers come first')
    .option('--allow-origin <origin...>', 'sites whose pages may read the answers (default: all)')
    .option('--base-url <url>', 'its address as readers see it, where a proxy has it under a path')
    .addHelpText(
      'after',
      `
Credentials of an institution come from the environment: FIGSHARE_CREDENTIALS_<SLUG>=user:password.

With --base-url https://www.example.edu/figshare, a proxy takes /figshare off what it hands on, in nginx:
  location /figshare/ { proxy_pass http://127.0.0.1:8787/; }`,
    )
    .action(start);
}

async function start({ port, host, upstream, snapshot, allowOrigin, baseUrl }: Options): Promise<void> {
  const credentials = readInput(() => credentialsIn(process.env));
  const file = snapshot === undefined ? undefined : await watchSnapshot(snapshot);
  const relay = readInput(() =>
    createRelay({
      upstream,
      allowOrigin,
      baseUrl,
      snapshot: file,
      credentials,
      version,
      log: logLines(),
    }),
  );
  for (const slug of [...credentials.keys()].sort()) {
    const variable = `FIGSHARE_CREDENTIALS_${slug.toUpperCase().replaceAll('-', '_')}`;
    console.error(`${slug}: this relay shows its numbers to everybody who can reach it (${variable} is set)`);
  }
  await serve(relay, { port, hostname: host });
}

/** Without one, a server listens at every address that the machine has. */
function parseHost(text: string): string {
  return readOption(() => {
    if (text.trim()) return text;
    throw new Error('It must be an address or a name of this machine.');
  });
}

/** The snapshot in a file as it is now: the last one that could be read. @throws WrongUse: there is none at first */
async function watchSnapshot(file: string): Promise<() => SnapshotFile> {
  let snapshot = await snapshotIn(file).catch((error: unknown) => {
    throw new WrongUse(`--snapshot ${(error as Error).message}`);
  });
  // By its date, because a file that takes another one's place is another file to the system's own watching.
  watchFile(file, { interval: 1000 }, () => {
    snapshotIn(file).then(
      (changed) => (snapshot = changed),
      (error: unknown) =>
        console.error(printable(`${(error as Error).message}; the one before stays in use`)),
    );
  });
  return () => snapshot;
}

/** @throws where the file cannot be read, or is no snapshot */
async function snapshotIn(file: string): Promise<SnapshotFile> {
  try {
    return readSnapshotFile(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    throw new Error(`"${file}" is no snapshot: ${(cause as Error).message}`, { cause });
  }
}
