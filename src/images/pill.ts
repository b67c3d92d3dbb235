import type { Reader } from '../format/figure.js';
import { verdana } from './verdana.js';

export const themes = ['light', 'dark'] as const;

/** How an image looks, and to whom. */
export interface ImageStyle {
  reader: Reader;
  theme: (typeof themes)[number];
  /** Short numbers, truncated: 46K for 46,088. */
  isCompact: boolean;
}

/** A piece of text, or a drawing. */
export type Piece = Text | Drawing;

interface Text {
  text: string;
  isStrong?: boolean;
}

export interface Drawing {
  /** Elements, from 0 0 on. */
  svg: string;
  width: number;
  height: number;
}

/** The elements' colours in light and in dark: an image knows nothing of the page that it stands in. */
export const palette = {
  text: ['#1c2126', '#e6eaee'],
  muted: ['#5b6670', '#9aa6b1'],
  accent: ['#1f5fbf', '#8ab4ff'],
  accent2: ['#a3521b', '#f0a56b'],
  surface: ['#fff', '#14181c'],
  border: ['#d5dbe0', '#333c44'],
} as const;

/** As high as other badges, which it stands beside. */
const height = 20;
const fontSize = 11;
const baseline = 14;
/** Between a cell's content and its edge, and between two pieces: the elements' in pixels. */
const padding = 7;
const gap = 4;
/** Wide and everywhere; where it is missing, another font is made as wide. */
const fonts = "Verdana,Geneva,'DejaVu Sans',sans-serif";

export function colorsIn(theme: ImageStyle['theme']): Record<keyof typeof palette, string> {
  const entries = Object.entries(palette).map(([name, colors]) => [name, colors[themes.indexOf(theme)]!]);
  return Object.fromEntries(entries) as Record<keyof typeof palette, string>;
}

/**
 * An image like a badge: cells in a line with hairlines between and around them, as wide as what is in them.
 *
 * @param title - what it says, for those who do not see it
 * @param counted - what its numbers count; nothing where there are none
 */
export function pill(
  cells: readonly (readonly Piece[])[],
  title: string,
  counted: string,
  { reader: { language }, theme }: ImageStyle,
): string {
  const { text, muted, surface, border } = colorsIn(theme);
  const isRightToLeft = language === 'ar';
  const pieces: { piece: Piece; from: number; size: number }[] = [];
  const edges: number[] = [];
  let reached = 0;
  for (const cell of cells) {
    edges.push(Math.round(reached));
    reached += padding - gap;
    for (const piece of cell) {
      const from = reached + gap;
      const size = 'text' in piece ? widthOf(piece) : piece.width;
      pieces.push({ piece, from, size });
      reached = from + size;
    }
    reached += padding;
  }
  const width = Math.ceil(reached);
  const leftOf = (from: number, size: number) => (isRightToLeft ? width - from - size : from);

  const drawn = pieces.map(({ piece, from, size }) => {
    const left = leftOf(from, size);
    if (!('text' in piece)) {
      return `<g transform="translate(${short(left)} ${(height - piece.height) / 2})">${piece.svg}</g>`;
    }
    const paint = piece.isStrong ? `fill="${text}" font-weight="bold"` : `fill="${muted}"`;
    return (
      `<text x="${short(left + size / 2)}" y="${baseline}" textLength="${short(size)}" ` +
      `lengthAdjust="spacingAndGlyphs" ${paint}>${escaped(piece.text)}</text>`
    );
  });
  const hairlines = edges.slice(1).map((edge) => `M${leftOf(edge, 1) + 0.5} 1V${height - 1}`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
      `role="img" aria-label="${escaped(title)}" lang="${language}" direction="${isRightToLeft ? 'rtl' : 'ltr'}">`,
    `<title>${escaped(title)}</title>`,
    counted && `<desc>${escaped(counted)}</desc>`,
    `<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="4" fill="${surface}" stroke="${border}"/>`,
    hairlines.length > 0 ? `<path d="${hairlines.join('')}" fill="none" stroke="${border}"/>` : '',
    `<g font-family="${fonts}" font-size="${fontSize}" text-anchor="middle">`,
    ...drawn,
    `</g>`,
    `</svg>\n`,
  ]
    .filter(Boolean)
    .join('\n');
}

/** A metric's sign, beside its number. */
export function icon(outline: string, theme: ImageStyle['theme']): Drawing {
  const svg =
    `<path transform="scale(${fontSize / 16})" d="${outline}" fill="none" stroke="${colorsIn(theme).muted}" ` +
    `stroke-width="1.5" stroke-linejoin="round" stroke-linecap="round"/>`;
  return { svg, width: fontSize, height: fontSize };
}

/** In pixels, as a browser would measure it in Verdana. */
export function widthOf({ text, isStrong }: Text): number {
  const table = isStrong ? verdana.strong : verdana.normal;
  const ems = Array.from(text).reduce((sum, character) => sum + advanceOf(character, table) / 10, 0);
  return ems * fontSize;
}

/** Of one character in a font of 10 px. */
function advanceOf(character: string, table: readonly number[][]): number {
  const code = character.codePointAt(0)!;
  let [low, high] = [0, table.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last, width] = table[middle] as [number, number, number];
    if (code < first) high = middle - 1;
    else if (code > last) low = middle + 1;
    else return width;
  }
  // They lack whole scripts: Arabic joins its letters, and some are thin; what is left of East Asia fills a square.
  if (/\p{M}/u.test(character)) return 0;
  if (/[آأإائبتثدذرزلنوىي]/.test(character)) return 3.75;
  return /\p{Script=Arabic}/u.test(character) ? 7.5 : 10;
}

/** Text for XML, which has no place for most control characters; nor do we for those that turn a line around. */
export function escaped(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function short(position: number): string {
  return String(Math.round(position * 100) / 100);
}
