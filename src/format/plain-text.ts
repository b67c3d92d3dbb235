/** The entities that titles are written with; others stay as they are. */
const named: Record<string, string | null> = {
  // Else `&constructor;` would have a value.
  __proto__: null,
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  deg: '°',
  micro: 'µ',
  plusmn: '±',
  times: '×',
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  Delta: 'Δ',
  mu: 'μ',
};

// Comments, and tags with whatever their quotes hold. A tag holds no other "<": text full of them would take minutes.
const tags = /<!--[^]*?(?:-->|$)|<\/?[a-z!?](?:"[^"]*"|'[^']*'|[^"'<>])*>/gi;
const lineBreak = /^<\/?(?:br|div|li|p)\b/i;

/**
 * A title that may hold HTML, as text: without tags, entities decoded, a space in place of what cannot be seen or would
 * turn the text around. No parser of the browser's is asked: where a page trusts no types (Trusted Types), it would
 * refuse.
 */
export function plainText(html: string): string {
  return html
    .replace(tags, (tag) => (lineBreak.test(tag) ? ' ' : ''))
    .replace(
      /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi,
      (entity, decimal, hex, name: string | undefined) => {
        if (name) return named[name] ?? entity;
        const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
      },
    )
    .replace(/[\s\p{Cc}\p{Cs}\u202d\u202e\u2066-\u2069]+/gu, ' ')
    .trim();
}
