import { expect } from '@open-wc/testing';
import { kinds, type Kind } from '../../src/figshare/item.js';
import { askName, hasName } from '../../src/figshare/main-api.js';
import { askPathAt } from '../support/ask-path.js';
import { failureOf } from '../support/failure.js';
import { world, type PageWorld } from '../support/worlds.js';

describe('hasName', () => {
  it('is for what the main API tells of without authorization', () => {
    expect(kinds.filter(hasName)).to.have.members(['article', 'collection', 'project']);
  });
});

describe('askName', () => {
  let asked: PageWorld;
  beforeEach(() => (asked = world()));

  const name = (kind: Kind, id: number, signal?: AbortSignal) =>
    askName([{ kind, id }], { items: [] }, askPathAt(asked.url, signal));
  const article = (signal?: AbortSignal) => name('article', 30000001, signal);
  const paths = async () => (await asked.record()).requests.map(({ path }) => path);
  const answering = (body: unknown) => asked.faults({ path: '/v2/*', fault: 'body', body });

  for (const [kind, id, path, title] of [
    ['article', 24852405, '/v2/articles/24852405', 'Sample of the Ag Data Commons'],
    ['collection', 1234, '/v2/collections/1234', 'Sample collection'],
    ['project', 13, '/v2/projects/13', 'Sample project'],
  ] as const) {
    it(`asks for the name of a ${kind}`, async () => {
      expect((await name(kind, id)).title).to.equal(title);
      expect(await paths()).to.deep.equal([path]);
    });
  }

  it('reads a recorded article', async () => {
    const { title, page } = await name('article', 123456);
    expect(title).to.match(/^\S.*\S$/);
    expect(new URL(page!).pathname).to.match(/\/123456$/);
  });

  it('gives a title as it came, with its HTML', async () => {
    expect((await article()).title).to.equal('Growth of <i>E. coli</i> at 37 °C &amp; above (sample)');
  });

  it('asks for nothing more than the item: no query, no body', async () => {
    await article();
    const [request] = (await asked.record()).requests;
    expect(request).to.include({ method: 'GET', query: '' });
  });

  const title = 'Sample';
  const pages: [what: string, page: unknown, read: string | undefined][] = [
    ['its address', 'https://monash.figshare.com/articles/x/21', 'https://monash.figshare.com/articles/x/21'],
    ['an empty address', '', ''],
    ['null', null, undefined],
    ['a number', 5, undefined],
    ['a list', ['https://figshare.com/'], undefined],
    ['an object', {}, undefined],
    ['nothing', undefined, undefined],
  ];
  for (const [what, page, read] of pages) {
    it(`reads a page that is ${what}`, async () => {
      await answering({ title, url_public_html: page });
      expect(await article()).to.deep.equal({ title, page: read });
    });
  }

  it('takes nothing else from an answer', async () => {
    await asked.faults({
      path: '/v2/*',
      fault: 'body',
      raw: '{"title":"Sample","__proto__":{"page":"x"},"page":"x","constructor":1}',
    });
    const named = await article();
    expect(named).to.deep.equal({ title, page: undefined });
    expect(Object.getPrototypeOf(named)).to.equal(Object.prototype);
  });

  for (const body of [
    ...['null', '5', 'true', '"title"', '[]', '{}', '[{"title":"Sample"}]'],
    ...['null', '5', 'true', '""', '" \\n"', '["Sample"]', '{"title":"Sample"}'].map(
      (title) => `{"title":${title}}`,
    ),
    '{"Title":"Sample"}',
    '{"__proto__":{"title":"Sample"}}',
  ]) {
    it(`finds no name in ${body}`, async () => {
      await asked.faults({ path: '/v2/*', fault: 'body', raw: body });
      const { kind, message } = await failureOf(article);
      expect(kind).to.equal('bad-data');
      expect(message).to.contain('title');
    });
  }

  for (const [fault, kind] of [
    [202, 'busy'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [429, 'busy'],
    ['html', 'bad-data'],
  ] as const) {
    it(`fails as the main API does: ${fault} is ${kind}`, async () => {
      await asked.faults({ path: '/v2/*', fault });
      expect((await failureOf(article)).kind).to.equal(kind);
      expect(await paths()).to.have.length(1);
    });
  }

  it('does not know the name of what is not there', async () => {
    const missing = () => name('project', 987654);
    expect((await failureOf(missing)).kind).to.equal('not-found');
  });

  it('asks once for equal items, and remembers', async () => {
    const [one, other] = await Promise.all([article(), article()]);
    expect(other).to.deep.equal(one);
    expect(await article()).to.deep.equal(one);
    expect(await paths()).to.have.length(1);
  });

  it('does not remember what was no name', async () => {
    await asked.faults({ path: '/v2/*', fault: 'body', body: {}, times: 1 });
    await failureOf(article);
    expect((await article()).title).to.contain('Growth');
    expect(await paths()).to.have.length(2);
  });

  it('stops when it is told to', async () => {
    await asked.faults({ path: '/v2/*', fault: 'hang' });
    const running = new AbortController();
    const reason = new Error('nobody asks any more');
    const answer = article(running.signal).catch((error: unknown) => error);
    await asked.wait({ requests: 1 });
    running.abort(reason);
    expect(await answer).to.equal(reason);
    await asked.wait({ aborted: 1 });
  });
});
