import { expect } from '@open-wc/testing';
import { readData, readLink } from '../../src/figshare/placeholder.js';

const doi = 'https://doi.org/10.6084/m9.figshare.766364';

function read(address: string) {
  const placeholder = readLink(address);
  return placeholder && { name: placeholder.name, ...Object.fromEntries(placeholder.attributes) };
}

describe('readLink', () => {
  const rows: [string, string, object | undefined][] = [
    ['the element of the fragment', `${doi}#figshare-stats`, { name: 'stats', item: doi }],
    [
      'options as in an address, with + for a blank',
      `${doi}#figshare-stats?variant=card&metrics=views+downloads`,
      { name: 'stats', item: doi, variant: 'card', metrics: 'views downloads' },
    ],
    [
      'a blank written %20, and a comma',
      `${doi}#figshare-timeline?metrics=views%20downloads,shares`,
      { name: 'timeline', item: doi, metrics: 'views downloads,shares' },
    ],
    [
      'a fragment that an editor has encoded',
      `${doi}#figshare-stats%3Fvariant%3Dcard%26compact`,
      { name: 'stats', item: doi, variant: 'card', compact: '' },
    ],
    ['no full stop behind it', `${doi}#figshare-stats.`, { name: 'stats', item: doi }],
    [
      'nor other marks behind an option',
      `${doi}#figshare-stats?variant=card.»)`,
      { name: 'stats', item: doi, variant: 'card' },
    ],
    ['another item that is named', `${doi}#figshare-count?item=327`, { name: 'count', item: '327' }],
    ['no item for a list of all', `${doi}#figshare-top?of=group`, { name: 'top', of: 'group' }],
    [
      'an item for a list about one',
      `${doi}#figshare-top?by=referral`,
      { name: 'top', item: doi, by: 'referral' },
    ],
    ['nothing from another fragment', `${doi}#figshare-statistics`, undefined],
    ['nothing from no fragment', doi, undefined],
    ['nothing from an address that is no item', 'https://example.org/#figshare-stats', undefined],
    ['nothing from a page of its own', '#figshare-top', undefined],
    [
      'nothing from a percent sign that stands for nothing',
      `${doi}#figshare-stats%3Fvariant%3D%zz`,
      { name: 'stats', item: doi },
    ],
  ];
  for (const [what, address, placeholder] of rows) {
    it(`reads ${what}`, () => expect(read(address)).to.deep.equal(placeholder));
  }

  it('keeps an option without a value for booleans', () => {
    expect(read(`${doi}#figshare-stats?compact=&variant=card`)).to.deep.equal({
      name: 'stats',
      item: doi,
      compact: '',
      variant: 'card',
    });
  });
});

describe('readData', () => {
  it('reads the element of its mark, and its options', () => {
    const placeholder = readData([
      { name: 'class', value: 'x' },
      { name: 'data-figshare-stats', value: '' },
      { name: 'data-item', value: '766364' },
      { name: 'data-variant', value: 'card' },
    ]);
    expect(placeholder?.name).to.equal('stats');
    expect([...placeholder!.attributes]).to.deep.equal([
      ['item', '766364'],
      ['variant', 'card'],
    ]);
  });

  it('reads nothing without a mark, or with one that is none of ours', () => {
    expect(readData([{ name: 'data-item', value: '766364' }])).to.equal(undefined);
    expect(readData([{ name: 'data-figshare-statistics', value: '' }])).to.equal(undefined);
  });
});
