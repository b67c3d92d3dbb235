import { expect } from '@open-wc/testing';
import type { Metric } from '../../src/figshare/metric.js';
import type { Granularity } from '../../src/figshare/period.js';
import { timelineQuestion, type TimelineOptions } from '../../src/figshare/timeline.js';
import { totalsQuestion, type TotalsOptions, type TotalsQuestion } from '../../src/figshare/totals.js';
import { failureOf } from '../support/failure.js';

const today = '2025-11-21';
const question = (options: TotalsOptions) => totalsQuestion(options, today);
const article = (id: number) => ({ kind: 'article', id });

describe('totalsQuestion', () => {
  it('asks for views and downloads, since figshare counts and of public items, when nobody says more', () => {
    expect(question({ item: '766364' })).to.deep.equal({
      items: [article(766364)],
      metrics: ['views', 'downloads'],
    });
  });

  it('takes a number for an article', () => {
    expect(question({ item: 766364 }).items).to.deep.equal([article(766364)]);
  });

  const lists: [text: string, items: object[]][] = [
    ['766364 project/13', [article(766364), { kind: 'project', id: 13 }]],
    [
      '\narticle/766364\t10.6084/m9.figshare.c.1234\r\n  https://figshare.com/articles/5 ',
      [{ kind: 'collection', id: 1234 }, article(5), article(766364)],
    ],
    ['doi: 10.6084/m9.figshare.766364', [article(766364)]],
    [
      // A bare number beside a DOI is prose.
      'DOI: 10.6084/m9.figshare.4 doi:  10.15482/USDA.ADC/1402049 7',
      [article(4), { doi: '10.15482/USDA.ADC/1402049' }],
    ],
  ];
  for (const [text, items] of lists) {
    it(`reads the list ${JSON.stringify(text)}`, () =>
      expect(question({ item: text }).items).to.deep.equal(items));
  }

  it('keeps items of different kinds with the same number apart', () => {
    expect(question({ item: 'article/13 project/13' }).items).to.have.length(2);
  });

  it('takes metrics as text and as a list', () => {
    expect(question({ item: 1, metrics: 'citations views' }).metrics).to.deep.equal(['citations', 'views']);
    expect(question({ item: 1, metrics: ['shares'] }).metrics).to.deep.equal(['shares']);
  });

  const periods: [Pick<TotalsOptions, 'start' | 'end'>, TotalsQuestion['period']][] = [
    [
      { start: '2024-03-01', end: '2024-03-31' },
      { start: '2024-03-01', end: '2024-03-31' },
    ],
    [{ start: '2024-03-01' }, { start: '2024-03-01', end: today }],
    [{ end: '2024-03-31' }, { start: '2012-01-01', end: '2024-03-31' }],
  ];
  for (const [dates, period] of periods) {
    it(`asks for a period as soon as it has a date: ${JSON.stringify(dates)}`, () =>
      expect(question({ item: 1, ...dates }).period).to.deep.equal(period));
  }

  it("asks in an institution's scope, unless its slug is empty", () => {
    expect(question({ item: 1, institution: 'monash' }).institution).to.equal('monash');
    expect(question({ item: 1, institution: 'UCL-2_x' }).institution).to.equal('UCL-2_x');
    expect(question({ item: 1, institution: '' })).not.to.have.property('institution');
  });

  it('takes null, which attributes that were taken away become, for not given', () => {
    const gone = null as unknown as undefined;
    const options = { item: 1, metrics: gone, start: gone, end: gone, institution: gone };
    expect(question(options)).to.deep.equal({ items: [article(1)], metrics: ['views', 'downloads'] });
  });

  describe('names the option and the value that it refuses', () => {
    const rows: [option: string, value: string, TotalsOptions][] = [
      ['item', '', { item: '' }],
      ['item', '766364 wrong', { item: '766364 wrong' }],
      ['item', 'NaN', { item: NaN }],
      ['item', '-1', { item: -1 }],
      ['item', '1.5', { item: 1.5 }],
      ['item', '0', { item: 0 }],
      ['item', '9007199254740992', { item: 2 ** 53 }],
      ['item', 'undefined', { item: undefined as unknown as string }],
      ['item', 'null', { item: null as unknown as string }],
      ['metrics', 'hugs', { item: 1, metrics: 'hugs' }],
      ['metrics', '', { item: 1, metrics: '' }],
      ['metrics', 'views hugs', { item: 1, metrics: ['views', 'hugs'] as Metric[] }],
      ['start', 'yesterday', { item: 1, start: 'yesterday' }],
      ['start', '', { item: 1, start: '' }],
      ['end', '2023-02-29', { item: 1, end: '2023-02-29' }],
      ['institution', '../monash', { item: 1, institution: '../monash' }],
      ['institution', 'monash/x', { item: 1, institution: 'monash/x' }],
      ['institution', 'monash?x', { item: 1, institution: 'monash?x' }],
      ['institution', ' ', { item: 1, institution: ' ' }],
      ['institution', '..', { item: 1, institution: '..' }],
    ];
    for (const [option, value, options] of rows) {
      it(`${option} "${value}"`, async () => {
        const { kind, message } = await failureOf(() => question(options));
        expect(kind).to.equal('invalid');
        expect(message)
          .to.match(new RegExp(`^${option} must `))
          .and.to.contain(`"${value}"`);
      });
    }
  });

  describe('refuses citations, which figshare tells of public articles and collections in all,', () => {
    const rows: Record<string, TotalsOptions> = {
      'for an author': { item: 'author/97657' },
      'for a group': { item: 'group/327' },
      'for a project': { item: 'project/13' },
      'for an article and a project': { item: '766364 project/13' },
      'since a day': { item: 1, start: '2024-01-01' },
      'until a day': { item: 1, end: '2024-01-01' },
      'in an institution': { item: 1, institution: 'monash' },
    };
    for (const [name, options] of Object.entries(rows)) {
      it(name, async () => {
        const { kind, message } = await failureOf(() => question({ ...options, metrics: 'views citations' }));
        expect(kind).to.equal('invalid');
        expect(message)
          .to.match(/^metrics /)
          .and.to.contain('citations');
        expect(question(options).metrics, 'without citations').to.deep.equal(['views', 'downloads']);
      });
    }
  });

  it('takes citations for articles, collections, and DOIs that have to be looked up', () => {
    const item = '766364 collection/1234 10.15482/USDA.ADC/1402049';
    expect(question({ item, metrics: 'citations' }).metrics).to.deep.equal(['citations']);
  });
});

describe('timelineQuestion', () => {
  const question = (options: Partial<TimelineOptions>) => timelineQuestion({ item: 1, ...options }, today);
  const lastYear = { start: '2024-12-01', end: today };

  it('asks for views, by month, over the last 12 months, when nobody says more', () => {
    expect(question({ item: '766364 project/13' })).to.deep.equal({
      items: [article(766364), { kind: 'project', id: 13 }],
      metrics: ['views'],
      granularity: 'month',
      period: lastYear,
      isOpen: true,
    });
  });

  const starts: [Granularity, end: string | undefined, start: string][] = [
    ['day', undefined, '2025-10-23'],
    ['day', '2024-03-01', '2024-02-01'],
    ['month', '2024-03-01', '2023-04-01'],
    ['month', '2026-12-31', '2024-12-01'],
    ['month', '2012-03-04', '2012-01-01'],
    ['year', undefined, '2012-01-01'],
    ['year', '2024-03-01', '2012-01-01'],
  ];
  for (const [granularity, end, start] of starts) {
    it(`starts by ${granularity} until ${end ?? 'today'} on ${start}`, () =>
      expect(question({ granularity, end }).period.start).to.equal(start));
  }

  it('takes what it is told', () => {
    const period = { start: '2014-01-02', end: '2014-03-04' };
    const asked = question({
      metrics: 'downloads views',
      granularity: 'day',
      institution: 'monash',
      ...period,
    });
    expect(asked).to.deep.equal({
      items: [article(1)],
      metrics: ['downloads', 'views'],
      granularity: 'day',
      period,
      isOpen: false,
      institution: 'monash',
    });
  });

  const ends = { [today]: true, '2025-11-22': true, '9999-12-31': true, '2025-11-20': false };
  for (const [end, isOpen] of Object.entries(ends)) {
    it(`is ${isOpen ? 'open' : 'closed'} where it ends on ${end}, and today is ${today}`, () =>
      expect(question({ end }).isOpen).to.equal(isOpen));
  }

  const subItems: [Pick<TimelineOptions, 'category' | 'itemType'>, type: string, id: string][] = [
    [{ category: 2 }, 'category', '2'],
    [{ category: '29203' }, 'category', '29203'],
    [{ itemType: 'dataset' }, 'item_type', 'dataset'],
    [{ itemType: 'conference-contribution_2' }, 'item_type', 'conference-contribution_2'],
  ];
  for (const [options, type, id] of subItems) {
    it(`asks for a part only: ${JSON.stringify(options)}`, () =>
      expect(question(options).subItem).to.deep.equal({ type, id }));
  }

  it('takes null, which attributes that were taken away become, for not given', () => {
    const names = ['metrics', 'granularity', 'start', 'end', 'institution', 'category', 'itemType'];
    expect(question(Object.fromEntries(names.map((name) => [name, null])))).to.deep.equal(question({}));
  });

  describe('names the option and the value that it refuses', () => {
    const rows: [option: string, value: string, Partial<TimelineOptions>][] = [
      ['item', 'wrong', { item: 'wrong' }],
      ['metrics', 'hugs', { metrics: 'hugs' }],
      ['metrics', 'citations', { metrics: 'citations' }],
      ['metrics', 'views citations', { metrics: ['views', 'citations'] }],
      ['start', '2023-02-29', { start: '2023-02-29' }],
      ['end', 'today', { end: 'today' }],
      ['institution', '..', { institution: '..' }],
      ...['', 'week', 'total', 'Day', 'day ', '__proto__', 'toString'].map((value): (typeof rows)[0] => [
        'granularity',
        value,
        { granularity: value as Granularity },
      ]),
      ...['', '0', '02', '-1', '1.5', 'NaN', '1e21', '2&x=1', '9007199254740992', '__proto__'].map(
        (value): (typeof rows)[0] => ['category', value, { category: value }],
      ),
      ['category', '1.5', { category: 1.5 }],
      ...['', ' ', 'data set', 'dataset&x=1', '../x', 'données', 'x'.repeat(41)].map(
        (value): (typeof rows)[0] => ['item-type', value, { itemType: value }],
      ),
    ];
    for (const [option, value, options] of rows) {
      it(`${option} "${value}"`, async () => {
        const { kind, message } = await failureOf(() => question(options));
        expect(kind).to.equal('invalid');
        expect(message)
          .to.match(new RegExp(`^${option} must `))
          .and.to.contain(`"${value}"`);
      });
    }
  });

  it('refuses a category and an item type at once, and names both values', async () => {
    const { kind, message } = await failureOf(() => question({ category: 29203, itemType: 'dataset' }));
    expect(kind).to.equal('invalid');
    expect(message).to.contain('category').and.to.contain('"29203"');
    expect(message).to.contain('item-type').and.to.contain('"dataset"');
  });
});
