import { expect } from '@open-wc/testing';
import type { Metric } from '../../src/figshare/metric.js';
import { totalsQuestion, type TotalsOptions, type TotalsQuestion } from '../../src/figshare/question.js';
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
      '\n766364\t10.6084/m9.figshare.c.1234\r\n  https://figshare.com/articles/5 ',
      [article(766364), { kind: 'collection', id: 1234 }, article(5)],
    ],
    ['doi: 10.6084/m9.figshare.766364', [article(766364)]],
    [
      'DOI: 10.6084/m9.figshare.4 doi:  10.15482/USDA.ADC/1402049 7',
      [article(4), { doi: '10.15482/USDA.ADC/1402049' }, article(7)],
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
      ['item', 'wrong', { item: '766364 wrong' }],
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
