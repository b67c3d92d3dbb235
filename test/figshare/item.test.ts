import { expect } from '@open-wc/testing';
import { FigshareError } from '../../src/figshare/error.js';
import { findItems } from '../../src/figshare/find-items.js';
import {
  kinds,
  parseItem,
  parseItems,
  type Item,
  type ItemByDoi,
  type Kind,
} from '../../src/figshare/item.js';
import { failureOf } from '../support/failure.js';
import fc, { cases } from '../support/fast-check.js';

const article = (id: number, institution?: string): Item => of('article', id, institution);
const collection = (id: number, institution?: string): Item => of('collection', id, institution);
const of = (kind: Kind, id: number, institution?: string): Item => ({
  kind,
  id,
  ...(institution && { institution }),
});

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
    ['10.25384/sage.c.5912345', collection(5912345, 'sage')],
    ['10.25384/SAGE.C.5912345.v1', collection(5912345, 'sage')],
    ['10.17608/k6.auckland.c.4567890.v2', collection(4567890, 'k6')],
    ['10.60893/figshare.jap.c.6543210.v1', collection(6543210)],
  ],
  "an institution's DOI": [
    ['10.26180/19095317.v1', article(19095317)],
    ['10.26180/19095317', article(19095317)],
    ['10.25375/uct.14618526.v1', article(14618526, 'uct')],
    ['10.15131/shef.data.13712533', article(13712533, 'shef')],
    ['10.15131/SHEF.DATA.13712533.V4', article(13712533, 'shef')],
    ['10.5522/04/14484084.v1', article(14484084)],
    ['https://doi.org/10.5522%2F04%2F14484084.v1', article(14484084)],
    ['10.25384/sage.abc.7', article(7, 'sage')],
    ['10.23640/07243.12345678.v1', article(12345678)],
    ['10.1184/R1/12841247.v1', article(12841247)],
    ['10.1184/R1/c.1284124', collection(1284124)],
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
    ['10.25378/janelia.5521753', { doi: '10.25378/janelia.5521753' }],
    ['10.25384/sage.123.4', { doi: '10.25384/sage.123.4' }],
    ['10.1184/R1/12345678/2', { doi: '10.1184/R1/12345678/2' }],
    ['10.26180/04/123', { doi: '10.26180/04/123' }],
    ['(10.1016/S0140-6736(20)30183-5).', { doi: '10.1016/S0140-6736(20)30183-5' }],
    [
      '10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O',
      { doi: '10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O' },
    ],
    ['10.1890/0012-9658(2006)87[2614:A]2.0.CO;2', { doi: '10.1890/0012-9658(2006)87[2614:A]2.0.CO;2' }],
  ],
  'what surrounds a DOI': [
    ['{doi = {10.6084/m9.figshare.766364},', article(766364)],
    ['"doi":"10.6084\\/m9.figshare.766364"', article(766364)],
    ['\\href{https://doi.org/10.6084/m9.figshare.766364}{10.6084/m9.figshare.766364}', article(766364)],
    ['数据见10.6084/m9.figshare.766364，其中', article(766364)],
    ['doi:doi:10.6084/m9.figshare.766364', article(766364)],
    ['https://doi.org/https://doi.org/10.6084/m9.figshare.766364', article(766364)],
    ['info:doi/10.6084/m9.figshare.766364', article(766364)],
    ['10.6084%2Fm9.figshare.766364', article(766364)],
    ['https://doi.org/10.6084/m9.figshare.766364%E2%80%8B', article(766364)],
    ['http://hdl.handle.net/10.6084/m9.figshare.766364', article(766364)],
    ['10.6084/m9.figshare.766364.v1/data.zip', article(766364)],
    ['10.26180/19095317/files/3074543', article(19095317)],
    ['10.17633/rd.brunel.1234?x=/99', article(1234, 'rd')],
  ],
  "an address of figshare's programs": [
    ['https://stats.figshare.com/total/views/article/766364', article(766364)],
    ['stats.figshare.com/monash/timeline/month/views/collection/12?start_date=2012-01-01', collection(12)],
    ['https://api.figshare.com/v2/articles/766364/versions/2', article(766364)],
    ['https://ndownloader.figshare.com/articles/766364/versions/1', article(766364)],
    ['https://figshare.com/ndownloader/articles/766364/versions/1', article(766364)],
    ['https://widgets.figshare.com/articles/766364/embed?show_title=1', article(766364)],
  ],
  "an item's address": [
    ['https://figshare.com/articles/dataset/A_title/766364?file=1234', article(766364)],
    ['https://figshare.com/articles/Title/766364/files/1234', article(766364)],
    ['https://figshare.com/articles/Title/766364/2/files/1234', article(766364)],
    ['https://figshare.com/projects/13/articles/766364', article(766364)],
    ['https://figshare.com/projects/A_title/13/articles/766364', article(766364)],
    ['https://figshare.com/articles/dataset/My great title/766364', article(766364)],
    ['https://figshare.com/articles/dataset/This,_that/766364', article(766364)],
    ['//figshare.com:443/articles/766364', article(766364)],
    ['https://FIGSHARE.com./articles/766364', article(766364)],
    ['https://user@figshare.com/articles/766364', article(766364)],
    ['https://figshare.com/articles/dataset/A_title/766364', article(766364)],
    ['https://figshare.com/articles/dataset/A_title/766364/2', article(766364)],
    ['https://figshare.com/articles/A_title/766364', article(766364)],
    ['https://figshare.com/articles/A_title/766364/2', article(766364)],
    ['http://figshare.com/articles/766364', article(766364)],
    ['https://figshare.com/articles/766364/3', article(766364)],
    ['https://figshare.com/articles/dataset/A_title/766364/', article(766364)],
    ['https://figshare.com/articles/dataset/A_title/766364.', article(766364)],
    ['https://figshare.com/articles/dataset/A_title/766364?backTo=/collections/x/1#top', article(766364)],
    ['https://figshare.com/articles/dataset/_/766364', article(766364)],
    ['https://figshare.com/articles/dataset/%C3%89tude_10/766364', article(766364)],
    ['https://data.university.example/articles/dataset/A_title/766364', article(766364)],
    ['https://monash.figshare.com/articles/thesis/A_title/766364/1', article(766364, 'monash')],
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
  '766364/',
  '766.364',
  "766'364",
  '766,364',
  '1,234,567',
  '766\u202f364',
  '10.6084/m9.figshare.766,364',
  '10.6084/m9.figshare.766 364',
  '10.6084/m9.figshare.7663...',
  '10.6084/m9.figshare.',
  '10.26180/25290501/10.5281/zenodo.1234567',
  '10.26180/2529050-10.5281/zenodo.1234567',
  'https://doi.org/10.6084/m9.figshare.7%3664',
  'https://doi.org/10.26180/2529050%2C10.5281/zenodo.1234567',
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

  describe('says of what is on other hosts how to write it', () => {
    for (const text of [
      'https://www.nature.com/articles/47013373',
      'https://peerj.com/articles/4375/',
      'https://elifesciences.org/articles/64176',
      'https://monash.figshare.com.example.org/articles/9574032',
      'https://notfigshare.com/articles/9574032',
      'https://figshare.com@example.org/articles/9574032',
      'https://example.org\\@figshare.com/articles/9574032',
      'https://medium.com/collections/reading/12',
      'https://example.org/articles/report/2020/12',
      'https://data.university.example/collections/A_title/1234',
    ]) {
      it(text, async () => {
        const { kind, message } = await failureOf(() => parseItem(text));
        expect(kind).to.equal('invalid');
        expect(message).to.contain('kind/number (article, collection').and.to.contain(`"${text}"`);
      });
    }
  });

  describe('takes no version, part or tail for the id of an address', () => {
    const insides = ['-', '_', '.', 'x', '%20', '\u00ad', '\u200b', '\u0000', '９'];
    for (const inside of insides) {
      for (const [before, behind] of [
        ['https://figshare.com/collections/Title/5492', '325/2'],
        ['https://figshare.com/collections/5492', '325/2'],
        ['https://figshare.com/articles/dataset/Title/5492', '325/2'],
        ['https://figshare.com/articles/dataset/5492', '325/2'],
        ['https://figshare.com/articles/5492', '325/versions/2'],
        ['10.6084/m9.figshare.5492', '325.v2'],
      ] as const) {
        const text = before + inside + behind;
        it(JSON.stringify(text), async () =>
          expect(await failureOf(() => parseItem(text))).to.have.property('kind', 'invalid'),
        );
      }
    }
  });

  it('refuses several, and names the builder to who has an ORCID iD', async () => {
    expect(await failureOf(() => parseItem('766364 766365'))).to.have.property('kind', 'invalid');
    for (const text of ['0000-0002-1825-009X', 'https://orcid.org/0000-0002-1825-0097']) {
      const { kind, message } = await failureOf(() => parseItem(text));
      expect(kind).to.equal('invalid');
      expect(message)
        .to.match(/^item must .*builder/)
        .and.to.contain(`"${text}"`);
    }
  });

  it('takes a number, too', () => expect(parseItem(766364)).to.deep.equal(article(766364)));

  it('escapes what a terminal or a log would obey', async () => {
    const { message } = await failureOf(() => parseItem('\u001b[31m\n\u202e'));
    expect(message).to.contain('"\\u001b[31m\\u000a\\u202e"');
  });

  it('names no more of a very long text than its beginning', () => {
    for (const text of ['\u00ad'.repeat(100_000), '&amp;'.repeat(20_000)]) {
      expect(() => parseItem(text)).to.throw(FigshareError, /^item must be .{1,3000}…"$/);
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
          expect(error.message).to.match(/^item must be /);
          return;
        }
        if ('doi' in item) {
          expect(item.doi).to.match(/^10\.\d+\/./);
          // Only links are percent-encoded.
          const plain = `${text} ${percentDecoded(text)}`.replace(/%2F/gi, '/').replace(/\p{Cf}/gu, '');
          expect(plain).to.contain(item.doi);
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
        expect(parseItem(text), text).to.deep.include(item);
      }),
      cases(1000),
    );
  });
});

describe('parseItems', () => {
  const lists: [text: string, items: (Item | ItemByDoi)[]][] = [
    ['766364,766365;5 article/13', [article(766364), article(766365), article(5), article(13)]],
    ['766364 766364 article/766364', [article(766364)]],
    ['10.6084/m9.figshare.766364 766365', [article(766364), article(766365)]],
    ['10.6084/m9.figshare.4588723.v1 (ref. 42).', [article(4588723)]],
    ['10.6084/m9.figshare.4588723, 2019', [article(4588723)]],
    ['see 766365 in https://figshare.com/articles/766364', [article(766364)]],
    ['https://figshare.com (10.6084/m9.figshare.766364)', [article(766364)]],
    ['10.5281/zenodo.1 10.5281/ZENODO.1.v2', [{ doi: '10.5281/zenodo.1' }]],
    ['(10.6084/m9.figshare.111)(10.6084/m9.figshare.222)', [article(111), article(222)]],
    ['[10.6084/m9.figshare.111][10.6084/m9.figshare.222]', [article(111), article(222)]],
    ['[10.6084/m9.figshare.111]2', [article(111)]],
    ...[',', ';', '&', '+', '、', '|', ' and ', ')(', '][', ')', ']', ')[('].map(
      (joint): [string, (Item | ItemByDoi)[]] => [
        `10.26180/2529050${joint}10.5281/zenodo.1234567`,
        [article(2529050), { doi: '10.5281/zenodo.1234567' }],
      ],
    ),
  ];
  for (const [text, items] of lists) {
    it(`reads ${JSON.stringify(text)}`, () => expect(parseItems(text)).to.deep.equal(items));
  }

  const refused = [
    '10.6084/m9.figshare.7663\n64',
    ...['(766364)(766365)', '766364)(766365', '766364)5', '[766364][5]', 'article/5)(article/6'],
    ...['766364 wrong', '766,364 5', 'see article/5', '10.6084/m9.figshare.766364 10.26180/19095317–2'],
    '10.6084/m9.figshare.766364 https://figshare.com/s/0123456789abcdef',
    '10.6084/m9.figshare.766364 https://figshare.com/ndownloader/files/1',
  ];
  for (const text of refused) {
    it(`refuses ${JSON.stringify(text)}`, async () =>
      expect(await failureOf(() => parseItems(text))).to.have.property('kind', 'invalid'));
  }
});

describe('findItems', () => {
  const texts: Record<string, [text: string, items: (Item | ItemByDoi)[]]> = {
    'a README': [
      '# Data\n\n[![DOI](https://img.shields.io/badge/DOI-10.6084%2Fm9.figshare.3-blue)](https://doi.org/10.6084/m9.figshare.3) ' +
        'of [2019](https://figshare.com/articles/dataset/x/766364/2), and <https://doi.org/10.1371/journal.pone.0039704>.\n' +
        'See https://figshare.com/s/0123456789abcdef, https://www.nature.com/articles/47013373 and 766365.',
      [article(3), article(766364), { doi: '10.1371/journal.pone.0039704' }],
    ],
    BibTeX: [
      '@misc{a2019,\n  title = {10 Data},\n  year = {2019},\n  doi = {10.6084/m9.figshare.766364.v1},\n' +
        '  url = {https://figshare.com/articles/dataset/A\\_title/766364/1}\n}\n@article{b, doi = "10.26180/19095317"}',
      [article(766364), article(19095317)],
    ],
    'a CSV': [
      'id,doi,views,title\n1,10.6084/m9.figshare.766364,231,"A, b"\n2,10.6084/m9.figshare.c.5,1,x\n3,https://figshare.com/projects/P/13,,\n',
      [article(766364), collection(5), { kind: 'project', id: 13 }],
    ],
    'a table': ['1\t10.6084/m9.figshare.766364\n2\t10.6084/m9.figshare.5\n', [article(766364), article(5)]],
    'text without any': ['In 2019, 766,364 of 12 downloads; and/or 3/4.', []],
    nothing: ['', []],
  };
  for (const [name, [text, items]] of Object.entries(texts)) {
    it(`reads ${name}`, () => expect(findItems(text)).to.deep.equal(items));
  }
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
      for (const doi of [
        `10.6084/m9.figshare.${own}${id}${behind}`,
        `10.25384/sage.${own}${id}${behind}`,
        `10.5522/04/${own}${id}${behind}`,
      ]) {
        texts.push(change(`${before}${doi}${end}`), `https://doi.org/${encodeURIComponent(doi)}`);
      }
    }
    const isVersioned = version !== undefined && (kind === 'article' || kind === 'collection');
    const tail = `${id}${isVersioned ? `/${version}` : ''}${end}`;
    texts.push(`https://figshare.com/${kind}s/${slug}/${tail}`);
    if (kind === 'article') texts.push(`https://portal.example/articles/dataset/A${slug}/${id}?a=b`);
    if (kind === 'article') texts.push(`http://figshare.com/articles/dataset/${slug}/${tail}`);
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
