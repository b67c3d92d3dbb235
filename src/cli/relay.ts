/// <reference types="node" />
import { Command, InvalidArgumentError } from 'commander';
import { watchFile } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { FigshareError } from '../figshare/error.js';
import { createRelay } from '../relay.js';
import { credentialsIn } from '../relay/credentials.js';
import { serve } from '../relay/node.js';
import { readSnapshotFile, type SnapshotFile } from '../source/snapshot-file.js';
import { version } from '../version.js';

interface Options {
  port: number;
  host: string;
  upstream?: string;
  snapshot?: string;
  allowOrigin?: string[];
}

/** `figshare-elements relay`: serves until it is told to stop, and then finishes what it has begun. */
export function relayCommand(): Command {
  return new Command('relay')
    .description('serve the statistics to pages of any site, from memory, a snapshot, or the service')
    .option('--port <number>', 'where to listen; 0 takes any free port', parsePort, 8787)
    .option('--host <address>', 'on which of this machine’s addresses', '127.0.0.1')
    .option('--upstream <url>', 'the statistics service (default: https://stats.figshare.com)')
    .option('--snapshot <file>', 'a snapshot, whose answers are told first')
    .option('--allow-origin <origin...>', 'sites whose pages may read the answers (default: all)')
    .addHelpText(
      'after',
      '\nAn institution’s credentials come from FIGSHARE_CREDENTIALS_<SLUG>=user:password.',
    )
    .action(async (options: Options, command: Command) => {
      try {
        await start(options);
      } catch (error) {
        command.error(`error: ${(error as Error).message}`);
      }
    });
}

async function start({ port, host, upstream, snapshot, allowOrigin }: Options): Promise<void> {
  const credentials = credentialsIn(process.env);
  for (const slug of [...credentials.keys()].sort()) {
    const variable = `FIGSHARE_CREDENTIALS_${slug.toUpperCase().replaceAll('-', '_')}`;
    console.error(`${slug}: this relay shows its numbers to everybody who can reach it (${variable} is set)`);
  }
  const relay = createRelay({
    upstream,
    allowOrigin,
    snapshot: snapshot === undefined ? undefined : await watchSnapshot(snapshot),
    credentials,
    version,
    log: (line) => process.stderr.write(`${JSON.stringify(line)}\n`),
  });
  await serve(relay, { port, hostname: host });
}

/** The snapshot in a file as it is now: the last one that could be read. @throws where there is none at first */
async function watchSnapshot(file: string): Promise<() => SnapshotFile> {
  let snapshot = await snapshotIn(file);
  // By its date, because a file that takes another one's place is another file to the system's own watching.
  watchFile(file, { interval: 1000 }, () => {
    snapshotIn(file).then(
      (changed) => (snapshot = changed),
      (error: unknown) => console.error(`${(error as Error).message}; the one before stays in use`),
    );
  });
  return () => snapshot;
}

async function snapshotIn(file: string): Promise<SnapshotFile> {
  const text = await readFile(file, 'utf8');
  try {
    return readSnapshotFile(JSON.parse(text));
  } catch (cause) {
    throw new FigshareError('bad-data', `${file} is no snapshot: ${(cause as Error).message}`, { cause });
  }
}

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('a number from 0 to 65535');
}
