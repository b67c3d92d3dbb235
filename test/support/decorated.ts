/**
 * Known items as people mangle them: wrapped, joined, decorated, damaged, cut. Whatever is read from such a text must
 * be one of those that are in it. Used by the tests (`test/figshare/item-fuzz.test.ts`) and by `npm run fuzz`.
 */
import { itemName, type Item, type ItemByDoi } from '../../src/figshare/item.js';
import fc from './fast-check.js';

/**
 * What stands in a text, and the item that a person would read from it; none in addresses of other publishers. What
 * is left of it when its end is cut off may be that of another.
 */
const references: [text: string, item?: string, whenCut?: string][] = [
  ['10.6084/m9.figshare.766364', 'article/766364'],
  ['10.6084/m9.figshare.5545084.v1', 'article/5545084'],
  ['10.6084/M9.FIGSHARE.C.5779802.V1', 'collection/5779802'],
  ['10.26180/19095317', 'article/19095317'],
  ['10.25384/sage.18902846.v1', 'article/18902846'],
  ['10.15131/shef.data.13712533', 'article/13712533'],
  ['10.5522/04/28049606.v12', 'article/28049606'],
  ['10.1184/R1/12841247.v1', 'article/12841247'],
  ['10.25384/sage.c.6345957', 'collection/6345957'],
  ['10.25378/janelia.23816295.v1'],
  ['10.6084/m9.figshare.c.3613661_D1.v1', undefined, 'collection/3613661'],
  ['10.5281/zenodo.1234567'],
  ['10.1371/journal.pone.0039704'],
  ['10.1016/S0140-6736(20)30183-5'],
  ['https://doi.org/10.6084/m9.figshare.24522883', 'article/24522883'],
  ['http://dx.doi.org/10.17608/k6.auckland.9810233.v1', 'article/9810233'],
  ['https://doi.org/10.6084%2Fm9.figshare.6531140', 'article/6531140'],
  ['https://doi.org/10.5281/zenodo.7654321'],
  ['https://figshare.com/articles/dataset/A_title/21221579', 'article/21221579'],
  ['https://figshare.com/articles/A_title/3498446/2', 'article/3498446'],
  ['https://janelia.figshare.com/articles/thesis/A_title/25298815/1', 'article/25298815'],
  ['https://bridges.monash.edu/articles/dataset/A_title/13543754?file=16378262', 'article/13543754'],
  ['https://springernature.figshare.com/collections/A_title/4526810/2', 'collection/4526810'],
  ['https://figshare.com/projects/A_title/133332', 'project/133332'],
  ['https://figshare.com/authors/A_Name/441144', 'author/441144'],
  ['https://figshare.com/projects/280296/articles/33314751', 'article/33314751', 'project/280296'],
  ['https://api.figshare.com/v2/articles/22687585/versions/2', 'article/22687585'],
  ['https://widgets.figshare.com/articles/12522524/embed?show_title=1', 'article/12522524'],
  ['https://figshare.com/ndownloader/files/41771418'],
  ['https://figshare.com/s/a000b0990465ab3e9d33'],
  ['https://www.nature.com/articles/47013373'],
  ['https://peerj.com/articles/4375/'],
  ['https://elifesciences.org/articles/64176'],
  ['https://monash.figshare.com.example.org/articles/9574032'],
  ['https://figshare.org/articles/9574033'],
  ['https://medium.com/collections/reading/12345'],
  ['https://zenodo.org/records/2669586'],
  ['https://orcid.org/0000-0002-1825-0097'],
];

const wraps = [
  ...[
    '',
    '',
    '(|)',
    '[|]',
    '<|>',
    '"|"',
    "'|'",
    '“|”',
    '„|“',
    '«|»',
    '‘|’',
    '「|」',
    '（|）',
    '`|`',
    '**|**',
    '_|_',
    '{|}',
  ],
  ...[
    'doi:|',
    'DOI: |',
    'doi:doi:|',
    'doi = {|},',
    'url = "|",',
    '\\url{|}',
    '[x](|)',
    '[|](|)',
    '> |',
    'see |.',
    '|,',
  ],
  ...[
    '|。',
    '数据见|，',
    '|).',
    '<a href="|">|</a>',
    '| (ref. 42)',
    '\u200b|\ufeff',
    '|;',
    '|!',
    '|:',
    '~|~',
    '"doi":"|"',
  ],
];

const joints = [
  ',',
  ';',
  ', ',
  '; ',
  ' ',
  '\n',
  '\t',
  '/',
  '&',
  '+',
  '、',
  '，',
  '|',
  '-',
  '_',
  '.',
  ' and ',
  '',
  '?',
  '#',
  '=',
  ':',
  ')(',
  '][',
  ')',
  ']',
];

/** What may come into a number by accident; commas, blanks and brackets part, so they make two of it. */
const specks = [
  ...[
    '\u00ad',
    '\u200b',
    '\u202e',
    '-',
    '_',
    '.',
    "'",
    '’',
    '"',
    '`',
    '*',
    '~',
    '^',
    '%',
    '=',
    ':',
    '!',
    '@',
    '$',
    '\\',
  ],
  ...[
    'x',
    'v',
    'E',
    '\0',
    '\u001b',
    '７',
    '٣',
    '²',
    '·',
    '😀',
    '\u0301',
    '三',
    '\u202f\u202f',
    '%20',
    '%00',
    '…',
    '–',
  ],
];

export interface Decorated {
  text: string;
  /** The items that stand in it, before anything was cut. */
  known: string[];
  isCut: boolean;
}

const reference = fc.record({
  reference: fc.constantFrom(...references),
  wrap: fc.constantFrom(...wraps),
  // The place in the last number of the reference, from its end, where a speck falls.
  speck: fc.option(fc.tuple(fc.constantFrom(...specks), fc.nat(5)), { freq: 1, nil: undefined }),
});

export const decorated: fc.Arbitrary<Decorated> = fc
  .record({
    parts: fc.array(fc.tuple(reference, fc.constantFrom(...joints)), { minLength: 1, maxLength: 3 }),
    cut: fc.option(fc.tuple(fc.nat(120), fc.nat(120)), { freq: 2, nil: undefined }),
  })
  .map(({ parts, cut }) => {
    const texts = parts.map(([{ reference, wrap, speck }, joint], index) => {
      const item = reference[1];
      const text = speck && item ? specked(reference[0], item, ...speck) : reference[0];
      const wrapped = wrap.includes('|') ? wrap.replaceAll('|', () => text) : text;
      // Cut inside a DOI, the one before it would grow by digits.
      return wrapped + (index < parts.length - 1 ? joint || (cut ? ',' : '') : '');
    });
    const whole = texts.join('');
    return {
      text: cut ? whole.slice(cut[0] % whole.length, whole.length - (cut[1] % whole.length)) : whole,
      known: parts.flatMap(([{ reference }]) =>
        reference.slice(1, cut ? 3 : 2).filter((item) => item !== undefined),
      ),
      isCut: !!cut,
    };
  });

/** What was read, and should not have been: an item that is not in the text, a DOI that does not stand there. */
export function wrongIn({ text, known, isCut }: Decorated, items: readonly (Item | ItemByDoi)[]): string[] {
  const plain = withoutEscapes(text);
  return items
    .filter((item) => {
      if ('doi' in item) return !plain.includes(item.doi.toLowerCase().replace(/\p{Cf}/gu, ''));
      // Of what was cut off, a number alone may be left, which is an id.
      if (isCut && text.split(/[^a-z\d/-]+/i).includes(String(item.id))) return false;
      return !known.some((name) => name === itemName(item) || (isCut && name.startsWith(itemName(item))));
    })
    .map(itemName);
}

function specked(text: string, item: string, speck: string, place: number): string {
  const digits = item.replace(/\D/g, '');
  const inside = digits.length - 1 - (place % (digits.length - 1));
  return text.replace(digits, digits.slice(0, inside) + speck + digits.slice(inside));
}

function withoutEscapes(text: string): string {
  const decoded = text.replace(/(?:%[0-9a-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
  return `${decoded} ${text}`.toLowerCase().replace(/\p{Cf}/gu, '');
}
