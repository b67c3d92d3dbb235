import { expect } from '@open-wc/testing';
import { datesOf, type Granularity } from '../../src/figshare/period.js';
import { ticksOf } from '../../src/format/timeline-ticks.js';

/** The choices of marks, each once, as texts with their dates. */
function marks(granularity: Granularity, start: string, end: string, locale = 'en'): string[][] {
  const dates = datesOf({ start, end }, granularity);
  const choices = ticksOf(dates, locale).map((some) =>
    some.map(({ index, lines }) => `${dates[index]} ${lines.join('/')}`),
  );
  return [...new Map(choices.map((some) => [some.join(), some])).values()];
}

describe('ticksOf', () => {
  it('marks months, quarters and years, with a year once under its first mark', () => {
    const [months, quarters, years] = marks('month', '2025-10-01', '2026-09-30');
    expect(months).to.have.length(12);
    expect(months!.slice(2, 5)).to.deep.equal(['2025-12 Dec', '2026-01 Jan/2026', '2026-02 Feb']);
    expect(quarters).to.deep.equal(['2025-10 Oct/2025', '2026-01 Jan/2026', '2026-04 Apr', '2026-07 Jul']);
    expect(years).to.deep.equal(['2026-01 2026']);
  });

  it('marks days where there are few, else starts of weeks and months', () => {
    const [days, weeks, months] = marks('day', '2026-04-28', '2026-05-20');
    expect(days).to.have.length(23);
    expect(weeks).to.deep.equal(['2026-05-01 May 1/2026', '2026-05-08 May 8', '2026-05-15 May 15']);
    expect(months).to.deep.equal(['2026-05-01 May/2026']);
  });

  it('marks days of years at starts of quarters and years, never in between', () => {
    const choices = marks('day', '2013-01-01', '2023-12-14').map((some) => some.length);
    expect(choices).to.deep.equal([4000, 526, 132, 44, 11, 5, 2, 1]);
  });

  it('marks years in steps of one, two, five and ten, each by its number alone', () => {
    const choices = marks('year', '2012-01-01', '2026-12-31');
    expect(choices.map((some) => some.length)).to.deep.equal([15, 8, 3, 1]);
    expect(choices[2]).to.deep.equal(['2015 2015', '2020 2020', '2025 2025']);
  });

  it('speaks the language of the reader', () => {
    expect(marks('month', '2025-12-01', '2026-01-31', 'ja')[0]).to.deep.equal([
      '2025-12 12月/2025年',
      '2026-01 1月/2026年',
    ]);
  });

  it('marks nothing of nothing', () => expect(ticksOf([], 'en')).to.deep.equal([]));
});
