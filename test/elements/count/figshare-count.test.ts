import { expect } from '@open-wc/testing';
import '../../../src/define/figshare-count.js';
import type { FigshareError } from '../../../src/figshare/error.js';
import { heard, mount, mountSettled, partOf, seen, settled } from '../../support/elements.js';
import { world } from '../../support/worlds.js';
import { keepsItsPromises } from '../promises.js';

const count = (source: string, attributes: string) =>
  mountSettled(`<figshare-count source="${source}" ${attributes}></figshare-count>`);

describe('<figshare-count>', () => {
  keepsItsPromises({
    tag: 'figshare-count',
    asks: 'item="400"',
    sees: /12,345 public items/,
    otherItem: 'group/327',
    seesOther: /^20 public items$/,
    badBody: { 400: -1 },
  });

  it('takes a bare number for a group, and sums several in one request', async () => {
    const here = world();
    const element = await count(here.url, 'item="327 group/328 329"');
    expect(seen(element)).to.equal('22 public items');
    expect(heard(element)).to.equal('22 public items');
    const { requests } = await here.record();
    expect(requests.filter(({ method }) => method === 'POST').map(({ path }) => path)).to.deep.equal([
      '/count/articles',
    ]);
  });

  it('shows zero as zero, and one as one', async () => {
    expect(seen(await count(world().url, 'item="999999"'))).to.equal('0 public items');
    expect(seen(await count(world().url, 'item="328"'))).to.equal('1 public item');
  });

  it('counts in an institution’s scope', async () => {
    const here = world();
    await count(here.url, 'item="327" institution="monash"');
    expect((await here.record()).requests.at(-1)!.path).to.equal('/monash/count/articles');
  });

  it('links nowhere, unless it is told where', async () => {
    expect(partOf(await count(world().url, 'item="327"'), 'base')!.localName).to.equal('span');
    const linked = await count(world().url, 'item="327" href="https://example.edu/"');
    expect(partOf(linked, 'base')!.getAttribute('href')).to.equal('https://example.edu/');
    const plain = await count(world().url, 'item="400" href="https://example.edu/" no-link');
    expect(partOf(plain, 'base')!.localName).to.equal('span');
    expect(seen(plain)).to.equal('12,345 public items');
  });

  it('is not known when one of several groups is missing', async () => {
    const here = world();
    await here.faults({ path: '/*', fault: 'body', body: { 327: 20 } });
    const element = await count(here.url, 'item="327 328"');
    expect(element.status).to.equal('error');
    expect(seen(element)).to.equal('– public items');
  });

  for (const item of ['article/5', '10.6084/m9.figshare.766364', 'author/1', '0']) {
    it(`is invalid, and asks nobody: ${item}`, async () => {
      const here = world();
      const element = await mount(`<figshare-count source="${here.url}" item="${item}"></figshare-count>`);
      const { detail } = await settled<FigshareError>(element);
      expect(detail.kind).to.equal('invalid');
      expect(detail.message).to.contain('item').and.to.contain(item);
      expect((await here.record()).requests).to.be.empty;
    });
  }
});
