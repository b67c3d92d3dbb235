/** Fills a recipe's placeholders with what somebody has chosen. */
import { itemName, parseItem } from '../../src/figshare/item.js';
import type { ElementName } from '../../src/figshare/placeholder.js';
import { frameSize } from '../../src/relay/frame-size.js';
import { liveService } from '../../src/source/service.js';
import type { Choice } from './choice.js';
import {
  attributesOf,
  elementMarkup,
  fallbackWords,
  linkAddress,
  linkMarkup,
  metricsIn,
  pageOf,
  tagOf,
} from './markup.js';

/** What is published: its version, and what `sri.json` says of its files. */
export interface Release {
  version: string;
  /** By file name; empty where nothing is built. */
  integrity: Record<string, string>;
}

/** Where released files are, by their exact version. */
export const cdnAddress = ({ version }: Release) =>
  `https://cdn.jsdelivr.net/npm/figshare-elements@${version}/dist/cdn`;

export type Filling = Record<string, string>;

/** Texts for all placeholders, by name. */
export function fillingOf(choice: Choice, release: Release): Filling {
  const file = tagOf(choice) === 'figshare-stats' ? 'figshare-stats.js' : 'figshare-elements.js';
  const cdn = cdnAddress(release);
  const asked = attributesOf(choice);
  const name = tagOf(choice).replace('figshare-', '') as ElementName;
  const frame = frameSize({ name, attributes: new Map(asked) });
  return {
    ELEMENT: elementMarkup(choice),
    ELEMENT_XML: elementMarkup(choice, { isXml: true }),
    TAG: tagOf(choice),
    COMPONENT: componentOf(choice),
    ELEMENT_REACT: elementMarkup(choice).replaceAll(tagOf(choice), componentOf(choice)),
    ATTRIBUTES_XML: asked.map(([name, value]) => `${name}="${value || name}"`).join(' '),
    PRECONNECT: preconnect(choice),
    SCRIPT: importMap(choice, release) + scriptTag(file, release),
    ALL_URL: `${cdn}/figshare-elements.js`,
    ALL_SCRIPT: allScript(choice, release),
    ALL_INTEGRITY: release.integrity['figshare-elements.js'] ?? '',
    AUTO_URL: `${cdn}/figshare-auto.js`,
    AUTO_SCRIPT: importMap(choice, release) + scriptTag('figshare-auto.js', release),
    LINK: linkMarkup(choice),
    LINK_URL: linkAddress(choice),
    PAGE_URL: pageOf(choice.item),
    WORDS: fallbackWords,
    ITEM: choice.item,
    IMAGE_URL: imageAddress(choice, 'svg'),
    PNG_URL: imageAddress(choice, 'png'),
    IMAGE_WORDS: `${listed(imageMetrics(choice))} on figshare`,
    IMAGE_COMMAND: imageCommand(choice, 'svg'),
    PNG_COMMAND: imageCommand(choice, 'png'),
    FRAME_WIDTH: String(frame.width),
    FRAME_HEIGHT: String(frame.height),
    EMBED_QUERY: new URLSearchParams([['element', name], ...asked]).toString(),
    VERSION: release.version,
  };
}

/** @throws Error when a text has a placeholder that there is nothing for */
export function fill(text: string, filling: Filling): string {
  return text.replace(/%([A-Z_]{3,})%/g, (_, name: string) => {
    const value = filling[name];
    if (value === undefined) throw new Error(`a recipe has the placeholder %${name}%, which nobody knows`);
    return value;
  });
}

/** Its name among the components for React. */
const componentOf = (choice: Choice) =>
  tagOf(choice).replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The script that brings all elements. */
export const allScript = (choice: Choice, release: Release) =>
  importMap(choice, release) + scriptTag('figshare-elements.js', release);

function scriptTag(file: string, release: Release): string {
  const digest = release.integrity[file];
  const integrity = digest ? ` integrity="${digest}"` : '';
  return `<script type="module" src="${cdnAddress(release)}/${file}"${integrity} crossorigin="anonymous"></script>`;
}

/**
 * Meets the service while the script is on its way. Only for pages that surely ask it first: a snapshot or a relay answers
 * in its place, and a script that stands on every page of a site may find nothing to ask.
 */
function preconnect({ source }: Choice): string {
  const [first = liveService] = source.split(/\s+/).filter(Boolean);
  return first === liveService ? `<link rel="preconnect" href="${liveService}" crossorigin="anonymous">` : '';
}

/** A script's `integrity` does not cover what it loads later; an import map before it does. */
function importMap(choice: Choice, release: Release): string {
  const late = Object.entries(release.integrity).filter(([file]) => /-(chart|map)\.js$/.test(file));
  if (!choice.integrity || late.length === 0) return '';
  const entries = late.map(([file, digest]) => `"${cdnAddress(release)}/${file}":"${digest}"`);
  return `<script type="importmap">{"integrity":{${entries.join()}}}</script>`;
}

/** A relay draws it by its address; else it is a file that the command writes. */
function imageAddress(choice: Choice, end: 'svg' | 'png'): string {
  const { item, source, show, lang, compact, theme } = choice;
  const variant = show === 'timeline' ? 'sparkline' : 'badge';
  const relay = source.split(/\s+/).find((address) => /^https?:/.test(address) && !address.endsWith('.json'));
  const name = relay && nameOf(item);
  if (!relay || !name) return `figshare.${end}`;
  const options = [
    theme === 'dark' ? 'dark' : '',
    compact ? 'compact' : '',
    lang,
    choice.metrics.length > 0 ? imageMetrics(choice).join('+') : '',
  ].filter(Boolean);
  return [relay.replace(/\/+$/, ''), variant, ...options, `${name}.${end}`].join('/');
}

/** `article/766364`, where the text is one item and tells its number. */
function nameOf(text: string): string | undefined {
  try {
    const item = parseItem(text);
    return 'id' in item ? itemName(item) : undefined;
  } catch {
    return undefined; // several, or none
  }
}

/** An image is a badge, or the small line of a timeline. */
const imageMetrics = (choice: Choice) =>
  metricsIn({ ...choice, show: choice.show === 'timeline' ? 'timeline' : 'badge' });

function imageCommand(choice: Choice, end: 'svg' | 'png'): string {
  const variant = choice.show === 'timeline' ? ' --variant sparkline' : '';
  const metrics = imageMetrics(choice).join(' ');
  const lang = choice.lang ? ` --lang ${choice.lang}` : '';
  const theme = choice.theme === 'dark' ? ' --theme dark' : '';
  return `npx figshare-elements badge "${choice.item}"${variant} --metrics "${metrics}"${lang}${theme} --out figshare.${end}`;
}

/** Asks all of these once, and writes what they answer beside the page. */
export function snapshotCommand(item: string): string {
  const items = item.split(/[\s,;]+/).filter(Boolean);
  return `npx figshare-elements snapshot ${items.join(' ')} --out figshare.json`;
}

function listed(words: string[]): string {
  const [first = '', ...others] = words;
  const text =
    others.length > 0 ? `${[first, ...others.slice(0, -1)].join(', ')} and ${others.at(-1)!}` : first;
  return text.charAt(0).toUpperCase() + text.slice(1);
}
