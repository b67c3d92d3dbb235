import { expect } from '@open-wc/testing';
import { findPerson, orcidIn } from '../../src/figshare/person.js';
import { askPathAt } from '../support/ask-path.js';
import { failureOf } from '../support/failure.js';
import { world, type PageWorld } from '../support/worlds.js';

const orcid = '0000-0002-1825-0097';

describe('orcidIn', () => {
  for (const [text, expected] of [
    [orcid, orcid],
    [`https://orcid.org/${orcid}`, orcid],
    ['ORCID: 0000-0002-1825-009x.', '0000-0002-1825-009X'],
    ['0000-0002-1825-00971', undefined],
    ['1-0000-0002-1825-0097', undefined],
    ['0000-0002-1825', undefined],
    ['', undefined],
  ] as const) {
    it(`reads ${JSON.stringify(text)} as ${expected ?? 'none'}`, () => {
      expect(orcidIn(text)).to.equal(expected);
    });
  }
});

describe('findPerson', () => {
  let asked: PageWorld;
  beforeEach(() => (asked = world()));
  const find = (id = orcid) => findPerson(id, askPathAt(asked.url));
  /** Without the question whether a page may send JSON, which a browser asks first. */
  const requests = async () => (await asked.record()).requests.filter(({ method }) => method !== 'OPTIONS');
  const articles = (authors: unknown, search: unknown = [{ id: 1 }]) =>
    asked.faults(
      { path: '/v2/articles/search', fault: 'body', body: search },
      { path: '/v2/articles/*', fault: 'body', body: { authors } },
    );

  it('asks for what names the person, and reads who of its authors they are', async () => {
    expect(await find()).to.deep.equal({ authors: [{ kind: 'author', id: 97657 }], name: 'Sample Author' });
    const [search, ...others] = await requests();
    expect([search!, ...others].map(({ method, path }) => `${method} ${path}`)).to.deep.equal([
      'POST /v2/articles/search',
      'GET /v2/articles/30000001',
      'GET /v2/articles/24852405',
    ]);
    expect(JSON.parse(search!.posted)).to.deep.equal({
      search_for: `:orcid: ${orcid}`,
      page_size: 10,
    });
  });

  it('takes all numbers of one person, each once, and nobody else’s', async () => {
    const theirs = { orcid_id: orcid.toLowerCase(), full_name: '' };
    await articles([
      { ...theirs, id: 5 },
      { ...theirs, id: 5 },
      { ...theirs, id: 6, full_name: 'One' },
      { id: 7, orcid_id: '0000-0002-1825-0098' },
      { id: 8 },
      { ...theirs, id: '9' },
      { ...theirs, id: -1 },
      null,
    ]);
    const { authors, name } = await find();
    expect(authors.map(({ id }) => id)).to.deep.equal([5, 6]);
    expect(name).to.equal('One');
  });

  it('looks at ten items at most', async () => {
    await articles(
      [{ id: 5, orcid_id: orcid }],
      [{ id: 'x' }, ...Array.from({ length: 30 }, (_, id) => ({ id: id + 1 }))],
    );
    await find();
    expect(await requests()).to.have.length(11);
  });

  it('says that nothing names somebody, and where their number is', async () => {
    const none = await failureOf(() => find('0000-0001-0000-0009'));
    expect(none.kind).to.equal('not-found');
    expect(none.message).to.match(/^nothing public on figshare names 0000-0001-0000-0009; .*address/);
    await articles('nobody');
    expect((await failureOf(() => find())).kind).to.equal('not-found');
  });

  it('refuses what is no list of items', async () => {
    await articles([], { message: 'no' });
    expect((await failureOf(() => find())).kind).to.equal('bad-data');
  });
});
