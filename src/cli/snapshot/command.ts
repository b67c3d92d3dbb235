/// <reference types="node" />
import { Command, InvalidArgumentError, Option } from 'commander';
import { dayOf, parsePeriod } from '../../figshare/period.js';
import { isSnapshot, parseAddresses } from '../../source/sources.js';
import { mainApi } from '../../source/service.js';
import { takeSnapshot, type SnapshotOptions } from './run.js';

const help = `
Items are numbers, kind/number, DOIs and figshare URLs; "-" reads them from standard input. Of each, what
<figshare-stats> and <figshare-timeline> show is kept. Pages are HTML and Markdown files, folders and globs of them:
what the elements, links and placeholders in them show is kept.

An answer in the file that is younger than --max-age is not asked for again, so what was interrupted goes on where it
was. What fails keeps its old numbers. What is wanted no more is dropped.

Exit codes:
  0  all answers, or some: what failed is told on standard error
  1  nothing could be had, or the file could not be read or written; it is as it was
  2  wrong usage, or nothing to ask
  130, 143  interrupted; the file holds what was had by then`;

/** `figshare-elements snapshot`: the service's answers, in a file beside the pages that show them. */
export function snapshotCommand(): Command {
  const today = new Option('--today <day>', 'as if it were another day')
    .argParser(parseDay)
    .default(dayOf(new Date()))
    .hideHelp();
  return new Command('snapshot')
    .description('keep what pages show of figshare in one file, which they then ask in its place')
    .argument('[item...]', 'what to keep the numbers of')
    .option('--from <page...>', 'pages to look through for elements: files, folders, globs')
    .option('--out <file>', 'the file', 'figshare.json')
    .option('--source <url>', 'the service, or a relay', parseSource, 'https://stats.figshare.com')
    .option('--rate <number>', 'requests a second, at most', parseNumber, 1)
    .option('--max-age <hours>', 'how old an answer may be to be kept as it is', parseHours, 12)
    .option('--timeout <seconds>', 'how long to wait for an answer', parseNumber, 30)
    .option('--dry-run', 'tell what would be asked, and ask nothing', false)
    .option('--force', 'replace a file that is no snapshot', false)
    .addOption(new Option('--api <url>', "figshare's main API").default(mainApi).hideHelp())
    .addOption(today)
    .addHelpText('after', help)
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
    .action(async (items: string[], options: SnapshotOptions) => {
      // Not left to end by itself: what was interrupted may have timers that run on.
      process.exit(await takeSnapshot(items, options));
    });
}

function parseSource(text: string): string {
  const addresses = parsed(() => parseAddresses(text));
  const [address] = addresses;
  if (address && addresses.length === 1 && !isSnapshot(address)) return address;
  throw new InvalidArgumentError('It must be one service or relay.');
}

function parseDay(text: string): string {
  return parsed(() => parsePeriod({ start: text, end: text }, text).end);
}

function parsed<Value>(parse: () => Value): Value {
  try {
    return parse();
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message);
  }
}

function parseNumber(text: string): number {
  const number = Number(text);
  if (text.trim() && number > 0 && number < Infinity) return number;
  throw new InvalidArgumentError('It must be a number above 0.');
}

function parseHours(text: string): number {
  return text.trim() && Number(text) === 0 ? 0 : parseNumber(text);
}
