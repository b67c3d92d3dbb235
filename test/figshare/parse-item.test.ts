import { expect } from '@open-wc/testing';
import { FigshareError } from '../../src/figshare/error.js';
import { kinds, type Item, type ItemByDoi } from '../../src/figshare/item.js';
import { parseItem } from '../../src/figshare/parse-item.js';
import { failureOf } from '../support/failure.js';
import fc, { cases } from '../support/fast-check.js';

const article = (id: number): Item => ({ kind: 'article', id });
const collection = (id: number): Item => ({ kind: 'collection', id });

const readable: Record<string, [text: string, item: Item | ItemByDoi][]> = {
  'a number': [
    ['766364', article(766364)],
    ['1', article(1)],
    [' 766364\n', article(766364)],
    ['\u00a0766364\ufeff', article(766364)],
    ['9007199254740991', article(2 ** 53 - 1)],
  ],
  'kind/number': [
    ['article/766364', article(766364)],
    ['collection/1234', collection(1234)],
    ['author/97657', { kind: 'author', id: 97657 }],
    ['group/327', { kind: 'group', id: 327 }],
    ['project/13', { kind: 'project', id: 13 }],
    ['Project/13', { kind: 'project', id: 13 }],
    ['ARTICLE/13', article(13)],
  ],
  "figshare's own DOI": [
    ['10.6084/m9.figshare.766364', article(766364)],
    ['10.6084/m9.figshare.766364.v2', article(766364)],
    ['10.6084/m9.figshare.766364.v12', article(766364)],
    ['10.6084/M9.FIGSHARE.766364.V2', article(766364)],
    ['10.6084/m9.figshare.c.1234', collection(1234)],
    ['10.6084/m9.figshare.c.1234.v3', collection(1234)],
    ['10.6084/M9.Figshare.C.1234.V3', collection(1234)],
    ['10.6084/m9.figshare.9007199254740991', article(2 ** 53 - 1)],
  ],
  'a DOI as people write it': [
    ['doi:10.6084/m9.figshare.766364', article(766364)],
    ['DOI: 10.6084/m9.figshare.766364', article(766364)],
    ['https://doi.org/10.6084/m9.figshare.766364', article(766364)],
    ['http://doi.org/10.6084/m9.figshare.766364', article(766364)],
    ['http://dx.doi.org/10.6084/m9.figshare.766364', article(766364)],
    ['https://dx.doi.org/10.6084/m9.figshare.c.1234', collection(1234)],
    ['HTTPS://DOI.ORG/10.6084/M9.FIGSHARE.766364', article(766364)],
    ['https://www.doi.org/10.6084/m9.figshare.766364', article(766364)],
    ['doi.org/10.6084/m9.figshare.766364', article(766364)],
    ['10.6084/m9.figshare.766364.', article(766364)],
    ['10.6084/m9.figshare.766364.v2.', article(766364)],
    ['10.6084/m9.figshare.766364/', article(766364)],
    ['https://doi.org/10.6084/m9.figshare.766364/', article(766364)],
    ['https://doi.org/10.6084/m9.figshare.766364.v1.', article(766364)],
    ['https://doi.org/10.1371/journal.pone.0039704.', { doi: '10.1371/journal.pone.0039704' }],
  ],
  'a percent-encoded DOI': [
    ['https://doi.org/10.6084%2Fm9.figshare.766364', article(766364)],
    ['https://doi.org/10.6084%2fm9.figshare.c.1234.v2', collection(1234)],
    ['https://doi.org/10.15482%2FUSDA.ADC%2F1402049', { doi: '10.15482/USDA.ADC/1402049' }],
    ['https://doi.org/10.1002/a%3Cb%3E1', { doi: '10.1002/a<b>1' }],
    ['doi.org/10.6084%2Fm9.figshare.766364', article(766364)],
  ],
  'a DOI link with more behind it': [
    ['https://doi.org/10.6084/m9.figshare.766364?source=mail', article(766364)],
    ['https://doi.org/10.6084/m9.figshare.766364#figshare-stats?variant=card', article(766364)],
  ],
  "a collection's DOI under another prefix": [
    ['10.25384/sage.c.5912345', { ...collection(5912345), institution: 'sage' }],
    ['10.25384/SAGE.C.5912345.v1', { ...collection(5912345), institution: 'sage' }],
    ['10.17608/k6.auckland.c.4567890.v2', { ...collection(4567890), institution: 'k6' }],
    ['10.60893/figshare.jap.c.6543210.v1', { ...collection(6543210), institution: 'figshare' }],
  ],
  "an institution's DOI": [
    ['10.26180/19095317.v1', article(19095317)],
    ['10.26180/19095317', article(19095317)],
    ['10.25375/uct.14618526.v1', { ...article(14618526), institution: 'uct' }],
    ['10.15131/shef.data.13712533', { ...article(13712533), institution: 'shef' }],
    ['10.15131/SHEF.DATA.13712533.V4', { ...article(13712533), institution: 'shef' }],
    ['10.5522/04/14484084.v1', article(14484084)],
    ['https://doi.org/10.5522%2F04%2F14484084.v1', article(14484084)],
    ['10.25384/sage.abc.7', { ...article(7), institution: 'sage' }],
  ],
  'a DOI that does not hold the id, which is left to be looked up': [
    ['10.15482/USDA.ADC/1402049', { doi: '10.15482/USDA.ADC/1402049' }],
    ['doi:10.15482/USDA.ADC/1402049', { doi: '10.15482/USDA.ADC/1402049' }],
    ['10.1371/journal.pone.0039704', { doi: '10.1371/journal.pone.0039704' }],
    ['10.6084/m9.figshare.c.1234_D1.v1', { doi: '10.6084/m9.figshare.c.1234_D1.v1' }],
    ['10.25384/SAGE.c.5912345_D1.v1', { doi: '10.25384/SAGE.c.5912345_D1.v1' }],
    ['10.9999/other.c.1234.v1', { doi: '10.9999/other.c.1234.v1' }],
    ['10.9999/m9.figshare.766364', { doi: '10.9999/m9.figshare.766364' }],
    ['10.26180/5b1c2d3e4f5a6', { doi: '10.26180/5b1c2d3e4f5a6' }],
    ['10.6084/m9.figshare.0766364', { doi: '10.6084/m9.figshare.0766364' }],
    ['10.6084/m9.figshare.0', { doi: '10.6084/m9.figshare.0' }],
    ['10.1002/what?is#this%', { doi: '10.1002/what?is#this%' }],
    ['10.1234/__proto__', { doi: '10.1234/__proto__' }],
  ],
  "an item's address": [
    ['https://figshare.com/articles/dataset/A_title/766364', article(766364)],
    ['https://figshare.com/articles/dataset/A_title/766364/2', article(766364)],
    ['https://figshare.com/articles/A_title/766364', article(766364)],
    ['https://figshare.com/articles/A_title/766364/2', article(766364)],
    ['http://figshare.com/articles/766364', article(766364)],
    ['https://figshare.com/articles/766364/3', article(766364)],
    ['https://figshare.com/articles/dataset/A_title/766364/', article(766364)],
    ['https://figshare.com/articles/dataset/A_title/766364.', article(766364)],
    ['https://figshare.com/articles/dataset/A_title/766364?file=1234', article(766364)],
    ['https://figshare.com/articles/dataset/A_title/766364?backTo=/collections/x/1#top', article(766364)],
    ['https://figshare.com/articles/dataset/_/766364', article(766364)],
    ['https://figshare.com/articles/dataset/%C3%89tude_10/766364', article(766364)],
    ['https://data.university.example/articles/dataset/A_title/766364', article(766364)],
    [
      'https://monash.figshare.com/articles/thesis/A_title/766364/1',
      { ...article(766364), institution: 'monash' },
    ],
    ['HTTPS://FIGSHARE.COM/articles/dataset/A_title/766364', article(766364)],
    ['https://figshare.com/collections/A_title/1234', collection(1234)],
    ['https://figshare.com/collections/A_title/1234/5', collection(1234)],
    ['https://figshare.com/projects/A_title/13', { kind: 'project', id: 13 }],
    ['https://figshare.com/authors/A_Name/97657', { kind: 'author', id: 97657 }],
  ],
  'an address with a number for a title': [
    ['https://figshare.com/articles/dataset/2020/766364', article(766364)],
    ['https://figshare.com/articles/dataset/2020/766364/2', article(766364)],
    ['https://figshare.com/articles/2020/766364', article(766364)],
    ['https://figshare.com/projects/2020/13', { kind: 'project', id: 13 }],
    ['https://figshare.com/authors/2020/13', { kind: 'author', id: 13 }],
  ],
};

const unreadable = [
  // What is no figshare's, whatever it looks like.
  'https://portal.example/collections/A_title/1234',
  'https://nature.com/articles/35057062',
  'https://elifesciences.org/articles/35471',
  // One number with separators, not two numbers.
  '766,364',
  // A list of several is no item.
  '766364 1130885',
  '',
  ' ',
  '0',
  '007',
  'article/0',
  'article/0766364',
  '-5',
  '+5',
  '5.5',
  '1e3',
  '0x10',
  'NaN',
  'Infinity',
  '７６６３６４',
  '9007199254740992',
  '9007199254740993',
  '123456789012345678901234567890',
  'article/9007199254740993',
  '10.6084/m9.figshare.9007199254740993',
  'https://figshare.com/articles/dataset/A_title/9007199254740993',
  'articles/766364',
  'file/766364',
  'article/',
  'article/766364/1',
  'article 766364',
  '/766364',
  'toString',
  'toString/1',
  'constructor',
  'constructor/1',
  '__proto__/1',
  '10.6084',
  '10.6084/',
  '10.6084/.',
  '11.6084/m9.figshare.766364',
  'doi:',
  'doi:766364',
  'https://doi.org/',
  'https://doi.org/10.6084/m9.figshare.%2',
  'https://',
  'https://figshare.com',
  'https://figshare.com/articles/dataset/A_title',
  'https://figshare.com/articles/dataset/A_title/0',
  'https://figshare.com/articles/dataset/A_title/0766364',
  'https://figshare.com/articles/dataset/A_title/766364abc',
  'https://figshare.com/search/766364',
  'https://figshare.com/constructor/766364',
  'https://figshare.com/account/articles/766364',
  'https://figshare.com/articles/a/b/c/d/766364',
  'ftp://figshare.com/articles/766364',
  'javascript:766364',
];

describe('parseItem', () => {
  for (const [form, rows] of Object.entries(readable)) {
    describe(`reads ${form}`, () => {
      for (const [text, item] of rows) {
        it(JSON.stringify(text), () => expect(parseItem(text)).to.deep.equal(item));
      }
    });
  }

  describe('refuses, and repeats, what it cannot read', () => {
    for (const text of unreadable) {
      it(JSON.stringify(text), async () => {
        const { kind, message } = await failureOf(() => parseItem(text));
        expect(kind).to.equal('invalid');
        expect(message)
          .to.match(/^item must be .*DOI/)
          .and.to.contain(`"${text}"`);
      });
    }
  });

  describe('says of an address that is a file, and not an item, that it is one', () => {
    for (const text of [
      'https://figshare.com/ndownloader/files/1234',
      'https://ndownloader.figshare.com/files/1234',
    ]) {
      it(text, async () => {
        const { kind, message } = await failureOf(() => parseItem(text));
        expect(kind).to.equal('invalid');
        expect(message).to.contain('file').and.to.contain(text);
      });
    }
  });

  describe('says of a private link that it is one', () => {
    for (const text of [
      'https://figshare.com/s/0123456789abcdef',
      'https://figshare.com/articles/dataset/A_title/766364?private_link=0123456789abcdef',
    ]) {
      it(text, async () => {
        const { kind, message } = await failureOf(() => parseItem(text));
        expect(kind).to.equal('invalid');
        expect(message).to.contain('private link').and.to.contain(text);
      });
    }
  });

  it('takes a bare number for the kind that it is told, and nothing else for it', () => {
    expect(parseItem('327', 'group')).to.deep.equal({ kind: 'group', id: 327 });
    expect(parseItem('article/327', 'group')).to.deep.equal(article(327));
    expect(parseItem('10.6084/m9.figshare.327', 'group')).to.deep.equal(article(327));
  });

  it('makes of any text an item that stands in it, or an error that repeats it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let item: Item | ItemByDoi;
        try {
          item = parseItem(text);
        } catch (error) {
          if (!(error instanceof FigshareError)) throw error;
          expect(error.kind).to.equal('invalid');
          expect(error.message).to.contain(text);
          return;
        }
        if ('doi' in item) {
          expect(item.doi).to.match(/^10\.\d+\/./);
          // Only links are percent-encoded.
          expect(`${text} ${percentDecoded(text)}`).to.contain(item.doi);
        } else {
          expect(kinds).to.include(item.kind);
          expect(item.id).to.satisfy(Number.isSafeInteger).and.to.be.greaterThan(0);
          // Addresses may be broken by tabs and line ends, which URL ignores.
          expect(text.replace(/[\t\r\n]/g, '')).to.contain(String(item.id));
        }
      }),
      cases(2000),
    );
  });

  it('finds an item again in every form that it can be written in', () => {
    fc.assert(
      fc.property(itemAndText, ([item, text]) => {
        expect(parseItem(text), text).to.deep.equal(item);
      }),
      cases(1000),
    );
  });
});

/** Text of all sorts, and text that is nearly an item. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...['https://', 'figshare.com', 'doi.org', 'doi:', 'article', 'collections', 'articles', 'dataset'],
          ...['10.6084', '10.5522', '10.15482', 'm9.figshare.', 'c.', '.v2', '_D1', '?file=1', '/s/', '../'],
          ...['/', '/', '/', '.', '%2F', '%', '%E9', '#', '?', ' ', '\t', '\\', '0', '__proto__', '９'],
        ),
        fc.nat().map(String),
        fc.bigInt({ min: 0n }).map(String),
      ),
      { maxLength: 9 },
    )
    .map((pieces) => pieces.join('')),
);

/** An item, and one of the ways to write it. */
const itemAndText = fc
  .record({
    // Behind a number for a title, fewer than four digits would read as a version.
    id: fc.integer({ min: 1000, max: Number.MAX_SAFE_INTEGER }),
    kind: fc.constantFrom(...kinds),
    slug: fc.stringMatching(/^[A-Za-z0-9_]{1,12}$/),
    version: fc.option(fc.integer({ min: 1, max: 999 }), { nil: undefined }),
    end: fc.constantFrom('', '.', '/'),
    before: fc.constantFrom(
      '',
      'doi:',
      'doi: ',
      'https://doi.org/',
      'http://dx.doi.org/',
      'https://www.doi.org/',
    ),
    change: fc.constantFrom(
      (text: string) => text,
      (text: string) => text.toUpperCase(),
      (text: string) => ` ${text}\n`,
    ),
  })
  .chain(({ id, kind, slug, version, end, before, change }) => {
    const item: Item = { kind, id };
    const texts = [` ${kind}/${id} `, `${kind.toUpperCase()}/${id}`];
    if (kind === 'article') texts.push(String(id));
    if (kind === 'article' || kind === 'collection') {
      const behind = version === undefined ? '' : `.v${version}`;
      const own = kind === 'collection' ? 'c.' : '';
      for (const doi of [`10.6084/m9.figshare.${own}${id}${behind}`, `10.5522/04/${own}${id}${behind}`]) {
        texts.push(change(`${before}${doi}${end}`), `https://doi.org/${encodeURIComponent(doi)}`);
      }
    }
    const isVersioned = version !== undefined && (kind === 'article' || kind === 'collection');
    const tail = `${id}${isVersioned ? `/${version}` : ''}${end}`;
    texts.push(`https://figshare.com/${kind}s/${slug}/${tail}`);
    if (kind === 'article') {
      texts.push(
        `http://figshare.com/articles/dataset/${slug}/${tail}`,
        `https://portal.example/articles/dataset/${slug}/${id}?a=b`,
      );
    }
    return fc.tuple(fc.constant(item), fc.constantFrom(...texts));
  });

function percentDecoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded; // not UTF-8: nothing of it can be in a DOI
    }
  });
}
