import { expect } from '@open-wc/testing';
import { publicItemsIn } from '../../src/format/count-words.js';
import { languages, pluralOf, type Language } from '../../src/format/words.js';

const counts = [...Array(201).keys(), 1_000, 99_999, 1_000_000, 2_000_000, 1_000_001, 9_007_199_254_740_991];

describe('public items', () => {
  for (const language of languages) {
    it(`have a name for any number in ${language}`, () => {
      for (const count of counts) {
        expect(pluralOf(publicItemsIn(language), count, language), String(count)).to.match(
          /^[\p{L}\p{M}ー’]+( [\p{L}\p{M}’]+)*$/u,
        );
      }
    });
  }

  it('are nowhere left in English', () => {
    expect(new Set(languages.map(publicItemsIn))).to.have.property('size', languages.length);
  });

  const rows: [Language, Record<number, string>][] = [
    ['en', { 0: 'public items', 1: 'public item', 2: 'public items', 1_000_000: 'public items' }],
    ['de', { 0: 'öffentliche Einträge', 1: 'öffentlicher Eintrag', 2: 'öffentliche Einträge' }],
    ['es', { 1: 'elemento público', 2: 'elementos públicos', 1_000_000: 'de elementos públicos' }],
    [
      'fr',
      {
        0: 'élément public',
        1: 'élément public',
        2: 'éléments publics',
        1_000_000: 'd’éléments publics',
        1_000_001: 'éléments publics',
      },
    ],
    ['it', { 0: 'elementi pubblici', 1: 'elemento pubblico', 1_000_000: 'di elementi pubblici' }],
    ['nl', { 0: 'openbare items', 1: 'openbaar item', 2: 'openbare items' }],
    [
      'pl',
      {
        0: 'publicznych pozycji',
        1: 'publiczna pozycja',
        2: 'publiczne pozycje',
        5: 'publicznych pozycji',
        12: 'publicznych pozycji',
        22: 'publiczne pozycje',
        112: 'publicznych pozycji',
      },
    ],
    ['pt', { 1: 'item público', 2: 'itens públicos', 1_000_000: 'de itens públicos' }],
    ['zh', { 0: '个公开条目', 1: '个公开条目', 1_000_000: '个公开条目' }],
    ['ja', { 0: '件の公開アイテム', 1: '件の公開アイテム', 1_000_000: '件の公開アイテム' }],
    [
      'ar',
      {
        0: 'عناصر عامة',
        1: 'عنصر عام',
        2: 'عنصران عامان',
        3: 'عناصر عامة',
        10: 'عناصر عامة',
        11: 'عنصرًا عامًا',
        99: 'عنصرًا عامًا',
        100: 'عنصر عام',
        103: 'عناصر عامة',
      },
    ],
  ];
  for (const [language, forms] of rows) {
    it(`go with their number in ${language}`, () => {
      for (const [count, form] of Object.entries(forms)) {
        expect(pluralOf(publicItemsIn(language), Number(count), language), count).to.equal(form);
      }
    });
  }
});
