import { expect } from '@open-wc/testing';
import { formatDay, formatPeriod } from '../../src/format/date.js';
import { languages } from '../../src/format/words.js';

const farWest = 'Pacific/Honolulu';
const farEast = 'Pacific/Kiritimati';

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
    ['2025-01-01', '2025-01-01', 'ja', '2025/01/01'],
  ];
  for (const [start, end, locale, text] of rows) {
    it(`writes ${start} to ${end} in ${locale}: ${text}`, () =>
      expect(plain(formatPeriod({ start, end }, locale))).to.equal(text));
  }

  for (const zone of [farWest, farEast]) {
    it(`keeps its days for a reader in ${zone}`, () => {
      const text = inZone(zone, () => formatPeriod({ start: '2025-01-01', end: '2025-01-31' }, 'en-CA'));
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
