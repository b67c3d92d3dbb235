import { expect } from '@open-wc/testing';
import {
  datesOf,
  granularities,
  windowsOf,
  type Granularity,
  type Period,
} from '../../src/figshare/period.js';
import {
  cumulated,
  isWhole,
  peakOf,
  restOf,
  seriesOf,
  sumOf,
  trendOf,
  type Events,
  type Series,
} from '../../src/figshare/series.js';
import fc from '../support/fast-check.js';

const events = (byDate: Record<string, number>): Events => new Map(Object.entries(byDate));

describe('seriesOf', () => {
  const winter = { start: '2014-11-15', end: '2015-02-10' };
  const rows: [what: string, answers: Events[], values: number[]][] = [
    ['fills what is missing with 0', [events({ '2015-01': 3 })], [0, 0, 3, 0]],
    ['sorts what comes in any order', [events({ '2015-02': 4, '2014-11': 1, '2015-01': 3 })], [1, 0, 3, 4]],
    ['is 0 where the service counted 0', [events({ '2014-12': 0 })], [0, 0, 0, 0]],
    ['is empty where every answer says "none"', [null, null], []],
    ['is empty where there is no answer', [], []],
    ['takes "none" for 0 beside an answer', [null, events({ '2014-12': 2 }), null], [0, 2, 0, 0]],
    [
      'adds the answers',
      [events({ '2014-11': 1, '2014-12': 20 }), events({ '2014-12': 3, '2015-02': 400 })],
      [1, 23, 0, 400],
    ],
    [
      'leaves out dates that nobody asked for',
      [events({ '2014-10': 7, '2014-11': 1, '2015-03': 7, '2014-11-20': 7, '2014': 7 })],
      [1, 0, 0, 0],
    ],
    ['is 0 where only such dates came', [events({ '2013-12': 7 })], [0, 0, 0, 0]],
    ['keeps huge numbers', [events({ '2015-01': 2 ** 53 - 1 })], [0, 0, 2 ** 53 - 1, 0]],
  ];
  for (const [what, answers, values] of rows) {
    it(what, () => {
      const dates = ['2014-11', '2014-12', '2015-01', '2015-02'];
      const series = values.map((value, at) => ({ date: dates[at], value }));
      expect(seriesOf(answers, winter, 'month')).to.deep.equal(series);
    });
  }

  for (const granularity of granularities) {
    it(`makes the series that was never cut of windows by ${granularity}, of any items`, () => {
      const day = fc.integer({ min: dayNumber('2012-01-01'), max: dayNumber('2029-12-31') });
      const item = fc.dictionary(day.map(dayText), fc.integer({ min: 1, max: 999 }), { maxKeys: 30 });
      fc.assert(
        fc.property(day, day, fc.array(item, { maxLength: 3 }), (one, other, items) => {
          const period = { start: dayText(Math.min(one, other)), end: dayText(Math.max(one, other)) };
          const answers = items.flatMap((days) =>
            windowsOf(period, granularity).map((window) => answerTo(days, window, granularity)),
          );
          // As text: to compare thousands of days one by one takes seconds.
          expect(JSON.stringify(seriesOf(answers, period, granularity))).to.equal(
            JSON.stringify(wholeSeries(items, period, granularity)),
          );
        }),
      );
    });
  }
});

describe('restOf', () => {
  const rows: [
    what: string,
    Granularity,
    window: string,
    dates: string[] | null,
    rest: string | undefined,
  ][] = [
    ['none, of no events', 'month', '2014-01-01 2015-12-31', null, undefined],
    ['none, at the end', 'month', '2014-01-01 2015-12-31', ['2015-12', '2014-01'], undefined],
    ['none, in the month of the end', 'month', '2014-01-15 2015-12-10', ['2015-12'], undefined],
    ['none, past the end', 'month', '2014-01-01 2015-12-31', ['2016-01'], undefined],
    ['none, on the last day', 'day', '2014-01-01 2014-12-31', ['2014-12-31'], undefined],
    ['none, in the last year', 'year', '2012-01-01 2016-05-05', ['2016'], undefined],
    ['none, of one day', 'month', '2014-01-15 2014-01-15', ['2014-01'], undefined],
    ['from the day after', 'day', '2014-01-15 2014-12-31', ['2014-02-28'], '2014-03-01 2014-12-31'],
    ['from a leap day', 'day', '2016-01-15 2016-12-31', ['2016-02-28'], '2016-02-29 2016-12-31'],
    ['that is the last day', 'day', '2014-01-01 2014-12-31', ['2014-12-30'], '2014-12-31 2014-12-31'],
    ['of all days', 'day', '2014-01-15 2014-12-31', ['2013-12-31'], '2014-01-15 2014-12-31'],
    ['with a month anew', 'month', '2014-01-15 2015-12-31', ['2014-06', '2014-09'], '2014-09-01 2015-12-31'],
    ['in any order', 'month', '2014-01-01 2015-12-31', ['2014-09', '2014-06'], '2014-09-01 2015-12-31'],
    ['with a December', 'month', '2014-01-01 2015-12-31', ['2014-12'], '2014-12-01 2015-12-31'],
    ['to an end in mid-month', 'month', '2014-01-01 2014-10-10', ['2014-09'], '2014-09-01 2014-10-10'],
    ['no earlier than asked first', 'month', '2014-01-15 2015-12-31', ['2014-01'], '2014-01-15 2015-12-31'],
    ['whose events are older', 'month', '2014-01-15 2015-12-31', ['2013-12'], '2014-01-15 2015-12-31'],
    ['with a year anew', 'year', '2012-02-03 2016-12-31', ['2012', '2014'], '2014-01-01 2016-12-31'],
    ['of the whole first year', 'year', '2012-02-03 2016-12-31', ['2012'], '2012-02-03 2016-12-31'],
  ];
  for (const [what, granularity, window, dates, rest] of rows) {
    it(what, () => {
      const told = dates && events(Object.fromEntries(dates.map((date) => [date, 1])));
      expect(restOf(days(window), told, granularity)).to.deep.equal(rest && days(rest));
    });
  }

  it('none, of an answer without a date', () =>
    expect(restOf(days('2014-01-01 2015-12-31'), new Map(), 'month')).to.equal(undefined));
});

describe('cumulated', () => {
  const rows: [values: number[], totals: number[]][] = [
    [[], []],
    [[7], [7]],
    [
      [0, 0],
      [0, 0],
    ],
    [
      [0, 3, 0, 4],
      [0, 3, 3, 7],
    ],
    [
      [2 ** 50, 1, 2 ** 50],
      [2 ** 50, 2 ** 50 + 1, 2 ** 51 + 1],
    ],
  ];
  for (const [values, totals] of rows) {
    it(`of [${values.join(', ')}] is [${totals.join(', ')}]`, () =>
      expect(cumulated(monthly(values))).to.deep.equal(monthly(totals)));
  }

  it('leaves the series as it was', () => {
    const series = monthly([1, 2]);
    cumulated(series);
    expect(series).to.deep.equal(monthly([1, 2]));
  });
});

describe('sumOf', () => {
  const rows: [values: number[], sum: number][] = [
    [[], 0],
    [[7], 7],
    [[0, 0], 0],
    [[1, 20, 300], 321],
    [[2 ** 50, 2 ** 50, 1], 2 ** 51 + 1],
  ];
  for (const [values, sum] of rows) {
    it(`of [${values.join(', ')}] is ${sum}`, () => expect(sumOf(monthly(values))).to.equal(sum));
  }
});

describe('peakOf', () => {
  const rows: [what: string, values: number[], index: number | undefined][] = [
    ['is missing of nothing', [], undefined],
    ['is the only point', [7], 0],
    ['is the largest', [1, 3, 2], 1],
    ['is the last, if that is the largest', [1, 2, 3], 2],
    ['is the first of equals', [1, 3, 2, 3], 1],
    ['is the first of zeros', [0, 0], 0],
    ['is huge', [2 ** 50 - 1, 2 ** 50], 1],
  ];
  for (const [what, values, index] of rows) {
    it(what, () => {
      const series = monthly(values);
      expect(peakOf(series)).to.equal(index === undefined ? undefined : series[index]);
    });
  }
});

describe('isWhole', () => {
  type Row = [date: string, period: string, isOpen: boolean, whole: boolean];
  const rows: Row[] = [
    ['2025-10', '2025-10-01 2025-10-31', false, true],
    ['2025-10', '2025-10-02 2025-10-31', false, false],
    ['2025-10', '2025-10-01 2025-10-30', false, false],
    ['2025-10', '2025-10-10 2025-10-20', false, false],
    ['2025-10', '2025-09-15 2025-11-15', true, true],
    ['2025-11', '2025-09-15 2025-11-15', true, false],
    ['2025-10', '2025-09-01 2025-10-31', true, false],
    ['2025-10', '2025-09-01 2025-11-01', true, true],
    ['2024-02', '2024-01-01 2024-02-28', false, false],
    ['2024-02', '2024-01-01 2024-02-29', false, true],
    ['2024', '2024-01-01 2024-12-31', false, true],
    ['2024', '2024-01-01 2024-12-31', true, false],
    ['2024', '2024-01-02 2024-12-31', false, false],
    ['2025-10-31', '2025-10-31 2025-10-31', false, true],
    ['2025-10-31', '2025-10-31 2025-10-31', true, false],
    ['2025-10-30', '2025-10-01 2025-10-31', true, true],
  ];
  for (const [date, period, isOpen, whole] of rows) {
    it(`is ${whole} of ${date} in ${period}${isOpen ? ', which is today' : ''}`, () =>
      expect(isWhole(date, { period: days(period), isOpen })).to.equal(whole));
  }
});

describe('trendOf', () => {
  const closed = { period: days('2014-01-01 2015-12-31'), isOpen: false };
  const rows: [what: string, values: number[], trend: ReturnType<typeof trendOf>][] = [
    ['is unknown of nothing', [], undefined],
    ['is unknown of one date', [1], undefined],
    ['is unknown of three dates', [1, 2, 3], undefined],
    ['is unknown where nothing happened', [0, 0, 0, 0], undefined],
    ['is unknown where only the middle is left out', [0, 0, 9, 0, 0], undefined],
    ['rises', [1, 2, 3, 4], 'rising'],
    ['falls', [4, 3, 2, 1], 'falling'],
    ['is none where all are equal', [5, 5, 5, 5], undefined],
    ['is none up and down', [1, 9, 9, 1], undefined],
    ['leaves out the middle', [5, 5, 99, 5, 5], undefined],
    ['is none at a tenth more', [50, 50, 55, 55], undefined],
    ['rises at more than that', [50, 50, 56, 56], 'rising'],
    ['is none at a tenth less', [50, 50, 45, 45], undefined],
    ['falls at less than that', [50, 50, 45, 44], 'falling'],
    ['is none that one date makes', [5, 5, 90, 5, 5, 5, 5, 5], undefined],
    ['is none that the last date makes', [5, 5, 5, 61], undefined],
    ['is none of one event', [1, 0, 0, 0], undefined],
    ['begins with the first event: flat since then', [0, 0, 0, 0, 0, 7, 7, 7, 7, 7], undefined],
    ['begins with the first event: falling since then', [0, 0, 0, 0, 9, 8, 4, 3], 'falling'],
    ['begins with the first event: too few since then', [0, 0, 0, 0, 1, 2, 3], undefined],
    ['of huge numbers rises', [2 ** 50, 0, 2 ** 50, 2 ** 50], 'rising'],
    ['of huge numbers is none', [2 ** 50, 1, 1, 2 ** 50], undefined],
  ];
  for (const [what, values, trend] of rows) {
    it(what, () => expect(trendOf(monthly(values), closed)).to.equal(trend));
  }

  it('takes exactly a tenth more or less for no trend, of any number', () => {
    const tens = fc.integer({ min: 1, max: 2 ** 45 });
    const trend = (earlier: number, later: number) =>
      trendOf(monthly([earlier, earlier, later, later]), closed);
    fc.assert(
      fc.property(tens, (n) => {
        const trends = [8, 9, 11, 12].map((tenths) => trend(10 * n, tenths * n));
        expect(trends).to.deep.equal(['falling', undefined, undefined, 'rising']);
        expect([trend(10 * n, 9 * n - 1), trend(10 * n, 11 * n + 1)]).to.deep.equal(['falling', 'rising']);
      }),
    );
  });

  const partial: [
    what: string,
    period: string,
    isOpen: boolean,
    values: number[],
    trend: string | undefined,
  ][] = [
    ['a first date that is cut', '2014-01-15 2014-05-31', false, [9, 4, 5, 6, 7], 'rising'],
    ['a last date that is cut', '2014-01-01 2014-05-15', false, [7, 6, 5, 4, 99], 'falling'],
    ['a last date that goes on', '2014-01-01 2014-05-31', true, [4, 5, 6, 7, 0], 'rising'],
    ['both, and what is left is too little', '2014-01-15 2014-05-15', false, [0, 1, 2, 3, 0], undefined],
  ];
  for (const [what, period, isOpen, values, trend] of partial) {
    it(`leaves out ${what}`, () =>
      expect(trendOf(monthly(values), { period: days(period), isOpen })).to.equal(trend));
  }
});

/** Points of the months from January 2014 on. */
function monthly(values: number[]): Series {
  const dates = datesOf(days('2014-01-01 2015-12-31'), 'month');
  return values.map((value, at) => ({ date: dates[at]!, value }));
}

function days(text: string): Period {
  const [start = '', end = ''] = text.split(' ');
  return { start, end };
}

const length = { day: 10, month: 7, year: 4 };

/** As the service answers: the events between two days, newest first, or null. */
function answerTo(byDay: Record<string, number>, { start, end }: Period, granularity: Granularity): Events {
  const told = new Map<string, number>();
  for (const [day, value] of Object.entries(byDay).sort().reverse()) {
    const date = day.slice(0, length[granularity]);
    if (start <= day && day <= end) told.set(date, (told.get(date) ?? 0) + value);
  }
  return told.size > 0 ? told : null;
}

/** What has to come out, counted day by day. */
function wholeSeries(items: Record<string, number>[], { start, end }: Period, granularity: Granularity) {
  const values = new Map<string, number>();
  let isEmpty = true;
  for (let number = dayNumber(start); number <= dayNumber(end); number++) {
    const day = dayText(number);
    const date = day.slice(0, length[granularity]);
    const onDay = items.reduce((sum, byDay) => sum + (byDay[day] ?? 0), 0);
    values.set(date, (values.get(date) ?? 0) + onDay);
    isEmpty &&= onDay === 0;
  }
  return isEmpty ? [] : [...values].map(([date, value]) => ({ date, value }));
}

function dayNumber(day: string): number {
  return Date.parse(day) / 86_400_000;
}

function dayText(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}
