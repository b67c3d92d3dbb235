import type { ElementName, Placeholder } from '../figshare/placeholder.js';

/** In pixels. */
export interface Size {
  width: number;
  height: number;
}

const line = { width: 320, height: 32 };

/** What an element takes, measured with words and numbers as most have them; without a variant, the usual one. */
const sizes: Record<ElementName, Record<string, Size>> = {
  stats: { '': line, card: { width: 480, height: 172 } },
  timeline: {
    '': { width: 480, height: 32 },
    bars: { width: 480, height: 110 },
    chart: { width: 640, height: 364 },
  },
  breakdown: {
    '': { width: 480, height: 122 },
    table: { width: 480, height: 148 },
    map: { width: 640, height: 466 },
  },
  top: { '': { width: 480, height: 66 } },
  count: { '': line },
};

const usualRows = 10;
const rowHeight = 30;
/** Two lines of a title. */
const titledRowHeight = 56;
/** Of a list that belongs to an item: a link to it. */
const foot = 38;
/** A card has four numbers side by side; where they are large or their names long, two. */
const cardRow = 56;

/** The frame that an element needs, so that nothing of it is cut off and little is left over. */
export function frameSize({ name, attributes }: Placeholder): Size {
  const given = attributes.get('variant') ?? '';
  const variant = Object.hasOwn(sizes[name], given) ? given : '';
  const { width, height } = sizes[name][variant]!;
  return { width, height: height + rowsHeight(name, variant, attributes) };
}

function rowsHeight(name: ElementName, variant: string, attributes: Placeholder['attributes']): number {
  const limit = Number(attributes.get('limit') || usualRows);
  if (name === 'breakdown') return variant === 'map' ? 0 : rowHeight * limit;
  if (name === 'top')
    return (attributes.get('by') || 'item') === 'item' ? titledRowHeight * limit : foot + rowHeight * limit;
  const metrics = (attributes.get('metrics') ?? '').split(/[\s,;]+/).filter(Boolean).length || 2;
  return variant === 'card' ? cardRow * (Math.ceil(metrics / 2) - 1) : 0;
}
