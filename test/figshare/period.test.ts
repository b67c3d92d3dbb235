import { expect } from '@open-wc/testing';
import {
  dateOf,
  datesOf,
  dayAfter,
  daysOf,
  granularities,
  parsePeriod,
  usualStart,
  windowsOf,
  yearUntil,
  type Granularity,
  type Period,
} from '../../src/figshare/period.js';
import { failureOf } from '../support/failure.js';
import fc from '../support/fast-check.js';

const today = '2025-11-21';

describe('parsePeriod', () => {
  const readable: [{ start?: string; end?: string }, Period][] = [
    [{}, { start: '2012-01-01', end: today }],
    [{ start: '2024-05-06' }, { start: '2024-05-06', end: today }],
    [{ end: '2024-05-06' }, { start: '2012-01-01', end: '2024-05-06' }],
    [
      { start: '2024-05-06', end: '2024-05-06' },
      { start: '2024-05-06', end: '2024-05-06' },
    ],
    [{ start: today }, { start: today, end: today }],
    // Tomorrow in UTC has begun in the Pacific.
    [{ start: '2025-11-22' }, { start: '2025-11-22', end: '2025-11-22' }],
    [
      { start: '2025-11-22', end: '2025-12-31' },
      { start: '2025-11-22', end: '2025-11-22' },
    ],
    [
      { start: '2024-02-29', end: '2024-02-29' },
      { start: '2024-02-29', end: '2024-02-29' },
    ],
    [
      { start: '2019-12-31', end: '2020-01-01' },
      { start: '2019-12-31', end: '2020-01-01' },
    ],
  ];
  for (const [options, period] of readable) {
    it(`reads ${JSON.stringify(options)}`, () => expect(parsePeriod(options, today)).to.deep.equal(period));
  }

  it('ends today at the latest, so that no label promises days to come', () => {
    expect(parsePeriod({ start: '2025-01-01', end: '2025-12-31' }, today).end).to.equal(today);
    expect(parsePeriod({ end: '9999-12-31' }, today).end).to.equal(today);
  });

  it('starts when figshare opened at the earliest', () => {
    expect(parsePeriod({ start: '1969-07-20' }, today).start).to.equal('2012-01-01');
    expect(parsePeriod({ start: '1000-01-01', end: '2012-01-01' }, today)).to.deep.equal({
      start: '2012-01-01',
      end: '2012-01-01',
    });
  });

  it('takes the first day of all, which some programs write for no day, for a day', () => {
    expect(parsePeriod({ start: '0001-01-01' }, today).start).to.equal('2012-01-01');
  });

  describe('starts, where no start is told, as its asker says', () => {
    const rows: [string, { start?: string; end?: string }, start: string][] = [
      ['before the end', { end: '2024-05-06' }, 'before 2024-05-06'],
      ['before today', {}, `before ${today}`],
      ['before today, where the end is to come', { end: '2025-12-31' }, `before ${today}`],
      ['unless it is told', { start: '2024-05-06' }, 'never asked'],
    ];
    for (const [name, options, asked] of rows) {
      it(name, () => {
        let before = 'never asked';
        const { start } = parsePeriod(options, today, (end) => {
          before = `before ${end}`;
          return '2013-02-03';
        });
        expect(before).to.equal(asked);
        expect(start).to.equal(options.start ?? '2013-02-03');
      });
    }

    it('but not before figshare opened', () => {
      const longBefore = () => '2011-12-31';
      expect(parsePeriod({ end: '2012-01-01' }, today, longBefore).start).to.equal('2012-01-01');
    });
  });

  describe('refuses what is no date of the calendar', () => {
    for (const text of [
      ...['', ' ', 'today', 'NaN', '0', '2024', '2024-05', '20240506', '06.05.2024', '2024/05/06'],
      ...['2023-02-29', '2100-02-29', '2024-02-30', '2024-04-31', '2024-00-10', '2024-13-01', '2024-01-00'],
      ...['2024-1-1', '24-01-01', '12024-01-01', '+002024-01-01', '-2024-01-01', '２０２４-01-01'],
      ...[' 2024-05-06', '2024-05-06 ', '2024-05-06T00:00:00Z', '2024-05-06\n', '2024-W01-1', '__proto__'],
    ]) {
      for (const name of ['start', 'end'] as const) {
        it(`${name} ${JSON.stringify(text)}`, async () => {
          const { kind, message } = await failureOf(() => parsePeriod({ [name]: text }, today));
          expect(kind).to.equal('invalid');
          expect(message)
            .to.match(new RegExp(`^${name} must be .*YYYY-MM-DD`))
            .and.to.contain(`"${text.replace('\n', '\\u000a')}"`);
        });
      }
    }
  });

  it('names both start and end when they are the wrong way round', async () => {
    const { kind, message } = await failureOf(() =>
      parsePeriod({ start: '2024-05-06', end: '2024-05-05' }, today),
    );
    expect(kind).to.equal('invalid');
    expect(message).to.match(/start.*end|end.*start/);
    expect(message).to.contain('2024-05-06').and.to.contain('2024-05-05');
  });

  describe('names the first day of all where an end before it is told without a start', () => {
    for (const granularity of [undefined, ...granularities]) {
      for (const end of ['2011-12-31', '2011-01-01', '0000-01-10']) {
        it(`${end}, ${granularity ? `by ${granularity}` : 'of totals'}`, async () => {
          const startBefore = granularity && ((end: string) => usualStart(granularity, end));
          const { kind, message } = await failureOf(() => parsePeriod({ end }, today, startBefore));
          expect(kind).to.equal('invalid');
          expect(message)
            .to.match(/^end must/)
            .and.to.contain(`"${end}" with start "2012-01-01"`);
        });
      }
    }
  });

  describe('refuses a period without a day in it', () => {
    const rows: Record<string, [name: string, options: { start?: string; end?: string }]> = {
      'in the future': ['start', { start: '2025-11-23', end: '2025-11-30' }],
      'in the future, without an end': ['start', { start: '2025-11-23' }],
      'before figshare opened': ['end', { start: '2010-01-01', end: '2011-12-31' }],
      'before figshare opened, without a start': ['end', { end: '2011-12-31' }],
    };
    for (const [when, [name, options]] of Object.entries(rows)) {
      it(when, async () => {
        const { kind, message } = await failureOf(() => parsePeriod(options, today));
        expect(kind).to.equal('invalid');
        expect(message)
          .to.contain(name)
          .and.to.contain(options[name as 'start' | 'end']);
      });
    }
  });
});

describe('usualStart', () => {
  const rows: [Granularity, end: string, start: string][] = [
    ['day', '2025-11-21', '2025-10-23'],
    ['day', '2025-01-01', '2024-12-03'],
    ['day', '2024-03-01', '2024-02-01'],
    ['day', '2023-03-01', '2023-01-31'],
    ['month', '2025-11-21', '2024-12-01'],
    ['month', '2025-12-31', '2025-01-01'],
    ['month', '2025-01-01', '2024-02-01'],
    ['month', '2024-02-29', '2023-03-01'],
    ['month', '2025-03-31', '2024-04-01'],
    ['year', '2025-11-21', '2012-01-01'],
  ];
  for (const [granularity, end, start] of rows) {
    it(`is ${start} by ${granularity} until ${end}`, () =>
      expect(usualStart(granularity, end)).to.equal(start));
  }
});

describe('yearUntil', () => {
  const rows: [end: string, start: string][] = [
    ['2025-11-21', '2024-12-01'],
    ['2025-12-31', '2025-01-01'],
    ['2025-01-01', '2024-02-01'],
    ['2025-04-30', '2024-05-01'],
    ['2025-02-28', '2024-03-01'],
    ['2024-02-29', '2023-03-01'],
    ['2024-02-28', '2023-03-01'],
    ['2024-03-01', '2023-04-01'],
  ];
  for (const [end, start] of rows) {
    it(`is ${start} for ${end}`, () => expect(yearUntil(end)).to.equal(start));
  }

  it('is as much as the service answers at once, whatever the day', () => {
    const day = fc.integer({ min: dayNumber('2013-01-01'), max: dayNumber('2039-12-31') });
    fc.assert(
      fc.property(day.map(dayText), (end) => {
        const period = { start: yearUntil(end), end };
        expect(windowsOf(period, 'total')).to.deep.equal([period]);
        expect(datesOf(period, 'month')).to.have.length(12);
        expect(usualStart('month', end)).to.equal(period.start);
      }),
    );
  });
});

describe('windowsOf', () => {
  const yearly: [start: string, end: string, windows: string[]][] = [
    ['2024-05-06', '2024-05-06', ['2024-05-06 2024-05-06']],
    ['2024-01-01', '2024-12-31', ['2024-01-01 2024-12-31']],
    ['2023-01-01', '2024-01-01', ['2023-01-01 2023-12-31', '2024-01-01 2024-01-01']],
    ['2023-12-31', '2024-12-30', ['2023-12-31 2024-12-30']],
    ['2023-12-31', '2024-12-31', ['2023-12-31 2024-12-30', '2024-12-31 2024-12-31']],
    ['2024-02-29', '2025-02-28', ['2024-02-29 2025-02-28']],
    ['2024-02-29', '2025-03-01', ['2024-02-29 2025-02-28', '2025-03-01 2025-03-01']],
    ['2023-03-01', '2024-02-29', ['2023-03-01 2024-02-29']],
    ['2023-02-28', '2024-02-28', ['2023-02-28 2024-02-27', '2024-02-28 2024-02-28']],
    ['2014-03-01', '2016-05-05', ['2014-03-01 2015-02-28', '2015-03-01 2016-02-29', '2016-03-01 2016-05-05']],
  ];
  const rows: Record<Granularity | 'total', typeof yearly> = {
    total: yearly,
    day: yearly,
    month: [
      ['2024-02-29', '2024-02-29', ['2024-02-29 2024-02-29']],
      ['2014-01-01', '2015-12-31', ['2014-01-01 2015-12-31']],
      ['2014-01-01', '2016-01-01', ['2014-01-01 2015-12-31', '2016-01-01 2016-01-01']],
      ['2014-01-15', '2016-01-20', ['2014-01-15 2016-01-14', '2016-01-15 2016-01-20']],
      ['2024-02-29', '2026-03-31', ['2024-02-29 2026-02-28', '2026-03-01 2026-03-31']],
      ['2022-03-01', '2024-02-29', ['2022-03-01 2024-02-29']],
      [
        ...(['2013-12-31', '2018-01-01'] as const),
        ['2013-12-31 2015-12-30', '2015-12-31 2017-12-30', '2017-12-31 2018-01-01'],
      ],
    ],
    year: [
      ['2012-12-31', '2012-12-31', ['2012-12-31 2012-12-31']],
      ['2012-01-01', '2016-12-31', ['2012-01-01 2016-12-31']],
      ['2012-02-29', '2017-03-01', ['2012-02-29 2017-02-28', '2017-03-01 2017-03-01']],
      ['2012-12-31', '2017-12-31', ['2012-12-31 2017-12-30', '2017-12-31 2017-12-31']],
      [
        ...(['2012-01-01', '2025-11-21'] as const),
        ['2012-01-01 2016-12-31', '2017-01-01 2021-12-31', '2022-01-01 2025-11-21'],
      ],
    ],
  };
  const limits = { total: 1, day: 1, month: 2, year: 5 };

  for (const granularity of [...granularities, 'total'] as const) {
    describe(`by ${granularity}`, () => {
      for (const [start, end, windows] of rows[granularity]) {
        it(`cuts ${start} to ${end} into ${windows.length}`, () =>
          expect(
            windowsOf({ start, end }, granularity).map((one) => `${one.start} ${one.end}`),
          ).to.deep.equal(windows));
      }

      it('covers any period exactly once, oldest first, in windows that the service answers whole', () => {
        const day = fc.integer({ min: dayNumber('2012-01-01'), max: dayNumber('2112-12-31') });
        const limit = limits[granularity];
        fc.assert(
          fc.property(day, day, (one, other) => {
            const first = Math.min(one, other);
            const last = Math.max(one, other);
            let next = first;
            for (const { start, end } of windowsOf(
              { start: dayText(first), end: dayText(last) },
              granularity,
            )) {
              expect(dayNumber(start), 'a gap or an overlap').to.equal(next);
              expect(dayNumber(end), 'an empty window').to.be.at.least(dayNumber(start));
              expect(dayNumber(end), 'a window too long').to.be.below(sameDayYearsLater(start, limit));
              next = dayNumber(end) + 1;
            }
            expect(next, 'an end that is missing').to.equal(last + 1);
          }),
          { examples: [[dayNumber('2012-02-29'), dayNumber('2112-02-29')]] },
        );
      });
    });
  }
});

describe('dateOf', () => {
  const rows: [Granularity, date: string][] = [
    ['day', '2025-12-31'],
    ['month', '2025-12'],
    ['year', '2025'],
  ];
  for (const [granularity, date] of rows) {
    it(`is ${date} by ${granularity}`, () => expect(dateOf('2025-12-31', granularity)).to.equal(date));
  }
});

describe('daysOf', () => {
  const rows: [date: string, start: string, end: string][] = [
    ['2025', '2025-01-01', '2025-12-31'],
    ['2025-12', '2025-12-01', '2025-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2100-02', '2100-02-01', '2100-02-28'],
    ['2024-02-29', '2024-02-29', '2024-02-29'],
    ['2025-12-31', '2025-12-31', '2025-12-31'],
  ];
  for (const [date, start, end] of rows) {
    it(`of ${date} are ${start} to ${end}`, () => expect(daysOf(date)).to.deep.equal({ start, end }));
  }
});

describe('datesOf', () => {
  const rows: [Granularity, start: string, end: string, dates: string[]][] = [
    ['day', '2024-02-28', '2024-03-01', ['2024-02-28', '2024-02-29', '2024-03-01']],
    ['day', '2023-02-28', '2023-03-01', ['2023-02-28', '2023-03-01']],
    ['day', '2024-12-31', '2025-01-01', ['2024-12-31', '2025-01-01']],
    ['month', '2024-11-30', '2025-01-01', ['2024-11', '2024-12', '2025-01']],
    ['month', '2024-01-31', '2024-03-01', ['2024-01', '2024-02', '2024-03']],
    ['month', '2024-02-29', '2024-02-29', ['2024-02']],
    ['year', '2023-12-31', '2025-01-01', ['2023', '2024', '2025']],
    ['year', '2024-02-29', '2024-03-01', ['2024']],
    ['day', '2024-02-29', '2024-02-28', []],
  ];
  for (const [granularity, start, end, dates] of rows) {
    it(`by ${granularity} from ${start} to ${end} are ${dates.length}`, () =>
      expect(datesOf({ start, end }, granularity)).to.deep.equal(dates));
  }
});

describe('dayAfter', () => {
  const rows = { '2024-02-28': '2024-02-29', '2023-02-28': '2023-03-01', '2024-12-31': '2025-01-01' };
  for (const [day, next] of Object.entries(rows)) {
    it(`${day} is ${next}`, () => expect(dayAfter(day)).to.equal(next));
  }
});

function dayNumber(day: string): number {
  return Date.parse(day) / 86_400_000;
}

function dayText(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}

function sameDayYearsLater(day: string, years: number): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return Date.UTC(year + years, month - 1, date) / 86_400_000;
}
