/// <reference types="node" />
import { readFile } from 'node:fs/promises';
import type { AskPath } from '../../figshare/ask-path.js';
import type { FigshareError } from '../../figshare/error.js';
import { dayOf } from '../../figshare/period.js';
import { searchOf } from '../../figshare/person.js';
import { keyOf, readSnapshotFile, type SnapshotFile } from '../../source/snapshot-file.js';
import { printable } from '../printable.js';
import { checkTarget, writeWhole } from '../write-file.js';
import { WrongUse } from '../wrong-use.js';
import { announcementOf, leastTime } from './announcement.js';
import { SnapshotBuilder } from './builder.js';
import { GivenUp, SnapshotClient } from './client.js';
import { collect, type Outcome } from './collect.js';
import { snapshotText } from './format.js';
import { questionsOfPeople } from './people.js';
import { leadsToMore, planOf } from './plan.js';
import { readWanted, type PageQuestion, type Wanted } from './questions.js';
import { Interruption, Terminal } from './terminal.js';

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
/** So many times longer than the last writing took is none: a large file would be written for most of the run. */
const pausePerWrite = 10;
/** Seconds. Shorter runs are not worth a line. */
const longRun = 10;

/** Runs the command. @throws WrongUse; an error, where no question was answered or the file cannot be written */
export async function takeSnapshot(items: string[], options: SnapshotOptions): Promise<void> {
  await checkTarget(options.out);
  const old = await readOld(options);
  const wanted = await readWanted(items, options.from ?? [], options.today);
  for (const problem of wanted.problems) console.error(printable(problem));
  if (wanted.questions.length + wanted.people.length === 0)
    throw new WrongUse('nothing to ask: give items, or pages with elements');
  await (options.dryRun ? list : record)(wanted, old, options);
}

/** Lists what would be asked. */
async function list(
  { questions, people }: Wanted,
  old: SnapshotFile | undefined,
  options: SnapshotOptions,
): Promise<void> {
  const ask = () => Promise.reject(new Error('a plan asks nothing'));
  const plan = await planOf(questions, new SnapshotBuilder({ ...timesOf(options), old, ask }));
  const searches = people.map(searchOf).map(({ path, body }) => keyOf(path, body));
  const requests = [...plan.requests, ...new Set(searches)];
  for (const key of requests) console.log(printable(key));
  console.log(
    announcementOf(requests.length, options.rate) +
      (leadsToMore(requests)
        ? '; more may follow from what ORCID iDs, DOIs and top lists turn out to hold'
        : ''),
  );
}

/** Asks, and writes the file. */
async function record(
  { questions, people }: Wanted,
  old: SnapshotFile | undefined,
  options: SnapshotOptions,
): Promise<void> {
  const { source: service, out, api, rate, timeout, today } = options;
  const interruption = new Interruption();
  const terminal = new Terminal();
  const client = new SnapshotClient({
    service,
    api,
    rate,
    timeout: timeout * 1000,
    signal: interruption.signal,
    onWait: (host, seconds) => terminal.warn(`${host} asks to wait; continuing in ${seconds} seconds`),
  });
  const outcome: Outcome = { answered: 0, failed: 0 };
  let writing: Promise<void> | undefined;
  let unwritten = 0;
  let quietUntil = 0;
  const save = async (isComplete: boolean) => {
    const start = performance.now();
    unwritten = 0;
    const file = builder.file(isComplete);
    if (!builder.isAsOld(file)) await writeWhole(out, snapshotText(file));
    quietUntil = performance.now() + pausePerWrite * (performance.now() - start);
  };
  const builder: SnapshotBuilder = new SnapshotBuilder({
    ...timesOf(options),
    old,
    ask: (path, body) => client.ask(path, body),
    async onAnswer() {
      terminal.show(builder.asked);
      unwritten += 1;
      const isDue = unwritten >= answersPerWrite && performance.now() >= quietUntil;
      if (!isDue || outcome.answered === 0 || writing) return;
      writing = save(false).finally(() => (writing = undefined));
      await writing;
    },
  });

  const askPath: AskPath = async (path, read, body) => read(await client.ask(path, body));
  let unknown = 0;

  try {
    const known = await questionsOfPeople(people, today, askPath, (line) => terminal.warn(line));
    outcome.failed += unknown = known.failed;
    await collect([...questions, ...known.questions], builder, outcome, {
      service,
      onPlan(requests) {
        terminal.total = builder.asked + requests;
        if (leastTime(requests, rate) >= longRun) terminal.warn(announcementOf(requests, rate));
      },
      onFailure: failureLines((line) => terminal.warn(line)),
    });
  } catch (error) {
    if (interruption.exitCode === undefined) throw error;
  } finally {
    terminal.end();
  }
  await writing;
  const { exitCode } = interruption;
  if (exitCode === undefined && outcome.failed > 0 && outcome.answered === 0) {
    throw new Error(`every question that was asked failed; ${out} is unchanged`);
  }
  // Whoever could not be found this time may have their numbers in the old file.
  await save(exitCode === undefined && unknown === 0);
  console.log(printable(`${out}: ${builder.asked} answers fetched, ${builder.size} in the file`));
  if (outcome.failed > 0) console.error(`questions that failed: ${outcome.failed}`);
  // Not left to end by itself: the pauses of requests that were cut off run on.
  if (exitCode !== undefined) process.exit(exitCode);
}

/** Says what failed, and of a host that is given up only once that it is. */
function failureLines(warn: (line: string) => void) {
  const givenUp = new Set<string>();
  return ({ where }: PageQuestion, error: FigshareError, since: string | undefined) => {
    if (!(error instanceof GivenUp)) {
      warn(`${where}: ${error.message}${since ? `; the numbers of ${since.slice(0, 10)} are kept` : ''}`);
    } else if (!givenUp.has(error.message)) {
      givenUp.add(error.message);
      warn(error.message);
    }
  };
}

function timesOf({ maxAge, today }: SnapshotOptions) {
  const shift = Date.parse(today) - Date.parse(dayOf(new Date()));
  return { maxAge: maxAge * 3_600_000, now: () => new Date(Date.now() + shift) };
}

/** @throws where it is no snapshot: it may be somebody's only copy of something else */
async function readOld({ out, force }: SnapshotOptions): Promise<SnapshotFile | undefined> {
  const text = await readFile(out, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    return readSnapshotFile(JSON.parse(text));
  } catch (cause) {
    if (force) return undefined;
    const why = `is not a snapshot that this version reads (${(cause as Error).message}), so it stays unchanged`;
    throw new Error(`${out} ${why}. Move it away, or replace it with --force.`, { cause });
  }
}
