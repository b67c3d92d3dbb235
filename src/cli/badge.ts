/// <reference types="node" />
import { Command, Option } from 'commander';
import { images, isLocale, readerOf } from '../images/image.js';
import { themes, type ImageStyle } from '../images/pill.js';
import { parseAddresses, sourceAt } from '../source/sources.js';
import { checkTarget, writeWhole } from './write-file.js';
import { readInput, readOption } from './wrong-use.js';

interface Options {
  variant: keyof typeof images;
  metrics?: string;
  out?: string;
  source?: string;
  lang: string;
  theme: ImageStyle['theme'];
}

/** `figshare-elements badge ITEM`: numbers as an image, for a README, a mail, a page that takes nothing else. */
export function badgeCommand(): Command {
  return new Command('badge')
    .description('draw numbers as an image: SVG, or PNG by its name')
    .argument('<item>', 'a number, kind/number, DOI or figshare URL; several, in quotes, are summed')
    .addOption(
      new Option('--variant <variant>', 'what to draw').choices(Object.keys(images)).default('badge'),
    )
    .option('--metrics <list>', 'views, downloads, shares, citations: those to show, in this order')
    .option('--out <file>', 'file to write, .svg or .png (default: standard output)')
    .option('--source <list>', 'sources to ask, in this order (default: https://stats.figshare.com)')
    .option('--lang <language>', 'language of words and numbers', parseLanguage, 'en')
    .addOption(new Option('--theme <theme>', 'colours').choices(themes).default('light'))
    .action(drawBadge);
}

async function drawBadge(item: string, options: Options): Promise<void> {
  const { variant, metrics, out, source = '', lang, theme } = options;
  const style = { reader: readerOf(lang), theme, isCompact: false };
  const image = readInput(() => images[variant]({ item, metrics }, style));
  const from = readInput(() => sourceAt(parseAddresses(source)));
  if (out !== undefined) await checkTarget(out);
  const { svg } = await image.ask(from);
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

function parseLanguage(text: string): string {
  return readOption(() => {
    if (!isLocale(text)) throw new Error('It must be a language tag such as "de" or "pt-BR".');
    return text;
  });
}
