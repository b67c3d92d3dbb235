import { expect } from '@open-wc/testing';
import { formatCsv } from '../../src/format/csv.js';
import fc from '../support/fast-check.js';

describe('formatCsv', () => {
  it('ends every row with CR and LF, the last one too', () => {
    const rows = [
      ['date', 'views'],
      ['2025-12', 3],
      ['2026-01', 0],
    ];
    expect(formatCsv(rows)).to.equal('date,views\r\n2025-12,3\r\n2026-01,0\r\n');
  });

  it('is empty without rows', () => expect(formatCsv([])).to.equal(''));

  const fields: [what: string, value: string | number, text: string][] = [
    ['leaves words as they are', 'views', 'views'],
    ['leaves a date as it is', '2025-12-31', '2025-12-31'],
    ['leaves white space', ' a b ', ' a b '],
    ['leaves apostrophes', "it's", "it's"],
    ['leaves other alphabets', '閲覧 مشاهدات', '閲覧 مشاهدات'],
    ['leaves nothing', '', ''],
    ['quotes a comma', 'a,b', '"a,b"'],
    ['doubles quotes', 'the "best" one', '"the ""best"" one"'],
    ['doubles a quote alone', '"', '""""'],
    ['quotes a line feed', 'a\nb', '"a\nb"'],
    ['quotes a line break', 'a\r\nb', '"a\r\nb"'],
    ['quotes a line feed at the start', '\na', '"\na"'],
    ['defuses =', '=1+1', "'=1+1"],
    ['defuses +', '+1', "'+1"],
    ['defuses -', '-1', "'-1"],
    ['defuses @', '@SUM(A1)', "'@SUM(A1)"],
    ['defuses a tab', '\t=1', "'\t=1"],
    ['defuses and quotes a carriage return', '\r=1', '"\'\r=1"'],
    [
      'defuses and quotes a link',
      '=HYPERLINK("http://a.example","b")',
      `"'=HYPERLINK(""http://a.example"",""b"")"`,
    ],
    ['leaves = within', 'a=1', 'a=1'],
    ['leaves - within', '2025-12', '2025-12'],
    ['writes zero', 0, '0'],
    ['writes a negative number as a number', -5, '-5'],
    ['writes a fraction', -0.5, '-0.5'],
    ['writes huge numbers in full', 2 ** 53 - 1, '9007199254740991'],
  ];
  for (const [what, value, text] of fields) {
    it(what, () => {
      expect(formatCsv([[value]])).to.equal(`${text}\r\n`);
      expect(formatCsv([['x', value, 1]])).to.equal(`x,${text},1\r\n`);
    });
  }

  it('is read back as what was written, and nothing in it is a formula', () => {
    const awkward = fc.string({
      unit: fc.constantFrom('"', "'", ',', ';', '\r', '\n', '\t', '=', '+', '-', '@', 'a', '1', ' '),
    });
    const rows = fc.array(fc.array(fc.oneof(awkward, fc.string()), { minLength: 1, maxLength: 4 }));
    fc.assert(
      fc.property(rows, (rows) => {
        const read = parse(formatCsv(rows));
        for (const text of read.flat()) expect(text).not.to.match(/^[=+\-@\t\r]/);
        const bare = read.map((row, y) =>
          row.map((text, x) => (/^[=+\-@\t\r]/.test(rows[y]?.[x] ?? '') ? text.slice(1) : text)),
        );
        expect(bare).to.deep.equal(rows);
      }),
    );
  });
});

/** Reads what RFC 4180 describes, and nothing else. */
function parse(text: string): string[][] {
  const rows: string[][] = [[]];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  while (field.lastIndex < text.length) {
    const found = field.exec(text);
    if (!found) throw new Error(`cannot be read: ${JSON.stringify(text)}`);
    const [, quoted, plain = '', end] = found;
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ',') rows.push([]);
  }
  return rows.slice(0, -1);
}
