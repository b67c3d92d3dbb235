import { aTimeout, expect, fixture, nextFrame, oneEvent } from '@open-wc/testing';
import type { FigshareError } from '../../src/figshare/error.js';
import type { FaultName } from '../support/stand-in.js';
import {
  collectWarnings,
  details,
  heard,
  mount,
  mountFar,
  mountSettled,
  partOf,
  seen,
  settled,
  until,
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
  /** It stands alone, with a title and a frame; else it stands in a line, with a popover. */
  isBlock?: boolean;
  /** Without an item it asks about all there are. */
  asksWithoutItem?: boolean;
}

/** What browsers tell each in its own way; test/e2e/faults.spec.ts has all faults. */
const kindByFault: Partial<Record<FaultName, FigshareError['kind']>> = {
  '429': 'busy',
  reset: 'unreachable',
  'no-cors': 'unreachable',
  large: 'bad-data',
};

/** A title, or words behind the numbers, may say the period that is asked for. */
function withoutPeriod(element: AnyElement, text: string): string {
  const words = [...element.shadowRoot!.querySelectorAll('.title, .reading .meta')];
  return [text, ...words.map(({ textContent }) => textContent)]
    .map((one) => one.replace(/\s+/g, ' ').trim())
    .reduce((plain, period) => plain.replace(period, ''));
}

/** What makes an element ask again that has failed. */
const waysToAskAgain: Record<string, (element: AnyElement) => unknown> = {
  'the browser is online again': () => dispatchEvent(new Event('online')),
  'it is put in again': (element) => {
    const { parentElement } = element;
    element.remove();
    parentElement!.append(element);
  },
  'the reader presses "Try again"': async (element) => {
    if (!partOf(element, 'button')) await details(element); // in a line it stands in the popover
    partOf(element, 'button')!.click();
  },
};

/** What every element promises (the tests of each element run these). */
export function keepsItsPromises(example: Example): void {
  const { tag, asks, sees, otherItem, seesOther, badBody, isBlock, asksWithoutItem } = example;
  const warnings = collectWarnings();
  shortWaits();
  const markup = (source: string, more = '', inside = '') =>
    `<${tag} ${asks} source="${source}" ${more}>${inside}</${tag}>`;
  const fallback = '<a href="https://doi.org/10.6084/m9.figshare.766364">Data</a>';
  const isSeen = (element: AnyElement) =>
    element.querySelector('a')!.checkVisibility({ visibilityProperty: true });

  describe('states', () => {
    const without = asksWithoutItem ? 'asks about all there are' : 'is idle, and asks nobody,';
    it(`${without} without an item`, async () => {
      const here = world();
      const element = await mount(`<${tag} source="${here.url}"></${tag}>`);
      if (asksWithoutItem) await settled(element);
      expect(element.status).to.equal(asksWithoutItem ? 'ready' : 'idle');
      expect((await here.record()).requests.length > 0).to.equal(!!asksWithoutItem);
    });

    it('is loading until the answer comes, and shows no digit before it', async () => {
      const here = world();
      await here.faults({ path: '/*', fault: 'hang' });
      const element = await mount(markup(here.url, 'loading="eager"'));
      await here.wait({ requests: 1 });
      expect(element.status).to.equal('loading');
      expect(element.matches(':state(loading)')).to.be.true;
      expect(withoutPeriod(element, element.shadowRoot!.textContent)).not.to.match(/\d/);
      await here.release();
      await settled(element);
      expect(element.status).to.equal('ready');
      expect(element.matches(':state(ready)')).to.be.true;
      expect(seen(element)).to.match(sees);
    });

    it('tells the page of the answer when it is drawn, with time and source', async () => {
      const here = world();
      const holder = await fixture('<div></div>');
      const before = Date.now();
      const told = oneEvent<CustomEvent<Record<string, unknown>>>(holder, 'figshare-load');
      holder.innerHTML = markup(here.url);
      const event = await told;
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
        expect(seen(element)).to.match(isBlock ? /did not answer|not known/ : /^–/);
        expect(heard(element)).to.match(isBlock ? /did not answer|not known/ : /not known/);
      });
    }

    it('is an error when half an answer comes', async () => {
      const here = world();
      await here.faults({ path: '/*', fault: 'half' });
      const element = await mount(markup(here.url));
      const { detail } = await settled<FigshareError>(element);
      // WebKit takes the half for the whole, which then is no JSON.
      expect(detail.kind).to.be.oneOf(['unreachable', 'bad-data']);
      const text = withoutPeriod(element, seen(element));
      expect(text.replace(new URL(here.url).host, '')).not.to.match(/\d/);
    });

    it('is an error, bad-data, when the answer cannot be one', async () => {
      const here = world();
      await here.faults({ path: '/*', fault: 'body', body: badBody });
      const element = await mount(markup(here.url));
      const event = await settled<FigshareError>(element);
      expect(event.detail.kind).to.equal('bad-data');
      const text = withoutPeriod(element, seen(element));
      expect(text.replace(new URL(here.url).host, '')).not.to.match(/\d/);
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
      if (isBlock) expect(seen(element)).to.contain('did not answer');
      else expect(partOf(element, 'base')).to.equal(null);
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

    it('is an attribute that does not exist, or a boolean that says false, once', async () => {
      const here = world();
      const name = tag.replace('-', '');
      const element = await mountSettled(
        markup(here.url, `${name}="y" no-link="false" data-x="1" aria-label="x" onclick="" x-y="" class="z"`),
      );
      await mountSettled(markup(here.url, `${name}="y" no-link="false"`));
      expect(warnings.filter((warning) => warning.includes(name))).to.have.length(1);
      expect(warnings.filter((warning) => warning.includes('no-link')).length).to.be.at.most(1);
      expect(warnings.join()).not.to.match(/data-x|aria-label|onclick|x-y|class/);
      expect(partOf(element, 'base')!.localName).not.to.equal('a');
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
      expect(withoutPeriod(element, seen(element))).not.to.match(/\d/);
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

    for (const [way, act] of Object.entries(waysToAskAgain)) {
      it(`asks again after an error: ${way}`, async () => {
        const here = world();
        await here.faults({ path: '/*', fault: '503' });
        const element = await mountSettled(markup(here.url));
        expect(element.status).to.equal('error');
        await here.faults();
        await act(element);
        await settled(element);
        expect(element.status).to.equal('ready');
        expect(seen(element)).to.match(sees);
      });
    }

    it('takes a value that is empty or was taken away for one that is not given', async () => {
      const here = world();
      const names = [
        'institution',
        'hide-below',
        'href',
        'theme',
        'loading',
        'variant',
        'by',
        'of',
        'metric',
        'limit',
      ];
      const { observedAttributes } = customElements.get(tag) as unknown as { observedAttributes: string[] };
      const own = names.filter((name) => observedAttributes.includes(name));
      const empty = own.map((name) => `${name}=""`).join(' ');
      const element = await mount(`<${tag} ${asks} ${empty} source="${here.url}"></${tag}>`);
      await settled(element);
      expect(seen(element)).to.match(sees);
      for (const value of [null, undefined]) {
        Object.assign(element, {
          institution: value,
          hideBelow: value,
          href: value,
          loading: value,
          variant: value,
        });
        await element.updateComplete;
        expect(element.status).to.equal('ready');
      }
      expect(warnings).to.deep.equal([]);
    });

    it('asks when its surroundings come near, where it has no box itself', async () => {
      const element = await mountSettled(markup(world().url, 'style="display: contents"'));
      expect(element.status).to.equal('ready');
    });

    const closed = {
      'closed details': (inside: string) => `<details><summary>More</summary>${inside}</details>`,
      'what is 0 px high': (inside: string) => `<div style="block-size: 0; overflow: hidden">${inside}</div>`,
    };
    for (const [where, around] of Object.entries(closed)) {
      it(`asks nobody in ${where}, until it opens`, async () => {
        const here = world();
        const { firstElementChild } = await fixture<HTMLElement>(`<div>${around(markup(here.url))}</div>`);
        const holder = firstElementChild as HTMLElement;
        const element = holder.querySelector<AnyElement>(tag)!;
        await element.updateComplete;
        // Another observer of what is around has been told of it when ours has.
        await new Promise<void>((resolve) => {
          new IntersectionObserver(() => resolve()).observe(holder);
        });
        await nextFrame(); // WebKit takes no notice of what changes while it tells observers
        expect(element.status).to.equal('idle');
        holder.style.blockSize = 'auto';
        holder.setAttribute('open', '');
        await settled(element);
        expect(element.status).to.equal('ready');
      });
    }

    it('waits, when lazy, until the element is near the viewport', async () => {
      const here = world();
      const element = await mountFar(markup(here.url));
      // Another observer of the element has been told of it when ours has.
      await new Promise<void>((resolve) => {
        new IntersectionObserver(() => resolve()).observe(element);
      });
      await element.updateComplete;
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

    it('speaks English where it has no words, with English numbers', async () => {
      const element = await mountSettled(markup(world().url, 'lang="fi"'));
      expect(partOf(element, 'base')!.lang).to.equal('en');
      expect(seen(element)).to.match(/\d,\d{3}/);
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

  describe('on any page', () => {
    it('keeps its look in another document, and when it comes back', async () => {
      const element = await mountSettled(markup(world().url));
      const { parentElement } = element;
      const frame = document.createElement('iframe');
      parentElement!.append(frame);
      const look = () => {
        const view = element.ownerDocument.defaultView!;
        return view.getComputedStyle(element.shadowRoot!.querySelector('.root')!).fontVariantNumeric;
      };
      expect(look()).to.equal('tabular-nums');
      frame.contentDocument!.body.append(element);
      expect(look()).to.equal('tabular-nums');
      parentElement!.append(element);
      expect(look()).to.equal('tabular-nums');
    });

    it('stays in its line where the page resets every style of every element', async () => {
      const sheet = document.createElement('style');
      for (const reset of ['all: unset; display: revert', 'all: unset']) {
        sheet.textContent = `${tag} { ${reset} }`;
        const element = await mountSettled(markup(world().url));
        const alone = element.getBoundingClientRect();
        element.before(sheet, 'Word ');
        element.after(' word');
        if (!isBlock)
          expect(element.parentElement!.getBoundingClientRect().height).to.be.closeTo(alone.height, 8);
        expect(seen(element)).to.match(sees);
        sheet.remove();
      }
    });

    it('shows what stands between the tags, and one warning, when it cannot be drawn', async () => {
      const here = world();
      const element = await mount(markup(here.url, 'loading="click"', fallback));
      Object.defineProperty(element, 'renderFigures', {
        value: () => {
          throw new TypeError('spoilt by the page');
        },
      });
      partOf(element, 'button')!.click();
      await settled(element);
      expect(element.status).to.equal('error');
      expect(isSeen(element)).to.be.true;
      expect(warnings.filter((warning) => warning.includes('spoilt by the page'))).to.have.length(1);
    });

    it('has no colour of its own: its text is the page’s', async () => {
      const element = await mountSettled(markup(world().url));
      element.parentElement!.style.color = 'rgb(1, 2, 3)';
      const [value] = element.shadowRoot!.querySelectorAll('[part~=value]');
      expect(getComputedStyle(value!).color).to.equal('rgb(1, 2, 3)');
      element.parentElement!.style.setProperty('--figshare-color-text', 'rgb(4, 5, 6)');
      expect(getComputedStyle(value!).color).to.equal('rgb(4, 5, 6)');
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

    if (!isBlock) {
      it('says what it counts to pointer, keyboard and finger, until Escape', async () => {
        const element = await mountSettled(markup(world().url, 'href="https://example.org/"'));
        const base = partOf(element, 'base')!;
        const isOpen = async () => {
          await element.updateComplete;
          return element.shadowRoot!.querySelector('.popover') !== null;
        };
        const escape = () => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
        expect(await isOpen()).to.be.false;
        expect(await details(element))
          .to.contain(new Date().getFullYear())
          .and.to.contain('example.org');
        expect(base.getAttribute('aria-describedby')).to.equal('popover');
        escape();
        expect(await isOpen()).to.be.false;
        base.blur();

        element.dispatchEvent(new PointerEvent('pointerenter', { pointerType: 'mouse' }));
        await until(isOpen, 'the popover did not open');
        escape();

        element.dispatchEvent(new PointerEvent('pointerenter', { pointerType: 'touch' }));
        const tap = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, detail: 1 });
        base.dispatchEvent(tap);
        expect(tap.defaultPrevented).to.be.true;
        expect(await isOpen()).to.be.true;
        await expect(element).to.be.accessible();
        document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
        expect(await isOpen()).to.be.false;
      });
    }

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
