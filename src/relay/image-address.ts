import { FigshareError, invalid } from '../figshare/error.js';
import { itemName, parseItems, type Item } from '../figshare/item.js';
import { metrics } from '../figshare/metric.js';
import type { Granularity } from '../figshare/period.js';
import { languageOf } from '../format/words/words.js';
import { images, isLocale, readerOf, type ImageOptions } from '../images/image.js';
import { themes, type ImageStyle } from '../images/pill.js';

/** What an image's address asks for, before anybody has checked it. */
export interface ImageAddress {
  variant: keyof typeof images;
  format: 'svg' | 'png';
  /** `kind/number`, if it is right. */
  item: string;
  /** What stands in the path, and behind the question mark. */
  options: URLSearchParams;
}

const common = ['metrics', 'start', 'end', 'institution', 'compact', 'lang', 'theme', 'scale'];
/** What an image's address may ask for. */
const optionNames = {
  badge: common,
  sparkline: [...common, 'granularity', 'cumulative', 'category', 'item-type'],
};

const form = /^\/(badge|sparkline)\/((?:[^/]+\/)*)([^/]+\/[^/]+)\.(svg|png)$/;
const scales = ['1', '2', '3', '4'];

/**
 * Reads `/badge/[{option}/…]{kind}/{id}.svg`: some places that take an image cut its query off.
 *
 * @throws FigshareError `not-found`: no image has such an address
 */
export function readImageAddress(address: URL): ImageAddress {
  const [, variant, before = '', item = '', format] = form.exec(address.pathname) ?? [];
  if (!variant) throw new FigshareError('not-found', 'the relay has no such path');
  const options = new URLSearchParams(address.search);
  for (const text of before.split('/').filter(Boolean)) options.append(...optionOf(decoded(text)));
  return {
    variant: variant as ImageAddress['variant'],
    format: format as ImageAddress['format'],
    item: decoded(item),
    options,
  };
}

/**
 * The address of an item's PNG. What can stand in its path does.
 *
 * @param attributes - of an element; those that an image has no option for are left out
 */
export function imageAddressOf(
  variant: ImageAddress['variant'],
  { kind, id, institution }: Item,
  attributes: ReadonlyMap<string, string>,
): string {
  const isKnown = ([name, value]: [string, string]) => optionNames[variant].includes(name) && value !== '';
  const options = new URLSearchParams([...attributes].filter(isKnown));
  if (institution && !options.has('institution')) options.set('institution', institution);
  const path: string[] = [];
  for (const name of ['theme', 'lang', 'metrics']) {
    const text = (options.get(name) ?? '').trim().replace(/[\s,;]+/g, '+');
    if (!text || !isOption(name, text)) continue;
    path.push(text);
    options.delete(name);
  }
  if (attributes.has('compact')) path.push('compact');
  options.delete('compact');
  const query = options.size > 0 ? `?${options}` : '';
  return `/${[variant, ...path, kind, id].join('/')}.png${query}`;
}

function isOption(name: string, text: string): boolean {
  try {
    return optionOf(text)[0] === name;
  } catch {
    return false; // it stands behind the question mark, where the image says what is wrong with it
  }
}

/** An option that stands in the path: its value tells which it is. */
function optionOf(text: string): [name: string, value: string] {
  const words = text.split('+');
  if (themes.some((theme) => theme === text)) return ['theme', text];
  if (text === 'compact') return ['compact', ''];
  if (words.every((word) => metrics.some((metric) => metric === word))) return ['metrics', words.join(' ')];
  if (isOurs(text)) return ['lang', text];
  throw new FigshareError('not-found', `an image has no option "${shortened(text, 20)}"`);
}

/** Whether it is a language that has words of ours. */
function isOurs(text: string): boolean {
  if (!/^[a-z]{2}(-[a-z\d]{2,8})*$/i.test(text) || !isLocale(text)) return false;
  return languageOf(text).startsWith(new Intl.Locale(text).language);
}

export function styleOf(options: URLSearchParams): ImageStyle {
  return {
    reader: readerOf((options.get('lang') ?? '').replaceAll('_', '-')),
    theme: themes.find((theme) => theme === options.get('theme')) ?? 'light',
    isCompact: isOn(options.get('compact')),
  };
}

/** Pixels of a PNG for each of the SVG's. */
export function scaleOf(options: URLSearchParams): number {
  return Number(scales.find((scale) => scale === options.get('scale')) ?? 1);
}

/** @throws FigshareError `invalid`, which names what is wrong and its value */
export function imageOptionsIn({ variant, item, options }: ImageAddress): ImageOptions {
  const names = optionNames[variant];
  const given = new Map<string, string>();
  for (const [name, value] of options) {
    if (!names.includes(name)) throw new FigshareError('invalid', unknownName(name, names));
    if (given.has(name)) throw invalid(name, 'given once', `${given.get(name)}" and "${value}`);
    given.set(name, value);
  }
  return {
    item: parseOne(item),
    metrics: given.get('metrics'),
    granularity: given.get('granularity') as Granularity | undefined,
    start: given.get('start'),
    end: given.get('end'),
    institution: given.get('institution'),
    category: given.get('category'),
    itemType: given.get('item-type'),
    cumulative: isOn(given.get('cumulative')),
  };
}

/** One item has one address: several in it, a DOI, or a number written otherwise have none. */
function parseOne(text: string): string {
  const [item, ...others] = parseItems(text);
  const isOne = item && others.length === 0 && 'kind' in item && itemName(item) === text;
  if (!isOne) throw invalid('item', 'kind/number', text);
  return text;
}

/** A boolean is on by being there, but for those who say no. */
function isOn(value: string | null | undefined): boolean {
  return value != null && !/^(false|no|off|0)$/i.test(value);
}

function unknownName(name: string, names: readonly string[]): string {
  return `"${shortened(name, 20)}" is none of ${names.join(', ')}`;
}

export function shortened(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
}

/** Of what is no escape, the text as it stands: it is none of what is known, either. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
