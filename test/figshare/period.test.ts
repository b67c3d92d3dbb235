import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { parsePeriod, yearlyWindows, type Period } from '../../src/figshare/period.js';
import { failureOf } from '../support/failure.js';

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
            .and.to.contain(`"${text}"`);
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

  describe('refuses a period without a day in it', () => {
    const rows: Record<string, [name: string, options: { start?: string; end?: string }]> = {
      'in the future': ['start', { start: '2025-11-22', end: '2025-11-30' }],
      'in the future, without an end': ['start', { start: '2025-11-22' }],
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

describe('yearlyWindows', () => {
  const rows: [start: string, end: string, windows: string[]][] = [
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
  for (const [start, end, windows] of rows) {
    it(`cuts ${start} to ${end} into ${windows.length}`, () =>
      expect(yearlyWindows({ start, end }).map((one) => `${one.start} ${one.end}`)).to.deep.equal(windows));
  }

  it('covers any period exactly once, oldest first, in windows that are no longer than a year', () => {
    const day = fc.integer({ min: dayNumber('2012-01-01'), max: dayNumber('2112-12-31') });
    fc.assert(
      fc.property(day, day, (one, other) => {
        const first = Math.min(one, other);
        const last = Math.max(one, other);
        let next = first;
        for (const { start, end } of yearlyWindows({ start: dayText(first), end: dayText(last) })) {
          expect(dayNumber(start), 'a gap or an overlap').to.equal(next);
          expect(dayNumber(end), 'an empty window').to.be.at.least(dayNumber(start));
          expect(dayNumber(end), 'longer than a year').to.be.below(sameDayAYearLater(start));
          next = dayNumber(end) + 1;
        }
        expect(next, 'an end that is missing').to.equal(last + 1);
      }),
      { examples: [[dayNumber('2012-02-29'), dayNumber('2112-02-29')]] },
    );
  });
});

function dayNumber(day: string): number {
  return Date.parse(day) / 86_400_000;
}

function dayText(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}

function sameDayAYearLater(day: string): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return Date.UTC(year + 1, month - 1, date) / 86_400_000;
}
