/// <reference types="node" />
import { Command, InvalidArgumentError, Option } from 'commander';
import { images, isLocale, readerOf } from '../images/image.js';
import { themes, type ImageStyle } from '../images/pill.js';
import { parseAddresses, sourceAt } from '../source/sources.js';
import { writeWhole } from './write-file.js';

interface Options {
  variant: keyof typeof images;
  metrics?: string;
  out?: string;
  source?: string;
  lang: string;
  theme: ImageStyle['theme'];
}

/** Exit codes. */
const notHad = 1;
const wrongUsage = 2;

/** `figshare-elements badge ITEM`: numbers as an image, for a README, a mail, a page that takes nothing else. */
export function badgeCommand(): Command {
  return new Command('badge')
    .description('draw numbers as an image: SVG, or PNG by its name')
    .argument('<item>', 'a number, kind/number, DOI or figshare URL; several, in quotes, are summed')
    .addOption(
      new Option('--variant <variant>', 'what to draw').choices(Object.keys(images)).default('badge'),
    )
    .option('--metrics <list>', 'of views, downloads, shares, citations, in the order shown')
    .option('--out <file>', 'where to write the image, .svg or .png (default: standard output)')
    .option('--source <list>', 'where answers come from (default: https://stats.figshare.com)')
    .option('--lang <language>', 'of words and numbers', parseLanguage, 'en')
    .addOption(new Option('--theme <theme>', 'colours').choices(themes).default('light'))
    .exitOverride(({ code, exitCode }) => {
      const isUsage = code.startsWith('commander.') && exitCode !== 0;
      process.exit(isUsage ? wrongUsage : exitCode);
    })
    .action(async (item: string, options: Options, command: Command) => {
      const asked = attempt(command, wrongUsage, () => inquire(item, options));
      const { svg } = await attempt(command, notHad, () => asked.image.ask(asked.from));
      await attempt(command, notHad, () => write(svg, options.out));
    });
}

function inquire(item: string, { variant, metrics, source = '', lang, theme }: Options) {
  const style = { reader: readerOf(lang), theme, isCompact: false };
  return { image: images[variant]({ item, metrics }, style), from: sourceAt(parseAddresses(source)) };
}

async function write(svg: string, out: string | undefined): Promise<void> {
  if (out === undefined) process.stdout.write(svg);
  else await writeWhole(out, isPng(out) ? await pngOf(svg) : svg);
}

function isPng(file: string): boolean {
  return /\.png$/i.test(file);
}

/** Twice as large as the SVG: in a document it is printed, or seen on a fine screen. */
async function pngOf(svg: string): Promise<Uint8Array> {
  const { drawPng } = await import('../images/png-node.js');
  return drawPng(svg, 2);
}

function attempt<Result>(command: Command, exitCode: number, work: () => Promise<Result>): Promise<Result>;
function attempt<Result>(command: Command, exitCode: number, work: () => Result): Result;
function attempt<Result>(command: Command, exitCode: number, work: () => Result | Promise<Result>) {
  const fail = (error: unknown): never =>
    command.error(`error: ${(error as Error).message}`, { exitCode, code: 'badge' });
  try {
    const result = work();
    return result instanceof Promise ? result.catch(fail) : result;
  } catch (error) {
    return fail(error);
  }
}

function parseLanguage(text: string): string {
  if (isLocale(text)) return text;
  throw new InvalidArgumentError('It should be a language tag such as "de" or "pt-BR".');
}
