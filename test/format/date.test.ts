import { expect } from '@open-wc/testing';
import { formatDate, formatDay, formatPeriod } from '../../src/format/date.js';
import { languages } from '../../src/format/words/words.js';

const farWest = 'Pacific/Honolulu';
const farEast = 'Pacific/Kiritimati';
/** The private part of a locale keeps a formatter of another zone's reader from being used again. */
const readers = [
  [farWest, 'en-x-west'],
  [farEast, 'en-x-east'],
] as const;

/** Browsers differ in the white space they put between. */
const plain = (text: string) => text.replace(/\s*–\s*/g, ' – ').replace(/\s/g, ' ');

describe('formatPeriod', () => {
  const rows: [start: string, end: string, locale: string, text: string][] = [
    ['2025-01-01', '2025-01-31', 'en', 'Jan 1 – 31, 2025'],
    ['2025-01-01', '2025-03-31', 'en', 'Jan 1 – Mar 31, 2025'],
    ['2024-12-31', '2025-01-01', 'en', 'Dec 31, 2024 – Jan 1, 2025'],
    ['2025-01-01', '2025-01-01', 'en', 'Jan 1, 2025'],
    ['2024-02-29', '2024-02-29', 'en', 'Feb 29, 2024'],
    ['2025-01-01', '2025-01-01', 'de', '01.01.2025'],
    ['2025-01-01', '2025-01-01', 'ja', '2025年1月1日'],
  ];
  for (const [start, end, locale, text] of rows) {
    it(`writes ${start} to ${end} in ${locale}: ${text}`, () =>
      expect(plain(formatPeriod({ start, end }, locale))).to.equal(text));
  }

  for (const [zone, locale] of readers) {
    it(`keeps its days for a reader in ${zone}`, () => {
      const text = inZone(zone, () => formatPeriod({ start: '2025-01-01', end: '2025-01-31' }, locale));
      expect(plain(text)).to.equal('Jan 1 – 31, 2025');
    });
  }

  for (const language of languages) {
    it(`names both years in ${language}`, () => {
      const text = formatPeriod({ start: '2014-05-06', end: '2025-06-07' }, `${language}-u-nu-latn`);
      expect(text).to.contain('2014').and.to.contain('2025');
    });
  }
});

describe('formatDate', () => {
  const rows: [date: string, locale: string, text: string][] = [
    ['2025', 'en', '2025'],
    ['2025-01', 'en', 'Jan 2025'],
    ['2025-12', 'en', 'Dec 2025'],
    ['2025-01-01', 'en', 'Jan 1, 2025'],
    ['2024-02-29', 'en', 'Feb 29, 2024'],
    ['2025-12-31', 'en', 'Dec 31, 2025'],
    ['2025-12-31', 'de', '31.12.2025'],
    ['2025-12-31', 'ja', '2025年12月31日'],
    ['2025-12', 'ja', '2025年12月'],
    ['2025', 'ja', '2025年'],
    ['2025', 'ar-EG', '٢٠٢٥'],
  ];
  for (const [date, locale, text] of rows) {
    it(`writes ${date} in ${locale}: ${text}`, () => expect(plain(formatDate(date, locale))).to.equal(text));
  }

  for (const [zone, locale] of readers) {
    it(`keeps day, month and year for a reader in ${zone}`, () => {
      const dates = ['2025', '2025-01', '2025-12', '2025-01-01', '2024-12-31'];
      const texts = inZone(zone, () => dates.map((date) => formatDate(date, locale)));
      expect(texts.map(plain)).to.deep.equal(['2025', 'Jan 2025', 'Dec 2025', 'Jan 1, 2025', 'Dec 31, 2024']);
    });
  }

  for (const language of languages) {
    it(`names the year and the month in ${language}`, () => {
      const locale = `${language}-u-nu-latn`;
      const months = Array.from({ length: 12 }, (_, month) => `2025-${String(month + 1).padStart(2, '0')}`);
      for (const date of ['2025', ...months]) expect(formatDate(date, locale)).to.contain('2025');
      expect(new Set(months.map((date) => formatDate(date, locale)))).to.have.property('size', 12);
    });
  }
});

describe('formatDay', () => {
  const lateInTheEvening = new Date('2025-01-01T23:30:00Z');
  const earlyInTheMorning = new Date('2025-01-01T00:30:00Z');

  it('is the day where the reader is', () => {
    expect(inZone('UTC', () => formatDay(lateInTheEvening, 'en-GB'))).to.equal('1 Jan 2025');
    expect(inZone(farEast, () => formatDay(lateInTheEvening, 'en-NZ'))).to.match(/^0?2\D/);
    expect(inZone(farWest, () => formatDay(earlyInTheMorning, 'en-IE'))).to.equal('31 Dec 2024');
  });
});

/** Runs a task as a reader in some time zone would. Locales differ between calls, so that no cache is in the way. */
function inZone<Result>(timeZone: string, task: () => Result): Result {
  const { DateTimeFormat } = Intl;
  Intl.DateTimeFormat = class extends DateTimeFormat {
    constructor(locale?: string | string[], options?: Intl.DateTimeFormatOptions) {
      super(locale, { timeZone, ...options });
    }
  } as typeof Intl.DateTimeFormat;
  try {
    return task();
  } finally {
    Intl.DateTimeFormat = DateTimeFormat;
  }
}

describe('dates of other calendars', () => {
  for (const locale of ['ja-u-ca-japanese', 'ar-SA-u-nu-latn', 'en-u-ca-buddhist']) {
    it(`are Gregorian in ${locale}, as figshare counts`, () => {
      expect(formatDate('2025-12-31', locale)).to.contain('2025');
      expect(formatPeriod({ start: '2025-12-01', end: '2025-12-31' }, locale)).to.contain('2025');
      expect(formatDay(new Date('2025-12-15T12:00:00Z'), locale)).to.contain('2025');
    });
  }
});
