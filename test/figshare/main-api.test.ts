import { expect } from '@open-wc/testing';
import { addressOf, isMainApi, lookUp } from '../../src/figshare/main-api.js';
import { askPathAt } from '../support/ask-path.js';
import { failureOf } from '../support/failure.js';
import { world, type PageWorld } from '../support/worlds.js';

const usda = '10.15482/USDA.ADC/1402049';

describe('lookUp', () => {
  let asked: PageWorld;
  beforeEach(() => (asked = world()));

  const found = (doi: string) => lookUp({ doi }, askPathAt(asked.url));
  const paths = async () => (await asked.record()).requests.map(({ path }) => path);

  it('asks nothing for an item that is known', async () => {
    const item = { kind: 'project', id: 13 } as const;
    expect(await lookUp(item, askPathAt(asked.url))).to.deep.equal(item);
    expect(await paths()).to.be.empty;
  });

  it('finds an article, with the portal that its DOI may name, and not one whose DOI only begins the same', async () => {
    expect(await found(usda)).to.deep.equal({ kind: 'article', id: 24852405, institution: 'usda' });
    expect(await found(`${usda}0`)).to.deep.equal({ kind: 'article', id: 24852999, institution: 'usda' });
    expect(await paths()).to.deep.equal(['/v2/articles', '/v2/articles']);
  });

  it('finds an article by its publisher', async () => {
    expect(await found('10.1371/journal.pone.0039704')).to.deep.equal({
      kind: 'article',
      id: 123456,
      institution: 'journal',
    });
  });

  it('finds a DOI in any case, and with a version', async () => {
    expect(await found(usda.toLowerCase())).to.deep.equal({
      kind: 'article',
      id: 24852405,
      institution: 'usda',
    });
    expect(await found(`${usda}.v2`)).to.deep.equal({ kind: 'article', id: 24852405, institution: 'usda' });
    expect(await found(`${usda}.V2`)).to.deep.equal({ kind: 'article', id: 24852405, institution: 'usda' });
  });

  it('finds a DOI without a version that is published with one', async () => {
    await asked.settings({ items: { 'article/77': { doi: '10.9999/x.v1', title: 'Sample' } } });
    expect(await found('10.9999/x')).to.deep.equal({ kind: 'article', id: 77 });
  });

  it('looks among the collections next', async () => {
    expect(await found('10.1098/sample.2021.7')).to.deep.equal({
      kind: 'collection',
      id: 5512345,
      institution: 'sample',
    });
    expect(await paths()).to.deep.equal(['/v2/articles', '/v2/collections']);
  });

  it('asks for a DOI as it is, whatever its letters', async () => {
    const doi = '10.9999/a&doi=b#c?d%20<é>+';
    await asked.settings({ items: { 'article/78': { doi, title: 'Sample' } } });
    expect(await found(doi)).to.deep.equal({ kind: 'article', id: 78 });
    const [request] = (await asked.record()).requests;
    expect(request!.query).to.equal(`doi=${encodeURIComponent(doi)}`);
  });

  for (const doi of ['10.9999/nothing', '10.15482/USDA.ADC/14020', `${usda}.v2.x`]) {
    it(`knows no item for ${doi}, and says so`, async () => {
      const { kind, message } = await failureOf(() => found(doi));
      expect(kind).to.equal('not-found');
      expect(message).to.contain(`"${doi}"`);
      expect(await paths()).to.deep.equal(['/v2/articles', '/v2/collections']);
    });
  }

  const same = { doi: usda };
  for (const body of [
    null,
    {},
    'text',
    0,
    { 0: { ...same, id: 5 }, length: 1 },
    [same],
    ...[null, '5', 1.5, 0, -5, 2 ** 53, {}, [5], true].map((id) => [{ ...same, id }]),
  ]) {
    it(`takes nothing from a wrong answer: ${JSON.stringify(body)}`, async () => {
      await asked.faults({ path: '/v2/articles', fault: 'body', body });
      expect((await failureOf(() => found(usda))).kind).to.equal('bad-data');
      expect(await paths()).to.deep.equal(['/v2/articles']);
    });
  }

  it('passes over what is no item', async () => {
    const body = [null, 5, 'text', [], {}, { id: 5 }, { doi: null, id: 6 }, { ...same, id: 8 }];
    await asked.faults({ path: '/v2/articles', fault: 'body', body });
    expect(await found(usda)).to.deep.equal({ kind: 'article', id: 8, institution: 'usda' });
  });

  it('fails as the main API does', async () => {
    await asked.faults({ path: '/v2/*', fault: 202 });
    expect((await failureOf(() => found(usda))).kind).to.equal('busy');
    expect(await paths()).to.deep.equal(['/v2/articles']);
  });

  it('asks once for equal DOIs, and remembers', async () => {
    await Promise.all([found(usda), found(usda)]);
    await found(usda);
    expect(await paths()).to.have.length(1);
  });
});

describe('isMainApi', () => {
  const rows: [path: string, isIt: boolean][] = [
    ['/v2/articles?doi=10.5281%2Fzenodo.1', true],
    ['/v2/collections/5', true],
    ['/v2/projects/13', true],
    ['/total/views/article/5', false],
    ['/v2/total/views/article/5', false],
    ['/v2/count/articles', false],
    ['/v2x/articles/5', false],
    ['/monash/v2/articles/5', false],
  ];
  for (const [path, isIt] of rows) {
    it(`is ${isIt} of ${path}`, () => expect(isMainApi(path)).to.equal(isIt));
  }

  it('does not send an institution whose scope is called v2 to the main API', () => {
    const at = (path: string) => addressOf(path, 'https://stats.example', 'https://api.example/v2');
    expect(at('/v2/total/views/article/5')).to.equal('https://stats.example/v2/total/views/article/5');
    expect(at('/v2/articles/5')).to.equal('https://api.example/v2/articles/5');
  });
});
