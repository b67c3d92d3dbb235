import { expect } from '@open-wc/testing';
import { countQuestion, readCounts, readKeptCount, type CountOptions } from '../../src/figshare/count.js';
import { FigshareError } from '../../src/figshare/error.js';
import { failureOf } from '../support/failure.js';
import fc, { cases } from '../support/fast-check.js';

const group = (id: number) => ({ kind: 'group', id });

describe('countQuestion', () => {
  const readable: [CountOptions, items: object[]][] = [
    [{ item: '327' }, [group(327)]],
    [{ item: 327 }, [group(327)]],
    [{ item: ' 328\n group/327 Group/9 ' }, [group(328), group(327), group(9)]],
    [{ item: 'https://figshare.com/groups/_/327' }, [group(327)]],
  ];
  for (const [options, items] of readable) {
    it(`takes ${JSON.stringify(options.item)} for groups`, () =>
      expect(countQuestion(options)).to.deep.equal({ items }));
  }

  it("asks in an institution's scope, unless its slug is empty or was taken away", () => {
    const institution = (slug: unknown) => countQuestion({ item: 1, institution: slug as string });
    expect(institution('monash')).to.deep.equal({ items: [group(1)], institution: 'monash' });
    for (const none of ['', null, undefined]) expect(institution(none)).to.deep.equal({ items: [group(1)] });
  });

  describe('names the option and the value that it refuses', () => {
    const rows: [option: string, value: string, CountOptions][] = [
      ...[
        ...['', 'wrong', '0', '-1', '1.5', '__proto__', 'article/5', '327 project/13', 'author/97657'],
        ...[
          '10.6084/m9.figshare.766364',
          '327 10.15482/USDA.ADC/1402049',
          'https://figshare.com/articles/_/5',
        ],
      ].map((item): (typeof rows)[0] => ['item', item, { item }]),
      ['item', 'NaN', { item: NaN }],
      ['item', 'undefined', { item: undefined as unknown as string }],
      ['institution', '../monash', { item: 1, institution: '../monash' }],
    ];
    for (const [option, value, options] of rows) {
      it(`${option} "${value}"`, async () => {
        const { kind, message } = await failureOf(() => countQuestion(options));
        expect(kind).to.equal('invalid');
        expect(message)
          .to.match(new RegExp(`^${option} must `))
          .and.to.contain(`"${value}"`);
      });
    }
  });
});

describe('readCounts', () => {
  const readable: [what: string, body: string, ids: number[], shown: string][] = [
    ['in the order asked', '{"327":20,"328":1}', [328, 327], '328 1, 327 20'],
    ['that are 0', '{"327":0}', [327], '327 0'],
    ['that are huge', `{"${2 ** 53 - 1}":${2 ** 53 - 1}}`, [2 ** 53 - 1], `${2 ** 53 - 1} ${2 ** 53 - 1}`],
    ['of no group', '{}', [], ''],
    [
      'without those that nobody asked for',
      '{"327":20,"9":null,"__proto__":{"9":1},"x":-1}',
      [327],
      '327 20',
    ],
  ];
  for (const [what, body, ids, shown] of readable) {
    it(`reads counts ${what}`, () => {
      const counts = readCounts(JSON.parse(body), ids);
      expect(counts.map(({ id, value }) => `${id} ${value}`).join(', ')).to.equal(shown);
    });
  }

  it('gives numbers', () => expect(readCounts({ 327: 20 }, [327])).to.deep.equal([{ id: 327, value: 20 }]));

  const unreadable = [
    ...['null', '[]', '[20,1]', '20', '"327"', 'true', '{}', '{"327":20}', '{"groups":{"327":20,"328":1}}'],
    ...['{"327":20,"__proto__":{"328":1}}', '{"327":20,"0328":1}', '{"__proto__":{"327":20,"328":1}}'],
    ...['null', '-1', '1.5', '"1"', 'true', '[]', '[1]', '{}', '9007199254740992', '1e999'].map(
      (value) => `{"327":20,"328":${value}}`,
    ),
  ];
  for (const body of unreadable) {
    it(`refuses ${body} as bad data`, async () => {
      const { kind, message } = await failureOf(() => readCounts(JSON.parse(body), [327, 328]));
      expect(kind).to.equal('bad-data');
      expect(message).to.contain('answer');
    });
  }

  it('names the group that is missing', async () => {
    const { message } = await failureOf(() => readCounts({ 327: 20 }, [327, 328]));
    expect(message).to.contain('"328"');
  });

  it('makes of any JSON an answer or an error about bad data', () => {
    const nearly = fc.dictionary(
      fc.constantFrom('327', '328', '__proto__', 'x'),
      fc.oneof(fc.maxSafeNat(), fc.jsonValue()),
    );
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), nearly), (body) => {
        try {
          const counts = readCounts(body, [327, 328]);
          expect(counts.map(({ id }) => id)).to.deep.equal([327, 328]);
          expect(counts.every(({ value }) => Number.isSafeInteger(value) && value >= 0)).to.equal(true);
        } catch (error) {
          if (!(error instanceof FigshareError)) throw error;
          expect(error.kind).to.equal('bad-data');
        }
      }),
      cases(500),
    );
  });
});

describe('readKeptCount', () => {
  it('gives back what was kept of any counts', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ id: fc.maxSafeNat(), value: fc.maxSafeNat() })), (kept) => {
        expect(readKeptCount(JSON.parse(JSON.stringify(kept)))).to.deep.equal(kept);
      }),
    );
  });

  it('leaves out what else was kept', () => {
    expect(readKeptCount([{ value: 20, id: 327, name: 'x' }])).to.deep.equal([{ id: 327, value: 20 }]);
  });

  const unreadable = [
    ...['null', '{}', '20', '""', 'true', '{"327":20}', '[null]', '[20]', '[[327,20]]', '[{}]'],
    ...['{"id":327}', '{"value":20}', '{"__proto__":{"id":327,"value":20}}'].map((count) => `[${count}]`),
    ...['null', '-1', '1.5', '"1"', '{}'].map((value) => `[{"id":327,"value":${value}}]`),
    ...['null', '-1', '1.5', '"327"', '{}'].map((id) => `[{"id":${id},"value":20}]`),
  ];
  for (const kept of unreadable) {
    it(`refuses ${kept} as bad data`, async () =>
      expect((await failureOf(() => readKeptCount(JSON.parse(kept)))).kind).to.equal('bad-data'));
  }
});
