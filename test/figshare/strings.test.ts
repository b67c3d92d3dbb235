/**
 * 171 strings as they stand in public files (READMEs, papers, BibTeX, CSV), each with the item that a person would read
 * from it: `look-up DOI` where the main API has to be asked, `refuse` where there is none; ` + ` joins several, ` | `
 * means either, `\uXXXX` is that character.
 */
import { expect } from '@open-wc/testing';
import { FigshareError } from '../../src/figshare/error.js';
import { itemName, parseItems } from '../../src/figshare/item.js';

const table = await (await fetch(new URL('./strings.tsv', import.meta.url))).text();
const rows = table.trimEnd().split('\n').slice(1);

describe('parseItems', () => {
  it('is tried with every string', () => expect(rows).to.have.length(171));

  for (const row of rows) {
    const [written = '', expected = ''] = row.split('\t');
    it(`reads ${written} as ${expected}`, () => {
      const text = written.replace(/\\u([0-9a-f]{4})/g, (_, code: string) =>
        String.fromCharCode(parseInt(code, 16)),
      );
      expect(expected.split(' | ')).to.include(reading(text));
    });
  }
});

function reading(text: string): string {
  try {
    const items = parseItems(text);
    return items.map((item) => ('doi' in item ? `look-up ${item.doi}` : itemName(item))).join(' + ');
  } catch (error) {
    if (error instanceof FigshareError && error.kind === 'invalid') return 'refuse';
    throw error;
  }
}
