import { expect } from '@open-wc/testing';
import { parseMetrics } from '../../src/figshare/metric.js';
import { failureOf } from '../support/failure.js';

describe('parseMetrics', () => {
  const readable: [list: string | string[], metrics: string[]][] = [
    ['views', ['views']],
    ['views downloads shares citations', ['views', 'downloads', 'shares', 'citations']],
    ['citations views', ['citations', 'views']],
    [' downloads\n\tviews ', ['downloads', 'views']],
    ['views downloads views', ['views', 'downloads']],
    ['views,downloads', ['views', 'downloads']],
    [' downloads, views;shares; ', ['downloads', 'views', 'shares']],
    [['shares'], ['shares']],
    [
      ['downloads', 'views', 'downloads'],
      ['downloads', 'views'],
    ],
  ];
  for (const [list, metrics] of readable) {
    it(`reads ${JSON.stringify(list)}, each once and in the order given`, () =>
      expect(parseMetrics(list)).to.deep.equal(metrics));
  }

  const unreadable: (string | string[])[] = [
    '',
    ' ',
    [],
    [''],
    'hugs',
    'views hugs',
    'Views',
    ' , ;',
    'views/downloads',
    'views+downloads',
    'cites',
    'toString',
    '__proto__',
    'constructor',
    ['views', 'length'],
    ['views downloads'],
  ];
  for (const list of unreadable) {
    it(`refuses ${JSON.stringify(list)}`, async () => {
      const { kind, message } = await failureOf(() => parseMetrics(list));
      expect(kind).to.equal('invalid');
      expect(message).to.match(/^metrics must be .*views, downloads, shares, citations/);
      expect(message).to.contain(`"${[list].flat().join(' ').trim()}"`);
    });
  }
});
