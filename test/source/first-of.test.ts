import { expect } from '@open-wc/testing';
import { FigshareError, type ErrorKind } from '../../src/figshare/error.js';
import type { TotalsQuestion } from '../../src/figshare/question.js';
import { FirstOf } from '../../src/source/first-of.js';
import type { Answered, Source, SourceOptions } from '../../src/source/source.js';

const question: TotalsQuestion = { items: [{ kind: 'article', id: 5 }], metrics: ['views'] };
const answered = { answer: { views: 1 }, retrieved: new Date(0), source: 'https://relay.example' };

/** A source that does one thing, and keeps what it was asked. */
function source(outcome: Answered<object> | Error): Source & { asked: [TotalsQuestion, SourceOptions?][] } {
  const asked: [TotalsQuestion, SourceOptions?][] = [];
  return {
    asked,
    totals: async (...question) => {
      asked.push(question);
      if (outcome instanceof Error) throw outcome;
      return outcome;
    },
  };
}

const failing = (kind: ErrorKind) => source(new FigshareError(kind, `it is ${kind}`));

describe('FirstOf', () => {
  it('gives the first answer, and asks nobody else', async () => {
    const [first, second] = [source(answered), failing('unreachable')];
    expect(await new FirstOf([first, second]).totals(question)).to.equal(answered);
    expect(second.asked).to.be.empty;
  });

  for (const kind of ['unreachable', 'forbidden', 'busy', 'unavailable'] as const) {
    it(`asks the next source when one is ${kind}`, async () => {
      const { signal } = new AbortController();
      const [first, second] = [failing(kind), source(answered)];
      expect(await new FirstOf([first, second]).totals(question, { signal })).to.equal(answered);
      for (const { asked } of [first, second]) expect(asked).to.deep.equal([[question, { signal }]]);
      expect(second.asked[0]![1]!.signal).to.equal(signal);
    });
  }

  for (const kind of ['invalid', 'not-found', 'bad-data'] as const) {
    it(`asks nobody else when a source says ${kind}`, async () => {
      const next = source(answered);
      const error = await new FirstOf([failing(kind), next])
        .totals(question)
        .catch((error: unknown) => error);
      expect(error).to.be.instanceOf(FigshareError).and.to.have.property('kind', kind);
      expect(next.asked).to.be.empty;
    });
  }

  for (const error of [new DOMException('left', 'AbortError'), new TypeError('a mistake of ours')]) {
    it(`asks nobody else after ${error.name}`, async () => {
      const next = source(answered);
      const thrown = await new FirstOf([source(error), next])
        .totals(question)
        .catch((thrown: unknown) => thrown);
      expect(thrown).to.equal(error);
      expect(next.asked).to.be.empty;
    });
  }

  it('fails as the last one does when all fail', async () => {
    const sources = [failing('busy'), failing('unavailable'), failing('forbidden')];
    const error = await new FirstOf(sources).totals(question).catch((error: unknown) => error);
    expect(error).to.have.property('kind', 'forbidden');
    for (const { asked } of sources) expect(asked).to.have.length(1);
  });
});
