import { expect } from '@open-wc/testing';
import { itemName } from '../../src/figshare/item.js';
import { parseItems } from '../../src/figshare/parse-item.js';
import fc, { cases } from '../support/fast-check.js';

/** Strings as they stand in public files, and what a person would read from each; ` | ` parts several right readings. */
const readStrings = async () =>
  (await (await fetch(new URL('strings.tsv', import.meta.url))).text())
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [text = '', expected = ''] = line.split('\t');
      const character = (_: string, digits: string) => String.fromCharCode(parseInt(digits, 16));
      return { text: text.replace(/\\u([0-9a-f]{4})/gi, character), readings: expected.split(' | ') };
    });

function readingOf(text: string): string {
  try {
    return parseItems(text)
      .map((item) => ('doi' in item ? `look-up ${item.doi}` : itemName(item)))
      .join(' + ');
  } catch {
    return 'refuse';
  }
}

describe('strings from public files', () => {
  it('are read as a person would read them', async () => {
    const strings = await readStrings();
    expect(strings).to.have.length(171);
    const wrong = strings
      .map((string) => ({ ...string, reading: readingOf(string.text) }))
      .filter(({ readings, reading }) => !readings.includes(reading));
    expect(wrong).to.deep.equal([]);
  });
});

describe('known DOIs', () => {
  it('are read out of whatever people wrap around them', () => {
    fc.assert(
      fc.property(knownDoi, fc.array(wrapping, { maxLength: 2 }), ({ doi, name }, wrappings) => {
        const text = wrappings.reduce((inner, [before, after]) => before + inner + after, doi);
        expect(readingOf(text), text).to.equal(name);
      }),
      cases(1000),
    );
  });

  it('are all read, each once and in order, however they are joined', () => {
    fc.assert(
      fc.property(fc.array(knownDoi, { minLength: 2, maxLength: 5 }), joint, (dois, between) => {
        const text = dois.map(({ doi }) => doi).join(between);
        expect(readingOf(text), text).to.equal([...new Set(dois.map(({ name }) => name))].join(' + '));
      }),
      cases(1000),
    );
  });
});

/** A DOI that holds its item's id, and the item. */
const knownDoi = fc
  .record({
    id: fc.integer({ min: 1, max: 99_999_999 }),
    label: fc.constantFrom(
      '10.6084/m9.figshare.',
      '10.26180/',
      '10.5522/04/',
      '10.15131/shef.data.',
      '10.1184/R1/',
    ),
    isCollection: fc.boolean(),
    version: fc.constantFrom('', '.v1', '.v23'),
    resolver: fc.constantFrom('', 'doi:', 'https://doi.org/', 'http://dx.doi.org/'),
  })
  .map(({ id, label, isCollection, version, resolver }) => ({
    doi: `${resolver}${label}${isCollection ? 'c.' : ''}${id}${version}`,
    name: `${isCollection ? 'collection' : 'article'}/${id}`,
  }));

const wrapping = fc.constantFrom(
  ...[
    ['(', ')'],
    ['(', ').'],
    ['[', ']'],
    ['<', '>'],
    ['"', '"'],
    ['“', '”'],
    ['«', '»'],
    ['`', '`'],
    ['\\url{', '}'],
    ['doi = {', '},'],
    ['DOI: ', '.'],
    ['\u200b', '\u200b'],
    ['> ', ''],
    ['[data](', ')'],
    ['see ', ' (ref. 42).'],
    ['', '。'],
    ['', '，'],
  ].map((pair) => pair as [before: string, after: string]),
);

const joint = fc.constantFrom(' ', '\n', ',', ', ', ';', '; ', ' and ', ' | ');
