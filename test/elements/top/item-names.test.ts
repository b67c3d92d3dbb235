import { expect, fixture } from '@open-wc/testing';
import { html, LitElement } from 'lit';
import { ItemNames } from '../../../src/elements/top/item-names.js';
import type { Kind } from '../../../src/figshare/item.js';
import { mainApi, Service } from '../../../src/source/service.js';
import { until } from '../../support/elements.js';
import { world, type PageWorld } from '../../support/worlds.js';

/** Shows the names of some items, or their numbers. */
class NamesHost extends LitElement {
  static override properties = { items: { attribute: false } };
  declare items: [Kind, string][];
  drawn = 0;
  readonly #names = new ItemNames(this, () => new Service('https://stats.example.org'));

  override render() {
    this.drawn++;
    return html`${this.items.map(([kind, id]) => html`<li>${this.#names.of(kind, id)?.title ?? id}</li>`)}`;
  }
}
customElements.define('names-host', NamesHost);

/** The page remembers names, so each test asks for items of its own. */
let last = 40_000_000;
const newId = () => String(++last);

describe('ItemNames', () => {
  let here: PageWorld;
  const { fetch } = globalThis;
  beforeEach(() => {
    here = world();
    // Whatever is asked of the main API is asked of the stand-in's: no page of the tests asks figshare.
    globalThis.fetch = (input, init) => {
      const { url } = new Request(input);
      return fetch(url.replace(mainApi, `${here.url}/v2`), init);
    };
  });
  afterEach(() => {
    globalThis.fetch = fetch;
  });

  /** Makes the service know items, whose names are their keys. */
  const known = (...items: [Kind, string][]) =>
    here.settings({
      items: Object.fromEntries(items.map(([kind, id]) => [`${kind}/${id}`, { title: `${kind} ${id}!` }])),
    });
  async function host(...items: [Kind, string][]): Promise<NamesHost> {
    const element = new NamesHost();
    element.items = items;
    (await fixture('<section></section>')).append(element);
    await element.updateComplete;
    return element;
  }
  const shown = (element: NamesHost) =>
    [...element.shadowRoot!.querySelectorAll('li')].map((name) => name.textContent);
  const named = (element: NamesHost) =>
    until(() => shown(element).every((name) => name.endsWith('!')), 'a name did not come');
  const paths = async () => (await here.record()).requests.map(({ path }) => path);

  it('knows none at first, and draws its host again when they come', async () => {
    const [one, other] = [newId(), newId()];
    await known(['article', one], ['project', other]);
    const element = await host(['article', one], ['project', other]);
    expect(shown(element)).to.deep.equal([one, other]);
    await named(element);
    expect(shown(element)).to.deep.equal([`article ${one}!`, `project ${other}!`]);
  });

  it('asks once for each, however often its host is drawn', async () => {
    const id = newId();
    await known(['article', id]);
    await here.faults({ path: '/v2/*', fault: 'hang' });
    const element = await host(['article', id], ['article', id]);
    for (let drawn = 0; drawn < 3; drawn++) {
      element.requestUpdate();
      await element.updateComplete;
    }
    await here.wait({ requests: 1 });
    await here.release();
    await named(element);
    element.requestUpdate();
    await element.updateComplete;
    expect(await paths()).to.deep.equal([`/v2/articles/${id}`]);
  });

  it('tells kinds with the same number apart', async () => {
    const id = newId();
    await known(['article', id], ['collection', id]);
    const element = await host(['collection', id], ['article', id]);
    await named(element);
    expect(shown(element)).to.deep.equal([`collection ${id}!`, `article ${id}!`]);
  });

  it('draws its host no more once all is known', async () => {
    const id = newId();
    await known(['article', id]);
    const element = await host(['article', id]);
    await named(element);
    const { drawn } = element;
    await here.wait({ open: 0 });
    await element.updateComplete;
    expect(element.drawn).to.equal(drawn);
    expect(drawn).to.equal(2);
  });

  it('does without one that cannot be had, and does not ask for it again', async () => {
    const [missing, there] = [newId(), newId()];
    await known(['article', there]);
    const element = await host(['article', missing]);
    await here.wait({ requests: 1, open: 0 });
    element.items = [
      ['article', missing],
      ['article', there],
    ];
    await until(() => shown(element).includes(`article ${there}!`), 'the name did not come');
    expect(shown(element)[0]).to.equal(missing);
    expect(await paths()).to.deep.equal([`/v2/articles/${missing}`, `/v2/articles/${there}`]);
  });

  it('stops when its host leaves the page, and what waits for its turn is never asked', async () => {
    const items = Array.from({ length: 6 }, (): [Kind, string] => ['article', newId()]);
    await here.faults({ path: '/v2/*', fault: 'hang' });
    const element = await host(...items);
    await here.wait({ requests: 4 });
    element.remove();
    await here.wait({ requests: 4, aborted: 4, open: 0 });
    await element.updateComplete;
    expect(await paths()).to.have.length(4);
  });

  it('asks again when its host returns, but not for what has come', async () => {
    const [one, other] = [newId(), newId()];
    await known(['article', one], ['article', other]);
    await here.faults({ path: `/v2/articles/${other}`, fault: 'hang', times: 1 });
    const element = await host(['article', one], ['article', other]);
    await until(() => shown(element)[0]!.endsWith('!'), 'the name did not come');
    const { parentElement } = element;
    element.remove();
    await here.wait({ aborted: 1 });
    parentElement!.append(element);
    element.requestUpdate();
    await named(element);
    expect((await paths()).filter((path) => path.endsWith(one))).to.have.length(1);
    expect((await paths()).filter((path) => path.endsWith(other))).to.have.length(2);
  });

  it('goes on when its host moves, and does not ask again', async () => {
    const id = newId();
    await known(['article', id]);
    await here.faults({ path: '/v2/*', fault: 'hang' });
    const element = await host(['article', id]);
    await here.wait({ requests: 1 });
    (await fixture('<section></section>')).append(element);
    element.requestUpdate();
    await element.updateComplete;
    await here.release();
    await named(element);
    const { requests } = await here.record();
    expect(requests.map(({ aborted }) => aborted)).to.deep.equal([false]);
  });

  for (const turns of [1, 2, 3, 5, 8, 13]) {
    it(`gets its names when its host returns ${turns} turns after it left`, async () => {
      const id = newId();
      await known(['article', id]);
      await here.faults({ path: '/v2/*', fault: 'hang', times: 1 });
      const element = await host(['article', id]);
      await here.wait({ requests: 1 });
      const { parentElement } = element;
      element.remove();
      for (let turn = 0; turn < turns; turn++) await Promise.resolve();
      parentElement!.append(element);
      element.requestUpdate();
      await element.updateComplete;
      await here.wait({ aborted: 1 });
      await named(element);
    });
  }

  it('asks nobody while its host is off the page', async () => {
    const [one, other] = [newId(), newId()];
    await known(['article', one], ['article', other]);
    const element = await host(['article', one]);
    await named(element);
    const { parentElement } = element;
    element.remove();
    element.items = [['article', other]];
    await element.updateComplete;
    expect(shown(element)).to.deep.equal([other]);
    parentElement!.append(element);
    await here.wait({ open: 0 });
    expect(await paths()).to.deep.equal([`/v2/articles/${one}`]);
    element.requestUpdate();
    await named(element);
  });

  it('does not end what another host waits for', async () => {
    const id = newId();
    await known(['article', id]);
    await here.faults({ path: '/v2/*', fault: 'hang' });
    const [leaving, staying] = [await host(['article', id]), await host(['article', id])];
    await here.wait({ requests: 1 });
    leaving.remove();
    await staying.updateComplete;
    await here.release();
    await named(staying);
    expect((await here.record()).requests.map(({ aborted }) => aborted)).to.deep.equal([false]);
  });
});
