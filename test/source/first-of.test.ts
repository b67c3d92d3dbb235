import { expect } from '@open-wc/testing';
import { FigshareError, type ErrorKind } from '../../src/figshare/error.js';
import type { TotalsQuestion } from '../../src/figshare/totals.js';
import { FirstOf } from '../../src/source/first-of.js';
import { RequestError } from '../../src/source/network/request.js';
import { failureOf } from '../support/failure.js';
import type { Answered, Source } from '../../src/source/source.js';

const question: TotalsQuestion = { items: [{ kind: 'article', id: 5 }], metrics: ['views'] };
const asking = () => Promise.reject(new Error('only services are asked'));
const answered: Answered<never> = {
  answer: { views: 1 } as never,
  retrieved: new Date(0),
  source: 'https://relay.example',
};

let sources = 0;

/** A source that does one thing, and keeps what it was asked. */
function source(outcome: Answered<never> | Error, address = `https://${++sources}.example`) {
  const asked: unknown[][] = [];
  const answer = (...args: unknown[]) => {
    asked.push(args);
    return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome);
  };
  return { address, asked, answer } satisfies Source & { asked: unknown[][] };
}

const away = (address: string) =>
  source(new RequestError('unreachable', 'it is away', { url: `${address}/total/article/5` }), address);

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

  it('leaves alone for a minute who could not be reached, for all that ask there', async () => {
    const here = 'https://away.example';
    const [first, again, next] = [away(here), away(here), source(answered)];
    const now = Date.now;
    const moment = now();
    try {
      await new FirstOf([first, next]).answer(question, asking);
      Date.now = () => moment + 59_000;
      await new FirstOf([again, next]).answer(question, asking);
      expect(again.asked).to.be.empty;
      Date.now = () => moment + 61_000;
      await new FirstOf([again, next]).answer(question, asking);
      expect(again.asked).to.have.length(1);
    } finally {
      Date.now = now;
    }
  });

  it('asks the last source always, whoever stumbled before', async () => {
    const here = 'https://stumbled.example';
    await failureOf(() => new FirstOf([away(here)]).answer(question, asking));
    const healed = source(answered, here);
    expect(await new FirstOf([healed]).answer(question, asking)).to.equal(answered);
    expect(await new FirstOf([failing('busy'), healed]).answer(question, asking)).to.equal(answered);
    expect(healed.asked).to.have.length(2);
  });

  it('does not leave a source alone because the main API could not be reached', async () => {
    const here = 'https://there.example';
    const elsewhere = source(
      new RequestError('unreachable', 'it is away', { url: 'https://api.example/v2/articles/5' }),
      here,
    );
    await new FirstOf([elsewhere, source(answered)]).answer(question, asking);
    await new FirstOf([elsewhere, source(answered)]).answer(question, asking);
    expect(elsewhere.asked).to.have.length(2);
  });

  it('does not leave a source alone because the reader was offline', async () => {
    const elsewhere = away('https://offline.example');
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    try {
      await new FirstOf([elsewhere, source(answered)]).answer(question, asking);
    } finally {
      Reflect.deleteProperty(navigator, 'onLine'); // the browser's own stands behind it
    }
    await new FirstOf([elsewhere, source(answered)]).answer(question, asking);
    expect(elsewhere.asked).to.have.length(2);
  });

  for (const kind of ['not-found', 'bad-data', 'forbidden'] as const) {
    it(`asks the next source what one that holds some answers only lacks: ${kind}`, async () => {
      const partial = { ...failing(kind), isPartial: true };
      expect(await new FirstOf([partial, source(answered)]).answer(question, asking)).to.equal(answered);
    });
  }

  it('asks nobody else when a question is invalid, whoever says so', async () => {
    const next = source(answered);
    const partial = { ...failing('invalid'), isPartial: true };
    expect((await failureOf(() => new FirstOf([partial, next]).answer(question, asking))).kind).to.equal(
      'invalid',
    );
    expect(next.asked).to.be.empty;
  });
});
