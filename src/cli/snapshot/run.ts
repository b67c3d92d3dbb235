/// <reference types="node" />
import { readFile } from 'node:fs/promises';
import { dayOf } from '../../figshare/period.js';
import { isMainApi } from '../../figshare/main-api.js';
import { keyOf, readSnapshotFile, type SnapshotFile } from '../../source/snapshot-file.js';
import { Asker } from './client.js';
import { Draft } from './builder.js';
import { Failures } from './failures.js';
import { NotAsked, type Inquiry } from './inquiry.js';
import { Interruption } from './interruption.js';
import { codeOf, OwnFile } from './own-file.js';
import { Progress } from './terminal.js';
import { snapshotText } from './format.js';
import { take } from './collect.js';
import { readWanted } from './wanted.js';

export interface SnapshotOptions {
  from?: string[];
  out: string;
  source: string;
  /** Requests a second. */
  rate: number;
  /** Hours. */
  maxAge: number;
  /** Seconds. */
  timeout: number;
  dryRun: boolean;
  force: boolean;
  api: string;
  today: string;
}

/** After so many answers the file is written, for a run that is cut off to go on from there. */
const answersPerWrite = 10;

/** Runs the command. @returns its exit code */
export async function takeSnapshot(items: string[], options: SnapshotOptions): Promise<number> {
  let inquiries: Inquiry[];
  try {
    const wanted = await readWanted(items, options.from ?? [], options.today);
    for (const problem of wanted.problems) console.error(problem);
    inquiries = wanted.inquiries;
    if (inquiries.length === 0) throw new Error('nothing to ask: give items, or pages with elements');
  } catch (error) {
    return failed(error, 2);
  }
  return (options.dryRun ? list : write)(inquiries, options).catch((error: unknown) => failed(error, 1));
}

/** Tells what would be asked. */
async function list(inquiries: Inquiry[], options: SnapshotOptions): Promise<number> {
  const text = await readFile(options.out, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
  const paths = await pathsWanted(inquiries, readOld(text, options), options);
  const seconds = Math.ceil(paths.length / options.rate);
  const duration = seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
  const leadsToMore = paths.some((path) => isMainApi(path) || path.includes('/top/'));
  for (const path of paths) console.log(path);
  console.log(
    `${paths.length} requests, which take ${duration}` +
      (leadsToMore ? '; what DOIs and top lists turn out to hold leads to more' : ''),
  );
  return 0;
}

async function write(inquiries: Inquiry[], options: SnapshotOptions): Promise<number> {
  const file = await OwnFile.open(options.out);
  try {
    return await record(inquiries, readOld(await file.read(), options), file, options);
  } finally {
    await file.close();
  }
}

async function record(
  inquiries: Inquiry[],
  old: SnapshotFile | undefined,
  file: OwnFile,
  options: SnapshotOptions,
): Promise<number> {
  const { source: service, out, timeout } = options;
  const progress = new Progress((await pathsWanted(inquiries, old, options)).length);
  const failures = new Failures((message) => progress.warn(message));
  const interruption = new Interruption();
  const asker = new Asker({
    ...options,
    service,
    timeout: timeout * 1000,
    signal: interruption.signal,
    onWait: (host, seconds) => progress.warn(`${host} asks to wait; goes on in ${seconds} seconds`),
  });
  const draft: Draft = new Draft({
    ...draftOptions(old, options),
    ask: (path, body) => asker.ask(path, body),
    async onAnswer() {
      progress.show(draft.asked);
      if (draft.asked % answersPerWrite === 0) await save(false);
    },
  });
  const save = async (isComplete: boolean) => {
    const made = draft.file(isComplete);
    if (!draft.isAsOld(made)) await file.write(snapshotText(made));
  };

  try {
    await take(inquiries, draft, {
      service,
      onFailure: (inquiry, error, since) => failures.add(inquiry, error, since),
    });
  } catch (error) {
    if (interruption.exitCode === undefined) throw error;
  } finally {
    interruption.stop(); // a full disk ends the asking, too
    interruption.end();
    progress.stop();
  }
  const { exitCode } = interruption;
  if (exitCode === undefined && draft.had === 0) throw new Error(`nothing could be had; ${out} is as it was`);
  await save(exitCode === undefined);
  console.log(`${out}: ${draft.asked} answers asked for, ${draft.had} in all`);
  if (failures.count > 0) console.error(`${failures.count} could not be had anew`);
  return exitCode ?? 0;
}

/** The paths that will be asked, as far as they are known before the first answer. */
async function pathsWanted(
  inquiries: Inquiry[],
  old: SnapshotFile | undefined,
  options: SnapshotOptions,
): Promise<string[]> {
  const paths: string[] = [];
  const ask = (path: string, body?: string) => {
    paths.push(keyOf(path, body));
    return Promise.reject(new NotAsked());
  };
  const draft = new Draft({ ...draftOptions(old, options), ask });
  await take(inquiries, draft, { service: '', onFailure: () => undefined });
  return paths;
}

function draftOptions(old: SnapshotFile | undefined, { maxAge, today }: SnapshotOptions) {
  const shift = Date.parse(today) - Date.parse(dayOf(new Date()));
  return { old, maxAge: maxAge * 3_600_000, now: () => new Date(Date.now() + shift) };
}

/** @throws where it is no snapshot: it may be somebody's only copy of something else */
function readOld(text: string | undefined, { out, force }: SnapshotOptions): SnapshotFile | undefined {
  if (text === undefined) return undefined;
  try {
    return readSnapshotFile(JSON.parse(text));
  } catch (cause) {
    if (force) return undefined;
    const why = `is no snapshot that this version reads (${(cause as Error).message}), and is left as it is`;
    throw new Error(`${out} ${why}. Move it away, or replace it with --force.`, { cause });
  }
}

function failed(error: unknown, exitCode: number): number {
  console.error(`snapshot: ${(error as Error).message}`);
  return exitCode;
}
