import { expect } from '@open-wc/testing';
import {
  readCombinedTotals,
  readTimelineTotal,
  readTotal,
  readKeptTotals,
} from '../../src/figshare/totals.js';
import { readEvents, readKeptTimeline } from '../../src/figshare/timeline.js';
import { FigshareError } from '../../src/figshare/error.js';
import { isCounter, metrics } from '../../src/figshare/metric.js';
import { granularities, type Granularity } from '../../src/figshare/period.js';
import { failureOf } from '../support/failure.js';
import fc, { cases } from '../support/fast-check.js';

/** JSON texts: an object literal would take `__proto__` for its prototype. */
const notCounts = [
  ...['-1', '1.5', '"231"', '"NaN"', '""', 'true', 'false', '[]', '[231]', '{}', '{"totals":231}'],
  ...['9007199254740992', '9007199254740994', '1e999', '-1e999', '0.1', '1e-7'],
];
const notMonths = [
  ...['total', '', '2015', '2015-07-01', '2015-7', '2015-00', '2015-13', '15-07', '02015-07', '201507'],
  ...[' 2015-07', '2015-07 ', '2015-07\\n', '２０１５-07', '__proto__', 'constructor'],
];
const notObjects = ['null', 'true', '0', '231', '"totals"', '""', '[]', '[231]', '[{"totals":231}]'];

interface Reader {
  read: (body: unknown) => unknown;
  /** Answer and what is read from it. */
  readable: Record<string, unknown>;
  unreadable: string[];
}

const readers: Record<string, Reader> = {
  readTotal: {
    read: readTotal,
    readable: {
      '{"totals":231}': 231,
      '{"totals":0}': 0,
      '{"totals":9007199254740991}': 2 ** 53 - 1,
      '{"totals":1e3}': 1000,
      '{"totals":231,"__proto__":{"totals":1},"more":null}': 231,
    },
    unreadable: [
      ...notObjects,
      ...[...notCounts, 'null'].map((value) => `{"totals":${value}}`),
      ...['{}', '{"Totals":231}', '{"total":231}', '{"__proto__":{"totals":231}}', '{"message":"no"}'],
    ],
  },
  readCombinedTotals: {
    read: readCombinedTotals,
    readable: {
      '{"views":231,"downloads":5,"shares":0,"cites":2}': {
        views: 231,
        downloads: 5,
        shares: 0,
        citations: 2,
      },
      '{"cites":2,"views":231}': { views: 231, citations: 2 },
      '{"views":231,"citations":9,"hugs":-1,"totals":null}': { views: 231 },
      '{"views":231,"__proto__":{"downloads":5}}': { views: 231 },
      '{"__proto__":{"views":231}}': {},
      '{"totals":231}': {},
      ...Object.fromEntries(['{}', ...notObjects].map((body) => [body, {}])),
    },
    unreadable: ['views', 'downloads', 'shares', 'cites'].flatMap((key) =>
      notCounts.map((value) => `{"${key}":${value}}`),
    ),
  },
  readTimelineTotal: {
    read: readTimelineTotal,
    readable: {
      '{"timeline":{"total":10}}': 10,
      '{"timeline":{"total":0}}': 0,
      '{"timeline":null}': null,
      '{"timeline":{}}': null,
    },
    unreadable: [
      ...notObjects,
      ...[...notCounts, 'null'].map((value) => `{"timeline":{"total":${value}}}`),
      ...['{}', '{"timeline":[]}', '{"timeline":10}', '{"timeline":"total"}', '{"timeline":{"2025":10}}'],
      ...['{"totals":10}', '{"total":10}', '{"__proto__":{"timeline":null}}'],
      '{"timeline":{"__proto__":{"total":10},"a":1}}',
    ],
  },
  readEvents: {
    read: (body) => readEvents(body, 'month'),
    readable: {
      '{"timeline":{"2015-07":7,"2015-05":2}}': new Map([
        ['2015-07', 7],
        ['2015-05', 2],
      ]),
      '{"timeline":{"2015-07":0}}': new Map([['2015-07', 0]]),
      '{"timeline":{"2015-07":9007199254740991}}': new Map([['2015-07', 2 ** 53 - 1]]),
      '{"timeline":{"2015-07":7},"__proto__":{"timeline":null},"more":1}': new Map([['2015-07', 7]]),
      '{"timeline":null}': null,
      '{"timeline":{}}': null,
    },
    unreadable: [
      ...notObjects,
      ...[...notCounts, 'null'].map((value) => `{"timeline":{"2015-05":2,"2015-07":${value}}}`),
      ...notMonths.map((date) => `{"timeline":{"2015-05":2,"${date}":7}}`),
      ...['[]', '[7]', '7', '0', '""', '"2015-07"', 'false'].map((timeline) => `{"timeline":${timeline}}`),
      ...['{}', '{"2015-07":7}', '{"__proto__":{"timeline":null}}', '{"Timeline":null}'],
    ],
  },
  readKeptTimeline: {
    read: (kept) => readKeptTimeline(kept, { metrics: ['views', 'shares'], granularity: 'month' }),
    readable: {
      '{"views":[{"date":"2015-05","value":2},{"date":"2015-06","value":0}],"shares":[]}': {
        views: [
          { date: '2015-05', value: 2 },
          { date: '2015-06', value: 0 },
        ],
        shares: [],
      },
      '{"shares":[{"value":1,"date":"2015-05","more":-1}],"views":[],"downloads":null}': {
        views: [],
        shares: [{ date: '2015-05', value: 1 }],
      },
    },
    unreadable: [
      ...notObjects,
      ...['{}', '{"views":[]}', '{"views":[],"__proto__":{"shares":[]}}'],
      ...['null', '{}', '0', '"[]"', '{"2015-07":7}'].map((series) => `{"views":[],"shares":${series}}`),
      ...[
        ...['null', '[]', '7', '"2015-07"', '["2015-07",7]', '{}', '{"date":"2015-07"}', '{"value":7}'],
        ...['{"date":201507,"value":7}', '{"date":null,"value":7}', '{"date":["2015-07"],"value":7}'],
        '{"__proto__":{"date":"2015-07","value":7}}',
        ...[...notCounts, 'null'].map((value) => `{"date":"2015-07","value":${value}}`),
        ...notMonths.map((date) => `{"date":"${date}","value":7}`),
      ].map((point) => `{"views":[${point}],"shares":[]}`),
    ],
  },
  readKeptTotals: {
    read: (kept) => readKeptTotals(kept, { metrics: ['views', 'citations'] }),
    readable: {
      '{"views":231,"citations":2}': { views: 231, citations: 2 },
      '{"views":0,"citations":null}': { views: 0, citations: null },
      '{"views":null,"citations":null,"downloads":-1}': { views: null, citations: null },
    },
    unreadable: [
      ...notObjects,
      ...notCounts.map((value) => `{"views":231,"citations":${value}}`),
      ...['{}', '{"views":231}', '{"views":231,"cites":2}', '{"__proto__":{"views":231,"citations":2}}'],
    ],
  },
};

for (const [name, { read, readable, unreadable }] of Object.entries(readers)) {
  describe(name, () => {
    for (const [body, answer] of Object.entries(readable)) {
      it(`reads ${body}`, () => expect(read(JSON.parse(body))).to.deep.equal(answer));
    }

    for (const body of unreadable) {
      it(`refuses ${body} as bad data`, async () => {
        const { kind, message } = await failureOf(() => read(JSON.parse(body)));
        expect(kind).to.equal('bad-data');
        expect(message).to.contain('answer');
      });
    }

    it('makes of any JSON an answer or an error about bad data', () => {
      fc.assert(
        fc.property(anyAnswer, (body) => {
          try {
            expect(flat(read(body))).to.satisfy((counts: unknown[]) => counts.every(isCountOrNull));
          } catch (error) {
            if (!(error instanceof FigshareError)) throw error;
            expect(error.kind).to.equal('bad-data');
          }
        }),
        cases(500),
      );
    });
  });
}

describe('readEvents and readKeptTimeline', () => {
  const rows: Record<string, Granularity | undefined> = {
    '2024-02-29': 'day',
    '2025-12-31': 'day',
    '2025-12-01': 'day',
    '2025-12': 'month',
    '2025-01': 'month',
    '2025': 'year',
    '2025-12-32': undefined,
    '2025-12-00': undefined,
    '2025-13-01': undefined,
    '2025-13': undefined,
    '25': undefined,
    '20255': undefined,
    '2025-12-31T00:00:00Z': undefined,
    total: undefined,
  };
  for (const [date, form] of Object.entries(rows)) {
    it(`take ${date} for ${form ?? 'nothing'}`, async () => {
      for (const granularity of granularities) {
        const read = () => readEvents({ timeline: { [date]: 1 } }, granularity);
        const readKept = () =>
          readKeptTimeline({ views: [{ date, value: 1 }] }, { metrics: ['views'], granularity });
        if (granularity === form) {
          expect(read()).to.deep.equal(new Map([[date, 1]]));
          expect(readKept()).to.deep.equal({ views: [{ date, value: 1 }] });
        } else {
          for (const task of [read, readKept]) {
            const { kind, message } = await failureOf(task);
            expect(kind).to.equal('bad-data');
            expect(message).to.contain(`by ${granularity}`).and.to.contain(`"${date}"`);
          }
        }
      }
    });
  }
});

describe('readKeptTimeline', () => {
  it('gives back what was kept of any timeline', () => {
    const date = fc.constantFrom('2024', '2025', '1999');
    const series = fc.array(fc.record({ date, value: fc.nat({ max: Number.MAX_SAFE_INTEGER }) }));
    const timeline = fc.record({ views: series, downloads: series, shares: series });
    fc.assert(
      fc.property(timeline, fc.subarray(metrics.filter(isCounter)), (kept, asked) => {
        const expected = Object.fromEntries(asked.map((metric) => [metric, kept[metric]]));
        expect(
          readKeptTimeline(JSON.parse(JSON.stringify(kept)), { metrics: asked, granularity: 'year' }),
        ).to.deep.equal(expected);
      }),
    );
  });
});

describe('readKeptTotals', () => {
  it('gives back what was kept of any totals', () => {
    const count = fc.option(fc.nat({ max: Number.MAX_SAFE_INTEGER }));
    const totals = fc.record({ views: count, downloads: count, shares: count, citations: count });
    fc.assert(
      fc.property(totals, fc.subarray([...metrics]), (kept, asked) => {
        const expected = Object.fromEntries(asked.map((metric) => [metric, kept[metric]]));
        expect(readKeptTotals(JSON.parse(JSON.stringify(kept)), { metrics: asked })).to.deep.equal(expected);
      }),
    );
  });
});

describe('an error about bad data', () => {
  it('quotes a long answer in part only', async () => {
    const { message } = await failureOf(() => readTotal('x'.repeat(100_000)));
    expect(message).to.contain('xxx').and.to.have.length.below(300);
  });
});

/** JSON of all sorts, and JSON that is nearly an answer. */
const anyAnswer = fc.oneof(
  fc.jsonValue(),
  fc.dictionary(
    fc.constantFrom('totals', 'timeline', 'views', 'downloads', 'shares', 'cites', 'citations'),
    fc.oneof(
      fc.jsonValue(),
      fc.maxSafeInteger(),
      fc.dictionary(fc.constantFrom('total', 'x', '2015-07'), fc.oneof(fc.jsonValue(), fc.maxSafeInteger())),
      fc.array(fc.record({ date: fc.constantFrom('2015-07', 'x'), value: fc.maxSafeInteger() })),
    ),
  ),
);

function flat(answer: unknown): unknown[] {
  if (answer instanceof Map) return [...answer.values()];
  if (Array.isArray(answer)) return answer.map(({ value }: { value: unknown }) => value);
  return typeof answer === 'object' && answer !== null ? Object.values(answer).flatMap(flat) : [answer];
}

function isCountOrNull(value: unknown): boolean {
  return value === null || (Number.isSafeInteger(value) && (value as number) >= 0);
}
