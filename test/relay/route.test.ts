import { expect } from '@open-wc/testing';
import { kinds } from '../../src/figshare/item.js';
import { counters } from '../../src/figshare/metric.js';
import {
  breakdownPath,
  combinedTotalsPath,
  countPath,
  timelinePath,
  topPath,
  totalPath,
} from '../../src/figshare/path.js';
import { granularities } from '../../src/figshare/period.js';
import { parseRoute } from '../../src/relay/route.js';
import { rankings } from '../../src/figshare/top.js';

const today = '2025-11-22';
const dates = 'start_date=2015-02-11&end_date=2015-05-17';
const spring = { start: '2015-02-11', end: '2015-05-17' };

function get(target: string) {
  const [path = '', query = ''] = target.split('?');
  return parseRoute({ method: 'GET', path, query }, today);
}
const post = (body: string, path = '/count/articles') => parseRoute({ method: 'POST', path, body }, today);
const kindOf = (ask: () => unknown) => {
  try {
    ask();
    return 'not refused';
  } catch (error) {
    return (error as { kind: string }).kind;
  }
};

describe('parseRoute', () => {
  describe('recognises whatever path.ts writes, and writes the same', () => {
    const scopes = [{}, { institution: 'monash' }];
    const parts = [
      {},
      { subItem: { type: 'category', id: '2' } },
      { subItem: { type: 'item_type', id: 'fileset' } },
    ] as const;
    for (const kind of kinds) {
      it(`of the kind ${kind}`, () => {
        const item = { kind, id: 999_999_999_999_999 };
        const paths = [
          ...(kind === 'article' || kind === 'collection' ? [combinedTotalsPath(item)] : []),
          ...counters.flatMap((counter) =>
            scopes.flatMap(({ institution }: { institution?: string }) => [
              totalPath(counter, item, institution),
              ...parts.flatMap((part) => {
                const scope = { ...part, ...(institution && { institution }) };
                return [
                  breakdownPath(counter, item, spring, scope),
                  ...[...granularities, 'total' as const].map((by) =>
                    timelinePath(by, counter, item, spring, scope),
                  ),
                ];
              }),
              ...rankings.flatMap((by) => {
                const ranked = { of: kind, metric: counter, by, ...(institution && { institution }) };
                return [
                  topPath(ranked, 1, undefined),
                  topPath({ ...ranked, period: spring }, 100, by === 'item' ? undefined : 13),
                ];
              }),
            ]),
          ),
        ];
        for (const path of paths) expect(get(path).path).to.equal(path);
      });
    }

    it('of counts', () => {
      const body = '{"groups":[{"id":327},{"id":328}]}';
      for (const path of [countPath(), countPath('monash')])
        expect(post(body, path)).to.include({ path, body });
    });
  });

  it('puts what is said in another order, or not at all, in our own words', () => {
    expect(get('/top/views/article').path).to.equal('/top/views/article?count=10');
    expect(get('/timeline/day/views/article/5?end_date=2015-05-17&start_date=2015-02-11').path).to.equal(
      `/timeline/day/views/article/5?${dates}`,
    );
    expect(get(`/breakdown/month/views/article/5?${dates}`).path).to.equal(
      `/breakdown/month/views/article/5?${dates}`,
    );
    expect(post(' { "groups" : [ { "id" : 327 } , { "id" : 327 } ] } ').body).to.equal(
      '{"groups":[{"id":327}]}',
    );
  });

  it('tells the institution', () => {
    expect(get('/monash/total/views/article/5').institution).to.equal('monash');
    expect(get('/total/views/article/5')).not.to.have.property('institution');
  });

  it('reads answers as the package does', () => {
    expect(kindOf(() => get('/total/views/article/5').known({ totals: -7 }))).to.equal('bad-data');
    expect(
      kindOf(() => get(`/timeline/day/views/article/5?${dates}`).known({ timeline: { '2015': 1 } })),
    ).to.equal('bad-data');
    expect(kindOf(() => get('/top/views/article').known({ top: { 1: '2' } }))).to.equal('bad-data');
    expect(kindOf(() => post('{"groups":[{"id":327}]}').known({ 328: 1 }))).to.equal('bad-data');
  });

  it('tells the fields of an answer that it knows, as the service wrote them, and no others', () => {
    const secret = { echo: { authorization: 'Basic' } };
    for (const [target, answer] of [
      ['/total/views/article/5', { totals: 7 }],
      ['/total/article/5', { views: 1, cites: 2 }],
      [`/timeline/day/views/article/5?${dates}`, { timeline: { '2015-03-01': 1 } }],
      [`/timeline/total/views/article/5?${dates}`, { timeline: null }],
      [
        `/breakdown/total/views/article/5?${dates}`,
        { breakdown: { total: { Spain: { total: 8, Seville: 5 } } } },
      ],
      ['/top/views/article', { top: { 1130885: 31 } }],
      ['/top/views/article', { top: null }],
    ] as const) {
      expect(get(target).known({ ...answer, ...secret }), target).to.deep.equal(answer);
    }
    const total = `/timeline/total/views/article/5?${dates}`;
    expect(get(total).known({ timeline: { total: 3, ...secret } })).to.deep.equal({ timeline: { total: 3 } });
    expect(get('/top/views/article').known({ 'figshare.com': 3 })).to.deep.equal({ 'figshare.com': 3 });
    expect(post('{"groups":[{"id":327}]}').known({ 327: 1, ...secret })).to.deep.equal({ 327: 1 });
  });

  it('takes combined totals without any for a path that does not exist, so that askers fall back', () => {
    const { known } = get('/total/article/5');
    expect(known({ views: 1 })).to.deep.equal({ views: 1 });
    for (const nothing of [{}, [], null, 'views', { totals: 1 }]) {
      expect(
        kindOf(() => known(nothing)),
        JSON.stringify(nothing),
      ).to.equal('not-found');
    }
  });

  const refused = {
    'not-found': [
      '',
      '/',
      '/total',
      '/total/',
      '/total/views/article/5/',
      '//total/views/article/5',
      '/total/author/5',
      '/monash/total/article/5',
      '/monash/monash/total/views/article/5',
      '/evil.example/total/views/article/5',
      '/mon%61sh/total/views/article/5',
      `/${'a'.repeat(64)}/total/views/article/5`,
      '/count/articles',
      '/v2/articles/5',
      '/__proto__/5',
      '/constructor',
    ],
    invalid: [
      '/total/hugs/article/5',
      '/total/cites/article/5',
      '/total/views/toString/5',
      '/total/views/articles/5',
      '/total/Views/article/5',
      '/total/views/article/0',
      '/total/views/article/05',
      '/total/views/article/-5',
      '/total/views/article/5.0',
      '/total/views/article/1e3',
      '/total/views/article/%35',
      '/total/views/article/..',
      '/total/views/article/1000000000000000',
      `/total/views/article/5?${dates}`,
      '/total/views/article/5?callback=x',
      '/timeline/day/views/article/5',
      '/timeline/day/views/article/5?start_date=2015-02-11',
      `/timeline/week/views/article/5?${dates}`,
      `/timeline/day/views/article/5?${dates}&start_date=2015-02-11`,
      `/timeline/day/views/article/5?${dates}&`,
      `/timeline/day/views/article/5?${dates}&sub_item=category`,
      `/timeline/day/views/article/5?${dates}&sub_item_id=2`,
      `/timeline/day/views/article/5?${dates}&sub_item=referral&sub_item_id=2`,
      `/timeline/day/views/article/5?${dates}&sub_item=category&sub_item_id=x`,
      `/timeline/day/views/article/5?${dates}&sub_item=item_type&sub_item_id=${'x'.repeat(41)}`,
      `/timeline/day/views/article/5?${dates}&__proto__=x`,
      '/timeline/day/views/article/5?start_date=2015-02-30&end_date=2015-05-17',
      '/timeline/day/views/article/5?start_date=2015-05-17&end_date=2015-02-11',
      '/timeline/day/views/article/5?start_date=2011-12-31&end_date=2015-02-11',
      '/timeline/day/views/article/5?start_date=2015-05-17&end_date=2025-11-23',
      '/timeline/day/views/article/5?start_date=2015%2D05-17&end_date=2015-06-11',
      `/breakdown/total/views/article/x?${dates}`,
      '/top/views/article?count=0',
      '/top/views/article?count=101',
      '/top/views/article?count=1e1',
      '/top/views/article?count=5&count=6',
      '/top/views/article?start_date=2015-05-17',
      '/top/views/article?item_id=5',
      '/top/views/article?sub_item=item',
      '/top/views/article?sub_item=item-type',
      '/top/views/article?sub_item=category&sub_item_id=2',
      '/top/views/article?sub_item=category&item_id=0',
    ],
  };
  for (const [kind, targets] of Object.entries(refused)) {
    for (const target of targets) {
      it(`refuses ${target.slice(0, 90) || 'nothing'} as ${kind}`, () =>
        expect(kindOf(() => get(target))).to.equal(kind));
    }
  }

  const bodies = [
    '',
    '{',
    'null',
    '[]',
    '{}',
    '{"groups":[]}',
    '{"groups":{"id":1}}',
    '{"groups":[1]}',
    '{"groups":[{"id":"x"}]}',
    '{"groups":[{"id":1.5}]}',
    '{"groups":[{"id":1e300}]}',
    '{"groups":[{"id":1,"more":2}]}',
    '{"groups":[{"id":1}],"more":2}',
    '{"__proto__":[{"id":1}]}',
    JSON.stringify({ groups: Array.from({ length: 101 }, (_, index) => ({ id: index + 1 })) }),
  ];
  for (const body of bodies) {
    it(`refuses the body ${body.slice(0, 40) || 'of nothing'}`, () =>
      expect(kindOf(() => post(body))).to.equal('invalid'));
  }

  it('refuses other methods', () => {
    for (const method of ['PUT', 'DELETE', 'get', 'HEAD', '']) {
      expect(kindOf(() => parseRoute({ method, path: '/total/views/article/5' }, today))).to.equal(
        'not-found',
      );
    }
    expect(kindOf(() => post('{"groups":[{"id":327}]}', '/total/views/article/5'))).to.equal('not-found');
    expect(kindOf(() => post('{"groups":[{"id":327}]}', '/count/collections'))).to.equal('not-found');
  });
});
