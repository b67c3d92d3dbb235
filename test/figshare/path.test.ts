import { expect } from '@open-wc/testing';
import type { Item } from '../../src/figshare/item.js';
import {
  breakdownPath,
  combinedTotalsPath,
  countPath,
  timelinePath,
  topPath,
  totalPath,
} from '../../src/figshare/path.js';
import { hasCombinedTotals } from '../../src/figshare/totals.js';

const article: Item = { kind: 'article', id: 766364 };
const group: Item = { kind: 'group', id: 17 };
const spring = { start: '2015-02-11', end: '2015-05-17' };
const dates = 'start_date=2015-02-11&end_date=2015-05-17';
const institution = 'lboro';
const fileset = { type: 'item_type', id: 'fileset' } as const;
const physics = { type: 'category', id: '2' } as const;
const articles = { of: 'article', metric: 'views', by: 'item' } as const;

describe('the path', () => {
  const rows: Record<string, [path: string, expected: string][]> = {
    'of combined totals': [
      [combinedTotalsPath(article), '/total/article/766364'],
      [combinedTotalsPath({ kind: 'collection', id: 1 }), '/total/collection/1'],
    ],
    'of a total': [
      [totalPath('views', article), '/total/views/article/766364'],
      [totalPath('shares', group, institution), '/lboro/total/shares/group/17'],
      [totalPath('views', { kind: 'author', id: 2 ** 53 - 1 }), '/total/views/author/9007199254740991'],
    ],
    'of a timeline': [
      [timelinePath('month', 'views', article, spring), `/timeline/month/views/article/766364?${dates}`],
      [timelinePath('total', 'shares', group, spring, {}), `/timeline/total/shares/group/17?${dates}`],
      [
        timelinePath('day', 'downloads', group, spring, { institution, subItem: physics }),
        `/lboro/timeline/day/downloads/group/17?${dates}&sub_item=category&sub_item_id=2`,
      ],
    ],
    'of a breakdown, which asks for the whole period': [
      [breakdownPath('views', article, spring, {}), `/breakdown/total/views/article/766364?${dates}`],
      [
        breakdownPath('downloads', group, spring, { institution, subItem: fileset }),
        `/lboro/breakdown/total/downloads/group/17?${dates}&sub_item=item_type&sub_item_id=fileset`,
      ],
      [
        breakdownPath('shares', group, spring, { subItem: physics }),
        `/breakdown/total/shares/group/17?${dates}&sub_item=category&sub_item_id=2`,
      ],
    ],
    'of a top list': [
      [topPath(articles, 10, undefined), '/top/views/article?count=10'],
      [topPath({ ...articles, period: spring }, 1, undefined), `/top/views/article?count=1&${dates}`],
      [topPath({ ...articles, institution }, 100, undefined), '/lboro/top/views/article?count=100'],
      [
        topPath({ of: 'project', metric: 'views', by: 'referral' }, 2, 13),
        '/top/views/project?count=2&sub_item=referral&item_id=13',
      ],
      [
        topPath({ of: 'author', metric: 'shares', by: 'item-type' }, 3, undefined),
        '/top/shares/author?count=3&sub_item=item_type',
      ],
      [
        topPath({ of: 'group', metric: 'downloads', by: 'category', period: spring, institution }, 3, 2),
        `/lboro/top/downloads/group?count=3&sub_item=category&item_id=2&${dates}`,
      ],
    ],
    'of counts': [
      [countPath(), '/count/articles'],
      [countPath(institution), '/lboro/count/articles'],
    ],
  };
  for (const [what, paths] of Object.entries(rows)) {
    for (const [path, expected] of paths) {
      it(`${what} is ${expected}`, () => expect(path).to.equal(expected));
    }
  }
});

describe('hasCombinedTotals', () => {
  const rows = { article: true, collection: true, author: false, group: false, project: false } as const;
  for (const [kind, expected] of Object.entries(rows)) {
    it(`is ${expected} of the kind ${kind}`, () =>
      expect(hasCombinedTotals({ kind: kind as Item['kind'], id: 1 })).to.equal(expected));
  }
});
