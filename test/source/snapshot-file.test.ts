import { expect } from '@open-wc/testing';
import {
  daysOfTaking,
  heldAt,
  readSnapshotFile,
  seriesPath,
  type HeldAnswer,
} from '../../src/source/snapshot-file.js';
import { failureOf } from '../support/failure.js';

const retrieved = '2026-11-20T08:00:00.000Z';
const held = (body: unknown, more: Partial<HeldAnswer> = {}): HeldAnswer => ({ retrieved, body, ...more });
const file = (answers: Record<string, HeldAnswer>) =>
  readSnapshotFile({ 'figshare-elements': 1, retrieved, answers });
const timeline = (events: Record<string, number> | null, start: string, end: string) =>
  held({ timeline: events }, { start, end });
const path = (granularity: string, start: string, end: string, rest = '') =>
  `/timeline/${granularity}/views/article/5?start_date=${start}&end_date=${end}${rest}`;

describe('readSnapshotFile', () => {
  for (const [what, body] of [
    ['another version', { 'figshare-elements': 2, retrieved, answers: {} }],
    ['a file of somebody else', { version: 1 }],
    ['no answers', { 'figshare-elements': 1, retrieved }],
    ['a list of answers', { 'figshare-elements': 1, retrieved, answers: [] }],
    ['a date that is none', { 'figshare-elements': 1, retrieved: 'last Friday', answers: {} }],
    ['no date', { 'figshare-elements': 1, answers: {} }],
    ['nothing', null],
  ] as const) {
    it(`refuses ${what}`, async () => {
      expect((await failureOf(() => readSnapshotFile(body))).kind).to.equal('bad-data');
    });
  }
});

describe('heldAt', () => {
  it('finds an answer by its path, and by its body', () => {
    const answers = file({
      '/total/article/5': held({ views: 3 }),
      '/count/articles{"groups":[]}': held({}),
    });
    expect(heldAt(answers, '/total/article/5')!.body).to.deep.equal({ views: 3 });
    expect(heldAt(answers, '/count/articles', '{"groups":[]}')!.body).to.deep.equal({});
    expect(heldAt(answers, '/count/articles')).to.equal(undefined);
    expect(heldAt(answers, '/total/article/6')).to.equal(undefined);
    expect(heldAt(answers, 'constructor')).to.equal(undefined);
  });

  const months = { '2025-01': 1, '2025-02': 2, '2025-12': 12, '2026-11': 5 };
  const byMonth = file({ '/timeline/month/views/article/5': timeline(months, '2025-01-01', '2026-11-20') });
  const partOf = (...asked: Parameters<typeof path>) => heldAt(byMonth, path(...asked))?.body;

  it('answers any whole months of a series', () => {
    expect(partOf('month', '2025-01-01', '2026-11-20')).to.deep.equal({ timeline: months });
    expect(partOf('month', '2025-02-01', '2025-12-31')).to.deep.equal({
      timeline: { '2025-02': 2, '2025-12': 12 },
    });
    expect(partOf('month', '2025-03-01', '2025-06-30')).to.deep.equal({ timeline: null });
  });

  it('answers years and totals by months', () => {
    expect(partOf('year', '2025-01-01', '2025-12-31')).to.deep.equal({ timeline: { '2025': 15 } });
    expect(partOf('total', '2025-02-01', '2026-11-20')).to.deep.equal({ timeline: { total: 19 } });
  });

  for (const [why, ...asked] of [
    ['a month is cut', 'month', '2025-01-15', '2025-12-31'],
    ['a month is cut at its end', 'month', '2025-01-01', '2025-12-30'],
    ['it begins before the series', 'month', '2024-12-01', '2025-12-31'],
    ['it ends after the series', 'month', '2025-01-01', '2026-11-21'],
    ['days are finer than months', 'day', '2025-01-01', '2025-01-31'],
    ['it is about a category', 'month', '2025-01-01', '2025-12-31', '&sub_item=category&sub_item_id=2'],
  ] as const) {
    it(`does not answer when ${why}`, () => {
      const [granularity, start, end, rest] = asked;
      expect(partOf(granularity, start, end, rest)).to.equal(undefined);
    });
  }

  it('keeps the parts of a category apart', () => {
    const key = '/timeline/month/views/article/5?sub_item=category&sub_item_id=2';
    const answers = file({ [key]: timeline(months, '2025-01-01', '2026-11-20') });
    const asked = path('month', '2025-01-01', '2025-01-31', '&sub_item=category&sub_item_id=2');
    expect(heldAt(answers, asked)!.body).to.deep.equal({ timeline: { '2025-01': 1 } });
    expect(heldAt(answers, path('month', '2025-01-01', '2025-01-31'))).to.equal(undefined);
  });

  for (const events of [
    '{"__proto__":3,"2025-01":1}',
    '{"2025-01":true}',
    '{"2025-01":[7]}',
    '{"2025-01":" 5 "}',
    '{"2025-01":"-1"}',
    '{"2025-01":-1}',
    '{"2025-01":1,"2025-02":{"toString":3}}',
    '{"2025-01-01":1}',
    '7',
  ]) {
    it(`refuses a series that was damaged: ${events}`, async () => {
      const read = JSON.parse(events) as Record<string, number>;
      const answers = file({ '/timeline/month/views/article/5': timeline(read, '2025-01-01', '2026-11-20') });
      for (const granularity of ['month', 'year', 'total']) {
        const asked = path(granularity, '2025-01-01', '2025-12-31');
        expect((await failureOf(() => heldAt(answers, asked))).kind).to.equal('bad-data');
      }
    });
  }

  it('refuses an answer whose date is none', async () => {
    const answers = file({ '/total/article/5': { retrieved: 'last Friday', body: {} } });
    expect((await failureOf(() => heldAt(answers, '/total/article/5'))).kind).to.equal('bad-data');
  });

  it('refuses a sum that is not exact', async () => {
    const events = { '2025-01': Number.MAX_SAFE_INTEGER, '2025-02': 2 };
    const answers = file({ '/timeline/month/views/article/5': timeline(events, '2025-01-01', '2026-11-20') });
    const asked = path('total', '2025-01-01', '2025-12-31');
    expect((await failureOf(() => heldAt(answers, asked))).kind).to.equal('bad-data');
  });

  it('holds no event as the service tells it', () => {
    const answers = file({ '/timeline/day/views/article/5': timeline(null, '2025-01-01', '2026-11-20') });
    expect(heldAt(answers, path('day', '2025-01-01', '2025-01-31'))!.body).to.deep.equal({ timeline: null });
  });
});

describe('seriesPath', () => {
  it('is for series only', () => {
    expect(seriesPath('/total/views/article/5')).to.equal(undefined);
    expect(seriesPath('/breakdown/total/views/article/5?start_date=2025-01-01&end_date=2025-12-31')).to.equal(
      undefined,
    );
    expect(seriesPath(path('month', '2025-01-01', '2025-12-31'))!.keyBy('day')).to.equal(
      '/timeline/day/views/article/5',
    );
  });
});

describe('daysOfTaking', () => {
  it('are looked for once in each file', () => {
    const one = file({ a: held({}) });
    expect(daysOfTaking(one)).to.equal(daysOfTaking(one));
  });

  it('are those of the answers, and those before them, newest first', () => {
    const older = { retrieved: '2026-11-03T00:00:01Z', body: {} };
    expect(
      daysOfTaking(file({ a: held({}), b: older, c: { retrieved: 'some day', body: {} } })),
    ).to.deep.equal(['2026-11-20', '2026-11-19', '2026-11-03', '2026-11-02']);
  });
});
