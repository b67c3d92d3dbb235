import { expect } from '@open-wc/testing';
import { FigshareError, type ErrorKind } from '../../src/figshare/error.js';
import type { TotalsQuestion } from '../../src/figshare/question.js';
import { FirstOf } from '../../src/source/first-of.js';
import type { Answered, Source } from '../../src/source/source.js';

const question: TotalsQuestion = { items: [{ kind: 'article', id: 5 }], metrics: ['views'] };
const asking = () => Promise.reject(new Error('only services are asked'));
const answered: Answered<never> = {
  answer: { views: 1 } as never,
  retrieved: new Date(0),
  source: 'https://relay.example',
};

/** A source that does one thing, and keeps what it was asked. */
function source(outcome: Answered<never> | Error): Source & { asked: unknown[][] } {
  const asked: unknown[][] = [];
  const answer = (...args: unknown[]) => {
    asked.push(args);
    return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome);
  };
  return { asked, answer };
}

const failing = (kind: ErrorKind) => source(new FigshareError(kind, `it is ${kind}`));

describe('FirstOf', () => {
  it('gives the first answer, and asks nobody else', async () => {
    const [first, second] = [source(answered), failing('unreachable')];
    expect(await new FirstOf([first, second]).answer(question, asking)).to.equal(answered);
    expect(second.asked).to.be.empty;
  });

  for (const kind of ['unreachable', 'forbidden', 'busy', 'unavailable'] as const) {
    it(`asks the next source the same when one is ${kind}`, async () => {
      const options = {};
      const [first, second] = [failing(kind), source(answered)];
      expect(await new FirstOf([first, second]).answer(question, asking, options)).to.equal(answered);
      for (const { asked } of [first, second]) {
        expect(asked).to.have.length(1);
        for (const [at, handed] of [question, asking, options].entries())
          expect(asked[0]![at]).to.equal(handed);
      }
    });
  }

  for (const kind of ['invalid', 'not-found', 'bad-data'] as const) {
    it(`asks nobody else when a source says ${kind}`, async () => {
      const next = source(answered);
      const error = await new FirstOf([failing(kind), next])
        .answer(question, asking)
        .catch((error: unknown) => error);
      expect(error).to.be.instanceOf(FigshareError).and.to.have.property('kind', kind);
      expect(next.asked).to.be.empty;
    });
  }

  for (const error of [new DOMException('left', 'AbortError'), new TypeError('a mistake of ours')]) {
    it(`asks nobody else after ${error.name}`, async () => {
      const next = source(answered);
      const thrown = await new FirstOf([source(error), next])
        .answer(question, asking)
        .catch((thrown: unknown) => thrown);
      expect(thrown).to.equal(error);
      expect(next.asked).to.be.empty;
    });
  }

  it('fails as the last one does when all fail', async () => {
    const sources = [failing('busy'), failing('unavailable'), failing('forbidden')];
    const error = await new FirstOf(sources).answer(question, asking).catch((error: unknown) => error);
    expect(error).to.have.property('kind', 'forbidden');
    for (const { asked } of sources) expect(asked).to.have.length(1);
  });
});
