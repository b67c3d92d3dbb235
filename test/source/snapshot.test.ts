import { expect } from '@open-wc/testing';
import { breakdownQuestion, askBreakdown } from '../../src/figshare/breakdown.js';
import { timelineQuestion, askTimeline } from '../../src/figshare/timeline.js';
import { totalsQuestion, askTotals } from '../../src/figshare/totals.js';
import { askName } from '../../src/figshare/main-api.js';
import { parseAddresses, sourceAt } from '../../src/source/sources.js';
import type { HeldAnswer } from '../../src/source/snapshot-file.js';
import { failureOf } from '../support/failure.js';
import { world, type PageWorld } from '../support/worlds.js';

const retrieved = '2026-11-20T08:00:00.000Z';
const earlier = '2026-11-18T08:00:00.000Z';
const held = (body: unknown, more: Partial<HeldAnswer> = {}): HeldAnswer => ({ retrieved, body, ...more });
const today = '2026-11-23';
const totals = totalsQuestion({ item: '5' }, today);

describe('Snapshot', () => {
  let here: PageWorld;
  beforeEach(() => (here = world()));

  /** The source of a page that has such a file, and perhaps others after it. */
  async function source(answers: Record<string, HeldAnswer>, ...others: string[]) {
    const body = { 'figshare-elements': 1, retrieved, answers };
    await here.faults({ path: '/figshare.json', fault: 'body', body });
    return sourceAt(parseAddresses([`${here.url}/figshare.json`, ...others].join(' ')));
  }
  const paths = async () => (await here.record()).requests.map(({ path }) => path);

  it('answers, and says when that was retrieved; the file is read once', async () => {
    const snapshot = await source({
      '/total/article/5': held({ views: 7, downloads: 2, shares: 0, cites: 1 }),
      '/total/article/6': held({ views: 1, downloads: 1, shares: 0, cites: 0 }, { retrieved: earlier }),
    });
    const address = `${here.url}/figshare.json`;
    expect(await snapshot.answer(totals, askTotals)).to.deep.equal({
      answer: { views: 7, downloads: 2 },
      retrieved: new Date(retrieved),
      source: address,
    });
    const sum = await sourceAt([address]).answer(totalsQuestion({ item: '5 6' }, today), askTotals);
    expect(sum.answer).to.deep.equal({ views: 8, downloads: 3 });
    expect(sum.retrieved).to.deep.equal(new Date(earlier));
    expect(await paths()).to.deep.equal(['/figshare.json']);
  });

  it('looks through its answers once, and only for what it lacks, however many questions there are', async () => {
    const count = 400;
    const snapshot = await source(
      Object.fromEntries(
        Array.from({ length: count }, (_, id) => [
          `/total/article/${id + 1}`,
          held({ views: 7, downloads: 2, shares: 0, cites: 1 }),
        ]),
      ),
    );
    const items = Array.from({ length: 20 }, (_, index) => String(index + 1));
    const { parse } = Date;
    let dates = 0;
    Date.parse = (text) => {
      dates += 1;
      return parse(text);
    };
    try {
      for (const item of items) await snapshot.answer(totalsQuestion({ item }, today), askTotals);
      expect(dates).to.be.below(count);
      dates = 0;
      for (const item of items) {
        const question = totalsQuestion({ item, start: '2026-01-01' }, today);
        expect(await failureOf(() => snapshot.answer(question, askTotals))).to.have.property(
          'kind',
          'not-found',
        );
      }
      expect(dates).to.be.within(count, 2 * count);
    } finally {
      Date.parse = parse;
    }
  });

  it('asks for a file that is missing once a minute, however many questions there are', async () => {
    const { now } = Date;
    const moment = now();
    const address = `${here.url}/missing.json`;
    const fail = () => failureOf(() => sourceAt([address]).answer(totals, askTotals));
    try {
      for (let question = 0; question < 5; question++) {
        const { kind, message } = await fail();
        expect(kind).to.equal('not-found');
        expect(message).to.contain(`the snapshot ${address} could not be read`);
      }
      expect(await paths()).to.deep.equal(['/missing.json']);
      Date.now = () => moment + 61_000;
      await fail();
      expect(await paths()).to.deep.equal(['/missing.json', '/missing.json']);
    } finally {
      Date.now = now;
    }
  });

  it('leaves a file alone that cannot be reached, where another source can answer', async () => {
    await here.faults({ path: '/figshare.json', fault: 'reset' });
    const address = `${here.url}/figshare.json`;
    const sources = sourceAt([address, here.url]);
    const item = totalsQuestion({ item: '766364' }, today);
    await sources.answer(item, askTotals);
    const asked = (await paths()).filter((path) => path === '/figshare.json').length;
    await sources.answer(totalsQuestion({ item: '766364', metrics: 'shares' }, today), askTotals);
    expect((await paths()).filter((path) => path === '/figshare.json')).to.have.length(asked);
  });

  it('says whose numbers are not known where a file does not hold them', async () => {
    const snapshot = await source({ '/total/article/5': held({ views: 7 }) });
    const citations = totalsQuestion({ item: '5', metrics: 'citations' }, today);
    const { message } = await failureOf(() => snapshot.answer(citations, askTotals));
    expect(message).to.equal('the source does not report citations');
  });

  it('answers by counters what has no combined totals, beside what has', async () => {
    const snapshot = await source({
      '/total/views/article/5': held({ totals: 7 }),
      '/total/downloads/article/5': held({ totals: 2 }),
      '/total/article/6': held({ views: 1, downloads: 1, shares: 0, cites: 0 }),
    });
    for (const [item, views] of [
      ['5', 7],
      ['6', 1],
      ['5 6', 8],
    ] as const) {
      const { answer } = await snapshot.answer(totalsQuestion({ item }, today), askTotals);
      expect(answer.views, item).to.equal(views);
    }
  });

  it('knows the items of DOIs, and names', async () => {
    const doi = '10.15482/USDA.ADC/1402049';
    const snapshot = await source({
      [`/v2/articles?doi=${encodeURIComponent(doi)}`]: held([{ id: 24852405, doi }]),
      '/total/article/24852405': held({ views: 7, downloads: 2, shares: 0, cites: 1 }),
      '/v2/articles/24852405': held({ title: 'Wheat', url_public_html: 'https://figshare.com/x' }),
    });
    const { answer } = await snapshot.answer(totalsQuestion({ item: doi }, today), askTotals);
    expect(answer).to.deep.equal({ views: 7, downloads: 2 });
    const item = { kind: 'article', id: 24852405 } as const;
    expect((await snapshot.answer({ items: [item] }, askName)).answer.title).to.equal('Wheat');
  });

  describe('taken three days ago', () => {
    const days = held(
      { timeline: { '2026-11-18': 4, '2026-11-20': 2 } },
      { start: '2026-10-20', end: '2026-11-20' },
    );
    const byDay = (start: string, end?: string) =>
      timelineQuestion({ item: '5', granularity: 'day', start, end }, today);

    it('answers up to its last day, and says so', async () => {
      const snapshot = await source({ '/timeline/day/views/article/5': days });
      const { answer, period } = await snapshot.answer(byDay('2026-11-17'), askTimeline);
      expect(answer).to.deep.equal({
        views: [
          { date: '2026-11-17', value: 0 },
          { date: '2026-11-18', value: 4 },
          { date: '2026-11-19', value: 0 },
          { date: '2026-11-20', value: 2 },
        ],
      });
      expect(period).to.deep.equal({ start: '2026-11-17', end: '2026-11-20' });
    });

    it('answers a period within it as asked', async () => {
      const snapshot = await source({ '/timeline/day/views/article/5': days });
      const { answer, period } = await snapshot.answer(byDay('2026-11-18', '2026-11-19'), askTimeline);
      expect(answer.views!.map(({ value }) => value)).to.deep.equal([4, 0]);
      expect(period).to.equal(undefined);
    });

    for (const [why, start, end] of [
      ['begins before its series', '2026-10-19', undefined],
      ['begins after its last day', '2026-11-21', undefined],
    ] as const) {
      it(`does not answer what ${why}`, async () => {
        const snapshot = await source({ '/timeline/day/views/article/5': days });
        const { kind, message } = await failureOf(() => snapshot.answer(byDay(start, end), askTimeline));
        expect(kind).to.equal('not-found');
        expect(message).to.contain('figshare.json does not hold /timeline/day/views/article/5');
      });
    }

    it('answers the last twelve months as those that ended with it', async () => {
      const breakdown = held({ breakdown: { total: { Spain: { Seville: 5, total: 8 } } } });
      const key = '/breakdown/total/views/article/5?start_date=2025-12-01&end_date=2026-11-20';
      const snapshot = await source({ [key]: breakdown });
      const { answer, period } = await snapshot.answer(breakdownQuestion({ item: '5' }, today), askBreakdown);
      expect(answer[0]).to.deep.include({ name: 'Spain', value: 8 });
      expect(period).to.deep.equal({ start: '2025-12-01', end: '2026-11-20' });
    });

    it('answers the last thirty days as those that ended with it', async () => {
      const snapshot = await source({ '/timeline/day/views/article/5': days });
      const { answer, period } = await snapshot.answer(
        timelineQuestion({ item: '5', granularity: 'day' }, today),
        askTimeline,
      );
      expect(answer.views).to.have.length(30);
      expect(period).to.deep.equal({ start: '2026-10-22', end: '2026-11-20' });
    });

    it('answers what was kept from before as of then', async () => {
      const kept = { ...days, retrieved: earlier, end: '2026-11-18' };
      const snapshot = await source({
        '/timeline/day/views/article/5': kept,
        '/timeline/day/views/article/6': days,
      });
      const { period, retrieved: when } = await snapshot.answer(byDay('2026-11-01'), askTimeline);
      expect(period!.end).to.equal('2026-11-18');
      expect(when).to.deep.equal(new Date(earlier));
    });
  });

  for (const [what, body, kind] of [
    ['of another version', { body: { 'figshare-elements': 2, answers: {} } }, 'bad-data'],
    ['that was cut off', { raw: '{"figshare-elements": 1, "answers": {' }, 'bad-data'],
    ['that is a page', { raw: '<!doctype html><title>Not found</title>', type: 'text/html' }, 'bad-data'],
    ['that does not exist', { raw: '', status: 404 }, 'not-found'],
  ] as const) {
    it(`says clearly what is wrong with a file ${what}, and the next source answers`, async () => {
      await here.faults({ path: '/figshare.json', fault: 'body', ...body });
      const address = `${here.url}/figshare.json`;
      const failure = await failureOf(() => sourceAt([address]).answer(totals, askTotals));
      expect(failure.kind).to.equal(kind);
      expect(failure.message).to.contain(`the snapshot ${address}`);
      const { source } = await sourceAt([address, here.url]).answer(totals, askTotals);
      expect(source).to.equal(here.url);
    });
  }

  it('gives to the next source what it lacks, and nothing else', async () => {
    const own = { '/total/article/5': held({ views: 7, downloads: 2, shares: 0, cites: 1 }) };
    const sources = await source(own, here.url);
    expect((await sources.answer(totals, askTotals)).source).to.equal(`${here.url}/figshare.json`);
    const other = totalsQuestion({ item: '766364' }, today);
    expect((await sources.answer(other, askTotals)).source).to.equal(here.url);
    expect(await paths()).to.deep.equal(['/figshare.json', '/total/article/766364']);
  });

  it('is read with malformed answers in it, which are nobody’s', async () => {
    const sources = await source({ '/total/article/5': held({ views: 'many' }) }, here.url);
    expect((await sources.answer(totals, askTotals)).source).to.equal(here.url);
  });
});
