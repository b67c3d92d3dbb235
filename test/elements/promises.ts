import { aTimeout, expect, fixture, oneEvent } from '@open-wc/testing';
import type { FigshareError } from '../../src/figshare/error.js';
import type { FaultName } from '../support/stand-in.js';
import {
  collectWarnings,
  heard,
  mount,
  mountFar,
  mountSettled,
  partOf,
  seen,
  settled,
  type AnyElement,
} from '../support/elements.js';
import { shortWaits } from '../support/short-waits.js';
import { world } from '../support/worlds.js';

/** An element as the shared tests put it on a page. */
export interface Example {
  tag: string;
  /** Attributes of a question that the stand-in answers, and what a reader then sees of it. */
  asks: string;
  sees: RegExp;
  /** Another item, and what is seen of it. */
  otherItem: string;
  seesOther: RegExp;
  /** A body that cannot be an answer. */
  badBody: unknown;
}

const kindByFault: Partial<Record<FaultName, FigshareError['kind']>> = {
  '202': 'busy',
  '429': 'busy',
  '400': 'invalid',
  '403': 'forbidden',
  '404': 'not-found',
  '500': 'unavailable',
  html: 'bad-data',
  reset: 'unreachable',
  'no-cors': 'unreachable',
  large: 'bad-data',
};

/** What every element promises (the tests of each element run these). */
export function keepsItsPromises({ tag, asks, sees, otherItem, seesOther, badBody }: Example): void {
  const warnings = collectWarnings();
  shortWaits();
  const markup = (source: string, more = '', inside = '') =>
    `<${tag} ${asks} source="${source}" ${more}>${inside}</${tag}>`;
  const fallback = '<a href="https://doi.org/10.6084/m9.figshare.766364">Data</a>';
  const isSeen = (element: AnyElement) =>
    element.querySelector('a')!.checkVisibility({ visibilityProperty: true });

  describe('states', () => {
    it('is idle without an item, and asks nobody', async () => {
      const here = world();
      const element = await mount(`<${tag} source="${here.url}"></${tag}>`);
      expect(element.status).to.equal('idle');
      expect((await here.record()).requests).to.be.empty;
    });

    it('is loading until the answer comes, and shows no digit before it', async () => {
      const here = world();
      await here.faults({ path: '/*', fault: 'hang' });
      const element = await mount(markup(here.url, 'loading="eager"'));
      await here.wait({ requests: 1 });
      expect(element.status).to.equal('loading');
      expect(element.matches(':state(loading)')).to.be.true;
      expect(element.shadowRoot!.textContent).not.to.match(/\d/);
      await here.release();
      await settled(element);
      expect(element.status).to.equal('ready');
      expect(element.matches(':state(ready)')).to.be.true;
      expect(seen(element)).to.match(sees);
    });

    it('tells the page of the answer when it is drawn, with time and source', async () => {
      const here = world();
      const holder = await fixture(`<div>${markup(here.url)}</div>`);
      const before = Date.now();
      const event = await oneEvent<CustomEvent<Record<string, unknown>>>(holder, 'figshare-load');
      expect(event.composed).to.be.true;
      expect(seen(event.target as Element)).to.match(sees);
      expect(event.detail).to.have.keys('answer', 'retrieved', 'source');
      expect(event.detail['source']).to.equal(here.url);
      expect(event.detail['retrieved']).to.be.instanceOf(Date);
      expect(Number(event.detail['retrieved'])).to.be.within(before - 1000, Date.now());
    });

    for (const [fault, kind] of Object.entries(kindByFault)) {
      it(`is an error, ${kind}, when the service answers with ${fault}`, async () => {
        const here = world();
        await here.faults({ path: '/*', fault: fault as FaultName });
        const element = await mount(markup(here.url));
        const event = await settled<FigshareError>(element);
        expect(event.type).to.equal('figshare-error');
        expect(event.detail.kind).to.equal(kind);
        expect(event.bubbles && event.composed).to.be.true;
        expect(element.status).to.equal('error');
        expect(element.matches(':state(error)')).to.be.true;
        expect(seen(element)).to.match(/^–/);
        expect(heard(element)).to.contain('not known');
      });
    }

    it('is an error when half an answer comes', async () => {
      const here = world();
      await here.faults({ path: '/*', fault: 'half' });
      const element = await mount(markup(here.url));
      const { detail } = await settled<FigshareError>(element);
      // WebKit takes the half for the whole, which then is no JSON.
      expect(detail.kind).to.be.oneOf(['unreachable', 'bad-data']);
      expect(seen(element)).not.to.match(/\d/);
    });

    it('is an error, bad-data, when the answer cannot be one', async () => {
      const here = world();
      await here.faults({ path: '/*', fault: 'body', body: badBody });
      const element = await mount(markup(here.url));
      const event = await settled<FigshareError>(element);
      expect(event.detail.kind).to.equal('bad-data');
      expect(seen(element)).not.to.match(/\d/);
    });
  });

  describe('what stands between the tags', () => {
    it('shows until the number comes', async () => {
      const here = world();
      await here.faults({ path: '/*', fault: 'hang' });
      const element = await mount(markup(here.url, '', fallback));
      await here.wait({ requests: 1 });
      expect(isSeen(element)).to.be.true;
      await here.release();
      await settled(element);
      expect(isSeen(element)).to.be.false;
      expect(seen(element)).to.match(sees);
    });

    it('stays when there is no number', async () => {
      const here = world();
      await here.faults({ path: '/*', fault: '503' });
      const element = await mountSettled(markup(here.url, '', fallback));
      expect(isSeen(element)).to.be.true;
      expect(partOf(element, 'base')!.checkVisibility({ visibilityProperty: true })).to.be.false;
    });

    it('is nothing when it is a comment, as frameworks leave them', async () => {
      const here = world();
      await here.faults({ path: '/*', fault: '503' });
      const element = await mountSettled(markup(here.url, '', ' <!-- nothing --> '));
      expect(partOf(element, 'base')!.checkVisibility({ visibilityProperty: true })).to.be.true;
    });

    it('is never written to, nor are the attributes', async () => {
      const here = world();
      const element = await mount(markup(here.url, 'hide-below="1" remember', fallback));
      const before = element.outerHTML;
      await settled(element);
      expect(element.outerHTML).to.equal(before);
    });
  });

  describe('what is wrong', () => {
    it('names the attribute and its value, once on the console', async () => {
      const value = `nonsense-${tag}`;
      const element = await mount(`<${tag} ${asks} item="${value}"></${tag}>`.replace(/item="[^"]*"/, ''));
      const event = await settled<FigshareError>(element);
      expect(event.detail.kind).to.equal('invalid');
      expect(event.detail.message).to.contain('item').and.to.contain(value);
      await mountSettled(`<${tag} item="${value}"></${tag}>`);
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.contain(`<${tag}> `).and.to.contain(value);
    });

    it('changes only the look: it falls back and says so, once', async () => {
      const here = world();
      for (let copy = 0; copy < 2; copy += 1) {
        const element = await mountSettled(markup(here.url, `theme="sepia-${tag}" loading="soon-${tag}"`));
        expect(element.status).to.equal('ready');
      }
      for (const value of [`sepia-${tag}`, `soon-${tag}`])
        expect(warnings.filter((warning) => warning.includes(value))).to.have.length(1);
    });

    it('is no address of a source', async () => {
      const element = await mountSettled(markup('ftp://example.org'));
      expect(element.status).to.equal('error');
    });
  });

  describe('asking', () => {
    it('shows only the newest when the item changes while loading', async () => {
      const here = world();
      await here.faults({ path: '/*', fault: 'hang', times: 1 });
      const element = await mount(markup(here.url));
      await here.wait({ requests: 1 });
      element.item = otherItem;
      const { type } = await settled(element);
      await here.wait({ aborted: 1 });
      expect(type).to.equal('figshare-load');
      expect(seen(element)).to.match(seesOther);
    });

    it('drops a late answer, which another element still waits for', async () => {
      const here = world();
      await here.faults({ path: '/*', fault: 'hang' });
      const [changed, other] = [await mount(markup(here.url)), await mount(markup(here.url))];
      await here.wait({ requests: 1 });
      await here.faults();
      changed.item = otherItem;
      await settled(changed);
      await here.release();
      await settled(other);
      await changed.updateComplete;
      expect(seen(other)).to.match(sees);
      expect(seen(changed)).to.match(seesOther);
    });

    it('shows no old number under a new item', async () => {
      const here = world();
      const element = await mountSettled(markup(here.url));
      await here.faults({ path: '/*', fault: 'hang' });
      element.item = otherItem;
      await element.updateComplete;
      expect(element.status).to.equal('loading');
      expect(seen(element)).not.to.match(/\d/);
    });

    it('asks for the last of many changes in a row, and for no other', async () => {
      const [changed, alone] = [world(), world()];
      const ofItem = (source: string, item: string) =>
        mountSettled(markup(source).replace(/item="[^"]*"/, `item="${item}"`));
      const element = await ofItem(changed.url, 'nonsense');
      for (let item = 1; item < 50; item += 1) element.item = item;
      element.item = otherItem;
      await settled(element);
      await ofItem(alone.url, otherItem);
      const [asked, wanted] = await Promise.all(
        [changed, alone].map(async (here) =>
          (await here.record()).requests.map(({ method, path, query }) => `${method} ${path} ${query}`),
        ),
      );
      expect(asked).to.deep.equal(wanted);
    });

    it('stops when the element leaves the page, and asks again when it returns', async () => {
      const here = world();
      await here.faults({ path: '/*', fault: 'hang', times: 1 });
      const element = await mount(markup(here.url));
      const { parentElement } = element;
      await here.wait({ requests: 1 });
      element.remove();
      await here.wait({ aborted: 1 });
      expect(element.status).to.equal('idle');
      parentElement!.append(element);
      await settled(element);
      expect(seen(element)).to.match(sees);
    });

    it('does not ask again when the element moves', async () => {
      const here = world();
      await here.faults({ path: '/*', fault: 'hang' });
      const element = await mount(markup(here.url));
      let loads = 0;
      element.addEventListener('figshare-load', () => (loads += 1));
      await here.wait({ requests: 1 });
      (await fixture('<section></section>')).append(element);
      await here.release();
      await settled(element);
      const { requests } = await here.record();
      const asked = requests.length;
      const questions = requests.map(({ method, path, query }) => `${method} ${path}?${query}`);
      expect(new Set(questions).size).to.equal(asked);
      (await fixture('<section></section>')).append(element);
      await element.updateComplete;
      expect(element.status).to.equal('ready');
      expect((await here.record()).requests).to.have.length(asked);
      expect(loads).to.equal(1);
    });

    it('asks once for equal questions', async () => {
      const here = world();
      const first = await mountSettled(markup(here.url, 'loading="eager"'));
      const { requests } = await here.record();
      const others = await Promise.all(
        [1, 2, 3].map(() => mountSettled(markup(here.url, 'loading="eager"'))),
      );
      expect((await here.record()).requests).to.have.length(requests.length);
      for (const other of others) expect(seen(other)).to.equal(seen(first));
    });

    it('waits, when lazy, until the element is near the viewport', async () => {
      const here = world();
      const element = await mountFar(markup(here.url));
      // Another observer of the element has been told of it when ours has.
      await new Promise<void>((resolve) => {
        new IntersectionObserver(() => resolve()).observe(element);
      });
      expect(element.status).to.equal('idle');
      expect((await here.record()).requests).to.be.empty;
      element.scrollIntoView();
      await settled(element);
      expect(seen(element)).to.match(sees);
    });

    it('asks before print', async () => {
      const here = world();
      const element = await mountFar(markup(here.url));
      expect(element.status).to.equal('idle');
      dispatchEvent(new Event('beforeprint'));
      await settled(element);
      expect(element.status).to.equal('ready');
    });

    it('asks at once when eager, however far away it is', async () => {
      const here = world();
      const element = await mountFar(markup(here.url, 'loading="eager"'));
      await settled(element);
      expect(element.status).to.equal('ready');
    });

    it('asks nobody before the button is pressed, when it is asked to wait for that', async () => {
      const here = world();
      const element = await mount(markup(here.url, 'loading="click"'));
      const button = partOf(element, 'button')!;
      expect(button.textContent).to.contain(new URL(here.url).host);
      expect((await here.record()).requests).to.be.empty;
      button.click();
      await settled(element);
      expect(partOf(element, 'button')).to.equal(null);
      expect(seen(element)).to.match(sees);
    });

    it('asks nobody else than the reader agreed to', async () => {
      const [agreed, other] = [world(), world()];
      const element = await mount(markup(agreed.url, 'loading="click"'));
      partOf(element, 'button')!.click();
      await settled(element);
      // The same service, by another name of its host.
      element.setAttribute('source', other.url.replace('127.0.0.1', 'localhost'));
      await element.updateComplete;
      expect(element.status).to.equal('idle');
      expect(partOf(element, 'button')!.textContent).to.contain('localhost');
      expect((await other.record()).requests).to.be.empty;
    });

    it('keeps the focus when the button is gone, with and without a link', async () => {
      for (const more of ['', 'no-link']) {
        const element = await mount(markup(world().url, `loading="click" ${more}`));
        partOf(element, 'button')!.focus();
        partOf(element, 'button')!.click();
        await settled(element);
        expect(document.activeElement === element).to.be.true;
      }
    });

    it('takes its source from the page when it has none of its own', async () => {
      const here = world();
      const meta = document.createElement('meta');
      meta.name = 'figshare-source';
      meta.content = here.url;
      document.head.append(meta);
      try {
        const element = await mount(`<${tag} ${asks}></${tag}>`);
        const { detail } = await settled<{ source: string }>(element);
        expect(detail.source).to.equal(here.url);
        const own = world();
        const other = await settled<{ source: string }>(await mount(markup(own.url)));
        expect(other.detail.source).to.equal(own.url);
      } finally {
        meta.remove();
      }
    });

    it('asks the next source when the first fails', async () => {
      const [down, up] = [world(), world()];
      await down.faults({ path: '/*', fault: '429' });
      const element = await mount(markup(`${down.url} ${up.url}`));
      const { detail } = await settled<{ source: string }>(element);
      expect(detail.source).to.equal(up.url);
    });
  });

  describe('remembering', () => {
    beforeEach(() => localStorage.clear());

    it('stores nothing unless it is told to', async () => {
      await mountSettled(markup(world().url));
      expect(localStorage).to.have.length(0);
    });

    it('shows the last good number with its date when the service fails', async () => {
      const here = world();
      const element = await mountSettled(markup(here.url, 'remember'));
      element.remove();
      // Ten minutes and more ago, so the page has forgotten it: a page of its own would be the same.
      const stored = localStorage.getItem('figshare-elements')!;
      const other = world();
      await other.faults({ path: '/*', fault: '503' });
      localStorage.setItem(
        'figshare-elements',
        stored
          .replaceAll(here.url, other.url)
          .replace(/"retrieved":"[^"]*"/, '"retrieved":"2026-03-01T12:00:00Z"'),
      );
      const stale = await mountSettled(markup(other.url, 'remember'));
      expect(stale.status).to.equal('stale');
      expect(stale.matches(':state(stale)')).to.be.true;
      expect(seen(stale))
        .to.match(sees)
        .and.to.match(/Mar 1, 2026/);
    });

    it('shows no old number unless it is told to, though there is one', async () => {
      const here = world();
      (await mountSettled(markup(here.url, 'remember'))).remove();
      const stored = localStorage.getItem('figshare-elements')!;
      const failing = world();
      await failing.faults({ path: '/*', fault: '503' });
      localStorage.setItem('figshare-elements', stored.replaceAll(here.url, failing.url));
      expect((await mountSettled(markup(failing.url))).status).to.equal('error');
      expect((await mountSettled(markup(failing.url, 'remember loading="eager"'))).status).to.equal('stale');
    });

    it('shows no number that somebody else left in our place', async () => {
      const here = world();
      await here.faults({ path: '/*', fault: '403' });
      const spoilt = ['', '{', '[]', 'null', '{"a":1}', '[["x"]]', '[["a"],[1,2],null]', '{"__proto__": 1}'];
      for (const left of spoilt) {
        localStorage.setItem('figshare-elements', left);
        const element = await mountSettled(markup(here.url, 'remember loading="eager"'));
        expect(element.status).to.equal('error');
        // Nor does it keep an answer from being shown and kept.
        const well = await mountSettled(markup(world().url, 'remember loading="eager"'));
        expect(well.status).to.equal('ready');
        expect(JSON.parse(localStorage.getItem('figshare-elements')!)).not.to.be.empty;
      }
    });
  });

  describe('language and link', () => {
    it('speaks the nearest language, across shadow roots', async () => {
      const here = world();
      const host = await fixture<HTMLElement>('<div lang="de"></div>');
      const root = host.attachShadow({ mode: 'open' });
      root.innerHTML = `<p>${markup(here.url)}</p>`;
      const element = root.querySelector<AnyElement>(tag)!;
      await settled(element);
      expect(partOf(element, 'base')!.lang).to.equal('de');
      expect(seen(element)).to.match(/\d\.\d{3}/);
    });

    it('changes its language with a shadow root around it', async () => {
      const host = await fixture<HTMLElement>('<div></div>');
      const root = host.attachShadow({ mode: 'open' });
      root.innerHTML = markup(world().url, 'lang="de"');
      const element = root.querySelector<AnyElement>(tag)!;
      await settled(element);
      element.lang = 'fr';
      await aTimeout(0); // observers of mutations are told before any timer
      await element.updateComplete;
      expect(partOf(element, 'base')!.lang).to.equal('fr');
    });

    it('changes its language with the page', async () => {
      const holder = await fixture<HTMLElement>(`<div lang="en">${markup(world().url)}</div>`);
      const element = holder.querySelector<AnyElement>(tag)!;
      await settled(element);
      holder.lang = 'ja';
      await aTimeout(0); // observers of mutations are told before any timer
      await element.updateComplete;
      expect(partOf(element, 'base')!.lang).to.equal('ja');
    });

    it('speaks English where it has no words, with the numbers of the language', async () => {
      const element = await mountSettled(markup(world().url, 'lang="fi"'));
      expect(partOf(element, 'base')!.lang).to.equal('en');
      expect(seen(element)).to.match(/\d\u00a0?\s?\d{3}/);
    });

    it('takes what is no language for none', async () => {
      const element = await mountSettled(markup(world().url, 'lang="no_such language!"'));
      expect(element.status).to.equal('ready');
    });

    it('links to no script', async () => {
      const element = await mountSettled(markup(world().url, 'href="javascript:alert(1)"'));
      expect(element.shadowRoot!.innerHTML).not.to.contain('javascript');
    });

    it('links to no page that can reach back', async () => {
      const element = await mountSettled(markup(world().url, 'href="https://example.edu/"'));
      const links = [...element.shadowRoot!.querySelectorAll('a')];
      expect(links).not.to.be.empty;
      for (const { href, rel } of links) expect(rel, href).to.equal('noopener');
    });
  });

  describe('for every reader', () => {
    it('is hidden while its first number is below a limit, and shown otherwise', async () => {
      const here = world();
      const small = await mountSettled(markup(here.url, 'hide-below="1000000000"'));
      expect(getComputedStyle(small).display).to.equal('none');
      small.style.display = 'block';
      expect(getComputedStyle(small).display).to.equal('none');
      const large = await mountSettled(markup(here.url, 'hide-below="1"'));
      expect(getComputedStyle(large).display).not.to.equal('none');
    });

    it('is accessible in every state', async () => {
      const here = world();
      await here.faults({ path: '/*', fault: 'hang' });
      const element = await mount(markup(here.url, 'loading="click"'));
      await expect(element).to.be.accessible();
      partOf(element, 'button')!.click();
      await here.wait({ requests: 1 });
      await expect(element).to.be.accessible();
      await here.release();
      await settled(element);
      await expect(element).to.be.accessible();
      const failing = world();
      await failing.faults({ path: '/*', fault: '503' });
      await expect(await mountSettled(markup(failing.url))).to.be.accessible();
    });
  });
}
