import { expect } from '@open-wc/testing';
import { countQuestion, type CountOptions, askCount } from '../../src/figshare/count.js';
import { Service } from '../../src/source/service.js';
import type { SourceOptions } from '../../src/source/source.js';
import { failureOf } from '../support/failure.js';
import { world, type PageWorld } from '../support/worlds.js';

const path = '/count/articles';

describe('askCount', () => {
  let asked: PageWorld;
  beforeEach(() => (asked = world()));

  const ask = (item: CountOptions['item'], institution?: string, options?: SourceOptions) =>
    new Service(asked.url).answer(countQuestion({ item, institution }), askCount, options);
  const count = async (...question: Parameters<typeof ask>) =>
    (await ask(...question)).answer.map(({ id, value }) => `${id} ${value}`).join(', ');
  const requests = async () => (await asked.record()).requests;
  /** Without those that ask for leave. */
  const posts = async () => (await requests()).filter(({ method }) => method !== 'OPTIONS');

  it('tells how many public items groups hold, in the order asked, who told it, and when', async () => {
    const before = Date.now();
    const { answer, source, retrieved } = await ask('328 group/327');
    expect(answer).to.deep.equal([
      { id: 328, value: 1 },
      { id: 327, value: 20 },
    ]);
    expect(source).to.equal(asked.url);
    expect(retrieved.getTime()).to.be.within(before, Date.now());
  });

  it('asks for all groups in one request, by POST, with JSON, and from a page after asking for leave', async () => {
    await asked.settings({ groups: { 5: 50, 6: 0 } });
    expect(await count('327 5 6 7')).to.equal('327 20, 5 50, 6 0, 7 0');
    const all = await requests();
    expect(all.map(({ method }) => method)).to.deep.equal(['OPTIONS', 'POST']);
    for (const request of all) expect(request).to.include({ path, query: '' });
    expect(all[1]!.headers['content-type']).to.equal('application/json');
    expect(all[1]!.headers).not.to.have.any.keys('cookie', 'authorization', 'referer');
  });

  it('asks the same on a page with an old library', async () => {
    const prototype = Array.prototype as { toJSON?: () => string };
    try {
      prototype.toJSON = () => '[…]';
      expect(await count('327 328')).to.equal('327 20, 328 1');
    } finally {
      delete prototype.toJSON;
    }
  });

  it('counts a group once, in however many ways it is named', async () => {
    expect(await count('327 group/327 Group/327 https://figshare.com/groups/_/327')).to.equal('327 20');
  });

  it('joins equal questions, and remembers their answer', async () => {
    expect(await Promise.all([count('327 328'), count('group/327 328')])).to.deep.equal(
      Array(2).fill('327 20, 328 1'),
    );
    expect(await count('327 328')).to.equal('327 20, 328 1');
    expect(await posts()).to.have.length(1);
  });

  it('asks anew about other groups', async () => {
    const items = ['327', '328', '327 328'];
    expect(await Promise.all(items.map((item) => count(item)))).to.deep.equal([
      ...['327 20', '328 1', '327 20, 328 1'],
    ]);
    expect(await posts()).to.have.length(3);
  });

  it("asks in an institution's scope", async () => {
    expect(await count(327, 'monash')).to.equal('327 20');
    expect((await posts())[0]).to.have.property('path', `/monash${path}`);
  });

  it("fails where an institution's scope wants credentials", async () => {
    await asked.faults({ path: `/monash${path}`, fault: 403 });
    expect((await failureOf(() => ask(327, 'monash'))).kind).to.equal('forbidden');
  });

  it('fails where the source gives no leave, without sending the question', async () => {
    await asked.settings({ cors: false });
    expect((await failureOf(() => ask(327))).kind).to.equal('unreachable');
    expect(await posts()).to.be.empty;
  });

  it('asks again after a failure', async () => {
    await asked.faults({ path, fault: 404 });
    expect((await failureOf(() => ask(327))).kind).to.equal('not-found');
    await asked.faults();
    expect(await count(327)).to.equal('327 20');
  });

  describe('refuses an answer that is none', () => {
    for (const body of ['null', '[]', '{}', '{"327":20}', '{"327":20,"328":"1"}', '{"327":20,"328":null}']) {
      it(body, async () => {
        await asked.faults({ path, fault: 'body', raw: body });
        expect((await failureOf(() => ask('327 328'))).kind).to.equal('bad-data');
      });
    }
  });

  it('leaves out groups that nobody asked for', async () => {
    await asked.faults({ path, fault: 'body', raw: '{"9":null,"__proto__":{"328":9},"328":1,"327":20}' });
    expect(await count('327 328')).to.equal('327 20, 328 1');
  });
});
