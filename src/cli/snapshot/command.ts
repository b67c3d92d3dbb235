/// <reference types="node" />
import { Command, Option } from 'commander';
import { dayOf, parsePeriod } from '../../figshare/period.js';
import { mainApi } from '../../source/service.js';
import { isSnapshot, parseAddresses } from '../../source/sources.js';
import { numberFrom, readOption } from '../wrong-use.js';
import { takeSnapshot } from './run.js';

const help = `
Items are numbers, kind/number, DOIs and figshare URLs; "-" reads them from standard input. An ORCID iD becomes the
authors (author/97657) that figshare knows by it, and the run says which. For each item, the file holds what
<figshare-stats> and <figshare-timeline> show. Pages are HTML and Markdown files, folders of them, and globs:
the file holds what the elements, links and placeholders in them show.

An answer in the file that is younger than --max-age is not asked for again, so an interrupted run continues where it
stopped. A question that fails keeps its old numbers. Answers that are no longer wanted are removed.

Exit codes:
  0  questions were asked and answered (those that failed are listed), or the file was new enough
  1  every question that was asked failed, or the file could not be read or written; it is unchanged
  2  wrong use: an unknown option or value, a folder that does not exist, no item or element found
  130, 143  interrupted; the file holds what was fetched by then`;

/** `figshare-elements snapshot`: the service's answers, in a file next to the pages that show them. */
export function snapshotCommand(): Command {
  const today = new Option('--today <day>', 'as if it were another day')
    .argParser(parseDay)
    .default(dayOf(new Date()))
    .hideHelp();
  return new Command('snapshot')
    .description(
      'write the numbers that pages show to one file, which the pages then read instead of asking figshare',
    )
    .argument('[item...]', 'items, or ORCID iDs of authors, whose numbers to fetch')
    .option('--from <page...>', 'pages to search for elements: files, folders, globs')
    .option('--out <file>', 'file to write', 'figshare.json')
    .option('--source <url>', 'service or relay to ask', parseSource, 'https://stats.figshare.com')
    .option('--rate <number>', 'requests a second, at most', numberFrom(0.001, 1000), 1)
    .option('--max-age <hours>', 'fetch answers again that are older', numberFrom(0, 87_600), 12)
    .option('--timeout <seconds>', 'longest wait for an answer', numberFrom(0.1, 300), 30)
    .option('--dry-run', 'list the requests without sending them', false)
    .option('--force', 'replace a file that is not a snapshot', false)
    .addOption(new Option('--api <url>', "figshare's main API").default(mainApi).hideHelp())
    .addOption(today)
    .addHelpText('after', help)
    .action(takeSnapshot);
}

function parseSource(text: string): string {
  return readOption(() => {
    const [address, ...others] = parseAddresses(text);
    if (address && others.length === 0 && !isSnapshot(address)) return address;
    throw new Error('It must be one service or relay.');
  });
}

function parseDay(text: string): string {
  return readOption(() => parsePeriod({ start: text, end: text }, text).end);
}
